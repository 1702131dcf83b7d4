import type { Log } from '../log.ts';
import type { Clock } from '../match/instant.ts';
import type { MessageBody } from '../messages/message.ts';
import type { PauseReason } from '../subscriptions/subscription.ts';
import { backoff } from './backoff.ts';
import type { Attempt } from './carry-out.ts';
import type { Delivery, OutboxStore } from './delivery.ts';
import { verdictOn } from './give-up.ts';
import type { ChannelAnswers } from './mass-refusal.ts';
import type { Failure } from './transport.ts';

/** What settling takes, and whom it tells. */
export interface Settling {
  readonly outbox: OutboxStore;
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly log: Log;
  /** A post landed; edits are not told. */
  onDelivered?(delivery: Delivery, message: MessageBody, messageId: string): void;
  onPaused?(channelId: string, reason: PauseReason): void;
}

/** What a try is judged by beside its own answer. */
export interface Circumstances {
  readonly channels: ChannelAnswers;
  /** Resolves when every try has landed that is under way now. */
  othersLanded(): Promise<unknown>;
}

/** One delivery at a time, each judged by itself. */
const NOBODY_ELSE: Circumstances = {
  channels: { took() {}, refused() {}, isOwnAffair: () => true },
  othersLanded: async () => {},
};

/**
 * Writes down what came of a try. The problem is returned when Discord does not accept the token any more: nothing else
 * is worth sending then. Throws when the store does; the lease then runs out by itself.
 */
export async function settleDelivery(
  delivery: Delivery,
  attempt: Attempt,
  settling: Settling,
  circumstances = NOBODY_ELSE,
): Promise<{ readonly haltedBy?: string }> {
  const { outbox, clock, onDelivered } = settling;
  const { key, revision } = delivery;
  switch (attempt.kind) {
    case 'nothing':
      await outbox.drop(key, 'nothing to say', clock.now());
      return {};
    case 'stands': {
      const { posted, digest, message } = attempt;
      circumstances.channels.took(delivery.channelId);
      await outbox.sent(key, { ...posted, revision, digest }, clock.now());
      if (message) onDelivered?.(delivery, message, posted.messageId);
      return {};
    }
    case 'failed':
      return settleFailure(delivery, attempt.failure, settling, circumstances);
  }
}

async function settleFailure(
  delivery: Delivery,
  failure: Failure,
  settling: Settling,
  { channels, othersLanded }: Circumstances,
): Promise<{ readonly haltedBy?: string }> {
  const { outbox, clock, log, onPaused } = settling;
  const { key, channelId } = delivery;
  if (failure.reason === 'busy') {
    await retryLater(delivery, failure.problem, settling, failure.retryAfterMs);
    return {};
  }
  const problem = `${failure.status} ${failure.code} ${failure.problem}`;
  const verdict = verdictOn(failure);
  switch (verdict.act) {
    case 'retry':
      await retryLater(delivery, problem, settling);
      return {};
    case 'drop':
      log.error({ key, channelId, problem }, 'Discord refused a post or an edit in any form: a bug. It is dropped.');
      await outbox.drop(key, problem, clock.now());
      return {};
    case 'pause':
      channels.refused(channelId);
      await othersLanded();
      if (!channels.isOwnAffair(channelId)) await retryLater(delivery, problem, settling);
      else if (isPost(delivery)) {
        log.warn({ channelId, problem, reason: verdict.reason }, 'A channel cannot be posted to; it is paused.');
        await outbox.giveUpChannel(channelId, verdict.reason, problem, clock.now());
        onPaused?.(channelId, verdict.reason);
      } else {
        log.warn({ key, channelId, problem }, 'Discord refused an edit; it is dropped.');
        await outbox.drop(key, problem, clock.now());
      }
      return {};
    case 'halt':
      await outbox.retry(key, clock.now(), problem);
      return { haltedBy: problem };
  }
}

/** That a message cannot be edited, or a thread closed, says nothing about whether the channel can be posted to. */
function isPost({ posted, subject }: Delivery): boolean {
  return !posted && subject.kind !== 'thread-end';
}

/** Back into the outbox: only its expiry ends the tries, never their number. */
async function retryLater(
  { key, attempts }: Delivery,
  problem: string,
  { outbox, clock, random, log }: Settling,
  retryAfterMs?: number,
): Promise<void> {
  const wait = backoff(attempts, random, retryAfterMs);
  log.info({ key, attempts, wait, problem }, 'A post will be tried again.');
  await outbox.retry(key, clock.now() + wait, problem);
}
