import type { Result } from '../../../../match/result.ts';
import { highFirst } from '../../../../match/score.ts';
import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { MOST_ROWS } from '../season/start.ts';
import { FEWEST_MEETINGS, ofPair, pairScope, toldOf } from './pair.ts';

/** Twice is chance. */
const FEWEST_TIMES = 3;

/** The score of most meetings, whoever won. Nothing where two were as common, or where a score was awarded and not played for. */
export const commonScore: Family = {
  name: 'common-score',
  find: (ledger, focus) => ofPair(focus, (a, b) => commonest(ledger, a, b)),
};

function commonest(ledger: Ledger, a: string, b: string): readonly Finding[] {
  const meetings = ledger.meetings(a, b);
  if (meetings.length < FEWEST_MEETINGS || meetings.some(({ status }) => status === 'awarded')) return [];
  const [first, second] = scoresOf(meetings);
  const last = first?.results.at(-1);
  if (!first || !last || first.results.length < FEWEST_TIMES) return [];
  if (second && second.results.length === first.results.length) return [];
  const pair = { clubs: [a, b], meetings } as const;
  const times = first.results.length;
  const rows = scoresOf(meetings).map(({ score: [high, low], results }) => ({
    ...{ kind: 'count' as const, of: `${high}-${low}`, count: results.length },
  }));
  return [
    {
      key: 'common-score',
      statement: {
        ...{ kind: 'common-score', ...toldOf(ledger, pair), score: first.score },
        ...{ times, played: meetings.length, last: last.day },
      },
      scope: pairScope(ledger, pair),
      working: { rows: rows.slice(0, MOST_ROWS), lookedAt: meetings.length },
      weight: { times, chances: meetings.length, latest: last.day, number: times },
      theme: 'common-score',
    },
  ];
}

interface Scored {
  /** The higher figure first. */
  readonly score: readonly [number, number];
  readonly results: readonly Result[];
}

/** The most common first. */
function scoresOf(meetings: readonly Result[]): readonly Scored[] {
  const all = new Map<string, { readonly score: readonly [number, number]; readonly results: Result[] }>();
  for (const result of meetings) {
    const score = highFirst(result.score);
    const same = all.get(score.join('-'));
    if (same) same.results.push(result);
    else all.set(score.join('-'), { score, results: [result] });
  }
  return [...all.values()].sort((one, other) => other.results.length - one.results.length);
}
