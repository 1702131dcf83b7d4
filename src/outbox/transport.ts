import type { Instant } from '../match/instant.ts';
import type { MessageBody } from '../messages/message.ts';

/**
 * What became of a request. `busy` may be tried again (429, 5xx, time-outs, closed sockets); `rejected` carries
 * Discord's own status and error code, and the outbox decides what that means.
 */
export type Failure =
  | { readonly ok: false; readonly reason: 'busy'; readonly problem: string; readonly retryAfterMs?: number }
  | {
      readonly ok: false;
      readonly reason: 'rejected';
      readonly status: number;
      readonly code: number;
      readonly problem: string;
    };

export type SendResult = { readonly ok: true; readonly messageId: string } | Failure;
export type DoneResult = { readonly ok: true } | Failure;

/** The way to Discord. Everything in it may be repeated without harm. */
export interface Transport {
  /** `nonce` (25 characters at most) makes a repeated send return the first message; `replyTo` is a message's id. */
  send(channelId: string, message: MessageBody, nonce: string, replyTo?: string): Promise<SendResult>;
  edit(channelId: string, messageId: string, message: MessageBody): Promise<DoneResult>;
  /** Deletes a message of our own; one that is gone already is as good. */
  remove(channelId: string, messageId: string): Promise<DoneResult>;
  pin(channelId: string, messageId: string, pinned: boolean): Promise<DoneResult>;
  /** Opens the thread of a message, which has the message's id; one that is open already is as good. */
  openThread(channelId: string, messageId: string, name: string): Promise<DoneResult>;
  /** Archives a thread. */
  closeThread(threadId: string): Promise<DoneResult>;
  /**
   * The id of a message of our own that reads the same and was posted to the channel at `since` or later; undefined when
   * there is none, or the channel cannot be read. For repeats that come too late for a nonce, which Discord remembers
   * for a few minutes only.
   */
  find?(channelId: string, message: MessageBody, since: Instant): Promise<string | undefined>;
}
