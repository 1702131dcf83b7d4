import type { Score } from '../../match/score.ts';

/**
 * The moment as of which something is computed: the end of a day, or the kick-off or the end of a match on it. One and
 * the same sentence is three different facts at these three.
 */
export interface Moment {
  /** `2021-11-07`: everything played up to the end of it counts. */
  readonly day: string;
  /** The match that is about to be played, which does not count, or with its score has just been. */
  readonly match?: {
    /** `2021-22` */
    readonly season: string;
    readonly home: string;
    readonly away: string;
    readonly score?: Score;
  };
}

/** A moment as part of an id: `2021-11-07`, `2021-11-07~2021-22~milan~inter`, and with the score `…~inter~1-1`. */
export function momentId({ day, match }: Moment): string {
  if (!match) return day;
  const { season, home, away, score } = match;
  return [day, season, home, away, ...(score ? [`${score.home}-${score.away}`] : [])].join('~');
}

const WRITTEN = /^(\d{4}-\d\d-\d\d)(?:~([0-9-]+)~([a-z0-9-]+)~([a-z0-9-]+)(?:~(\d{1,2})-(\d{1,2}))?)?$/;

/** The moment of such an id; undefined for anything else. */
export function momentOfId(id: string): Moment | undefined {
  const [, day, season, home, away, homeGoals, awayGoals] = WRITTEN.exec(id) ?? [];
  if (day === undefined) return undefined;
  if (season === undefined || home === undefined || away === undefined) return { day };
  const hasEnded = homeGoals !== undefined && awayGoals !== undefined;
  const score = hasEnded && { score: { home: Number(homeGoals), away: Number(awayGoals) } };
  return { day, match: { season, home, away, ...score } };
}
