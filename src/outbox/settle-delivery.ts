import type { Log } from '../log.ts';
import type { Clock } from '../match/instant.ts';
import type { MessageBody } from '../messages/message.ts';
import type { PauseReason } from '../subscriptions/subscription.ts';
import { backoff } from './backoff.ts';
import type { Delivery, OutboxStore } from './delivery.ts';
import { verdictOn } from './give-up.ts';
import type { Attempt } from './send-delivery.ts';

/** What settling takes, and whom it tells. */
export interface Settling {
  readonly outbox: OutboxStore;
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly log: Log;
  onDelivered?(delivery: Delivery, message: MessageBody, messageId: string): void;
  onPaused?(channelId: string, reason: PauseReason): void;
}

/**
 * Writes down what came of a try. The problem is returned when Discord does not accept the token any more: nothing else
 * is worth sending then. Throws when the store does; the lease then runs out by itself.
 */
export async function settleDelivery(
  delivery: Delivery,
  { message, result }: Attempt,
  settling: Settling,
): Promise<{ readonly haltedBy?: string }> {
  const { outbox, clock, log, onDelivered, onPaused } = settling;
  const { key, channelId } = delivery;
  const now = clock.now();
  if (!result) {
    await outbox.drop(key, 'nothing to say', now);
    return {};
  }
  if (result.ok) {
    await outbox.sent(key, result.messageId, now);
    if (message) onDelivered?.(delivery, message, result.messageId);
    return {};
  }
  if (result.reason === 'busy') {
    await retryLater(delivery, result.problem, settling, result.retryAfterMs);
    return {};
  }
  const problem = `${result.status} ${result.code} ${result.problem}`;
  const verdict = verdictOn(result);
  switch (verdict.act) {
    case 'retry':
      await retryLater(delivery, problem, settling);
      return {};
    case 'drop':
      log.error({ key, channelId, problem }, 'Discord refused a post; it is dropped.');
      await outbox.drop(key, problem, now);
      return {};
    case 'pause':
      log.warn({ channelId, problem, reason: verdict.reason }, 'A channel cannot be posted to; it is paused.');
      await outbox.giveUpChannel(channelId, verdict.reason, problem, now);
      onPaused?.(channelId, verdict.reason);
      return {};
    case 'halt':
      await outbox.retry(key, now, problem);
      return { haltedBy: problem };
  }
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
