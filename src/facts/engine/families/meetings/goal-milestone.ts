import { goalsFor, type Result } from '../../../../match/result.ts';
import { headToHead } from '../../../head-to-head.ts';
import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { newestFirst } from '../runs/result-rows.ts';
import { ofPair, openingOf, pairScope, toldOf } from './pair.ts';

/** A number of goals that people celebrate. */
const ROUND = 50;

/** The last meeting brought the goals of all of them, or those of one club, to a round number. */
export const goalMilestone: Family = {
  name: 'goal-milestone',
  find: (ledger, focus) =>
    ofPair(focus, (a, b) => [
      ...reached(ledger, a, b, ({ score }) => score.home + score.away),
      ...[a, b].flatMap((club) => reached(ledger, a, b, (result) => goalsFor(result, club), club)),
    ]),
};

function reached(
  ledger: Ledger,
  a: string,
  b: string,
  goalsIn: (result: Result) => number,
  by?: string,
): readonly Finding[] {
  const meetings = ledger.meetings(a, b);
  const last = meetings.at(-1);
  if (!last) return [];
  const opening = openingOf(ledger, a, b);
  const [ofA, ofB] = headToHead([], a, b, opening).goals;
  let goals = by === undefined ? ofA + ofB : by === a ? ofA : ofB;
  const steps = meetings.map((result) => {
    const before = goals;
    goals += goalsIn(result);
    return Math.floor(goals / ROUND) - Math.floor(before / ROUND);
  });
  if (!steps.at(-1)) return [];
  const number = Math.floor(goals / ROUND) * ROUND;
  const pair = { clubs: [last.home, last.away], meetings } as const;
  return [
    {
      key: ['goals', ...(by === undefined ? [] : [by]), number].join('/'),
      statement: {
        ...{ kind: 'goal-milestone', ...toldOf(ledger, pair), number, score: last.score },
        ...(by !== undefined && { by: ledger.club(by) }),
      },
      scope: { ...pairScope(ledger, pair), ...(opening && { withOpening: true }) },
      working: { rows: newestFirst(meetings), lookedAt: meetings.length },
      weight: { times: steps.filter(Boolean).length, chances: meetings.length, latest: last.day, number },
      theme: 'goals',
    },
  ];
}
