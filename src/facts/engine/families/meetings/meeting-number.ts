import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { newestFirst } from '../runs/result-rows.ts';
import { ofPair, openingOf, type Pair, pairScope, toldOf } from './pair.ts';

/** Where only the seasons that are carried count, no number but a round one is worth a word. */
const ROUND = 10;

/** The so-manieth meeting: the match of the moment. */
export const meetingNumber: Family = {
  name: 'meeting-number',
  find: (ledger, focus) =>
    ofPair(focus, (a, b) => numberOf(ledger, { clubs: [a, b], meetings: ledger.meetings(a, b) })),
};

function numberOf(ledger: Ledger, pair: Pair): readonly Finding[] {
  const { match } = ledger.moment;
  const [a, b] = pair.clubs;
  const isTheirs = match && pair.clubs.includes(match.home) && pair.clubs.includes(match.away);
  const [latest, opening] = [pair.meetings.at(-1), openingOf(ledger, a, b)];
  if (!isTheirs || !latest) return [];
  const number = (opening?.played ?? 0) + pair.meetings.length + (match.score ? 0 : 1);
  if (!opening && number % ROUND !== 0) return [];
  return [
    {
      key: 'meeting-number',
      statement: { kind: 'meeting-number', ...toldOf(ledger, pair), number },
      scope: { ...pairScope(ledger, pair), ...(opening && { withOpening: true }) },
      working: { rows: newestFirst(pair.meetings), lookedAt: pair.meetings.length },
      weight: { times: 1, chances: 1, latest: latest.day, number },
      // Once it has been played, the balance says so many too.
      theme: match.score ? 'balance' : 'meeting-number',
    },
  ];
}
