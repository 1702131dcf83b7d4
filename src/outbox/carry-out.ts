import type { Log } from '../log.ts';
import { type Clock, MINUTE, SECOND } from '../match/instant.ts';
import { withPing } from '../messages/compose.ts';
import type { MessageBody } from '../messages/message.ts';
import type { Delivery, Posted } from './delivery.ts';
import { digestOf, nonceOf } from './nonce.ts';
import { inSomeForm } from './plainest-form.ts';
import type { Failure, SendResult, Transport } from './transport.ts';
import type { Composed, ComposeOnce } from './variants.ts';
import { within } from './within.ts';

/** What carrying out a delivery takes. */
export interface CarryingOut {
  readonly transport: Transport;
  /** Sets this store's posts apart from those of one that was begun anew: what it posts is new to Discord too. */
  readonly origin: string;
  readonly compose: ComposeOnce;
  readonly clock: Clock;
  readonly log: Log;
}

/** What came of one try: the message stands, there was nothing to say, or why not. */
export type Attempt =
  | { readonly kind: 'stands'; readonly posted: Posted; readonly digest: string; readonly message?: MessageBody }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** How long a try may take, in milliseconds, before it counts as lost. */
export const PATIENCE = 25 * SECOND;

/** How long a nonce surely keeps a repeated send from becoming a second message; Discord says "a few minutes". */
const NONCE_HOLDS = 2 * MINUTE;

const LOST: Failure = { ok: false, reason: 'busy', problem: 'no answer' };

/**
 * Composes a delivery's message and posts it, or edits the one that stands, once. Never throws: a bug of ours delays this
 * delivery and no other. All that it does may be repeated, so that a try of which nobody knows the end is tried again.
 */
export async function carryOut(delivery: Delivery, doing: CarryingOut): Promise<Attempt> {
  try {
    return (await within(PATIENCE, attempt(delivery, doing))) ?? { kind: 'failed', failure: LOST };
  } catch (error) {
    doing.log.error({ err: error, key: delivery.key }, 'A delivery could not be composed or sent.');
    return { kind: 'failed', failure: { ok: false, reason: 'busy', problem: String(error) } };
  }
}

async function attempt(delivery: Delivery, doing: CarryingOut): Promise<Attempt> {
  if (delivery.subject.kind === 'thread-end') return endThread(delivery, doing);
  if (delivery.subject.kind === 'card-end') return endCard(delivery, doing);
  const { subject, variant, posted, revision } = delivery;
  // What answers a post that was never shown here has nothing to answer.
  if (delivery.replyTo && !delivery.answered) return { kind: 'nothing' };
  const composed = await doing.compose(subject, variant, posted !== undefined, revision);
  if (!composed) return { kind: 'nothing' };
  return posted ? edit(delivery, posted, composed, doing) : post(delivery, composed, doing);
}

async function endThread({ thread }: Delivery, { transport }: CarryingOut): Promise<Attempt> {
  if (!thread) return { kind: 'nothing' };
  const closed = await transport.closeThread(thread.messageId);
  return closed.ok ? { kind: 'stands', posted: thread, digest: '' } : { kind: 'failed', failure: closed };
}

async function endCard({ answered }: Delivery, { transport }: CarryingOut): Promise<Attempt> {
  if (!answered) return { kind: 'nothing' };
  const unpinned = await transport.pin(answered.channelId, answered.messageId, false);
  // Discord may say that it is gone, or not ours to unpin: there is nothing more to be done then.
  if (!unpinned.ok) return unpinned.reason === 'busy' ? { kind: 'failed', failure: unpinned } : { kind: 'nothing' };
  return { kind: 'stands', posted: answered, digest: '' };
}

