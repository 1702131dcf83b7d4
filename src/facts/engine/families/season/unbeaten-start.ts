import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import type { Tally } from '../../season-ledger.ts';
import { FEWEST_SEASONS, startOf, startRows, startScope } from './start.ts';

/** What happened in more than one season of three is not worth a word. */
const RARE = 1 / 3;

/** Not beaten yet after so many games. */
export const unbeatenStart: Family = {
  name: 'unbeaten-start',
  find: (ledger, focus) => focus.flatMap((club) => startWithout('unbeaten-start', ledger, club)),
};

/** No game won yet. */
export const winlessStart: Family = {
  name: 'winless-start',
  find: (ledger, focus) => focus.flatMap((club) => startWithout('winless-start', ledger, club)),
};

function startWithout(kind: 'unbeaten-start' | 'winless-start', ledger: Ledger, club: string): readonly Finding[] {
  const lacked = ({ won, lost }: Tally) => (kind === 'unbeaten-start' ? lost : won);
  const start = startOf(ledger, club);
  if (!start || lacked(start.tally) > 0 || start.earlier.length < FEWEST_SEASONS) return [];
  const before = start.earlier.filter(({ tally }) => lacked(tally) === 0).map(({ season }) => season);
  if (before.length > start.earlier.length * RARE) return [];
  const { season, games, tally, day } = start;
  return [
    {
      key: `${kind}/${club}/${games}`,
      statement: { kind, club: ledger.club(club), season, games, tally, before },
      scope: startScope(ledger, start),
      working: { rows: startRows(start, (tally) => -lacked(tally)), lookedAt: start.earlier.length + 1 },
      weight: { times: before.length + 1, chances: start.earlier.length + 1, latest: day, number: games },
      theme: `${kind}/${club}`,
    },
  ];
}
