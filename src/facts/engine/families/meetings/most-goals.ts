import type { Result } from '../../../../match/result.ts';
import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { asRows } from '../runs/result-rows.ts';
import { FEWEST_MEETINGS, ofPair, pairScope, toldOf } from './pair.ts';

/** Fewer goals are no feast. */
const FEWEST_GOALS = 4;

/** The meeting with the most goals. One whose score was awarded had none to speak of. */
export const mostGoals: Family = {
  name: 'most-goals',
  find: (ledger, focus) => ofPair(focus, (a, b) => mostIn(ledger, a, b)),
};

function mostIn(ledger: Ledger, a: string, b: string): readonly Finding[] {
  const meetings = ledger.meetings(a, b);
  const played = meetings.filter(({ status }) => status === 'played');
  const goals = Math.max(...played.map(goalsIn));
  const such = played.filter((result) => goalsIn(result) === goals);
  const result = such.at(-1);
  if (!result || meetings.length < FEWEST_MEETINGS || goals < FEWEST_GOALS) return [];
  const nearly = played.filter((other) => goalsIn(other) >= goals - 1);
  const others = nearly.toReversed().sort((one, other) => goalsIn(other) - goalsIn(one));
  const pair = { clubs: [a, b], meetings } as const;
  return [
    {
      key: 'most-goals',
      statement: { kind: 'most-goals', ...toldOf(ledger, pair), result, goals, times: such.length },
      scope: pairScope(ledger, pair),
      working: { rows: asRows(others), lookedAt: meetings.length },
      weight: { times: nearly.length, chances: meetings.length, latest: result.day, number: goals },
      theme: 'most-goals',
    },
  ];
}

function goalsIn({ score }: Result): number {
  return score.home + score.away;
}
