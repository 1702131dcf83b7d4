import type { Club, Competition, Side } from '../../match/match.ts';
import type { Venue } from '../meetings.ts';
import type { Ledger } from './ledger.ts';

/** What a fact covers: which results it looked at. It is always said with it. */
export interface Scope {
  readonly competition: Competition;
  /** The first season looked at, `1994-95`. */
  readonly since: string;
  /** The last, where it is one alone: the season that it is about. */
  readonly season?: string;
  /** Whose games: one club's, the meetings of two, or, without any, everybody's. */
  readonly clubs: readonly Club[];
  /** Where, seen from the first club. */
  readonly venue?: Venue;
  /** Of each season no more than every club's first games. */
  readonly firstGames?: number;
  /** Totals from before the first season whose results are carried are counted in. */
  readonly withOpening?: true;
  /** The match at whose kick-off or end it holds, and whether it counts; the day where there is no match. */
  readonly match?: { readonly home: Club; readonly away: Club; readonly counts: boolean };
  /** The last day looked at, `2021-11-07`. */
  readonly upTo: string;
}

/** The first season in which a win was worth three points: points are compared from then on only. */
export const THREE_POINTS_SINCE = '1994-95';

/** What is looked at as of a ledger's moment; `since` is its first season unless said. */
export function scopeOf(
  ledger: Ledger,
  only: Partial<Omit<Scope, 'competition' | 'match' | 'upTo' | 'clubs'>> & { readonly clubs?: readonly string[] },
): Scope {
  const { competition, moment, seasons, lastDay } = ledger;
  const { clubs = [], ...rest } = only;
  const { match } = moment;
  return {
    since: seasons[0]?.name ?? '',
    ...rest,
    competition: { id: competition.id, name: competition.name },
    clubs: clubs.map(ledger.club),
    ...(match && {
      match: { home: ledger.club(match.home), away: ledger.club(match.away), counts: match.score !== undefined },
    }),
    upTo: match ? moment.day : lastDay,
  };
}

/** Which side of the match of the moment a club is on. */
export function sideAt({ moment: { match } }: Ledger, club: string): Side | undefined {
  if (match?.home === club) return 'home';
  return match?.away === club ? 'away' : undefined;
}
