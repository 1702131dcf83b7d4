import type { AnswersTo } from '../facts/choose-answer.ts';
import { HOUR, type Instant } from '../match/instant.ts';
import type { News } from '../match/news.ts';
import type { MatchState } from '../match/state.ts';
import { newsMessage } from '../messages/news-message.ts';
import type { Subject } from '../outbox/delivery.ts';
import { answerSubject } from './answer-with-facts.ts';
import type { LiveTransaction } from './match-store.ts';
import type { Change } from './record-looks.ts';
import { asKnownNow, stillAnswers } from './still-answers.ts';

/** Posts older than this are not edited any more, a channel's delay included. */
const REACH = 2 * HOUR;

/**
 * Has the posts mended that read differently now: each is composed from the state before and the state after, and only
 * those that differ are asked for. Returns how many deliveries that makes due.
 */
export async function revisePosts(
  { matches, outbox }: LiveTransaction,
  { before, after, news, audience }: Change,
  now: Instant,
  answersTo: AnswersTo,
): Promise<number> {
  if (!before || !mayChangePosts(before, after)) return 0;
  const fresh = new Set(news.map(({ id }) => id));
  const told = (await matches.newsOf(after.snapshot.match.id)).filter(
    ({ id, at }) => !fresh.has(id) && at > now - REACH,
  );
  const changed = told.filter((item) => reads(item, before) !== reads(item, after)).map(({ id }) => id);
  if (changed.length === 0) return 0;
  const roundups = (await matches.roundupsSince(now - REACH)).filter(({ newsIds }) =>
    newsIds.some((id) => changed.includes(id)),
  );
  const subjects = [...changed, ...roundups.map(({ id }) => id)].map((id): Subject => ({ kind: 'news', id }));
  const facts = audience.some(({ hears }) => hears.includes('facts'))
    ? told.flatMap((item) => factsToMend(item, before, after, answersTo))
    : [];
  return outbox.revise([...subjects, ...facts], now);
}

/** Facts that followed news and no longer hold beneath it, or hold again. */
function factsToMend(news: News, before: MatchState, after: MatchState, answersTo: AnswersTo): readonly Subject[] {
  const [then, now] = [asKnownNow(news, before), asKnownNow(news, after)];
  if (JSON.stringify(then) === JSON.stringify(now)) return [];
  const versions = [news, then, now].filter((version) => version !== undefined);
  const facts = new Map(
    versions.flatMap((version) => answersTo(version, after.snapshot.match).map(({ fact }) => [fact.id, fact])),
  );
  return [...facts.values()]
    .filter((fact) => stillAnswers(fact, news, before) !== stillAnswers(fact, news, after))
    .map(({ id }) => answerSubject(id, news.id));
}

function reads(news: News, state: MatchState): string {
  return JSON.stringify(newsMessage(news, state, { locale: 'en' }));
}

/** Most looks change nothing but the clock. */
function mayChangePosts(before: MatchState, after: MatchState): boolean {
  return JSON.stringify(shown(before)) !== JSON.stringify(shown(after));
}

function shown({ events, score, falseWhistles, snapshot }: MatchState) {
  const { phase, halfTime, shootOut, lineups, match } = snapshot;
  const told = events.map(({ event, stands, byVar }) => [event, stands, byVar]);
  return [told, score, falseWhistles, phase, halfTime, shootOut, lineups, match];
}
