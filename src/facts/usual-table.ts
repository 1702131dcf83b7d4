import { DAY, type Instant } from '../match/instant.ts';
import type { Match } from '../match/match.ts';
import { upToDay } from '../match/table.ts';
import { dayIn } from './fixtures.ts';
import { seasonsOf } from './season.ts';
import type { TableRecord, TableRequest } from './season-table.ts';

/** The match that matters, with whether its result stands. */
export interface MatchThatMatters {
  readonly match: Match;
  readonly hasResult: boolean;
}

/** A match longer ago comes from the archive, and is shown amid its own season. */
const LATELY = 100 * DAY;

/**
 * The table that somebody means who names none: that of the match that matters, as things stand now, or as they stood at a
 * match from the archive, before its end without it. Undefined when nothing is carried.
 */
export function usualTable(
  { results, competitions }: TableRecord,
  matters: MatchThatMatters | undefined,
  now: Instant,
): TableRequest | undefined {
  const carried = competitions.filter(({ id }) => results.some((result) => result.competition === id));
  const own = matters && carried.find(({ id }) => id === matters.match.competition.id);
  if (!matters || !own) {
    const [first] = carried;
    const season = first && seasonsOf(upToDay(results, dayIn(first.timeZone, now)), first.id).at(-1);
    return first && season && { competition: first.id, season: season.name, moment: { kind: 'latest' } };
  }
  const { match, hasResult } = matters;
  const request = { competition: own.id, season: match.season };
  if (match.kickOff > now - LATELY) return { ...request, moment: { kind: 'latest' } };
  const without = { home: match.home.id, away: match.away.id };
  const day = dayIn(own.timeZone, match.kickOff);
  return { ...request, moment: { kind: 'day', day, ...(!hasResult && { without }) } };
}
