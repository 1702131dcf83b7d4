import type { Instant } from '../match/instant.ts';
import { dayIn } from './fixtures.ts';
import type { Known } from './load-known.ts';

/** What people call the clubs and competitions that are known; whatever is not known is called by its id. */
export interface Names {
  club(id: string): string;
  /** For narrow tables. */
  shortClub(id: string): string;
  competition(id: string): string;
  /** The calendar's day at a moment, where a competition is played; in UTC without one that is known. */
  today(competition: string | undefined, at: Instant): string;
}

export function namesOf({ clubs, competitions }: Pick<Known, 'clubs' | 'competitions'>): Names {
  const clubOf = new Map(clubs.map((club) => [club.id, club]));
  const competitionOf = new Map(competitions.map((competition) => [competition.id, competition]));
  return {
    club: (id) => clubOf.get(id)?.name ?? id,
    shortClub: (id) => clubOf.get(id)?.shortName ?? id,
    competition: (id) => competitionOf.get(id)?.name ?? id,
    today: (id, at) => dayIn((id !== undefined && competitionOf.get(id)?.timeZone) || 'UTC', at),
  };
}
