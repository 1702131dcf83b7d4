import type { Services } from '../commands/services.ts';
import { factService } from './fact-service.ts';
import type { FactLibrary } from './facts/fact-library.ts';
import type { Almanac } from './facts/load-almanac.ts';
import { matchReport } from './facts/match-report.ts';
import { namesOf } from './facts/names.ts';
import type { WhatToFollow } from './feed/catalogue.ts';
import type { Feed, FeedStatus } from './feed/feed.ts';
import type { NamedClub } from './feed/known-clubs.ts';
import type { Recording } from './feed/recording.ts';
import { fixtureRowOf, fixtureService } from './fixture-service.ts';
import { DAY, type Instant } from './match/instant.ts';
import type { NameCandidate } from './match/name-search.ts';
import { endScore, type MatchState } from './match/state.ts';
import { matchesNow } from './matches-now.ts';
import type { ReportView } from './messages/report-message.ts';
import type { Compose } from './outbox/variants.ts';
import { findQuestions, type QuestionSources } from './quiz/find-questions.ts';
import { type QuizServiceOptions, quizService } from './quiz/play-quizzes.ts';
import type { Store } from './store/store.ts';
import { followTarget } from './subscriptions/follow-target.ts';
import { tableService } from './table-service.ts';

export interface ServicesOptions {
  readonly store: Store;
  readonly almanac: Almanac;
  readonly facts: FactLibrary;
  readonly feed: Feed;
  readonly recordings: readonly Recording[];
  /** What can be followed, whatever is on. */
  toFollow(): WhatToFollow;
  readonly compose: Compose;
  readonly replays: Pick<Services['replays'], 'start'>;
  readonly quizzes: {
    readonly master: QuizServiceOptions['master'];
    readonly sources: Omit<QuestionSources, 'competitions'>;
    /** Called after something was written that the relay has to take on. */
    onWork(): void;
  };
  /** How each source of matches is doing. */
  sources(): readonly FeedStatus[];
  now(): Instant;
  /** Called after a schedule was set or removed. */
  onSchedules(): void;
}

/** A server is not asked the same twice within this time, if there is anything else to ask. */
const ASKED_LATELY = 30 * DAY;

/** Answers what commands ask, from the store, the almanac and the feed. */
export function servicesOf({
  store,
  almanac,
  facts,
  feed,
  recordings,
  toFollow,
  compose,
  replays,
  quizzes,
  sources,
  now,
  onSchedules,
}: ServicesOptions): Services {
  const names = namesOf(almanac);
  const matches = matchesNow({ store, feed, recordings, now });
  const report = reportOf(almanac, facts);
  const clubs = almanac.clubs.map(clubCandidate);

  async function questions(about: string | undefined, serverId: string, count: number) {
    const match = await matches.current(serverId);
    const competitions = almanac.competitions.map(({ id }) => id);
    const day = names.today(match?.competition.id ?? competitions[0], now());
    const asked = await store.quiz.asked(serverId, now() - ASKED_LATELY);
    return findQuestions(
      { ...quizzes.sources, competitions },
      { ...(about !== undefined && { about }), ...(match && { match }), day, count, asked },
    );
  }

  return {
    clubs,
    matches: {
      ...matches,
      async told(newsId, { locale }) {
        const variant = { locale, spoilers: 'show', delayMs: 0 } as const;
        return (await compose({ kind: 'news', id: newsId }, variant, true))?.message;
      },
      report: async (state) => report(state),
      fixtures: fixtureService(almanac, matches),
    },
    tables: tableService(almanac, matches),
    facts: factService(store, facts, names, matches),
    follows: {
      known() {
        const { clubs, competitions } = toFollow();
        return {
          clubs: clubs.map(clubCandidate),
          competitions: competitions.map(({ id, name }) => ({ value: id, label: name })),
        };
      },
      follow: (wish) => followTarget(store.subscriptions, wish),
      hear: store.subscriptions.hear,
      unfollow: store.subscriptions.unfollow,
      inGuild: store.subscriptions.inGuild,
      inChannel: store.subscriptions.inChannel,
    },
    quiz: {
      ...quizService({ store, master: quizzes.master, clock: { now }, questions, onWork: quizzes.onWork }),
      clubs: clubs.filter(({ value }) => almanac.results.some(({ home, away }) => home === value || away === value)),
    },
    replays: { recorded: () => recordings.map(({ match }) => match), start: replays.start },
    feed: { status: sources },
    schedules: {
      async set(schedule) {
        const set = await store.schedules.set(schedule);
        onSchedules();
        return set;
      },
      async remove(channelId, kind) {
        const removed = await store.schedules.remove(channelId, kind);
        onSchedules();
        return removed;
      },
      inChannel: store.schedules.inChannel,
      inGuild: store.schedules.inGuild,
    },
  };
}

function clubCandidate({ id, name, shortName, aliases = [] }: NamedClub): NameCandidate {
  return { value: id, label: name, aliases: [...(shortName ? [shortName] : []), ...aliases] };
}

/** What a result meant, with names to it; undefined where the results around it are not known. */
export function reportOf(almanac: Almanac, facts: FactLibrary): (state: MatchState) => ReportView | undefined {
  const names = namesOf(almanac);
  return (state) => {
    const { score } = state;
    const { match } = state.snapshot;
    const report = matchReport(match, score, almanac, facts.ofMatch(match, endScore(state)));
    const next = report?.next.map(fixtureRowOf(names)) ?? [];
    return report && { ...report, match, score, nameOf: names.club, next };
  };
}
