/** What can go wrong between the bot and Discord, at the press of a button. */
export const WHAT_IFS = [
  'slow-down',
  'server-error',
  'forbidden',
  'lost-answer',
  'gateway-drop',
  'gateway-zombie',
] as const;
export type WhatIf = (typeof WHAT_IFS)[number];

const POSTS = { method: 'POST', route: '/channels/{channel_id}/messages' };

/** What the switchboard is told to do. The refusal is for the open channel alone. */
export function faultOf(what: WhatIf, channelId: string | undefined): object {
  switch (what) {
    case 'slow-down':
      return { kind: 'status', status: 429, retryAfter: 2, times: 3, ...POSTS };
    case 'server-error':
      return { kind: 'status', status: 500, times: 2, ...POSTS };
    case 'forbidden':
      return { kind: 'status', status: 403, code: 50013, message: 'Missing Permissions', channelId, ...POSTS };
    case 'lost-answer':
      return { kind: 'lost-answer', ...POSTS };
    case 'gateway-drop':
      return { kind: 'gateway', action: 'drop' };
    case 'gateway-zombie':
      return { kind: 'gateway', action: 'zombie' };
  }
}
