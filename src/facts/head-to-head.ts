import { goalsFor, meetingsOf, outcomeFor, type Result } from '../match/result.ts';

/** What two clubs made of their meetings. Pairs are in the order of `clubs`. */
export interface HeadToHead {
  readonly clubs: readonly [a: string, b: string];
  readonly played: number;
  readonly won: readonly [a: number, b: number];
  readonly drawn: number;
  readonly goals: readonly [a: number, b: number];
}

/** Meetings from before the first season whose results Tifo carries: totals alone, so nothing else follows from them. */
export interface OpeningBalance extends HeadToHead {
  readonly competition: string;
  /** The first season that is not in it. */
  readonly before: string;
}

/** The balance of two clubs over the results given, on top of an opening balance where one is passed. */
export function headToHead(results: readonly Result[], a: string, b: string, opening?: OpeningBalance): HeadToHead {
  const meetings = meetingsOf(results, a, b);
  const won = (club: string) => meetings.filter((meeting) => outcomeFor(meeting, club) === 'won').length;
  const goals = (club: string) => sum(meetings.map((result) => goalsFor(result, club)));
  const earlier = opening ? seenFrom(opening, a) : { played: 0, won: [0, 0], drawn: 0, goals: [0, 0] };
  return {
    clubs: [a, b],
    played: earlier.played + meetings.length,
    won: [earlier.won[0] + won(a), earlier.won[1] + won(b)],
    drawn: earlier.drawn + meetings.length - won(a) - won(b),
    goals: [earlier.goals[0] + goals(a), earlier.goals[1] + goals(b)],
  };
}

function seenFrom(balance: HeadToHead, club: string): Pick<HeadToHead, 'played' | 'won' | 'drawn' | 'goals'> {
  if (balance.clubs[0] === club) return balance;
  const { won, goals } = balance;
  return { ...balance, won: [won[1], won[0]], goals: [goals[1], goals[0]] };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
