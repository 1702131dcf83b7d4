import type { Club, Competition } from '../match/match.ts';
import { ClubBook, type ClubMemory, type GivenTeam, type PlayedIn } from './club-book.ts';
import { mergeClubs, type NamedClub } from './known-clubs.ts';

/** A provider's own codes for a competition; a provider that does not have it is left out. */
export interface ProviderCodes {
  readonly 'api-football'?: number;
  readonly 'football-data'?: string;
  readonly opta?: string;
}

export interface CatalogueCompetition extends Competition {
  /** Whose clubs play in it; absent where those of several countries do. */
  readonly country?: string;
  readonly codes: ProviderCodes;
  /** Whether a season runs over two years, `2026-27`, or lies within one, `2026`. */
  readonly seasonWithin: 'one-year' | 'two-years';
}

/** What Tifo calls the competitions and clubs that providers name and number each in their own way. */
export interface Catalogue {
  readonly competitions: readonly CatalogueCompetition[];
  /** Every club: those that Tifo carries, then those met in feeds so far. */
  clubs(): readonly NamedClub[];
  /** The club that a provider's team is: a known one, or one of that name. */
  clubOf(team: GivenTeam, playedIn: PlayedIn): Club;
}

/** A catalogue of competitions and clubs; of a club that is there twice, all that is said counts. */
export function catalogueOf(
  competitions: readonly CatalogueCompetition[],
  clubs: readonly NamedClub[],
  memory?: ClubMemory,
): Catalogue {
  const book = new ClubBook(mergeClubs(clubs), memory);
  return { competitions, clubs: () => book.clubs(), clubOf: (team, playedIn) => book.find(team, playedIn) };
}

/** What there is to follow, whether or not a match is on. */
export interface WhatToFollow {
  readonly competitions: readonly Competition[];
  readonly clubs: readonly NamedClub[];
}

/** What feeds that are asked for these competitions may bring: the competitions, and the clubs that may play in them. */
export function whatToFollow(catalogue: Catalogue, competitionIds: readonly string[]): WhatToFollow {
  const competitions = catalogue.competitions.filter(({ id }) => competitionIds.includes(id));
  const countries = competitions.map(({ country }) => country);
  const mayPlay = ({ country }: NamedClub) => countries.includes(undefined) || countries.includes(country);
  return { competitions, clubs: catalogue.clubs().filter(mayPlay) };
}
