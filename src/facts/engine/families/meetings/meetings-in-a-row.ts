import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { newestFirst, runOf } from '../runs/result-rows.ts';
import { FEWEST_SEASONS } from '../season/start.ts';
import { commonsOf, type InCommon, keyOfCommon, mostTelling, type Row, rowsIn, themeOfCommon } from './meeting-rows.ts';
import { keyOfHost, ofPair, type Pair, pairScope, pairsOf, seenFrom, toldOf } from './pair.ts';

/** A row that goes on has at least two meetings, at one ground three, and so it has where what they share is ordinary; */
const [FEWEST, FEWEST_ORDINARY] = [2, 3];
const ORDINARY: readonly InCommon[] = ['decided', 'unbeaten', 'both-scored'];
/** one that has ended is worth a word only when it was long. */
const FEWEST_PAST = 5;
/** A row nearly as long as the longest is the like of it. */
const NEARLY = 3 / 4;

/** What the last meetings have in common, and the longest such row of all. */
export const meetingsInARow: Family = {
  name: 'meetings-in-a-row',
  find: (ledger, focus) =>
    ofPair(focus, (a, b) => pairsOf(ledger, a, b).flatMap((pair) => [...current(ledger, pair), ...past(ledger, pair)])),
};

function current(ledger: Ledger, pair: Pair): readonly Finding[] {
  const { meetings, host } = pair;
  const going = commonsOf(pair).flatMap((common): readonly Row[] => {
    const last = rowsIn(meetings, common).at(-1);
    const fewest = host === undefined && !ORDINARY.includes(common.of) ? FEWEST : FEWEST_ORDINARY;
    const goesOn = last?.isCertain === true && last.results.at(-1) === meetings.at(-1);
    return goesOn && last.results.length >= fewest ? [{ common, results: last.results }] : [];
  });
  return mostTelling(going).flatMap((row) => {
    const longer = rowsIn(meetings, row.common).findLast(({ results }) => results.length > row.results.length);
    if (longer && !longer.isCertain) return [];
    const finding = findingOf(ledger, pair, row, 'row');
    const { kind, ...statement } = finding.statement;
    return [{ ...finding, statement: { kind, ...statement, ...(longer && { longer: runOf(longer.results) }) } }];
  });
}

/** The longest of each kind where it has ended; not where the first that is carried may have been as long. */
function past(ledger: Ledger, pair: Pair): readonly Finding[] {
  const { meetings } = pair;
  if (new Set(meetings.map(({ season }) => season)).size < FEWEST_SEASONS) return [];
  const longest = commonsOf(pair).flatMap((common): readonly Row[] => {
    const rows = rowsIn(meetings, common);
    const most = Math.max(...rows.map(({ results }) => results.length));
    const last = rows.findLast(({ results }) => results.length === most);
    const isCertain = rows.every((row) => row.results.length < most || row.isCertain);
    const isPast = last?.results.at(-1) !== meetings.at(-1);
    return last && isCertain && isPast && most >= FEWEST_PAST ? [{ common, results: last.results }] : [];
  });
  return mostTelling(longest).map((row) => {
    const finding = findingOf(ledger, pair, row, 'longest');
    const { kind, ...statement } = finding.statement;
    const all = rowsIn(meetings, row.common);
    const alike = all.filter(({ results }) => results.length >= row.results.length * NEARLY).length;
    return {
      ...finding,
      statement: { kind, ...statement, isPast: true },
      // It is long ago: of interest only for how few came near it.
      weight: { ...finding.weight, times: alike, chances: all.length },
      theme: 'longest-row',
    };
  });
}

function findingOf(ledger: Ledger, pair: Pair, { common, results }: Row, name: string) {
  const { meetings } = pair;
  const seen = common.club === undefined ? pair : seenFrom(pair, common.club);
  const rows = rowsIn(meetings, common).map((row) => row.results.length);
  const run = runOf(results);
  return {
    key: `${name}/${keyOfCommon(common)}${keyOfHost(pair, common.club)}`,
    statement: { kind: 'meetings-in-a-row', ...toldOf(ledger, seen), of: common.of, run },
    scope: pairScope(ledger, seen),
    working: { rows: newestFirst(results), lookedAt: meetings.length },
    weight: {
      // After how many meetings such a row was as long.
      times: rows.reduce((times, length) => times + Math.max(0, length - run.games + 1), 0),
      ...{ chances: meetings.length, latest: run.to, number: run.games },
    },
    theme: `row/${themeOfCommon(common)}`,
  } as const satisfies Finding;
}
