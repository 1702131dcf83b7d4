import type { Log } from '../log.ts';
import { type Clock, MINUTE, SECOND } from '../match/instant.ts';
import type { MessageBody } from '../messages/message.ts';
import type { Delivery } from './delivery.ts';
import { nonceOf } from './nonce.ts';
import type { SendResult, Transport } from './transport.ts';
import type { Compose } from './variants.ts';
import { within } from './within.ts';

/** What sending takes. */
export interface Sending {
  readonly transport: Transport;
  /** Sets this store's posts apart from those of one that was begun anew: what it posts is new to Discord too. */
  readonly origin: string;
  readonly compose: Compose;
  readonly clock: Clock;
  readonly log: Log;
}

/** What came of one try; no result means that there was nothing to say. */
export interface Attempt {
  readonly message?: MessageBody;
  readonly result?: SendResult;
}

/** How long a send may take, in milliseconds, before it counts as lost. */
export const PATIENCE = 25 * SECOND;

/** How long a nonce surely keeps a repeated send from becoming a second message; Discord says "a few minutes". */
const NONCE_HOLDS = 2 * MINUTE;

/** Composes a delivery's message and sends it, once. Never throws: a bug of ours delays this delivery and no other. */
export async function sendDelivery(delivery: Delivery, { compose, log, ...sending }: Sending): Promise<Attempt> {
  try {
    const message = await compose(delivery.subject, delivery.locale);
    if (!message) return {};
    const result = await within(PATIENCE, sendOnce(delivery, message, sending));
    return { message, result: result ?? { ok: false, reason: 'busy', problem: 'no answer' } };
  } catch (error) {
    log.error({ err: error, key: delivery.key }, 'A delivery could not be composed or sent.');
    return { result: { ok: false, reason: 'busy', problem: String(error) } };
  }
}

/** A repeat that comes too late for its nonce looks first whether the message is there already. */
async function sendOnce(
  { key, channelId, firstTriedAt }: Delivery,
  message: MessageBody,
  { transport, clock, origin }: Pick<Sending, 'transport' | 'clock' | 'origin'>,
): Promise<SendResult> {
  if (firstTriedAt !== undefined && clock.now() - firstTriedAt > NONCE_HOLDS) {
    const messageId = await transport.find?.(channelId, message, firstTriedAt);
    if (messageId) return { ok: true, messageId };
  }
  return transport.send(channelId, message, nonceOf(`${origin} ${key}`));
}
