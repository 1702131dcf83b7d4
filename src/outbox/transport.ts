import type { Instant } from '../match/instant.ts';
import type { MessageBody } from '../messages/message.ts';

/**
 * What became of a send. `busy` may be tried again (429, 5xx, time-outs, closed sockets); `rejected` carries
 * Discord's own status and error code, and the outbox decides what that means.
 */
export type SendResult =
  | { readonly ok: true; readonly messageId: string }
  | { readonly ok: false; readonly reason: 'busy'; readonly problem: string; readonly retryAfterMs?: number }
  | {
      readonly ok: false;
      readonly reason: 'rejected';
      readonly status: number;
      readonly code: number;
      readonly problem: string;
    };

/** The way to Discord. `nonce` (25 characters at most) makes a repeated send return the first message. */
export interface Transport {
  send(channelId: string, message: MessageBody, nonce: string): Promise<SendResult>;
  /**
   * The id of a message of our own that reads the same and was posted to the channel at `since` or later; undefined when
   * there is none, or the channel cannot be read. For repeats that come too late for a nonce, which Discord remembers
   * for a few minutes only.
   */
  find?(channelId: string, message: MessageBody, since: Instant): Promise<string | undefined>;
}
