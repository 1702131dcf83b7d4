import type { Club } from '../../../match/match.ts';
import type { Run } from './run-statement.ts';

/** What is found about those who scored, by kind, where that is known. */
export type PlayerStatement =
  /** Who has scored most for a club in its season so far; `penalties` of them from the spot, `second` has scored next to most. */
  | {
      readonly kind: 'top-scorer';
      readonly club: Club;
      readonly season: string;
      readonly games: number;
      readonly player: string;
      readonly goals: number;
      readonly penalties: number;
      readonly second: number;
    }
  /** Who has scored in each of a club's last games of its season; `goals` in all of them. */
  | {
      readonly kind: 'scoring-run';
      readonly club: Club;
      readonly season: string;
      readonly player: string;
      readonly goals: number;
      readonly run: Run;
    };
