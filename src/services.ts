import type { Services } from '../commands/services.ts';
import { dealFact } from './facts/deal-fact.ts';
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
import type { Instant } from './match/instant.ts';
import { type Match, replayedMatch } from './match/match.ts';
import type { Result } from './match/result.ts';
import type { MatchState } from './match/state.ts';
import { upToDay } from './match/table.ts';
import type { FixtureRow } from './messages/fixtures-message.ts';
import type { ReportView } from './messages/report-message.ts';
import type { Compose } from './outbox/variants.ts';
import type { Store } from './store/store.ts';
import { currentMatch } from './subscriptions/current-match.ts';
import { followTarget } from './subscriptions/follow-target.ts';

export interface ServicesOptions {
  readonly store: Store;
  readonly almanac: Almanac;
  readonly feed: Feed;
  readonly recordings: readonly Recording[];
  readonly compose: Compose;
  readonly replays: Pick<Services['replays'], 'start'>;
  /** How each source of matches is doing. */
  sources(): readonly FeedStatus[];
  now(): Instant;
  /** Called after a schedule was set or removed. */
  onSchedules(): void;
}

/** A club has as many fixtures ahead as one wants to read; all clubs together have a round of them. */
const FIXTURES_OF_CLUB = 5;
const FIXTURES_OF_ALL = 10;

/** Answers what commands ask, from the store, the almanac and the feed. */
export function servicesOf({
  store,
  almanac,
  feed,
  recordings,
  compose,
  replays,
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

  const fixtureRow = fixtureRowOf(almanac);
  const report = reportOf(almanac);

  return {
    clubs: almanac.clubs.map(({ id, name, shortName, aliases }) => ({
      value: id,
      label: name,
      aliases: [shortName, ...aliases],
    })),
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
      all: almanac.facts.all,
      ofMatch: almanac.facts.ofMatch,
      subjects: almanac.facts.subjects,
      about: almanac.facts.about,
      next: (deckOf, at) =>
        store.transaction(async ({ deck }) => (await dealFact(deck, almanac.facts.all, deckOf, at))?.fact),
    },
    follows: {
      follow: (wish) => followTarget(store.subscriptions, wish),
      hear: store.subscriptions.hear,
      unfollow: store.subscriptions.unfollow,
      inGuild: store.subscriptions.inGuild,
      inChannel: store.subscriptions.inChannel,
    },
    replays: { recorded: () => recordings.map(({ match }) => match), start: replays.start },
    feed: { status: sources },
    schedules: {
      async set(schedule) {
        const set = await store.schedules.set(schedule);
        onSchedules();
        return set;
      },
      async remove(channelId) {
        const removed = await store.schedules.remove(channelId);
        onSchedules();
        return removed;
      },
      inChannel: store.schedules.inChannel,
      inGuild: store.schedules.inGuild,
    },
  };
}

/** What a result meant, with names to it; undefined where the results around it are not known. */
export function reportOf(almanac: Almanac): (state: MatchState) => ReportView | undefined {
  return ({ snapshot: { match }, score }) => {
    const report = matchReport(match, score, almanac);
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
