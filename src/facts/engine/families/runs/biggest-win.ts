import { outcomeFor, type Result } from '../../../../match/result.ts';
import { biggestWin as biggestOf } from '../../../meetings.ts';
import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { scopeOf } from '../../scope.ts';
import { FEWEST_SEASONS } from '../season/start.ts';
import { asRows } from './result-rows.ts';

/** Of fewer wins none is the biggest to speak of, */
const FEWEST_WINS = 4;
/** nor is one by a single goal. */
const LEAST_MARGIN = 2;

/** The biggest win of a club, over anybody and over the other. Awarded ones are none. */
export const biggestWin: Family = {
  name: 'biggest-win',
  find(ledger, focus) {
    const [a, b] = focus;
    const overAll = focus.flatMap((club) => biggestIn(ledger, ledger.resultsOf(club), club));
    if (b === undefined) return overAll;
    const meetings = ledger.meetings(a, b);
    return [...overAll, ...biggestIn(ledger, meetings, a, b), ...biggestIn(ledger, meetings, b, a)];
  },
};

function biggestIn(ledger: Ledger, results: readonly Result[], club: string, over?: string): readonly Finding[] {
  const biggest = biggestOf(results, club);
  const wins = results.filter((result) => result.status === 'played' && outcomeFor(result, club) === 'won');
  const seasons = new Set(results.map(({ season }) => season)).size;
  if (!biggest || wins.length < FEWEST_WINS || seasons < FEWEST_SEASONS) return [];
  const { latest, times } = biggest;
  const margin = marginOf(latest);
  if (margin < LEAST_MARGIN) return [];
  const isOfBoth = over !== undefined && results.every((other) => !rivals(other, club, margin));
  const alike = wins.filter((win) => marginOf(win) >= margin - 1);
  const chances = over === undefined ? seasons : wins.length;
  return [
    {
      key: ['biggest-win', club, ...(over === undefined ? [] : ['v'])].join('/'),
      statement: {
        ...{ kind: 'biggest-win', club: ledger.club(club), result: latest, times },
        ...(over !== undefined && { over: ledger.club(over) }),
        ...(isOfBoth && { isOfBoth }),
        opponent: ledger.club(latest.home === club ? latest.away : latest.home),
      },
      scope: scopeOf(ledger, { clubs: over === undefined ? [club] : [club, over] }),
      working: { rows: asRows([latest, ...bySize(alike.filter((win) => win !== latest))]), lookedAt: results.length },
      weight: { times: Math.min(alike.length, chances), chances, latest: latest.day, number: margin },
      theme: `biggest-win/${club}`,
    },
  ];
}

/** Whether a result is as wide as a club's own biggest win and not one of its own: the other's, or one that was awarded. */
function rivals(result: Result, club: string, margin: number): boolean {
  const isOwn = result.status === 'played' && outcomeFor(result, club) === 'won';
  return !isOwn && marginOf(result) >= margin;
}

/** The biggest first, of those as big the newest. */
function bySize(wins: readonly Result[]): readonly Result[] {
  const goals = ({ score }: Result) => score.home + score.away;
  return [...wins].reverse().sort((a, b) => marginOf(b) - marginOf(a) || goals(b) - goals(a));
}

function marginOf({ score }: Result): number {
  return Math.abs(score.home - score.away);
}
