import type { StreakKind } from '../../../../match/streak.ts';
import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { scopeOf } from '../../scope.ts';
import type { Run } from '../../statements/run-statement.ts';
import { type ClubRun, type ClubRuns, isInLeague, mostTelling, runsOf, seasonsWith, venuesOf } from './club-runs.ts';
import { newestFirst } from './result-rows.ts';

/** Two games in a row are no run yet, and most clubs score in most games. */
export const FEWEST_IN_A_RUN: Readonly<Record<StreakKind, number>> = {
  ...{ won: 3, drawn: 3, lost: 3, unbeaten: 3, winless: 3 },
  ...{ scored: 8, scoreless: 3, 'clean-sheet': 3 },
};

/** A run of a club's league games that still goes on. */
export const run: Family = {
  name: 'run',
  find: (ledger, focus) => focus.flatMap((club) => (isInLeague(ledger, club) ? runsNow(ledger, club) : [])),
};

function runsNow(ledger: Ledger, club: string): readonly Finding[] {
  const everywhere = currentRuns(runsOf(ledger, club));
  return venuesOf(ledger, club).flatMap((venue) => {
    if (venue === undefined) return mostTelling(everywhere).flatMap((own) => findingOf(ledger, own));
    const there = currentRuns(runsOf(ledger, club, venue)).filter((own) => !isPartOfOne(own, everywhere));
    return mostTelling(there).flatMap((own) => findingOf(ledger, own));
  });
}

type Current = ClubRuns & ClubRun;

function currentRuns(all: readonly ClubRuns[]): readonly Current[] {
  return all.flatMap((kind) => {
    const last = kind.runs.at(-1);
    return last && last.results.at(-1) === kind.games.at(-1) ? [{ ...kind, ...last }] : [];
  });
}

/** Four wins at home say nothing new where all the last seven games were won. */
export function isPartOfOne(
  { of, run }: Pick<Current, 'of' | 'run'>,
  everywhere: readonly Pick<Current, 'of' | 'run'>[],
): boolean {
  return everywhere.some((other) => other.of === of && other.run.from <= run.from);
}

function findingOf(ledger: Ledger, current: Current): readonly Finding[] {
  const { club, of, venue, games, runs, results, run, isCertain } = current;
  if (run.games < FEWEST_IN_A_RUN[of] || !isCertain(current)) return [];
  const longer = lastLonger(runs, run);
  if (longer && !isCertain(longer)) return [];
  return [
    {
      key: ['run', club, of, ...(venue ? [venue] : [])].join('/'),
      statement: {
        ...{ kind: 'run', club: ledger.club(club), of, run },
        ...(venue && { venue }),
        ...(longer && { longer: longer.run }),
      },
      scope: scopeOf(ledger, { clubs: [club], ...(venue && { venue }) }),
      working: { rows: newestFirst(results), lookedAt: games.length },
      weight: { ...seasonsWith(current, run.games), latest: run.to, number: run.games },
      theme: `run/${club}/${of}`,
    },
  ];
}

function lastLonger(runs: readonly ClubRun[], { games }: Run): ClubRun | undefined {
  return runs.findLast((other) => other.run.games > games);
}
