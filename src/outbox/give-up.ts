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

/** Reads Discord's answer: its HTTP status and its own error code (0 where there is none). */
export function verdictOn({ status, code }: { readonly status: number; readonly code: number }): Verdict {
  const reason = PAUSING[code];
  if (reason) return { act: 'pause', reason };
  if (code === UNKNOWN_MESSAGE) return { act: 'drop' };
  // The token is dead: every further request would only count towards a ban.
  if (status === 401) return { act: 'halt' };
  if (status === 403) return { act: 'pause', reason: 'refused' };
  if (status === 404) return { act: 'pause', reason: 'channel-gone' };
  if (status === 408 || status === 429 || status >= 500) return { act: 'retry' };
  return { act: 'drop' };
}
