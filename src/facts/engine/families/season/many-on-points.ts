import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { scopeOf, THREE_POINTS_SINCE } from '../../scope.ts';
import type { SeasonLedger } from '../../season-ledger.ts';
import { earlierWith, FEWEST_SEASONS, MOST_ROWS, pointsStartOf, seasonOn, sinceOf } from './start.ts';

/** More clubs than a sentence can name are no elite. */
const MOST_CLUBS = 4;
const MOST_BEFORE = 3;

/** How many clubs have so many points after so many games, and how rarely as many had. */
export const manyOnPoints: Family = {
  name: 'many-on-points',
  find(ledger, focus) {
    const found = focus.flatMap((club) => findFor(ledger, club));
    return found.filter(({ key }, index) => found.findIndex((other) => other.key === key) === index);
  },
};

function findFor(ledger: Ledger, club: string): readonly Finding[] {
  const season = seasonOn(ledger);
  const start = pointsStartOf(ledger, club);
  if (!season || !start) return [];
  const { games, tally, day } = start;
  const { points } = tally;
  const clubs = startsWith(season, games, points);
  const earlier = earlierWith(ledger, season, games, THREE_POINTS_SINCE);
  const before = earlier.filter((other) => startsWith(other, games, points).length >= clubs.length);
  if (clubs.length < 2 || clubs.length > MOST_CLUBS) return [];
  if (earlier.length < FEWEST_SEASONS || before.length > MOST_BEFORE) return [];
  const ranked = [season, ...earlier.toReversed()].map((other) => startsWith(other, games, points));
  const rows = ranked.flat().toSorted((a, b) => b.tally.points - a.tally.points);
  return [
    {
      key: `many-on-points/${points}/${games}`,
      statement: {
        ...{ kind: 'many-on-points', season: season.name, games, points },
        clubs: clubs.map((row) => ledger.club(row.club)),
        before: before.map(({ name }) => name),
      },
      scope: scopeOf(ledger, { ...sinceOf(ledger, THREE_POINTS_SINCE), firstGames: games }),
      working: { rows: rows.slice(0, MOST_ROWS), lookedAt: startsLookedAt([season, ...earlier], games) },
      weight: { times: before.length + 1, chances: earlier.length + 1, latest: day, number: points },
      theme: `many-on-points/${season.name}`,
    },
  ];
}

/** The clubs that had so many points or more, most first. */
function startsWith({ name, clubs, tally }: SeasonLedger, games: number, points: number) {
  return clubs
    .flatMap((club) => {
      const made = tally(club, games);
      return made && made.points >= points ? [{ kind: 'start' as const, club, season: name, tally: made }] : [];
    })
    .sort((a, b) => b.tally.points - a.tally.points);
}

function startsLookedAt(seasons: readonly SeasonLedger[], games: number): number {
  return seasons.reduce((sum, { clubs, tally }) => sum + clubs.filter((club) => tally(club, games)).length, 0);
}
