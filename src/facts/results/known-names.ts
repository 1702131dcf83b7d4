import { foldName, searchNames } from '../../match/name-search.ts';
import type { Known } from '../load-known.ts';

/** What files call clubs and competitions, and who is meant. Nothing is guessed: a name is known or it is not. */
export interface KnownNames {
  readonly clubIds: ReadonlySet<string>;
  readonly competitionIds: ReadonlySet<string>;
  clubOf(name: string): string | undefined;
  /** Names that come close to one that is not known. */
  clubsLike(name: string): readonly string[];
  competitionOf(name: string): string | undefined;
}

/**
 * Clubs by name, short name or alias, competitions by name, alias or with their country before it. Accents, case and
 * what clubs trim their names with (`FC`, `1909`) do not count; a name that two could mean means neither.
 */
export function knownNames({ clubs, competitions }: Pick<Known, 'clubs' | 'competitions'>): KnownNames {
  const clubNames = namesOf(clubs, ({ name, shortName, aliases }) => [name, shortName, ...aliases]);
  const competitionNames = namesOf(competitions, ({ name, aliases, country }) => [
    ...[name, `${country} ${name}`],
    ...aliases,
  ]);
  const candidates = clubs.map(({ id, name, aliases }) => ({ value: id, label: name, aliases }));
  return {
    clubIds: new Set(clubs.map(({ id }) => id)),
    competitionIds: new Set(competitions.map(({ id }) => id)),
    clubOf: clubNames,
    clubsLike: (name) => searchNames(name, candidates, 2).map(({ label }) => label),
    competitionOf: competitionNames,
  };
}

function namesOf<T extends { readonly id: string }>(all: readonly T[], spell: (one: T) => readonly string[]) {
  const [exact, bare] = [new Map<string, string>(), new Map<string, string>()];
  for (const one of all) {
    for (const name of spell(one)) {
      note(exact, plain(name), one.id);
      note(bare, untrimmed(name), one.id);
    }
  }
  return (name: string): string | undefined => {
    if (name.length > LONGEST_NAME) return undefined;
    return (exact.get(plain(name)) ?? bare.get(untrimmed(name))) || undefined;
  };
}

/** The empty id stands for several. */
function note(names: Map<string, string>, name: string, id: string): void {
  if (name !== '') names.set(name, (names.get(name) ?? id) === id ? id : '');
}

function plain(name: string): string {
  return foldName(name.replaceAll('.', ''));
}

function untrimmed(name: string): string {
  const words = plain(name).split(' ');
  return words.filter((word) => !TRIMMINGS.has(word) && !/^(18|19|20)\d\d$/.test(word)).join(' ');
}

const TRIMMINGS = new Set('ac acf as asd bc calcio cfc fbc fc sc ss ssc ssd uc us'.split(' '));
const LONGEST_NAME = 100;
