import type { Services } from '../commands/services.ts';
import { dealFact } from './facts/deal-fact.ts';
import { addressOfId } from './facts/engine/fact-id.ts';
import { type Fact, isComputed } from './facts/fact.ts';
import type { FactLibrary } from './facts/fact-library.ts';
import { dayIn, fixturesAfter } from './facts/fixtures.ts';
import type { Almanac } from './facts/load-almanac.ts';
import { matchReport } from './facts/match-report.ts';
import { meetings } from './facts/meetings.ts';
import { seasonsOf } from './facts/season.ts';
import { seasonTable } from './facts/season-table.ts';
import { usualTable } from './facts/usual-table.ts';
import type { Feed, FeedStatus } from './feed/feed.ts';
import { endOf, type Recording, snapshotAt } from './feed/recording.ts';
import { asKnown } from './match/as-known.ts';
import { detect } from './match/detect.ts';
import { DAY, type Instant } from './match/instant.ts';
import { type Match, replayedMatch } from './match/match.ts';
import type { Result } from './match/result.ts';
import type { Score } from './match/score.ts';
import { hasEnded, type MatchState } from './match/state.ts';
import { upToDay } from './match/table.ts';
import type { FixtureRow } from './messages/fixtures-message.ts';
import type { ReportView } from './messages/report-message.ts';
import type { Compose } from './outbox/variants.ts';
import { findQuestions, type QuestionSources } from './quiz/find-questions.ts';
import { type QuizServiceOptions, quizService } from './quiz/play-quizzes.ts';
import type { Store } from './store/store.ts';
import { currentMatch } from './subscriptions/current-match.ts';
import { followTarget } from './subscriptions/follow-target.ts';

