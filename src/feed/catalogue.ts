import type { Club, Competition } from '../match/match.ts';
import { foldName } from '../match/name-search.ts';
import { slugOf } from './match-id.ts';

/** A provider's own codes for a competition; a provider that does not have it is left out. */
export interface ProviderCodes {
  readonly 'api-football'?: number;
  readonly 'football-data'?: string;
  readonly opta?: string;
}

export interface CatalogueCompetition extends Competition {
  readonly codes: ProviderCodes;
  /** Whether a season runs over two years, `2026-27`, or lies within one, `2026`. */
  readonly seasonWithin: 'one-year' | 'two-years';
}

/** A club by all the names that it is known by. */
export interface NamedClub extends Club {
  readonly shortName?: string;
  readonly aliases: readonly string[];
}

/** What Tifo calls the competitions and clubs that providers name each in their own way. */
export interface Catalogue {
  readonly competitions: readonly CatalogueCompetition[];
  /** The club that a provider's name means: a known one, or one of that name. */
  clubOf(name: string): Club;
}

/** What clubs put before or behind their names, and providers leave out or not. */
const TRIMMINGS = new Set(
  'fc ac as acf afc cf cd ud rcd sc ss ssc us uc bc cfc fbc calcio ssd usd sv fsv tsg vfb vfl rc ogc cp fk sk if bk'.split(
    ' ',
  ),
);
const LONGEST_NAME = 60;

export function catalogueOf(competitions: readonly CatalogueCompetition[], clubs: readonly NamedClub[]): Catalogue {
  const byName = new Map<string, Club>();
  // A club's own name is stronger than what another is also called, and the exact name stronger than the bare one.
  const spellings: readonly ((club: NamedClub) => readonly string[])[] = [
    ({ name, shortName }) => [name, ...(shortName ? [shortName] : [])].map(plainName),
    ({ aliases }) => aliases.map(plainName),
    ({ name, aliases }) => [name, ...aliases].map(bareName),
  ];
  for (const spell of spellings) {
    for (const club of clubs) {
      for (const name of spell(club)) if (!byName.has(name)) byName.set(name, { id: club.id, name: club.name });
    }
  }
  return {
    competitions,
    clubOf(name) {
      const known = byName.get(plainName(name)) ?? byName.get(bareName(name));
      return known ?? { id: slugOf(bareName(name) || name), name: shown(name) };
    },
  };
}

/** As names are compared; `A.C.` is `AC`. */
function plainName(name: string): string {
  return foldName(name.replaceAll('.', ''));
}

/** `1. FC Köln` is `koln`, `Como 1907` is `como`; a name of nothing else keeps what it has. */
function bareName(name: string): string {
  const words = plainName(name).split(' ');
  const isTrimming = (word: string, index: number) =>
    TRIMMINGS.has(word) || /^(18|19|20)\d\d$/.test(word) || (index === 0 && word === '1');
  const bare = words.filter((word, index) => !isTrimming(word, index));
  return (bare.length > 0 ? bare : words).join(' ');
}

function shown(name: string): string {
  return [...name.replaceAll(/\s+/g, ' ').trim()].slice(0, LONGEST_NAME).join('') || '?';
}
