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
 * there, with what was seen of it besides where both have the same score; of the others those between known clubs in a
 * known competition: no table is made of half a league.
 */
export function withSeen(
  carried: readonly Result[],
  seen: readonly Result[],
  { clubs, competitions }: Pick<Known, 'clubs' | 'competitions'>,
): readonly Result[] {
  const has = (all: readonly { readonly id: string }[]) => (wanted: string) => all.some(({ id }) => id === wanted);
  const [isClub, isCompetition] = [has(clubs), has(competitions)];
  if (seen.length === 0) return carried;
  const seenAs = new Map(seen.map((result) => [keyOf(result), result]));
  const known = carried.map((result) => {
    const also = seenAs.get(keyOf(result));
    if (!also) return result;
    seenAs.delete(keyOf(result));
    return withDetails(result, also);
  });
  const more = [...seenAs.values()].filter(
    ({ competition, home, away }) => isCompetition(competition) && isClub(home) && isClub(away),
  );
  return [...known, ...more].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}

/** What was only seen, of a result that is carried: who scored, and how it stood at half-time. */
function withDetails(carried: Result, { score, halfTime, scorers, status }: Result): Result {
  const isSame = score.home === carried.score.home && score.away === carried.score.away && status === carried.status;
  return isSame ? { ...carried, ...(halfTime && { halfTime }), ...(scorers && { scorers }) } : carried;
}

function keyOf({ competition, season, home, away }: Result): string {
  return `${competition} ${season} ${home} v ${away}`;
}
