import type { Services } from '../commands/services.ts';
import { dayIn, fixturesAfter } from './facts/fixtures.ts';
import type { Almanac } from './facts/load-almanac.ts';
import { type Names, namesOf } from './facts/names.ts';
import type { Instant } from './match/instant.ts';
import { isReplay, type Match } from './match/match.ts';
import type { Result } from './match/result.ts';
import type { MatchesNow } from './matches-now.ts';
import type { FixtureRow } from './messages/fixtures-message.ts';

/** A club has as many fixtures ahead as one wants to read; all clubs together have a round of them. */
const FIXTURES_OF_CLUB = 5;
const FIXTURES_OF_ALL = 10;

/** Says what is next, by what the feed and the almanac know. */
export function fixtureService(almanac: Almanac, { all, current }: MatchesNow): Services['matches']['fixtures'] {
  const names = namesOf(almanac);
  const resultRow = fixtureRowOf(names);
  const listed = (clubId: string | undefined, after: Instant, limit: number) =>
    fixturesAfter(almanac, clubId === undefined ? {} : { club: clubId }, after, limit);

  return async (clubId, at) => {
    const limit = clubId === undefined ? FIXTURES_OF_ALL : FIXTURES_OF_CLUB;
    const club = clubId === undefined ? {} : { club: names.club(clubId) };
    const ahead = (await all()).filter(
      ({ id, kickOff, home, away }) =>
        kickOff > at && !isReplay(id) && (clubId === undefined || home.id === clubId || away.id === clubId),
    );
    const isFed = (result: Result) => ahead.some((match) => isSame(match, result, almanac));
    const next = [
      ...ahead.map((match) => ({ at: match.kickOff, row: matchRow(match) })),
      ...listed(clubId, at, limit + ahead.length)
        .filter((result) => !isFed(result))
        .map((result) => ({ at: Date.parse(result.day), row: resultRow(result) })),
    ];
    next.sort((a, b) => a.at - b.at);
    if (next.length > 0) return { rows: next.slice(0, limit).map(({ row }) => row), ...club };
    // Nothing is known to be ahead: what came after the match that matters, for a recorded one long ago.
    const asOf = (await current(undefined))?.kickOff ?? at;
    return { rows: asOf < at ? listed(clubId, asOf, limit).map(resultRow) : [], asOf, ...club };
  };
}

/** A result as a match to come, by its day. */
export function fixtureRowOf(names: Names): (result: Result) => FixtureRow {
  return ({ home, away, day, round, competition }) => ({
    home: names.club(home),
    away: names.club(away),
    when: { day },
    competition: names.competition(competition),
    ...(round !== undefined && { round }),
  });
}

function matchRow({ home, away, kickOff, competition, round }: Match): FixtureRow {
  return {
    home: home.name,
    away: away.name,
    when: { kickOff },
    competition: competition.name,
    ...(round !== undefined && { round }),
  };
}

function isSame(match: Match, result: Result, { competitions }: Almanac): boolean {
  const timeZone = competitions.find(({ id }) => id === result.competition)?.timeZone ?? 'UTC';
  const isBetween = match.home.id === result.home && match.away.id === result.away;
  return isBetween && match.competition.id === result.competition && dayIn(timeZone, match.kickOff) === result.day;
}
