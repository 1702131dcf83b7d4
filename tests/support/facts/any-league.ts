import fc from 'fast-check';
import { type Ledger, type LedgerSource, ledgerBook } from '../../../src/facts/engine/ledger.ts';
import type { Moment } from '../../../src/facts/engine/moment.ts';
import type { Result } from '../../../src/match/result.ts';

const CLUBS = ['alfa', 'beta', 'gamma', 'delta', 'omega'] as const;
const SEASONS = 8;
/** Who meets in each round of four, by place: home and away are turned round in the second half. */
const ROUNDS = [
  [0, 1, 2, 3],
  [3, 0, 1, 2],
  [0, 2, 3, 1],
] as const;

/** Seasons of four clubs out of five, from 1993-94 on; the last of them has still to be played to its end. */
export interface AnyLeague {
  readonly results: readonly Result[];
  /** The match that is next. */
  readonly next: Result;
}

const score = fc.record({ home: fc.nat({ max: 3 }), away: fc.nat({ max: 2 }) });

export const anyLeague: fc.Arbitrary<AnyLeague> = fc
  .record({
    seasons: fc.array(fc.tuple(fc.nat({ max: CLUBS.length - 1 }), fc.array(score, { minLength: 12, maxLength: 12 })), {
      minLength: SEASONS,
      maxLength: SEASONS,
    }),
    left: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ seasons, left }) => {
    const all = seasons.flatMap(([absent, scores], index) => seasonOf(index, absent, scores));
    return { results: all.slice(0, -left), next: all.at(-left)! };
  });

function seasonOf(index: number, absent: number, scores: readonly Result['score'][]): readonly Result[] {
  const year = 1993 + index;
  const clubs = CLUBS.filter((_, place) => place !== absent);
  return [...ROUNDS, ...ROUNDS].flatMap(([a, b, c, d], round) =>
    [
      [a, b],
      [c, d],
    ].map((pair, match) => {
      const [home, away] = (round < ROUNDS.length ? pair : pair.toReversed()).map((place) => clubs[place!]!);
      return {
        ...{ competition: 'serie-a', season: `${year}-${String(year + 1).slice(2)}`, home: home!, away: away! },
        ...{ day: `${year}-09-${String(10 + round)}`, score: scores[2 * round + match]!, status: 'played' as const },
      };
    }),
  );
}

/** A book over results that may grow. */
export function growing(results: readonly Result[]) {
  const source: { -readonly [Key in keyof LedgerSource]: LedgerSource[Key] } = {
    ...{ results, openingBalances: [] },
    clubs: CLUBS.map((id) => ({ id, name: NAMES[id], shortName: id, city: id, aliases: [] })),
    competitions: [
      {
        ...{ id: 'serie-a', name: 'Serie A', country: 'Italy', timeZone: 'Europe/Rome', aliases: [], rulings: [] },
        eras: [
          { since: '1929-30', pointsForWin: 2, tieBreaks: ['goal difference', 'goals scored'] },
          { since: '1994-95', pointsForWin: 3, tieBreaks: ['goal difference', 'goals scored'] },
        ],
      },
    ],
  };
  const book = ledgerBook(source);
  return {
    add: (result: Result) => {
      source.results = [...source.results, result];
    },
    ledger: (moment: Moment): Ledger => book('serie-a', moment)!,
  };
}

const NAMES = { alfa: 'Alfa', beta: 'Beta', gamma: 'Gamma', delta: 'Delta', omega: 'Omega' };

/** Kick-off and end of the match that is next, and the end of the day before it. */
export function momentsOf({ results, next }: AnyLeague): readonly Moment[] {
  const { day, season, home, away, score } = next;
  return [
    { day: results.at(-1)!.day },
    { day, match: { season, home, away } },
    { day, match: { season, home, away, score } },
  ];
}
