import { expect, it } from 'vitest';
import { isComputed } from '../../../src/facts/fact.ts';
import { factLibrary } from '../../../src/facts/fact-library.ts';
import { writtenFacts } from '../../../src/facts/written-facts.ts';
import type { Match } from '../../../src/match/match.ts';
import { almanac, engine, facts } from '../../support/facts/almanac.ts';
import { match as derby } from '../../support/match/derby.ts';

const END = { home: 1, away: 1 };
const ids = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id);
/** A match of which nothing was written. */
const other: Match = {
  ...derby,
  id: '2022-02-05-inter-milan',
  home: derby.away,
  away: derby.home,
  kickOff: Date.UTC(2022, 1, 5, 17),
};

it('the fact library knows the written and the computed by their ids', () => {
  expect(facts.byId('opta-best-start')).toBe(almanac.facts.byId('opta-best-start'));
  const [computed] = facts.about('club:napoli').filter(isComputed);
  expect(facts.byId(computed!.id)).toBe(computed);
  expect(facts.byId('nothing')).toBeUndefined();
  expect(facts.byId('serie-a/napoli/no-such-key')).toBeUndefined();
});

it('the fact library means today where an id says no moment, so that what does not hold any more is not told', () => {
  const asOf = (day: string) => factLibrary({ almanac, engine, clock: { now: () => Date.parse(`${day}T12:00:00Z`) } });
  const id = 'serie-a/milan/best-start/milan/12';
  expect(asOf('2021-11-08').byId(id)).toMatchObject({ asOf: '2021-11-07', id: `${id}@2021-11-07` });
  expect(asOf('2021-12-01').byId(id)).toBeUndefined();
  expect(facts.byId(id)).toBeUndefined();
  expect(facts.byId(`${id}@2021-11-07~2021-22~milan~inter~1-1`)).toBeDefined();
});

it('the fact library tells the story of a match, and what was found at its end, but nothing twice', () => {
  const story = facts.ofMatch(derby, END);
  expect(story.slice(0, almanac.facts.ofMatch(derby.id).length)).toEqual(almanac.facts.ofMatch(derby.id));
  const found = story.filter(isComputed);
  expect(found.length).toBeGreaterThan(0);
  const linked = almanac.facts.all.flatMap(({ computation }) => computation ?? []);
  expect(linked.length).toBeGreaterThan(10);
  expect(ids(found).filter((id) => linked.includes(id))).toEqual([]);
});

it('the fact library knows no more than the kick-off did before a match has ended, nor of its replay', () => {
  for (const match of [derby, { ...derby, id: `${derby.id}~1` }]) {
    const before = facts.ofMatch(match, undefined);
    expect(ids(before)).toContain('start-milan-eleven');
    expect(ids(before)).not.toContain('opta-best-start');
    for (const fact of before.filter(isComputed))
      expect(fact.moment.match).toEqual({ season: '2021-22', home: 'milan', away: 'inter' });
    expect(facts.ofMatch(match, END)).toEqual(facts.ofMatch(derby, END));
  }
  expect(ids(facts.deck(derby, undefined))).not.toContain('opta-best-start');
  expect(ids(facts.deck(derby, END))).toContain('opta-best-start');
});

it('the fact library finds facts of a match that nobody has written about', () => {
  expect(facts.knows(other)).toBe(true);
  expect(facts.ofMatch(other, { home: 1, away: 2 }).length).toBeGreaterThan(2);
  const foreign = { ...other, competition: { id: 'cup', name: 'Cup' } };
  expect(facts.knows(foreign)).toBe(false);
  expect(facts.ofMatch(foreign, END)).toEqual([]);
});

it('the fact library offers every club that has results', () => {
  const none = factLibrary({
    almanac: { ...almanac, facts: writtenFacts([], almanac) },
    engine,
    clock: { now: () => 0 },
  });
  expect(none.subjects('en')).toHaveLength(almanac.clubs.length);
  expect(none.about('club:milan')).toEqual([]);
  expect(facts.subjects('it').map(({ label }) => label)).toContain('Rigori');
  expect(
    facts
      .about('club:milan')
      .filter(isComputed)
      .every(({ asOf }) => asOf === '2026-05-24'),
  ).toBe(true);
});

it('the fact library tells about a club what is about it, and not who won what it did not', () => {
  for (const club of ['juventus', 'hellas-verona']) {
    const told = facts.about(`club:${club}`).filter(isComputed);
    expect(told.length).toBeGreaterThan(2);
    for (const { id, about } of told) expect(about.clubs, id).toContain(club);
  }
});

it('the fact library has a deck without a match too', () => {
  expect(facts.deck(undefined, undefined)).toEqual(almanac.facts.all);
});

it('the fact library gives the computation of a written fact where there is one', () => {
  const [start, statue] = ['opta-best-start', 'opta-both-sides'].map((id) => almanac.facts.byId(id)!);
  expect(facts.computationOf(start!)?.finding.statement).toMatchObject({ kind: 'best-start', games: 12 });
  expect(facts.computationOf(statue!)).toBeUndefined();
});
