import type { Club } from '../match/match.ts';
import { coreName, plainName } from './club-names.ts';

/** Who numbers teams, each in its own way. Opta's older feeds and SDAPI do not share their numbers. */
export const TEAM_PROVIDERS = ['api-football', 'football-data', 'opta', 'sdapi'] as const;
export type TeamProvider = (typeof TEAM_PROVIDERS)[number];

/** A club by all the names and ids that it is known by. */
export interface NamedClub extends Club {
  readonly shortName?: string;
  /** Whose leagues it plays in; absent for a nation. */
  readonly country?: string;
  readonly aliases?: readonly string[];
  /** The providers' ids of it. */
  readonly codes?: Readonly<Partial<Record<TeamProvider, string>>>;
}

/** The clubs of several lists, each once, with what all of them say of it; its name is the one in the first list. */
export function mergeClubs(lists: readonly NamedClub[]): readonly NamedClub[] {
  const byId = new Map<string, NamedClub>();
  for (const club of lists) {
    const known = byId.get(club.id);
    const aliases = [...new Set([...(known?.aliases ?? []), ...(club.aliases ?? [])])];
    byId.set(club.id, { ...club, ...known, aliases, codes: { ...club.codes, ...known?.codes } });
  }
  return [...byId.values()];
}

/**
 * Finds clubs by name, the surest way first: the name itself, what else a club is called, a name that differs in neutral
 * words alone. Such words are not taken from a nickname: `Frankfurt` is Eintracht, `1. FC Frankfurt` is not.
 */
export function nameIndex(clubs: readonly NamedClub[]): (name: string) => readonly (readonly NamedClub[])[] {
  const levels = [
    indexBy(clubs, ({ name, shortName }) => [name, ...(shortName ? [shortName] : [])].map(plainName)),
    indexBy(clubs, ({ aliases = [] }) => aliases.map(plainName)),
    indexBy(clubs, ({ name, aliases = [] }) => {
      const dressed = aliases.map(plainName).filter((alias) => coreName(alias) !== alias);
      return [plainName(name), ...dressed].map(coreName);
    }),
  ] as const;
  return (name) => {
    const plain = plainName(name);
    const [names, aliases, cores] = levels;
    return [names.get(plain) ?? [], aliases.get(plain) ?? [], cores.get(coreName(plain)) ?? []];
  };
}

function indexBy(
  clubs: readonly NamedClub[],
  spell: (club: NamedClub) => readonly string[],
): ReadonlyMap<string, readonly NamedClub[]> {
  const index = new Map<string, NamedClub[]>();
  for (const club of clubs) {
    for (const name of new Set(spell(club))) index.set(name, [...(index.get(name) ?? []), club]);
  }
  return index;
}
