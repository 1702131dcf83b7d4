import { headToHead, type OpeningBalance } from '../../../head-to-head.ts';
import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { THREE_POINTS_SINCE } from '../../scope.ts';
import { newestFirst } from '../runs/result-rows.ts';
import { keyOfHost, ofPair, openingOf, type Pair, pairScope, pairsOf, toldOf } from './pair.ts';

/** At one ground, or in one era, fewer meetings than these are no record. */
const FEWEST = 4;

/** The balance of two clubs: of all that is known, and of what is carried, since a win is worth three points, and at each ground. */
export const balance: Family = {
  name: 'balance',
  find: (ledger, focus) =>
    ofPair(focus, (a, b) => {
      const opening = openingOf(ledger, a, b);
      return pairsOf(ledger, a, b).flatMap((pair) => [
        ...(pair.host === undefined && opening ? balanceOf(ledger, pair, 'balance', { opening }) : []),
        ...balanceOf(ledger, pair, opening || pair.host ? `balance/all${keyOfHost(pair)}` : 'balance', {}),
        ...threePointEra(ledger, pair),
      ]);
    }),
};

/** Nothing where all the seasons that are known are of it. */
function threePointEra(ledger: Ledger, pair: Pair): readonly Finding[] {
  const first = ledger.seasons[0]?.name;
  const isKnown = ledger.seasons.some(({ name }) => name === THREE_POINTS_SINCE);
  if (first === THREE_POINTS_SINCE || !isKnown) return [];
  const key = `balance/era${keyOfHost(pair)}`;
  return balanceOf(ledger, pair, key, { since: THREE_POINTS_SINCE });
}

interface Of {
  readonly opening?: OpeningBalance;
  readonly since?: string;
}

function balanceOf(ledger: Ledger, pair: Pair, key: string, { opening, since }: Of): readonly Finding[] {
  const meetings = since === undefined ? pair.meetings : pair.meetings.filter(({ season }) => season >= since);
  const [latest, isWhole] = [meetings.at(-1), key === 'balance'];
  if (!latest || (!isWhole && meetings.length < FEWEST)) return [];
  const [a, b] = pair.clubs;
  const { played, won, drawn, goals } = headToHead(meetings, a, b, opening);
  return [
    {
      key,
      statement: { kind: 'balance', ...toldOf(ledger, pair), played, won, drawn, goals },
      scope: { ...pairScope(ledger, pair, since), ...(opening && { withOpening: true }) },
      working: { rows: newestFirst(meetings), lookedAt: meetings.length },
      // There is always one; a round number is told of the whole record alone.
      weight: { times: 1, chances: 1, latest: latest.day, number: isWhole ? played : 0 },
      theme: 'balance',
    },
  ];
}
