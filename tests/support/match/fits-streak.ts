import type { Result } from '../../../src/match/result.ts';
import type { StreakKind } from '../../../src/match/streak.ts';

/** What must be true of the goals that a club scored and conceded. */
const FITTING: Readonly<Record<StreakKind, (scored: number, conceded: number) => boolean>> = {
  won: (scored, conceded) => scored > conceded,
  drawn: (scored, conceded) => scored === conceded,
  lost: (scored, conceded) => scored < conceded,
  unbeaten: (scored, conceded) => scored >= conceded,
  winless: (scored, conceded) => scored <= conceded,
  scored: (scored) => scored > 0,
  scoreless: (scored) => scored === 0,
  'clean-sheet': (_, conceded) => conceded === 0,
};

/** Whether a result of a club's belongs into a streak, worked out from its goals alone. */
export function fitsStreak({ home, score }: Result, club: string, kind: StreakKind): boolean {
  return home === club ? FITTING[kind](score.home, score.away) : FITTING[kind](score.away, score.home);
}
