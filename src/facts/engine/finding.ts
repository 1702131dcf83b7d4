import type { Club } from '../../match/match.ts';
import type { Result } from '../../match/result.ts';
import type { Score } from '../../match/score.ts';
import type { StreakKind } from '../../match/streak.ts';
import type { Venue } from '../meetings.ts';
import type { Scope } from './scope.ts';
import type { Tally } from './season-ledger.ts';

/** A season, and what a club had made of it. */
export interface SeasonTally {
  readonly season: string;
  readonly tally: Tally;
}

/** A run of a club's games, by its first and last day. */
export interface Run {
  readonly games: number;
  readonly from: string;
  readonly to: string;
}

/** What a club's season had come to after its first games, compared with its other seasons; points since a win is worth three. */
interface StartFinding {
  readonly club: Club;
  readonly season: string;
  readonly games: number;
  readonly tally: Tally;
}

/** What two clubs made of each other. */
interface MeetingsFinding {
  readonly clubs: readonly [a: Club, b: Club];
  readonly venue?: Venue;
}

/** What the families found, by kind. All figures that are told stand here; whatever is told is worded elsewhere. */
export type Statement =
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
    }
  /** A meeting on which a title turned: had it ended otherwise, and nothing else, another club would have won the season. */
  | ({
      readonly kind: 'title-turned';
      readonly season: string;
      readonly result: Result;
      /** Who would have won the meeting; nobody, had it been drawn. */
      readonly winner?: Club;
      /** With the points that they would have had. */
      readonly instead: { readonly club: Club; readonly points: number };
      readonly champion: { readonly club: Club; readonly points: number };
    } & MeetingsFinding)
  /** A run of a club that still goes on; `longer` is the latest earlier one that was longer, `longest` when there is none. */
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
  /** The meeting with the most goals, the latest of `times`. */
  | ({
      readonly kind: 'most-goals';
      readonly result: Result;
      readonly goals: number;
      readonly times: number;
    } & MeetingsFinding)
  /** The balance of all meetings, and how many goals; `won` and `goals` in the order of `clubs`. */
  | ({
      readonly kind: 'balance';
      readonly played: number;
      readonly won: readonly [a: number, b: number];
      readonly drawn: number;
      readonly goals: readonly [a: number, b: number];
    } & MeetingsFinding)
  /** The meeting of the moment is (or was) the so-manieth. */
  | ({ readonly kind: 'meeting-number'; readonly number: number } & MeetingsFinding)
  /** The score that the meetings ended with most often, whoever won. */
  | ({
      readonly kind: 'common-score';
      /** The higher figure first. */
      readonly score: readonly [number, number];
      readonly times: number;
      readonly played: number;
      readonly last: string;
    } & MeetingsFinding)
  /** The last meetings together. */
  | ({
      readonly kind: 'last-meetings';
      readonly games: number;
      readonly won: readonly [a: number, b: number];
      readonly drawn: number;
      readonly goals: readonly [a: number, b: number];
    } & MeetingsFinding)
  /** The last meetings of which the same is true: no draw, a draw each, won by the first of the clubs, not lost by it. */
  | ({
      readonly kind: 'meetings-in-a-row';
      readonly of: 'drawn' | 'decided' | 'won' | 'unbeaten' | 'both-scored' | 'goalless';
      readonly run: Run;
      /** The latest earlier row that was longer. */
      readonly longer?: Run;
      /** It has ended, and none was longer before or since. */
      readonly isPast?: true;
    } & MeetingsFinding)
  /** A row of meetings of which the same was true, until the last of them ended it. */
  | ({
      readonly kind: 'meetings-row-ended';
      readonly of: 'drawn' | 'won' | 'unbeaten' | 'both-scored';
      readonly run: Run;
      readonly endedBy: Result;
    } & MeetingsFinding)
  /** The last meeting ended as none since an earlier one: the first draw since, the first win of a club since. `between` meetings ended otherwise. */
  | ({
      readonly kind: 'first-since';
      /** A win of the first of the clubs; a draw, a draw without goals, the same score whoever won. */
      readonly of: 'won' | 'drawn' | 'goalless' | 'score';
      readonly result: Result;
      readonly previous: Result;
      readonly between: number;
    } & MeetingsFinding)
  /** Seasons in which the first club beat the other at home and away; in the order of the seasons. */
  | ({ readonly kind: 'doubles'; readonly seasons: readonly string[]; readonly of: number } & MeetingsFinding)
  /** Both meetings of a season, and the points that each of the clubs took from them. */
  | ({
      readonly kind: 'season-meetings';
      readonly season: string;
      readonly results: readonly [first: Result, second: Result];
      readonly points: readonly [a: number, b: number];
    } & MeetingsFinding)
  /** What came of meetings (or of a club's games) that somebody led at half-time, where half-time scores are known. */
  | {
      readonly kind: 'half-time-leads';
      readonly club: Club;
      readonly led: number;
      readonly won: number;
      readonly drawn: number;
      readonly lost: number;
    }
  /** The goals of one club or of both in their meetings reached a round number with the last of them; the first of the clubs was at home in it. */
  | ({
      readonly kind: 'goal-milestone';
      /** Which goal of the meetings, all counted. */
      readonly number: number;
      /** Whose, where one's alone are counted. */
      readonly by?: Club;
      readonly score: Score;
    } & MeetingsFinding)
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
