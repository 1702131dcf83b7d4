import type { Club } from '../../../match/match.ts';
import type { Tally } from '../season-ledger.ts';

/** A season, and what a club had made of it. */
export interface SeasonTally {
  readonly season: string;
  readonly tally: Tally;
}

/** What a club's season had come to after its first games, compared with its other seasons; points since a win is worth three. */
interface StartFinding {
  readonly club: Club;
  readonly season: string;
  readonly games: number;
  readonly tally: Tally;
}

/** What is found about a season, or about how a club began it, by kind. */
export type SeasonStatement =
  /** The most points a club ever had after so many games; `level` seasons had as many, `previous` is the best before. */
  | ({ readonly kind: 'best-start'; readonly previous: SeasonTally; readonly level: readonly string[] } & StartFinding)
  /** The most since an earlier season, which had more or as many: `better` is the latest such. */
  | ({ readonly kind: 'best-start-since'; readonly better: SeasonTally } & StartFinding)
  | ({ readonly kind: 'worst-start'; readonly previous: SeasonTally; readonly level: readonly string[] } & StartFinding)
  /** Not beaten yet after so many games; `before` are the earlier seasons of which that was true, earliest first. */
  | ({ readonly kind: 'unbeaten-start'; readonly before: readonly string[] } & StartFinding)
  | ({ readonly kind: 'winless-start'; readonly before: readonly string[] } & StartFinding)
  /** The fewest goals conceded, or the most scored, by any club after so many games; `others` had fewer (more) or as many. */
  | ({
      readonly kind: 'goals-start';
      readonly of: 'fewest-conceded' | 'most-scored';
      readonly goals: number;
      readonly ahead: readonly { readonly club: Club; readonly season: string; readonly goals: number }[];
      readonly level: readonly { readonly club: Club; readonly season: string }[];
    } & StartFinding)
  /** A club's points after so many games, season by season, latest first: as many seasons as are told. */
  | ({ readonly kind: 'points-by-season'; readonly earlier: readonly SeasonTally[] } & StartFinding)
  /** How many clubs had so many points or more after so many games, and the earlier seasons in which as many clubs had. */
  | {
      readonly kind: 'many-on-points';
      readonly season: string;
      readonly games: number;
      readonly points: number;
      readonly clubs: readonly Club[];
      readonly before: readonly string[];
    }
  /** How many clubs had not been beaten after so many games, and the earlier seasons in which as many had not. */
  | {
      readonly kind: 'many-unbeaten';
      readonly season: string;
      readonly games: number;
      readonly clubs: readonly Club[];
      readonly before: readonly string[];
    }
  /** Where a club stands in the table: who is above it and beneath it, and by how much. */
  | {
      readonly kind: 'table-place';
      readonly season: string;
      readonly club: Club;
      readonly rank: number;
      readonly points: number;
      readonly games: number;
      readonly isOver: boolean;
      /** Clubs that share the points with it. */
      readonly level: readonly Club[];
      readonly above?: { readonly club: Club; readonly points: number };
      readonly below?: { readonly club: Club; readonly points: number };
      /** Its place with everything but the match of the moment. */
      readonly rankBefore?: number;
    }
  /** Where a club would stand had the match of the moment ended otherwise (by one goal). */
  | {
      readonly kind: 'what-if';
      readonly season: string;
      readonly club: Club;
      readonly outcome: 'won' | 'drawn' | 'lost';
      readonly rank: number;
      readonly points: number;
      /** Points between it and the next club: ahead of it where it would be top. */
      readonly gap: { readonly club: Club; readonly points: number };
      readonly actual: { readonly rank: number; readonly points: number };
    }
  /** Who won a season, and by how many points; `titles` is how many of the seasons looked at that club has won by then. */
  | {
      readonly kind: 'champion';
      readonly season: string;
      readonly club: Club;
      readonly points: number;
      readonly second: { readonly club: Club; readonly points: number };
      readonly titles: number;
    };
