import type { Family } from '../../family.ts';
import type { Finding, Statement } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { newestFirst, runOf } from '../runs/result-rows.ts';
import { commonsOf, keyOfCommon, mostTelling, type Row, rowsIn, themeOfCommon } from './meeting-rows.ts';
import { keyOfHost, ofPair, type Pair, pairScope, pairsOf, seenFrom, toldOf } from './pair.ts';

type Of = Extract<Statement, { kind: 'meetings-row-ended' }>['of'];

/** Of the others' end "the first draw since" says it all. */
const OF: readonly string[] = ['drawn', 'won', 'unbeaten', 'both-scored'] satisfies readonly Of[];
/** Twice is no row. */
const FEWEST = 3;

/** What the last meeting put an end to: a row of wins, of draws, without defeat. */
export const meetingsRowEnded: Family = {
  name: 'meetings-row-ended',
  find: (ledger, focus) => ofPair(focus, (a, b) => pairsOf(ledger, a, b).flatMap((pair) => ended(ledger, pair))),
};

function ended(ledger: Ledger, pair: Pair): readonly Finding[] {
  const { meetings } = pair;
  const rows = commonsOf(pair).flatMap((common): readonly Row[] => {
    const last = rowsIn(meetings, common).at(-1);
    const hasJustEnded = last?.isCertain === true && last.results.at(-1) === meetings.at(-2);
    return hasJustEnded && last.results.length >= FEWEST ? [{ common, results: last.results }] : [];
  });
  return mostTelling(rows).flatMap((row) => (isTold(row.common.of) ? endOf(ledger, pair, row, row.common.of) : []));
}

function isTold(of: string): of is Of {
  return OF.includes(of);
}

function endOf(ledger: Ledger, pair: Pair, { common, results }: Row, of: Of): readonly Finding[] {
  const { meetings } = pair;
  const endedBy = meetings.at(-1);
  if (!endedBy) return [];
  const seen = common.club === undefined ? pair : seenFrom(pair, common.club);
  const rows = rowsIn(meetings, common);
  return [
    {
      key: `row-ended/${keyOfCommon(common)}${keyOfHost(pair, common.club)}`,
      statement: { kind: 'meetings-row-ended', ...toldOf(ledger, seen), of, run: runOf(results), endedBy },
      scope: pairScope(ledger, seen),
      working: { rows: newestFirst([...results, endedBy]), lookedAt: meetings.length },
      weight: {
        // How many of such rows got so long.
        times: rows.filter((row) => row.results.length >= results.length).length,
        ...{ chances: rows.length, latest: endedBy.day, number: results.length },
      },
      theme: `row-ended/${themeOfCommon(common)}`,
    },
  ];
}
