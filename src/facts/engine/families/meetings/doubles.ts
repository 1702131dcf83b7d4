import { outcomeFor, type Result } from '../../../../match/result.ts';
import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { newestFirst } from '../runs/result-rows.ts';
import { FEWEST_SEASONS } from '../season/start.ts';
import { ofPair, pairScope, toldOf } from './pair.ts';

/** The seasons in which a club beat the other at home and away. */
export const doubles: Family = {
  name: 'doubles',
  find: (ledger, focus) => ofPair(focus, (a, b) => [...doublesOf(ledger, a, b), ...doublesOf(ledger, b, a)]),
};

function doublesOf(ledger: Ledger, club: string, other: string): readonly Finding[] {
  const whole = ledger.seasons.flatMap(({ name, games }) => {
    const meetings = games(club).filter(({ home, away }) => home === other || away === other);
    return isBothWays(meetings) ? [{ name, meetings }] : [];
  });
  const won = whole.filter(({ meetings }) => meetings.every((result) => outcomeFor(result, club) === 'won'));
  const results = won.flatMap(({ meetings }) => meetings);
  const latest = results.at(-1);
  if (!latest || whole.length < FEWEST_SEASONS) return [];
  const pair = { clubs: [club, other], meetings: results } as const;
  return [
    {
      key: `doubles/${club}`,
      statement: {
        ...{ kind: 'doubles', ...toldOf(ledger, pair) },
        ...{ seasons: won.map(({ name }) => name), of: whole.length },
      },
      scope: pairScope(ledger, pair),
      working: { rows: newestFirst(results), lookedAt: ledger.meetings(club, other).length },
      weight: { times: won.length, chances: whole.length, latest: latest.day, number: won.length },
      theme: `doubles/${club}`,
    },
  ];
}

/** Both have been hosts. */
function isBothWays(meetings: readonly Result[]): boolean {
  return new Set(meetings.map(({ home }) => home)).size === 2;
}
