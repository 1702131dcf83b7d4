import { type Outcome, outcomeFor, type Result, sideOf } from '../../../../match/result.ts';
import { leader } from '../../../../match/score.ts';
import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { scopeOf } from '../../scope.ts';
import { newestFirst } from './result-rows.ts';

/** Once or twice ahead says nothing. */
const FEWEST_LEADS = 3;

/** What a club made of its leads at half-time, against anybody and against the other, since every half-time score is known. */
export const halfTimeLeads: Family = {
  name: 'half-time-leads',
  find(ledger, focus) {
    const [a, b] = focus;
    const againstAll = focus.flatMap((club) => leadsIn(ledger, ledger.resultsOf(club), club));
    if (b === undefined) return againstAll;
    const meetings = ledger.meetings(a, b);
    return [...againstAll, ...leadsIn(ledger, meetings, a, b), ...leadsIn(ledger, meetings, b, a)];
  },
};

function leadsIn(ledger: Ledger, results: readonly Result[], club: string, against?: string): readonly Finding[] {
  const known = sinceAllKnown(results.filter(({ status }) => status === 'played'));
  const led = known.filter((result) => result.halfTime && leader(result.halfTime) === sideOf(result, club));
  const [since, latest] = [known[0]?.season, led.at(-1)];
  if (since === undefined || !latest || led.length < FEWEST_LEADS) return [];
  const count = (outcome: Outcome) => led.filter((result) => outcomeFor(result, club) === outcome).length;
  const [won, drawn, lost] = [count('won'), count('drawn'), count('lost')];
  const isOneSeason = since === ledger.seasons.at(-1)?.name;
  return [
    {
      key: ['half-time', club, ...(against === undefined ? [] : ['v'])].join('/'),
      statement: { kind: 'half-time-leads', club: ledger.club(club), led: led.length, won, drawn, lost },
      scope: scopeOf(ledger, {
        since,
        ...(isOneSeason && { season: since }),
        clubs: against === undefined ? [club] : [club, against],
      }),
      working: { rows: newestFirst(led), lookedAt: known.length },
      // Nearly always won, or nearly never: the rest is as one would think.
      weight: { times: Math.min(won, led.length - won), chances: led.length, latest: latest.day, number: led.length },
      theme: `half-time/${club}`,
    },
  ];
}

/** The results of the last seasons of which not one lacks its half-time score. */
function sinceAllKnown(results: readonly Result[]): readonly Result[] {
  const unknown = results.findLast(({ halfTime }) => halfTime === undefined)?.season;
  return unknown === undefined ? results : results.filter(({ season }) => season > unknown);
}
