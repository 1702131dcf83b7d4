import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { scopeOf, THREE_POINTS_SINCE } from '../../scope.ts';
import type { SeasonLedger, Tally } from '../../season-ledger.ts';
import {
  earlierWith,
  FEWEST_SEASONS,
  MOST_ROWS,
  pointsStartOf,
  type Start,
  seasonOn,
  sinceOf,
  startOf,
} from './start.ts';

/** More clubs than a sentence can name are no elite, */
const MOST_CLUBS = 4;
/** and more seasons than it can name are not few. */
const MOST_BEFORE = 4;

/** How many clubs have so many points after so many games, and how rarely as many had. */
export const manyOnPoints: Family = {
  name: 'many-on-points',
  find: (ledger, focus) =>
    apart(
      focus.flatMap((club) => {
        const start = pointsStartOf(ledger, club);
        if (!start) return [];
        const { games } = start;
        const { points } = start.tally;
        const few = fewWith(ledger, start, (tally) => tally.points >= points, THREE_POINTS_SINCE);
        return few.map(({ told, ...rest }) => ({
          ...rest,
          key: `many-on-points/${points}/${games}`,
          statement: { kind: 'many-on-points', ...told, points },
          theme: `many-on-points/${start.season}`,
        }));
      }),
    ),
};

/** How many clubs have not been beaten after so many games, and how rarely as many had not. */
export const manyUnbeaten: Family = {
  name: 'many-unbeaten',
  find: (ledger, focus) =>
    apart(
      focus.flatMap((club) => {
        const start = startOf(ledger, club);
        if (!start || start.tally.lost > 0) return [];
        const few = fewWith(ledger, start, ({ lost }) => lost === 0);
        return few.map(({ told, ...rest }) => ({
          ...rest,
          key: `many-unbeaten/${start.games}`,
          statement: { kind: 'many-unbeaten', ...told },
          theme: `many-unbeaten/${start.season}`,
        }));
      }),
    ),
};

/** A start that several clubs have made, the one that is asked about among them, and few seasons have seen of as many. */
function fewWith(ledger: Ledger, { games, day }: Start, is: (tally: Tally) => boolean, since?: string) {
  const season = seasonOn(ledger);
  if (!season) return [];
  const clubs = startsWith(season, games, is);
  const earlier = earlierWith(ledger, season, games, since);
  const before = earlier.filter((other) => startsWith(other, games, is).length >= clubs.length);
  if (clubs.length < 2 || clubs.length > MOST_CLUBS) return [];
  if (earlier.length < FEWEST_SEASONS || before.length > MOST_BEFORE) return [];
  const ranked = [season, ...earlier.toReversed()].map((other) => startsWith(other, games, is));
  const rows = ranked.flat().toSorted((a, b) => b.tally.points - a.tally.points);
  return [
    {
      told: {
        ...{ season: season.name, games },
        clubs: clubs.map((row) => ledger.club(row.club)),
        before: before.map(({ name }) => name),
      },
      scope: scopeOf(ledger, { ...(since !== undefined && sinceOf(ledger, since)), firstGames: games }),
      working: { rows: rows.slice(0, MOST_ROWS), lookedAt: startsLookedAt([season, ...earlier], games) },
      weight: { times: before.length + 1, chances: earlier.length + 1, latest: day, number: games },
    },
  ];
}

/** The clubs that had made such a start, most points first. */
function startsWith({ name, clubs, tally }: SeasonLedger, games: number, is: (tally: Tally) => boolean) {
  return clubs
    .flatMap((club) => {
      const made = tally(club, games);
      return made && is(made) ? [{ kind: 'start' as const, club, season: name, tally: made }] : [];
    })
    .sort((a, b) => b.tally.points - a.tally.points);
}

function startsLookedAt(seasons: readonly SeasonLedger[], games: number): number {
  return seasons.reduce((sum, { clubs, tally }) => sum + clubs.filter((club) => tally(club, games)).length, 0);
}

/** Both clubs of a match may have found the same. */
function apart(found: readonly Finding[]): readonly Finding[] {
  return found.filter(({ key }, index) => found.findIndex((other) => other.key === key) === index);
}
