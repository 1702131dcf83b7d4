import { meetingsOf, outcomeFor, type Result, resultsOf, sideOf } from '../match/result.ts';
import { currentStreak, longestStreak, type StreakKind } from '../match/streak.ts';
import { upToDay } from '../match/table.ts';
import { type HeadToHead, headToHead, type OpeningBalance } from './head-to-head.ts';
import type { TableRecord } from './season-table.ts';

/** Where meetings took place, seen from the first club. League matches are at one club's or the other's. */
export type Venue = 'home' | 'away';

export interface MeetingsRequest {
  /** Two different clubs by their ids. */
  readonly clubs: readonly [a: string, b: string];
  /** The first season that counts; all there are without one. */
  readonly since?: string;
  readonly venue?: Venue;
}

/** Something of the one club and the same of the other, in the order of the request. */
type OfEach<T> = readonly [a: T, b: T];

/** What all the meetings of two clubs come to, and what they are all of. Clubs and competitions stand by their ids. */
export interface Meetings extends MeetingsRequest {
  readonly since: string;
  readonly competitions: readonly string[];
  /** The day of the last result of these competitions, whoever played. */
  readonly upTo: string;
  readonly balance: HeadToHead;
  /** The same with what was played before the first season, where only totals of that are known. */
  readonly everything?: { readonly opening: OpeningBalance; readonly balance: HeadToHead };
  /** How many of the results were awarded; they count, though not among the biggest wins. */
  readonly awarded: number;
  /** Latest first. */
  readonly last: readonly Result[];
  readonly biggestWins: OfEach<BiggestWin | undefined>;
  readonly current?: CurrentRun;
  readonly longest: Readonly<Record<'won' | 'unbeaten', OfEach<readonly Result[]>>>;
  /** Those of the two that played no match at all within the scope. */
  readonly absent: readonly string[];
}

/** A win by the most goals, of those by as many the one with the most goals; how often it came to that, and when last. */
export interface BiggestWin {
  readonly latest: Result;
  readonly times: number;
}

/** What the last meetings have in common, at least two of them: draws, or that a club has not lost, perhaps always won. */
export type CurrentRun =
  | { readonly kind: 'drawn'; readonly games: number }
  | { readonly kind: 'unbeaten'; readonly club: string; readonly games: number; readonly won: number };

export interface MeetingsRecord extends TableRecord {
  readonly openingBalances: readonly OpeningBalance[];
}

/** All that two clubs made of each other up to a day, or since a season; undefined when no result at all is in that scope. */
export function meetings(record: MeetingsRecord, request: MeetingsRequest, today: string): Meetings | undefined {
  const { clubs, venue } = request;
  const [a, b] = clubs;
  const known = upToDay(record.results, today);
  const since = request.since ?? known[0]?.season;
  const inScope = known.filter(({ season }) => since !== undefined && season >= since);
  const last = inScope.at(-1);
  if (since === undefined || !last) return undefined;
  const played = meetingsOf(inScope, a, b).filter((result) => venue === undefined || sideOf(result, a) === venue);
  const competitions = [...new Set(inScope.map(({ competition }) => competition))];
  // Totals say nothing of when and where, so they go with the whole record alone.
  const isAll = request.since === undefined && venue === undefined;
  const opening = record.openingBalances.find(
    (earlier) =>
      isAll &&
      earlier.before === since &&
      competitions.every((id) => id === earlier.competition) &&
      clubs.every((club) => earlier.clubs.includes(club)),
  );
  const current = currentRun(played, clubs);
  const longest = (kind: StreakKind) => [longestStreak(played, a, kind), longestStreak(played, b, kind)] as const;
  return {
    ...request,
    since,
    competitions,
    upTo: last.day,
    balance: headToHead(played, a, b),
    ...(opening && { everything: { opening, balance: headToHead(played, a, b, opening) } }),
    awarded: played.filter(({ status }) => status === 'awarded').length,
    last: played.slice(-LAST_MEETINGS).reverse(),
    biggestWins: [biggestWin(played, a), biggestWin(played, b)],
    ...(current && { current }),
    longest: { won: longest('won'), unbeaten: longest('unbeaten') },
    absent: clubs.filter((club) => resultsOf(inScope, club).length === 0),
  };
}

const LAST_MEETINGS = 5;

/** A club's biggest win of some results. What was given at a table is a result, but no win to be proud of. */
export function biggestWin(played: readonly Result[], club: string): BiggestWin | undefined {
  const wins = played.filter((result) => result.status === 'played' && outcomeFor(result, club) === 'won');
  const size = ({ score }: Result) => [Math.abs(score.home - score.away), score.home + score.away] as const;
  const compare = (one: Result, other: Result) => {
    const [[margin, goals], [otherMargin, otherGoals]] = [size(one), size(other)];
    return margin - otherMargin || goals - otherGoals;
  };
  const [first, ...others] = wins;
  if (!first) return undefined;
  const latest = others.reduce((biggest, win) => (compare(win, biggest) >= 0 ? win : biggest), first);
  return { latest, times: wins.filter((win) => compare(win, latest) === 0).length };
}

function currentRun(played: readonly Result[], [a, b]: OfEach<string>): CurrentRun | undefined {
  const games = (club: string, kind: StreakKind) => currentStreak(played, club, kind).length;
  const [ofA, ofB] = [games(a, 'unbeaten'), games(b, 'unbeaten')];
  const longer = Math.max(ofA, ofB);
  if (longer < 2) return undefined;
  // Where neither has lost for as long, nobody has won either.
  if (ofA === ofB) return { kind: 'drawn', games: longer };
  const club = ofA > ofB ? a : b;
  return { kind: 'unbeaten', club, games: longer, won: games(club, 'won') };
}
