import type { AnswersTo } from '../facts/choose-answer.ts';
import { DAY, type Instant } from '../match/instant.ts';
import type { GoalNews, News, Roundup } from '../match/news.ts';
import { isSettled } from '../match/state.ts';
import type { NewDelivery } from '../outbox/delivery.ts';
import type { AudienceMember } from '../subscriptions/audience.ts';
import type { Hearing } from '../subscriptions/subscription.ts';
import { addressOf, hears, keyOf, placeOf, threadKey } from './address.ts';
import { factsAfter } from './answer-with-facts.ts';
import { freshUntil } from './freshness.ts';
import type { LiveTransaction } from './match-store.ts';
import type { Change } from './record-looks.ts';
import { type ChannelRoundup, mentionOf } from './roundups.ts';

/** News that ring a role, where a channel has named one. That it rang would tell of a goal where spoilers are hidden. */
const RINGING: Readonly<Record<Hearing['spoilers'], readonly News['kind'][]>> = {
  show: ['kick-off', 'goal', 'result'],
  hide: ['kick-off', 'result'],
};

/**
 * The deliveries that a look leads to: each channel's roundups, the news that it hears one by one, each with the fact that
 * follows it, and its threads.
 */
export async function deliveriesOf(
  tx: LiveTransaction,
  changes: readonly Change[],
  roundups: readonly ChannelRoundup[],
  now: Instant,
  answersTo: AnswersTo,
): Promise<readonly NewDelivery[]> {
  const deliveries = roundups.map((each) => roundupDelivery(each, now));
  for (const change of changes) {
    const answered = await answeredBy(tx, change);
    const matchId = change.after.snapshot.match.id;
    const hasPost = await replacedPosts(tx, change);
    const toldTo = change.audience.map((member) => {
      const isRoundedUp = ({ id }: News) =>
        roundups.some((each) => each.member.channelId === member.channelId && each.roundup.newsIds.includes(id));
      return {
        member,
        news: change.news.filter((news) => hears(member, news) && !isRoundedUp(news) && !hasPost(news, member)),
      };
    });
    const facts = new Map(await factsAfter(tx, change, toldTo, answersTo, now));
    for (const { member, news: told } of toldTo) {
      if (member.thread && told.length > 0) deliveries.push(threadDelivery(matchId, member, now));
      for (const news of told) {
        const replyTo = answered(news, member);
        const rings = member.pingRole !== undefined && RINGING[member.spoilers].includes(news.kind);
        deliveries.push({
          ...deliveryFor(news, member, matchId),
          ...(replyTo !== undefined && { replyTo }),
          ...(rings && { pingRole: member.pingRole }),
        });
        const fact = facts.get(keyOf(news.id, member));
        if (fact) deliveries.push(fact);
        facts.delete(keyOf(news.id, member));
      }
      if (member.thread && hasJustSettled(change)) deliveries.push(threadEnd(matchId, member, now));
    }
    // What answers an earlier look's post.
    deliveries.push(...facts.values());
  }
  return deliveries;
}

function deliveryFor(news: News | Roundup, member: AudienceMember, matchId: string): NewDelivery {
  return {
    key: keyOf(news.id, member),
    ...addressOf(member),
    ...placeOf(matchId, member),
    subject: { kind: 'news', id: news.id },
    notBefore: news.at + member.delayMs,
    expiresAt: freshUntil(news) + member.delayMs,
  };
}

function roundupDelivery({ roundup, member, matchIds }: ChannelRoundup, now: Instant): NewDelivery {
  const [matchId, ...more] = matchIds;
  const { inThread, ...delivery } = deliveryFor(roundup, member, matchId ?? '');
  return {
    ...delivery,
    notBefore: now + member.delayMs,
    // What is of several matches stands in no match's thread.
    ...(inThread !== undefined && more.length === 0 && { inThread }),
    ...(roundup.why === 'together' &&
      member.spoilers === 'show' &&
      member.pingRole !== undefined && { pingRole: member.pingRole }),
  };
}

/** Asked for with the first thing to tell, and again with each later one: its key keeps it from being a second. */
export function threadDelivery(matchId: string, member: AudienceMember, now: Instant): NewDelivery {
  return {
    key: threadKey(matchId, member),
    ...addressOf(member),
    subject: { kind: 'thread', id: matchId },
    notBefore: now + member.delayMs,
    expiresAt: now + DAY,
  };
}

function threadEnd(matchId: string, member: AudienceMember, now: Instant): NewDelivery {
  return {
    key: keyOf(`${matchId}/thread-end`, member),
    ...addressOf(member),
    inThread: threadKey(matchId, member),
    subject: { kind: 'thread-end', id: matchId },
    notBefore: now + member.delayMs,
    expiresAt: now + DAY,
  };
}

function hasJustSettled({ before, after }: Change): boolean {
  return isSettled(after) && !(before && isSettled(before));
}

/** Whether a channel has a post that says this now, for it was told of what became this: its own or a roundup's. */
async function replacedPosts(
  { matches, outbox }: LiveTransaction,
  { news, audience }: Change,
): Promise<(news: News, member: AudienceMember) => boolean> {
  const replaced = news.flatMap((item) => ('replaces' in item && item.replaces !== undefined ? [item.replaces] : []));
  const posts = new Map<string, readonly string[]>();
  for (const id of replaced) {
    const told = await matches.news(id);
    const since = told ? await matches.roundupsSince(told.at) : [];
    posts.set(id, [id, ...since.filter(mentionOf(id)).map((roundup) => roundup.id)]);
  }
  const keys = [...posts.values()].flat().flatMap((id) => audience.map((member) => keyOf(id, member)));
  const known = keys.length > 0 ? await outbox.known(keys) : new Set<string>();
  return (item, member) =>
    'replaces' in item && (posts.get(item.replaces ?? '') ?? []).some((id) => known.has(keyOf(id, member)));
}

/** For news that answers a goal's post: the key of that post in a channel, be it the goal's own or a roundup's. */
async function answeredBy(
  { matches, outbox }: LiveTransaction,
  { news, audience, after }: Change,
): Promise<(news: News, member: AudienceMember) => string | undefined> {
  const answering = news.filter(answersGoal);
  if (answering.length === 0) return () => undefined;
  const told = await matches.newsOf(after.snapshot.match.id);
  const posts = new Map<string, readonly string[]>();
  for (const { id, eventId } of answering) {
    const goal = told.find((item) => item.kind === 'goal' && item.eventId === eventId);
    if (goal)
      posts.set(id, [goal.id, ...(await matches.roundupsSince(goal.at)).filter(mentionOf(goal.id)).map((r) => r.id)]);
  }
  const keys = [...posts.values()].flat().flatMap((id) => audience.map((member) => keyOf(id, member)));
  const known = await outbox.known(keys);
  return ({ id }, member) => {
    const candidates = (posts.get(id) ?? []).map((post) => keyOf(post, member));
    return candidates.find((key) => known.has(key)) ?? candidates[0];
  };
}

function answersGoal(news: News): news is GoalNews {
  return news.kind === 'goal-disallowed' || news.kind === 'goal-reinstated';
}
