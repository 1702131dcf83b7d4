import { type Answer, type AnswersTo, firstUntold } from '../facts/choose-answer.ts';
import { TOLD_LATELY } from '../facts/deck.ts';
import { protagonist } from '../match/event.ts';
import type { Instant } from '../match/instant.ts';
import type { News } from '../match/news.ts';
import type { MatchState } from '../match/state.ts';
import type { NewDelivery, Subject } from '../outbox/delivery.ts';
import type { AudienceMember } from '../subscriptions/audience.ts';
import { addressOf, keyOf, placeOf } from './address.ts';
import { freshUntil } from './freshness.ts';
import type { LiveTransaction } from './match-store.ts';
import type { Change } from './record-looks.ts';
import { asKnownNow } from './still-answers.ts';

/** What a channel is told of a match in a look, each in a post of its own. */
export interface Told {
  readonly member: AudienceMember;
  readonly news: readonly News[];
}

/**
 * The facts that follow what channels are told, in those that wish for facts: at most one after each piece of news, by the
 * key of the post that it answers, and none that the channel was told before, by whatever way, or its server by a schedule
 * a moment ago. They count as dealt. What
 * was told earlier is answered once it is known of whom it is.
 */
export async function factsAfter(
  tx: LiveTransaction,
  change: Change,
  told: readonly Told[],
  answersTo: AnswersTo,
  now: Instant,
): Promise<ReadonlyMap<string, NewDelivery>> {
  const facts = new Map<string, NewDelivery>();
  const { match } = change.after.snapshot;
  const wishing = told.filter(({ member }) => member.hears.includes('facts'));
  if (wishing.length === 0) return facts;
  const named = await namedSince(tx, change);
  const answers = new Map<News, readonly Answer[]>();
  for (const news of new Set([...wishing.flatMap((each) => each.news), ...named])) {
    const found = answersTo(news, match);
    if (found.length > 0) answers.set(news, found);
  }
  if (answers.size === 0) return facts;

  const channels = wishing.map(({ member }) => member.channelId);
  const names = [...new Set([...answers.values()].flatMap((found) => found.flatMap(({ toldAs }) => toldAs)))];
  const dealt = await tx.deck.lastDealt(channels, names);
  const known = await tx.outbox.known(
    [...answers.keys()].flatMap(({ id }) =>
      wishing.flatMap(({ member }) => [factKey(id, member), ...(named.length > 0 ? [keyOf(id, member)] : [])]),
    ),
  );
  const scheduled = await tx.deck.scheduledSince(now - TOLD_LATELY);
  const deals: { channelId: string; factId: string }[] = [];
  for (const { member, news } of wishing) {
    const daily = [...(scheduled.get(member.guildId ?? '') ?? [])].map((name) => [name, now] as const);
    const before = new Map([...daily, ...(dealt.get(member.channelId) ?? [])]);
    const wereTold = named.filter(({ id }) => known.has(keyOf(id, member)));
    for (const item of [...news, ...wereTold]) {
      const isTooLate = freshUntil(item) + member.delayMs <= now;
      if (isTooLate || known.has(factKey(item.id, member))) continue;
      const fitting = (answers.get(item) ?? []).filter((answer) => mayTell(member, answer));
      const answer = firstUntold(fitting, before);
      if (!answer) continue;
      const [name] = answer.toldAs;
      before.set(name, now);
      deals.push({ channelId: member.channelId, factId: name });
      facts.set(keyOf(item.id, member), factDelivery(answer, item, member, now));
    }
  }
  await tx.deck.dealEach(deals, now);
  return facts;
}

/** What was told earlier, without its player or with another's name, as it is known now. */
async function namedSince({ matches }: LiveTransaction, { before, after }: Change): Promise<readonly News[]> {
  const nameIn = (state: MatchState | undefined, wanted: string) => {
    const event = state?.events.find(({ id }) => id === wanted)?.event;
    return event && protagonist(event)?.name;
  };
  const wasKnown = new Set(before?.events.map(({ id }) => id));
  const named = after.events
    .filter(({ id }) => wasKnown.has(id) && nameIn(after, id) !== nameIn(before, id))
    .map(({ id }) => id);
  if (named.length === 0) return [];
  const told = await matches.newsOf(after.snapshot.match.id);
  const ofNamed = told.filter((news) => 'eventId' in news && named.includes(news.eventId));
  return ofNamed.flatMap((news) => asKnownNow(news, after) ?? []);
}

/** The fact of such a subject, and the news that it follows where it follows any. */
export function partsOfFact(id: string): { readonly factId: string; readonly newsId?: string } {
  const at = id.indexOf('#');
  return at === -1 ? { factId: id } : { factId: id.slice(0, at), newsId: id.slice(at + 1) };
}

/** No id of a fact has a `#` in it. */
export function answerSubject(factId: string, newsId: string): Subject {
  return { kind: 'fact', id: `${factId}#${newsId}` };
}

/** Where spoilers are hidden, only what was true before the match began. */
function mayTell({ spoilers }: AudienceMember, { isFromBefore }: Answer): boolean {
  return spoilers === 'show' || isFromBefore;
}

function factDelivery({ fact }: Answer, news: News, member: AudienceMember, now: Instant): NewDelivery {
  return {
    key: factKey(news.id, member),
    ...addressOf(member),
    ...placeOf(news.matchId, member),
    subject: answerSubject(fact.id, news.id),
    // What was never shown, because it was taken back or grew stale, has nothing to be said about it.
    replyTo: keyOf(news.id, member),
    notBefore: now + member.delayMs,
    expiresAt: freshUntil(news) + member.delayMs,
  };
}

function factKey(newsId: string, member: AudienceMember): string {
  return keyOf(`${newsId}/fact`, member);
}
