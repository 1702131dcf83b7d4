import type { Club } from '../../../match/match.ts';
import type { Result } from '../../../match/result.ts';
import type { Score } from '../../../match/score.ts';
import type { Venue } from '../../meetings.ts';
import type { Run } from './run-statement.ts';

/** What two clubs made of each other. */
interface MeetingsFinding {
  readonly clubs: readonly [a: Club, b: Club];
  readonly venue?: Venue;
}

/** What is found about what two clubs made of each other, by kind. */
export type MeetingStatement =
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
  /** The goals of one club or of both in their meetings reached a round number with the last of them; the first of the clubs was at home in it. */
  | ({
      readonly kind: 'goal-milestone';
      /** Which goal of the meetings, all counted. */
      readonly number: number;
      /** Whose, where one's alone are counted. */
      readonly by?: Club;
      readonly score: Score;
    } & MeetingsFinding);
