import type { Statement, StatementKind } from '../../facts/engine/finding.ts';
import type { Scope } from '../../facts/engine/scope.ts';
import type { MeetingStatement } from '../../facts/engine/statements/meeting-statement.ts';
import type { PlayerStatement } from '../../facts/engine/statements/player-statement.ts';
import type { RunStatement } from '../../facts/engine/statements/run-statement.ts';
import type { SeasonStatement } from '../../facts/engine/statements/season-statement.ts';
import type { Venue } from '../../facts/meetings.ts';
import type { Plain } from '../escape.ts';

/** A sentence for each kind of statement, complete in itself. Names of clubs are made plain by whoever words it. */
type Sentences<Kinds extends StatementKind> = {
  readonly [Kind in Kinds]: (said: Extract<Statement, { kind: Kind }>, scope: Scope) => string;
};

export type SeasonSentences = Sentences<SeasonStatement['kind']>;
export type RunSentences = Sentences<RunStatement['kind']>;
export type MeetingSentences = Sentences<MeetingStatement['kind']>;
export type PlayerSentences = Sentences<PlayerStatement['kind']>;

/** What a computed fact covers, names made plain, seasons ("2021–22") and days written out. */
export interface ScopeWords {
  readonly competition: Plain;
  readonly since: string;
  /** It is of that one season alone. */
  readonly isOneSeason: boolean;
  readonly clubs: readonly Plain[];
  readonly venue?: Venue;
  readonly firstGames?: number;
  /** Totals of what was played before that season count too. */
  readonly openingBefore?: string;
  readonly match?: { readonly home: Plain; readonly away: Plain; readonly day: string; readonly counts: boolean };
}

/** What was looked at and counted: results, first games of a season, places in a table. */
export type Counted = 'results' | 'starts' | 'places';

/** What is said of computed facts. */
export interface FactTexts {
  readonly found: {
    readonly season: SeasonSentences;
    readonly run: RunSentences;
    readonly meeting: MeetingSentences;
    readonly player: PlayerSentences;
  };

  readonly grounds: {
    scope(scope: ScopeWords): string;
    /** "Checked against 11,726 results". */
    checked(count: number, what: Counted): string;
  };

  readonly working: {
    readonly button: string;
    /** Invites to choose one of several facts. */
    readonly choose: string;
    readonly title: string;
    /** Heads of columns, as narrow as told: a season (5), points (3), won, drawn, lost (2 each). */
    readonly season: string;
    readonly points: string;
    readonly outcomes: readonly [string, string, string];
    /** Goals scored and conceded (2 each), games (2), goal difference (3). */
    readonly goals: readonly [string, string];
    readonly games: string;
    readonly difference: string;
    readonly club: string;
    readonly score: string;
    readonly count: string;
    /** Explains the mark beside a row. */
    decides(mark: string): string;
    /** So many are not shown. */
    more(count: number): string;
    /** It was true, but the results say otherwise now. */
    readonly withdrawn: string;
    readonly none: string;
  };
}
