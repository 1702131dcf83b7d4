import type { Result } from '../../match/result.ts';
import type { Known } from '../load-known.ts';

/** Where the results of matches that were followed live are kept. */
export interface ResultBook {
  /** Adds a result, or replaces the one of the same match: what was corrected later is right. */
  add(result: Result): Promise<void>;
  /** In no order. */
  all(): Promise<readonly Result[]>;
}

/**
 * The results carried with those that were seen live, in the order of their days. A match that is carried is taken from
 * there, and of the others those between known clubs in a known competition: no table is made of half a league.
 */
export function withSeen(
  carried: readonly Result[],
  seen: readonly Result[],
  { clubs, competitions }: Pick<Known, 'clubs' | 'competitions'>,
): readonly Result[] {
  const has = (all: readonly { readonly id: string }[]) => (wanted: string) => all.some(({ id }) => id === wanted);
  const [isClub, isCompetition] = [has(clubs), has(competitions)];
  const isKnown = new Set(carried.map(keyOf));
  const more = seen.filter(
    (result) =>
      !isKnown.has(keyOf(result)) && isCompetition(result.competition) && isClub(result.home) && isClub(result.away),
  );
  if (more.length === 0) return carried;
  return [...carried, ...more].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}

function keyOf({ competition, season, home, away }: Result): string {
  return `${competition} ${season} ${home} v ${away}`;
}
