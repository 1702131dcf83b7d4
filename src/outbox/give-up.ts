import type { PauseReason } from '../subscriptions/subscription.ts';

/** What the outbox makes of a refusal: try again, let this post go, stop posting to the channel, or stop altogether. */
export type Verdict =
  | { readonly act: 'retry' }
  | { readonly act: 'drop' }
  | { readonly act: 'pause'; readonly reason: PauseReason }
  | { readonly act: 'halt' };

/** Discord's codes that say something about the channel, and so about every later post too. */
const PAUSING: Readonly<Record<number, PauseReason>> = {
  10003: 'channel-gone',
  10004: 'server-gone',
  50001: 'no-access',
  50013: 'no-permission',
  // Somebody who takes no direct messages, a channel that holds none, a thread that is closed.
  50007: 'refused',
  50008: 'refused',
  50083: 'refused',
  160005: 'refused',
};

/** The nonce was used and its message has been deleted since: it was posted, and is not wanted. */
const UNKNOWN_MESSAGE = 10008;

/** Bad request, too large, unprocessable: what was sent is at fault, whoever says so. */
const FOR_WHAT_IT_IS: readonly number[] = [400, 413, 422];

/**
 * Reads Discord's answer: its HTTP status and its own error code (0 where there is none). A status alone says nothing
 * about a channel, since a proxy or an outage may have given it.
 */
export function verdictOn({ status, code }: { readonly status: number; readonly code: number }): Verdict {
  const reason = PAUSING[code];
  if (reason) return { act: 'pause', reason };
  if (code === UNKNOWN_MESSAGE) return { act: 'drop' };
  // The token is dead: every further request would only count towards a ban.
  if (status === 401) return { act: 'halt' };
  return isForWhatItIs({ status, code }) ? { act: 'drop' } : { act: 'retry' };
}

/** Whether a refusal is for the message itself, which another form of it may escape. */
export function isForWhatItIs({ status, code }: { readonly status: number; readonly code: number }): boolean {
  return FOR_WHAT_IT_IS.includes(status) && !(code in PAUSING);
}
