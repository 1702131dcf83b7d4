import type { StreakKind } from '../../../../match/streak.ts';
import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { scopeOf } from '../../scope.ts';
import { FEWEST_SEASONS } from '../season/start.ts';
import { type ClubRun, type ClubRuns, isInLeague, mostTelling, runsOf, venuesOf } from './club-runs.ts';
import { newestFirst } from './result-rows.ts';

/** Shorter ones every club has had. */
const FEWEST: Readonly<Record<StreakKind, number>> = {
  ...{ won: 5, drawn: 4, lost: 4, unbeaten: 8, winless: 6 },
  ...{ scored: 12, scoreless: 4, 'clean-sheet': 4 },
};

/** A run nearly as long as the longest is the like of it. */
const NEARLY = 3 / 4;

/** The longest run of each kind of a club; none where it is not certain how long it was. */
export const longestRun: Family = {
  name: 'longest-run',
  find: (ledger, focus) => focus.flatMap((club) => longestRuns(ledger, club)),
};

function longestRuns(ledger: Ledger, club: string): readonly Finding[] {
  return venuesOf(ledger, club).flatMap((venue) => {
    const found = runsOf(ledger, club, venue).flatMap((kind) => {
      const longest = longestOf(kind);
      return longest && longest.run.games >= FEWEST[kind.of] ? [{ ...kind, ...longest }] : [];
    });
    return mostTelling(found).flatMap((own) => findingOf(ledger, own));
  });
}

/** The latest of several that are as long; if one of those is not certain, none is. */
function longestOf({ runs, isCertain }: ClubRuns): ClubRun | undefined {
  const most = Math.max(...runs.map(({ run }) => run.games));
  const longest = runs.filter(({ run }) => run.games === most);
  return longest.every(isCertain) ? longest.at(-1) : undefined;
}

function findingOf(ledger: Ledger, longest: ClubRuns & ClubRun): readonly Finding[] {
  const { club, of, venue, games, runs, results, run } = longest;
  const seasons = new Set(games.map(({ season }) => season)).size;
  if (seasons < FEWEST_SEASONS) return [];
  const isOn = isInLeague(ledger, club) && results.at(-1) === games.at(-1);
  // While it goes on, the run itself says as much, and is told instead.
  const alike = isOn ? seasons : runs.filter((other) => other.run.games >= run.games * NEARLY).length;
  return [
    {
      key: ['longest-run', club, of, ...(venue ? [venue] : [])].join('/'),
      statement: { kind: 'longest-run', club: ledger.club(club), of, run, ...(venue && { venue }) },
      scope: scopeOf(ledger, { clubs: [club], ...(venue && { venue }) }),
      working: { rows: newestFirst(results), lookedAt: games.length },
      weight: { times: Math.min(alike, seasons), chances: seasons, latest: run.to, number: run.games },
      theme: isOn ? `run/${club}/${of}` : `longest-run/${club}`,
    },
  ];
}