async function edit(
  delivery: Delivery,
  posted: Posted,
  { message, pinned }: Composed,
  doing: CarryingOut,
): Promise<Attempt> {
  const { transport } = doing;
  const digest = digestOf(message);
  if (digest !== delivery.digest) {
    const edited = await inSomeForm(
      pinged(message, delivery, true),
      (form) => transport.edit(posted.channelId, posted.messageId, form),
      (problem) => refusedForm(delivery, problem, doing),
    );
    if (!edited.ok) return { kind: 'failed', failure: edited };
  }
  // A pin is a courtesy: where it is not allowed, the card is there all the same.
  if (pinned === false) await transport.pin(posted.channelId, posted.messageId, false);
  return { kind: 'stands', posted, digest };
}

async function post(delivery: Delivery, composed: Composed, doing: CarryingOut): Promise<Attempt> {
  const { transport } = doing;
  const message = pinged(composed.message, delivery, false);
  const { channelId, sent } = await sendSomewhere(delivery, message, doing);
  if (!sent.ok) return { kind: 'failed', failure: sent };
  const posted = { channelId, messageId: sent.messageId };
  if (composed.thread !== undefined) {
    const opened = await transport.openThread(channelId, sent.messageId, composed.thread);
    if (!opened.ok) return opened.reason === 'busy' ? { kind: 'failed', failure: opened } : takeBack(posted, doing);
  }
  if (composed.pinned) await transport.pin(channelId, sent.messageId, true);
  if (delivery.replaced) {
    const removed = await transport.remove(delivery.replaced.channelId, delivery.replaced.messageId);
    if (!removed.ok && removed.reason === 'busy') return { kind: 'failed', failure: removed };
  }
  return { kind: 'stands', posted, digest: digestOf(composed.message), message };
}

/** A post whose thread may not be opened goes again: it would stand for nothing, and what belongs there finds no thread. */
async function takeBack({ channelId, messageId }: Posted, { transport }: CarryingOut): Promise<Attempt> {
  const removed = await transport.remove(channelId, messageId);
  return removed.ok ? { kind: 'nothing' } : { kind: 'failed', failure: removed };
}

/** Into the match's thread, or, where there is none or it was closed to us, into the channel. */
async function sendSomewhere(
  delivery: Delivery,
  message: MessageBody,
  doing: CarryingOut,
): Promise<{ readonly channelId: string; readonly sent: SendResult }> {
  const { thread, channelId } = delivery;
  if (thread) {
    const sent = await sendOnce(thread.messageId, delivery, message, doing);
    if (sent.ok || sent.reason === 'busy') return { channelId: thread.messageId, sent };
  }
  return { channelId, sent: await sendOnce(channelId, delivery, message, doing) };
}

/** A repeat that comes too late for its nonce looks first whether the message is there already. */
async function sendOnce(
  channelId: string,
  delivery: Delivery,
  message: MessageBody,
  doing: CarryingOut,
): Promise<SendResult> {
  const { key, seq, firstTriedAt, answered, variant } = delivery;
  const { transport, clock, origin } = doing;
  if (firstTriedAt !== undefined && clock.now() - firstTriedAt > NONCE_HOLDS) {
    const messageId = await transport.find?.(channelId, message, firstTriedAt);
    if (messageId) return { ok: true, messageId };
  }
  // To be answered at all tells that a post was about something that changed.
  const isShown = answered?.channelId === channelId && variant.spoilers === 'show';
  const replyTo = isShown ? answered.messageId : undefined;
  return inSomeForm(
    message,
    (form) => transport.send(channelId, form, nonceOf(`${origin} ${seq} ${key}`), replyTo),
    (problem) => refusedForm(delivery, problem, doing),
  );
}

function refusedForm({ key, channelId }: Delivery, problem: string, { log }: CarryingOut): void {
  log.warn({ key, channelId, problem }, 'A message was refused for what it is; it is tried in its plainest form.');
}

function pinged(message: MessageBody, { pingRole }: Delivery, silently: boolean): MessageBody {
  return pingRole === undefined ? message : withPing(message, pingRole, { silently });
}
