import type { Instant } from '../match/instant.ts';
import { type Result, sideOf } from '../match/result.ts';
import type { KnownCompetition } from './known.ts';

/** Whose fixtures: a club's, or a whole competition's. */
export interface FixtureFilter {
  readonly club?: string;
  readonly competition?: string;
}

/**
 * The matches after the day on which a moment falls, earliest first. They come from the results, so they carry the score
 * that was to be, and a day but no kick-off time.
 */
export function fixturesAfter(
  { results, competitions }: { results: readonly Result[]; competitions: readonly KnownCompetition[] },
  { club, competition }: FixtureFilter,
  after: Instant,
  limit: number,
): readonly Result[] {
  const today = new Map(competitions.map(({ id, timeZone }) => [id, dayIn(timeZone, after)]));
  const wanted = results.filter(
    (result) =>
      (competition === undefined || result.competition === competition) &&
      (club === undefined || sideOf(result, club) !== undefined) &&
      result.day > (today.get(result.competition) ?? dayIn('UTC', after)),
  );
  return wanted.slice(0, limit);
}

/** The calendar's day at a moment in a zone: `2021-11-07`. */
export function dayIn(timeZone: string, at: Instant): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}
