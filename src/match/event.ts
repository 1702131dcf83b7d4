import { otherSide, type Side } from './match.ts';
import type { Minute } from './minute.ts';

/** A player as a match sheet calls him, accents kept: `Çalhanoğlu`. `fullName` where it says more: `Hakan Çalhanoğlu`. */
export interface Player {
  readonly name: string;
  readonly fullName?: string;
}

interface Happened {
  /** Absent where a feed has not said it yet. */
  readonly minute?: Minute;
  /** The side it counts for: for an own goal the side that benefits, for a card or a substitution the player's. */
  readonly side: Side;
}

/** A goal that counts. `side` is the side credited: an own goal stands under the side it counts for. */
export interface Goal extends Happened {
  readonly kind: 'goal';
  readonly manner: 'open-play' | 'free-kick' | 'penalty' | 'own-goal';
  readonly scorer?: Player;
  readonly assist?: Player;
}

export interface MissedPenalty extends Happened {
  readonly kind: 'missed-penalty';
  /** Absent where a feed only says that it was missed. */
  readonly outcome?: 'saved' | 'woodwork' | 'wide';
  readonly player?: Player;
  readonly keeper?: Player;
}

export interface PenaltyAwarded extends Happened {
  readonly kind: 'penalty-awarded';
  readonly fouled?: Player;
  readonly by?: Player;
}

export interface Card extends Happened {
  readonly kind: 'card';
  readonly colour: 'yellow' | 'second-yellow' | 'red';
  readonly player?: Player;
}

export interface Substitution extends Happened {
  readonly kind: 'substitution';
  readonly on?: Player;
  readonly off?: Player;
}

export interface VarDecision extends Happened {
  readonly kind: 'var-decision';
  readonly decision:
    | 'goal-confirmed'
    | 'goal-cancelled'
    | 'penalty-confirmed'
    /** By the review: the referee had not given it, or nobody says whether they had. */
    | 'penalty-given'
    | 'penalty-cancelled'
    | 'card-upgraded'
    | 'card-cancelled';
  readonly player?: Player;
}

export type ChanceOutcome = 'woodwork' | 'saved' | 'cleared' | 'blocked' | 'wide';

/** An attempt worth telling that was no goal. */
export interface Chance extends Happened {
  readonly kind: 'chance';
  readonly outcome: ChanceOutcome;
  readonly player?: Player;
  /** Who kept it out. */
  readonly by?: Player;
  readonly rebound?: { readonly player: Player; readonly outcome: ChanceOutcome };
}

/** A kick of a shoot-out. It is no goal: it never counts in the score. */
export interface ShootOutKick extends Happened {
  readonly kind: 'shoot-out-kick';
  /** Which kick it is, both sides counted, 1 the first; absent where a feed does not say, and lists kicks as they come. */
  readonly number?: number;
  readonly scored: boolean;
  readonly player?: Player;
}

/** Something that happened in a match. (Discord's own are "gateway events".) */
export type MatchEvent =
  | Goal
  | MissedPenalty
  | PenaltyAwarded
  | Card
  | Substitution
  | VarDecision
  | Chance
  | ShootOutKick;

/** The side of the player who acted, which for an own goal is not the side it counts for. */
export function playerSide(event: MatchEvent): Side {
  return event.kind === 'goal' && event.manner === 'own-goal' ? otherSide(event.side) : event.side;
}

/** The player an event is chiefly about. */
export function protagonist(event: MatchEvent): Player | undefined {
  switch (event.kind) {
    case 'goal':
      return event.scorer;
    case 'substitution':
      return event.on;
    case 'penalty-awarded':
      return event.fouled;
    case 'missed-penalty':
    case 'card':
    case 'var-decision':
    case 'chance':
    case 'shoot-out-kick':
      return event.player;
  }
}
