import fc from 'fast-check';
import type { Result } from '../../../src/match/result.ts';

const CLUBS = ['a', 'b', 'c', 'd'] as const;

/** `a 2-1 b` */
export function played(line: string, day = '2021-11-07'): Result {
  const [home = '', score = '', away = ''] = line.split(' ');
  const [h = 0, a = 0] = score.split('-').map(Number);
  const season = { competition: 'serie-a', season: '2021-22', day } as const;
  return { ...season, home, away, score: { home: h, away: a }, status: 'played' };
}

/** Results of four clubs in some order, each a different match. */
export const anyResults: fc.Arbitrary<readonly Result[]> = fc.array(
  fc
    .tuple(fc.constantFrom(...CLUBS), fc.nat({ max: 3 }), fc.nat({ max: 3 }), fc.constantFrom(...CLUBS))
    .filter(([home, , , away]) => home !== away)
    .map(([home, h, a, away]) => played(`${home} ${h}-${a} ${away}`)),
  { maxLength: 40 },
);

export const anyClub = fc.constantFrom(...CLUBS);
