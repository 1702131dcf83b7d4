import type { MatchEvent, Player } from './event.ts';
import type { Instant } from './instant.ts';
import type { Match, Side } from './match.ts';
import type { Minute } from './minute.ts';
import type { Phase } from './phase.ts';
import type { Score } from './score.ts';

export interface LineupPlayer extends Player {
  readonly shirt?: number;
}

export interface Lineup {
  readonly formation?: string;
  readonly coach?: Player;
  readonly starters: readonly LineupPlayer[];
  readonly bench: readonly LineupPlayer[];
}

export interface Officials {
  readonly referee?: string;
  readonly assistants?: readonly string[];
  readonly fourth?: string;
  readonly var?: string;
  readonly assistantVar?: string;
}

/** Counts of one record, home first. */
export type Statistics = Partial<
  Readonly<
    Record<'possession' | 'shots' | 'shotsOnTarget' | 'corners' | 'fouls', readonly [home: number, away: number]>
  >
>;

/**
 * What a feed says about a match at one moment. Score and event list are two facts: a feed may move one before the other.
 */
export interface Snapshot {
  readonly match: Match;
  /** The feed's own moment; for a recording, the moment that was recorded. */
  readonly at: Instant;
  readonly phase: Phase;
  readonly minute?: Minute;
  /** As the feed states it; absent before kick-off, or where the feed gives events alone. */
  readonly score?: Score;
  readonly halfTime?: Score;
  /** Penalties scored in the shoot-out. */
  readonly shootOut?: Score;
  /** Added time announced, in minutes, first half first. */
  readonly addedTime?: readonly number[];
  readonly events: readonly MatchEvent[];
  /**
   * The kinds of event that this feed tells at all: of these, what is missing in `events` has not happened. Absent where
   * it tells every kind. A feed that knows scores alone tells none, and so takes nothing back.
   */
  readonly lists?: readonly MatchEvent['kind'][];
  readonly lineups?: Readonly<Record<Side, Lineup>>;
  readonly officials?: Officials;
  readonly statistics?: Statistics;
}
