import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { scopeOf } from '../../scope.ts';
import type { Tally } from '../../season-ledger.ts';
import { earlierWith, FEWEST_SEASONS, MOST_ROWS, seasonOn, startOf } from './start.ts';

/** Third at best, and not in a crowd. */
const MOST_AHEAD = 2;
const MOST_LEVEL = 4;

/** The fewest goals conceded, or the most scored, by any club after so many games. */
export const goalsStart: Family = {
  name: 'goals-start',
  find: (ledger, focus) =>
    focus.flatMap((club) => [...goals('fewest-conceded', ledger, club), ...goals('most-scored', ledger, club)]),
};

function goals(of: 'fewest-conceded' | 'most-scored', ledger: Ledger, club: string): readonly Finding[] {
  const on = seasonOn(ledger);
  const start = startOf(ledger, club);
  if (!on || !start) return [];
  const { season, games, tally, day } = start;
  const compared = [...earlierWith(ledger, on, games), on];
  if (compared.length <= FEWEST_SEASONS) return [];
  const goalsOf = (tally: Tally) => (of === 'fewest-conceded' ? tally.goalsAgainst : tally.goalsFor);
  const least = (tally: Tally) => (of === 'fewest-conceded' ? goalsOf(tally) : -goalsOf(tally));
  const all = compared.flatMap(({ name, clubs, tally }) =>
    clubs.flatMap((id) => {
      const made = tally(id, games);
      return made ? [{ kind: 'start' as const, club: id, season: name, tally: made }] : [];
    }),
  );
  const others = all.filter((row) => row.club !== club || row.season !== season);
  const ahead = others.filter((row) => least(row.tally) < least(tally));
  const level = others.filter((row) => least(row.tally) === least(tally));
  if (ahead.length > MOST_AHEAD || level.length > MOST_LEVEL) return [];
  ahead.sort((a, b) => least(a.tally) - least(b.tally));
  return [
    {
      key: `${of === 'fewest-conceded' ? 'conceded' : 'scored'}/${club}/${games}`,
      statement: {
        ...{ kind: 'goals-start', of, club: ledger.club(club), season, games, tally, goals: goalsOf(tally) },
        ahead: ahead.map((row) => ({ club: ledger.club(row.club), season: row.season, goals: goalsOf(row.tally) })),
        level: level.map((row) => ({ club: ledger.club(row.club), season: row.season })),
      },
      scope: scopeOf(ledger, { firstGames: games }),
      working: {
        rows: all.toSorted((a, b) => least(a.tally) - least(b.tally)).slice(0, MOST_ROWS),
        lookedAt: all.length,
      },
      weight: { times: 1 + ahead.length + level.length, chances: all.length, latest: day, number: games },
      theme: `goals-start/${of}/${club}`,
    },
  ];
}