export interface ServicesOptions {
  readonly store: Store;
  readonly almanac: Almanac;
  readonly facts: FactLibrary;
  readonly feed: Feed;
  readonly recordings: readonly Recording[];
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

/** A club has as many fixtures ahead as one wants to read; all clubs together have a round of them. */
const FIXTURES_OF_CLUB = 5;
const FIXTURES_OF_ALL = 10;
/** A server is not asked the same twice within this time, if there is anything else to ask. */
const ASKED_LATELY = 30 * DAY;

/** Answers what commands ask, from the store, the almanac and the feed. */
export function servicesOf({
  store,
  almanac,
  facts,
  feed,
  recordings,
  compose,
  replays,
  quizzes,
  sources,
  now,
  onSchedules,
}: ServicesOptions): Services {
  const nameOf = nameIn(almanac);

  /** As it was last seen; a match nobody follows is shown as it ended. */
  async function state(matchId: string, when?: { readonly agoMs: number }): Promise<MatchState | undefined> {
    const seen = await store.matches.state(matchId);
    if (seen) {
      const then = when && (await store.matches.stateAt(matchId, now() - when.agoMs));
      return then ? asKnown(then, seen) : seen;
    }
    const recording = recordings.find(({ match }) => match.id === replayedMatch(matchId));
    return recording && detect(undefined, snapshotAt(recording, endOf(recording)), now()).state;
  }

  async function current(serverId: string | undefined): Promise<Match | undefined> {
    const followed = serverId ? (await store.subscriptions.inGuild(serverId)).map(({ target }) => target) : [];
    const phases = await store.matches.phases();
    const known = (await feed.matches()).map((match) => ({ match, phase: phases.get(match.id) }));
    return currentMatch(known, followed, now());
  }

  const competitionOf = (id: string) => almanac.competitions.find((competition) => competition.id === id);
  const competitionName = (id: string) => competitionOf(id)?.name ?? id;
  const shortNameOf = (id: string) => almanac.clubs.find((club) => club.id === id)?.shortName ?? id;
  const today = (competition: string | undefined, at: Instant) =>
    dayIn((competition !== undefined && competitionOf(competition)?.timeZone) || 'UTC', at);

  const clubs = almanac.clubs.map(({ id, name, shortName, aliases }) => ({
    value: id,
    label: name,
    aliases: [shortName, ...aliases],
  }));

  async function questions(about: string | undefined, serverId: string, count: number) {
    const match = await current(serverId);
    const competitions = almanac.competitions.map(({ id }) => id);
    const day = today(match?.competition.id ?? competitions[0], now());
    const asked = await store.quiz.asked(serverId, now() - ASKED_LATELY);
    return findQuestions(
      { ...quizzes.sources, competitions },
      { ...(about !== undefined && { about }), ...(match && { match }), day, count, asked },
    );
  }

  const fixtureRow = fixtureRowOf(almanac);
  const report = reportOf(almanac, facts);

  async function deck(serverId: string | undefined): Promise<readonly Fact[]> {
    const match = await current(serverId);
    return facts.deck(match, match && endingOf(await state(match.id)));
  }

  return {
    clubs,
    matches: {
      all: () => feed.matches(),
      state,
      async told(newsId, { locale }) {
        const variant = { locale, spoilers: 'show', delayMs: 0 } as const;
        return (await compose({ kind: 'news', id: newsId }, variant, true))?.message;
      },
      current,
      report: async (state) => report(state),
      async fixtures(clubId, at) {
        // "Next" is counted from the match that matters: for a recorded one that is its own day, long ago.
        const asOf = (await current(undefined))?.kickOff ?? at;
        const limit = clubId ? FIXTURES_OF_CLUB : FIXTURES_OF_ALL;
        const rows = fixturesAfter(almanac, clubId ? { club: clubId } : {}, asOf, limit).map(fixtureRow);
        return { rows, ...(asOf < at && { asOf }), ...(clubId && { club: nameOf(clubId) }) };
      },
    },
    tables: {
      competitions: almanac.competitions
        .filter(({ id }) => almanac.results.some(({ competition }) => competition === id))
        .map(({ id, name, aliases }) => ({ value: id, label: name, aliases })),
      seasons: async (competition, at) => seasonsOf(upToDay(almanac.results, today(competition, at)), competition),
      async usual(serverId, at) {
        const match = await current(serverId);
        const phase = match && (await state(match.id))?.snapshot.phase;
        const hasResult = phase === 'full-time' || phase === 'awarded';
        const request = usualTable(almanac, match && { match, hasResult }, at);
        return request && { request, clubs: match ? [match.home.id, match.away.id] : [] };
      },
      async table(request, at) {
        const find = seasonTable(almanac, request, today(request.competition, at));
        if (!find.ok) return find;
        const names = { competitionName: competitionName(request.competition), nameOf, shortNameOf };
        return { ok: true, table: { ...find.table, ...names } };
      },
      async meetings(request, at) {
        const found = meetings(almanac, request, today(almanac.competitions[0]?.id, at));
        return found && { ...found, nameOf, competitionNames: found.competitions.map(competitionName) };
      },
    },
    facts: {
      subjects: facts.subjects,
      about: facts.about,
      knows: facts.knows,
      deck,
      async next(deckOf, serverId, at) {
        const library = await deck(serverId);
        return store.transaction(async ({ deck }) => (await dealFact(deck, library, deckOf, at))?.fact);
      },
      async ofMatch(matchId) {
        const known = await state(matchId);
        const match = known?.snapshot.match ?? (await feed.matches()).find(({ id }) => id === matchId);
        return match && { match, facts: facts.ofMatch(match, endingOf(known)) };
      },
      working(factId) {
        const fact = facts.byId(factId);
        if (!fact) return addressOfId(factId) ? 'withdrawn' : 'none';
        if (!isComputed(fact) && fact.computation === undefined) return 'none';
        const computation = facts.computationOf(fact);
        return computation ? { fact, computation, shortNameOf } : 'withdrawn';
      },
    },
    follows: {
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

/** The score that a match ended by, as far as anyone knows; none of one that was broken off. */
function endingOf(state: MatchState | undefined): Score | undefined {
  if (!state || !hasEnded(state)) return undefined;
  const { phase, score: stated } = state.snapshot;
  if (phase === 'full-time') return state.score;
  return phase === 'awarded' ? stated : undefined;
}

/** What a result meant, with names to it; undefined where the results around it are not known. */
export function reportOf(almanac: Almanac, facts: FactLibrary): (state: MatchState) => ReportView | undefined {
  return (state) => {
    const { score } = state;
    const { match } = state.snapshot;
    const report = matchReport(match, score, almanac, facts.ofMatch(match, endingOf(state)));
    const next = report?.next.map(fixtureRowOf(almanac)) ?? [];
    return report && { ...report, match, score, nameOf: nameIn(almanac), next };
  };
}

function nameIn({ clubs }: Almanac): (id: string) => string {
  return (id) => clubs.find((club) => club.id === id)?.name ?? id;
}

function fixtureRowOf(almanac: Almanac): (result: Result) => FixtureRow {
  const nameOf = nameIn(almanac);
  return ({ home, away, day, round, competition }) => {
    const name = almanac.competitions.find(({ id }) => id === competition)?.name;
    return {
      home: nameOf(home),
      away: nameOf(away),
      when: { day },
      ...(name && { competition: name }),
      ...(round !== undefined && { round }),
    };
  };
}
