import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { scopeOf } from '../../scope.ts';
import {
  type ClubRun,
  type ClubRuns,
  isInLeague,
  isInOneStay,
  mostTelling,
  runsOf,
  seasonsWith,
  venuesOf,
} from './club-runs.ts';
import { newestFirst } from './result-rows.ts';
import { FEWEST_IN_A_RUN, isPartOfOne } from './run.ts';

/** A run of a club's league games that its last game ended. */
export const runEnded: Family = {
  name: 'run-ended',
  find: (ledger, focus) => focus.flatMap((club) => (isInLeague(ledger, club) ? endedRuns(ledger, club) : [])),
};

function endedRuns(ledger: Ledger, club: string): readonly Finding[] {
  const lastGame = ledger.resultsOf(club).at(-1);
  const everywhere = justEnded(runsOf(ledger, club));
  return venuesOf(ledger, club).flatMap((venue) => {
    if (venue === undefined) return mostTelling(everywhere).flatMap((own) => findingOf(ledger, own));
    const there = justEnded(runsOf(ledger, club, venue)).filter(
      (own) => own.games.at(-1) === lastGame && !isPartOfOne(own, everywhere),
    );
    return mostTelling(there).flatMap((own) => findingOf(ledger, own));
  });
}

type Ended = ClubRuns & ClubRun;

/** The runs that went on until the last game but one, and no further. */
function justEnded(all: readonly ClubRuns[]): readonly Ended[] {
  return all.flatMap((kind) => {
    const last = kind.runs.at(-1);
    return last && last.results.at(-1) === kind.games.at(-2) ? [{ ...kind, ...last }] : [];
  });
}

function findingOf(ledger: Ledger, ended: Ended): readonly Finding[] {
  const { club, of, venue, games, results, run, isCertain } = ended;
  const endedBy = games.at(-1);
  if (!endedBy || run.games < FEWEST_IN_A_RUN[of] || !isCertain(ended)) return [];
  const withEnd = [...results, endedBy];
  if (!isInOneStay(ledger, club, withEnd)) return [];
  return [
    {
      key: ['run-ended', club, of, ...(venue ? [venue] : [])].join('/'),
      statement: { kind: 'run-ended', club: ledger.club(club), of, run, ...(venue && { venue }) },
      scope: scopeOf(ledger, { clubs: [club], ...(venue && { venue }) }),
      working: { rows: newestFirst(withEnd), lookedAt: games.length },
      weight: { ...seasonsWith(ended, run.games), latest: endedBy.day, number: run.games },
      theme: `run-ended/${club}`,
    },
  ];
}
