import type { Result } from '../../match/result.ts';
import type { Scope } from './scope.ts';
import type { Tally } from './season-ledger.ts';
import type { MeetingStatement } from './statements/meeting-statement.ts';
import type { PlayerStatement } from './statements/player-statement.ts';
import type { RunStatement } from './statements/run-statement.ts';
import type { SeasonStatement } from './statements/season-statement.ts';

/** What the families found, by kind. All figures that are told stand here; whatever is told is worded elsewhere. */
export type Statement = SeasonStatement | RunStatement | MeetingStatement | PlayerStatement;

export type StatementKind = Statement['kind'];

/** A line of the working: a person can look it up elsewhere. */
export type WorkingRow =
  | { readonly kind: 'result'; readonly result: Result }
  /** What a club had made of a season's first games. */
  | { readonly kind: 'start'; readonly club: string; readonly season: string; readonly tally: Tally }
  /** A club's place in a table. */
  | {
      readonly kind: 'place';
      readonly club: string;
      readonly rank: number;
      readonly games: number;
      readonly points: number;
      readonly goalDifference: number;
    }
  /** A number of something, by season (`2021-22`) or by score (`1-0`). */
  | { readonly kind: 'count'; readonly of: string; readonly count: number };

/** What a finding rests on. */
export interface Working {
  /** The rows that decide it, most telling first; at most some 20. */
  readonly rows: readonly WorkingRow[];
  /** How many such rows were looked at in all: results, or seasons of clubs. */
  readonly lookedAt: number;
}

/** What makes a finding worth telling. */
export interface Weight {
  /** How often the like has happened among so many chances: once in 28 is rare. */
  readonly times: number;
  readonly chances: number;
  /** The day of the newest result that it is about. */
  readonly latest: string;
  /** The number it is told for: a round one is told rather. */
  readonly number: number;
}

/** One thing that a family found, as of a ledger's moment. */
export interface Finding {
  /** Its name among all findings of a moment, of small letters, digits, `-` and `/`: `best-start/milan/12`. */
  readonly key: string;
  readonly statement: Statement;
  readonly scope: Scope;
  readonly working: Working;
  readonly weight: Weight;
  /** Findings of one theme tell much the same: only the weightiest of them is told. `start/milan` */
  readonly theme: string;
}
