import type { Instant } from '../match/instant.ts';
import { DAY } from '../match/instant.ts';
import type { NewDelivery, SetAside } from '../outbox/delivery.ts';
import type { LiveTransaction } from './match-store.ts';
import { mentionOf } from './roundups.ts';

/**
 * Forgets how a match was played, so that it is played again as if for the first time wherever it is followed. What was
 * posted stays where it is; what waits is let go, the cards it leaves are unpinned, and its threads are closed.
 */
export async function setMatchAside(
  { matches, cards, outbox }: Pick<LiveTransaction, 'matches' | 'cards' | 'outbox'>,
  matchId: string,
  now: Instant,
): Promise<void> {
  const told = await matches.newsOf(matchId);
  const roundups = (await matches.roundupsSince(0)).filter((roundup) => told.some(({ id }) => mentionOf(id)(roundup)));
  const left: SetAside[] = [];
  for (const prefix of [`${matchId}/`, ...roundups.map(({ id }) => `${id}@`)])
    left.push(...(await outbox.setAside(prefix, now)));
  await matches.forget(matchId);
  await cards.forget(matchId);
  await outbox.enqueue(
    left.flatMap((each) => endOf(each, now) ?? []),
    now,
  );
}

/** What brings to its end what was left; most posts are none the worse for being left. */
function endOf({ key, channelId, variant, subject }: SetAside, now: Instant): NewDelivery | undefined {
  const end = { key: `${key}/end`, channelId, variant, notBefore: now, expiresAt: now + DAY };
  if (subject.kind === 'card') return { ...end, subject: { ...subject, kind: 'card-end' }, replyTo: key };
  return subject.kind === 'thread' ? { ...end, subject: { ...subject, kind: 'thread-end' }, inThread: key } : undefined;
}
