import type { Locale } from '../locale.ts';
import type { NameCandidate } from '../match/name-search.ts';
import type { WrittenFact } from './fact.ts';
import type { Known } from './load-known.ts';

/** The facts that were written by hand, and the ways to them. They stand in the order of their files. */
export interface WrittenFacts {
  readonly all: readonly WrittenFact[];
  byId(id: string): WrittenFact | undefined;
  /** The facts that belong to a match: its story. */
  ofMatch(matchId: string): readonly WrittenFact[];
  /**
   * Whatever there are facts about: clubs, then players, then topics. The values are `club:milan`, `player:Çalhanoğlu`,
   * `topic:penalties`.
   */
  subjects(locale: Locale): readonly NameCandidate[];
  /** The facts about a subject, by its value. */
  about(subject: string): readonly WrittenFact[];
}

export function writtenFacts(facts: readonly WrittenFact[], known: Pick<Known, 'clubs' | 'topics'>): WrittenFacts {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const subjects = { en: subjectsOf(facts, known, 'en'), it: subjectsOf(facts, known, 'it') };
  return {
    all: facts,
    byId: (id) => byId.get(id),
    ofMatch: (matchId) => facts.filter((fact) => fact.matchId === matchId),
    subjects: (locale) => subjects[locale],
    about: (subject) => facts.filter((fact) => valuesOf(fact).includes(subject)),
  };
}

function valuesOf({ about }: WrittenFact): readonly string[] {
  return [
    ...about.clubs.map((club) => `club:${club}`),
    ...about.players.map((player) => `player:${player}`),
    ...about.topics.map((topic) => `topic:${topic}`),
  ];
}

function subjectsOf(
  facts: readonly WrittenFact[],
  { clubs, topics }: Pick<Known, 'clubs' | 'topics'>,
  locale: Locale,
): readonly NameCandidate[] {
  const told = new Set(facts.flatMap(valuesOf));
  const players = [...new Set(facts.flatMap(({ about }) => about.players))].sort((a, b) => a.localeCompare(b, locale));
  const subjects: readonly NameCandidate[] = [
    ...clubs.map(({ id, name, aliases }) => ({ value: `club:${id}`, label: name, aliases })),
    ...players.map((name) => ({ value: `player:${name}`, label: name })),
    ...topics.map(({ id, name, aliases }) => ({
      value: `topic:${id}`,
      label: name[locale],
      // Whoever knows the word in the other language finds it too.
      aliases: [name.en, name.it, ...aliases],
    })),
  ];
  return subjects.filter(({ value }) => told.has(value));
}
