import fc from 'fast-check';
import type { Ledger } from '../../../src/facts/engine/ledger.ts';
import type { Moment } from '../../../src/facts/engine/moment.ts';
import type { OpeningBalance } from '../../../src/facts/head-to-head.ts';
import type { Result } from '../../../src/match/result.ts';
import { anyLeague, growing } from './any-league.ts';

/** A league in which runs are long: one club seldom loses. Some results were awarded, and half-time scores are known from a season on. */
export interface LivelyLeague {
  readonly results: readonly Result[];
  readonly next: Result;
  /** What the clubs of the next match had made of each other before it all. */
  readonly opening: OpeningBalance | undefined;
}

export const livelyLeague: fc.Arbitrary<LivelyLeague> = fc
  .record({
    league: anyLeague,
    strong: fc.constantFrom('alfa', 'beta', undefined),
    halfTimesFrom: fc.constantFrom('1995-96', '1999-00', '2001-02'),
    awarded: fc.integer({ min: 0, max: 200 }),
    totals: fc.option(fc.tuple(...Array.from({ length: 5 }, () => fc.nat({ max: 49 }))), { nil: undefined }),
  })
  .map(({ league: { results, next }, strong, halfTimesFrom, awarded, totals }) => {
    const lively = (result: Result, index: number): Result => {
      const score = result.home === strong || result.away === strong ? inFavourOf(strong, result) : result.score;
      const halfTime = { home: Math.min(score.home, 1), away: index % 3 === 0 ? Math.min(score.away, 1) : 0 };
      const isAwarded = index === awarded;
      const details = isAwarded ? { status: 'awarded' as const } : result.season >= halfTimesFrom ? { halfTime } : {};
      return { ...result, score, ...details };
    };
    const [a = 0, b = 0, drawn = 0, ofA = 0, ofB = 0] = totals ?? [];
    const { home, away, competition } = next;
    const opening: OpeningBalance = {
      ...{ competition, before: '1993-94', clubs: [away, home], played: a + b + drawn, won: [a, b], drawn },
      goals: [ofA, ofB],
    };
    return { results: results.map(lively), next: lively(next, -1), opening: totals && opening };
  });

/** Every third defeat stays one. */
function inFavourOf(club: string, { home, score, day }: Result): Result['score'] {
  const [high, low] = [Math.max(score.home, score.away), Math.min(score.home, score.away)];
  if (day.endsWith('2')) return score;
  return home === club ? { home: high, away: low } : { home: low, away: high };
}

/** A book over such a league that may grow. */
export function opened({ results, opening }: LivelyLeague) {
  const { add, ledger } = growing(results);
  return {
    add,
    ledger: (moment: Moment): Ledger => ({ ...ledger(moment), openingBalances: opening ? [opening] : [] }),
  };
}
