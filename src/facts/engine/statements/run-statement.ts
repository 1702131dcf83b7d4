import type { Club } from '../../../match/match.ts';
import type { Result } from '../../../match/result.ts';
import type { StreakKind } from '../../../match/streak.ts';
import type { Venue } from '../../meetings.ts';

/** A run of a club's games, by its first and last day. */
export interface Run {
  readonly games: number;
  readonly from: string;
  readonly to: string;
}

/** What is found about a club over all its seasons, by kind. */
export type RunStatement =
  /** A run of a club that still goes on; `longer` is the latest earlier one that was longer, where there was one. */
  | {
      readonly kind: 'run';
      readonly club: Club;
      readonly of: StreakKind;
      readonly venue?: Venue;
      readonly run: Run;
      readonly longer?: Run;
    }
  /** A run that the last game ended. */
  | {
      readonly kind: 'run-ended';
      readonly club: Club;
      readonly of: StreakKind;
      readonly venue?: Venue;
      readonly run: Run;
    }
  /** The longest run of its kind of a club. */
  | {
      readonly kind: 'longest-run';
      readonly club: Club;
      readonly of: StreakKind;
      readonly venue?: Venue;
      readonly run: Run;
    }
  /** A club's biggest win of all, or over one other; the latest of `times`. */
  | {
      readonly kind: 'biggest-win';
      readonly club: Club;
      readonly over?: Club;
      readonly result: Result;
      readonly opponent: Club;
      readonly times: number;
      /** The other has won none of their meetings by as many goals. */
      readonly isOfBoth?: true;
    }
  /** What came of meetings (or of a club's games) that somebody led at half-time, where half-time scores are known. */
  | {
      readonly kind: 'half-time-leads';
      readonly club: Club;
      readonly led: number;
      readonly won: number;
      readonly drawn: number;
      readonly lost: number;
    };
