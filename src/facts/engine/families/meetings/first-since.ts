import { outcomeFor, type Result } from '../../../../match/result.ts';
import { highFirst } from '../../../../match/score.ts';
import type { Family } from '../../family.ts';
import type { Finding, Statement } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { asRows } from '../runs/result-rows.ts';
import { keyOfHost, ofPair, type Pair, pairScope, pairsOf, seenFrom, toldOf } from './pair.ts';

type Of = Extract<Statement, { kind: 'first-since' }>['of'];

/** So many meetings must have ended otherwise before a word is lost over it. */
const FEWEST_BETWEEN: Readonly<Record<Of, number>> = { won: 3, drawn: 3, goalless: 5, score: 8 };

/** The last meeting ended as none had for a while: the first draw since an earlier one, the first win of a club. */
export const firstSince: Family = {
  name: 'first-since',
  find: (ledger, focus) =>
    ofPair(focus, (a, b) =>
      pairsOf(ledger, a, b).flatMap((pair) => [
        ...firstOf(ledger, pair, 'drawn', ({ score }) => score.home === score.away),
        ...firstOf(ledger, pair, 'goalless', ({ score }) => score.home + score.away === 0),
        ...firstByScore(ledger, pair),
        ...pair.clubs.flatMap((club) =>
          firstOf(ledger, seenFrom(pair, club), 'won', (result) => outcomeFor(result, club) === 'won'),
        ),
      ]),
    ),
};

/** As the last one ended, whoever won. Where a score was awarded and not played for, nobody knows what would have been. */
function firstByScore(ledger: Ledger, pair: Pair): readonly Finding[] {
  const last = pair.meetings.at(-1);
  if (!last || pair.meetings.some(({ status }) => status === 'awarded')) return [];
  const [high, low] = highFirst(last.score);
  if (high === 0) return [];
  return firstOf(ledger, pair, 'score', ({ score }) => {
    const other = highFirst(score);
    return other[0] === high && other[1] === low;
  });
}

function firstOf(ledger: Ledger, pair: Pair, of: Of, is: (result: Result) => boolean): readonly Finding[] {
  const { clubs, meetings } = pair;
  const such = meetings.flatMap((result, index) => (is(result) ? [index] : []));
  const [before, last] = [such.at(-2), such.at(-1)];
  const [previous, result] = [meetings[before ?? -1], meetings[last ?? -1]];
  if (before === undefined || last === undefined || !previous || !result || result !== meetings.at(-1)) return [];
  const between = last - before - 1;
  if (between < FEWEST_BETWEEN[of]) return [];
  const waits = such.map((place, index) => place - (such[index - 1] ?? -1) - 1);
  const [whose, club] = of === 'won' ? [`won/${clubs[0]}`, clubs[0]] : [of];
  return [
    {
      key: `first-since/${whose}${keyOfHost(pair, club)}`,
      statement: { kind: 'first-since', ...toldOf(ledger, pair), of, result, previous, between },
      scope: pairScope(ledger, pair),
      // Everything from the one to the other, so that one sees what was in between.
      working: { rows: asRows(meetings.slice(before).reverse()), lookedAt: meetings.length },
      weight: {
        // How often it has taken so long.
        times: waits.filter((wait) => wait >= between).length,
        ...{ chances: such.length, latest: result.day, number: between },
      },
      theme: `first-since/${of === 'goalless' ? 'drawn' : of}`,
    },
  ];
}
