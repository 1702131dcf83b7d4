import type { Result } from '../../../../match/result.ts';
import { headToHead } from '../../../head-to-head.ts';
import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { newestFirst } from '../runs/result-rows.ts';
import { ofPair, type Pair, pairScope, toldOf } from './pair.ts';

const SPANS = [5, 10] as const;

/** What came of the last meetings together. */
export const lastMeetings: Family = {
  name: 'last-meetings',
  find: (ledger, focus) =>
    ofPair(focus, (a, b) => {
      const pair: Pair = { clubs: [a, b], meetings: ledger.meetings(a, b) };
      return SPANS.flatMap((games) => lastOf(ledger, pair, games));
    }),
};

function lastOf(ledger: Ledger, pair: Pair, games: number): readonly Finding[] {
  const { clubs, meetings } = pair;
  const last = meetings.slice(-games);
  const latest = last.at(-1);
  if (!latest || last.length < games) return [];
  const { won, drawn, goals } = headToHead(last, ...clubs);
  const sides = spansOf(meetings, games).map((span) => lead(span, clubs));
  const own = lead(last, clubs);
  return [
    {
      key: `last-meetings/${games}`,
      statement: { kind: 'last-meetings', ...toldOf(ledger, pair), games, won, drawn, goals },
      scope: pairScope(ledger, pair),
      working: { rows: newestFirst(last), lookedAt: meetings.length },
      // How often one was so far ahead of the other over as many.
      weight: {
        times: sides.filter((other) => other >= own).length,
        chances: sides.length,
        latest: latest.day,
        number: 0,
      },
      theme: 'last-meetings',
    },
  ];
}

/** All that many meetings in a row. */
function spansOf(meetings: readonly Result[], games: number): readonly (readonly Result[])[] {
  return meetings.slice(games - 1).map((_, index) => meetings.slice(index, index + games));
}

/** By how many wins one was ahead. */
function lead(meetings: readonly Result[], [a, b]: Pair['clubs']): number {
  const { won } = headToHead(meetings, a, b);
  return Math.abs(won[0] - won[1]);
}
