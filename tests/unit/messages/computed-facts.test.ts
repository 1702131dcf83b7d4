import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../src/facts/engine/moment.ts';
import type { Scope } from '../../../src/facts/engine/scope.ts';
import { type ComputedFact, isComputed } from '../../../src/facts/fact.ts';
import { LOCALES } from '../../../src/locale.ts';
import { factListMessage } from '../../../src/messages/fact-list-message.ts';
import { factMessage } from '../../../src/messages/fact-message.ts';
import { scopeInWords } from '../../../src/messages/fact-scope.ts';
import { texts } from '../../../src/messages/texts.ts';
import { withdrawnMessage, workingMessage } from '../../../src/messages/working-message.ts';
import { cases } from '../../support/cases.ts';
import { discordProblems } from '../../support/discord/discord-problems.ts';
import { mischief } from '../../support/discord/mischief.ts';
import { buttonIds, readable } from '../../support/discord/readable.ts';
import { almanac, engine, facts } from '../../support/facts/almanac.ts';
import { findMarkup } from './find-markup.ts';

const match = { season: '2021-22', home: 'milan', away: 'inter' };
const END: Moment = { day: '2021-11-07', match: { ...match, score: { home: 1, away: 1 } } };
const all = [{ day: '2021-11-07', match }, END, { day: '2026-05-24' }].flatMap((moment) =>
  engine.everything('serie-a', moment, ['milan', 'inter']),
);
const start = all.find(({ finding, moment }) => finding.statement.kind === 'best-start' && moment.match?.score)!;
const shortNameOf = (id: string) => almanac.clubs.find((club) => club.id === id)?.shortName ?? id;
const columns = (text: string) =>
  (text.match(/```\n([^`]*)\n```/)?.[1] ?? '').split('\n').map((line) => [...line].length);

it('a computed fact says what it covers, what it was checked against and as of when, and shows its working', () => {
  const message = factMessage(start, { locale: 'en' });
  expect(readable(message).split('\n').slice(1)).toEqual([
    "Scope: Serie A, since 1994–95, Milan's first 12 games of each season, Milan v Inter of 7 November 2021 included",
    'Checked against 28 starts to a season · as of 7 November 2021',
    '[Show working] [More facts]',
  ]);
  expect(buttonIds(message)).toEqual([`facts:working:${start.id}`, 'facts:match:club:milan']);
  expect(
    readable(factMessage(start, { locale: 'it' }))
      .split('\n')
      .slice(1),
  ).toEqual([
    'Ambito: Serie A, dal 1994–95, le prime 12 partite del Milan in ogni stagione, compresa Milan–Inter del 7 novembre 2021',
    'Verificato su 28 partenze di stagione · al 7 novembre 2021',
    '[Mostra il calcolo] [Altre curiosità]',
  ]);
});

it('a computed fact can be followed from the one that was written by hand', () => {
  const written = facts.byId('opta-best-start')!;
  expect(buttonIds(factMessage(written, { locale: 'en' }))[0]).toBe('facts:working:opta-best-start');
  const list = factListMessage(
    { facts: [written, start, facts.byId('opta-both-sides')!], page: 1, pages: 1 },
    { locale: 'en' },
  );
  expect(JSON.stringify(list.components)).toContain(start.id);
  expect(JSON.stringify(list.components)).not.toContain('opta-both-sides');
});

it('a computed fact fits Discord and a phone, whatever was found', () => {
  expect(all.length).toBeGreaterThan(30);
  for (const locale of LOCALES) {
    for (const fact of all) {
      const working = workingMessage({ fact, computation: fact, shortNameOf }, { locale });
      for (const message of [factMessage(fact, { locale }), working]) {
        expect(discordProblems(message), fact.id).toEqual([]);
        expect(message.content, fact.id).toMatch(/^\S.*\.$/s);
        expect(readable(message)).not.toMatch(/undefined|NaN|\[object/);
      }
      expect(Math.max(...columns(readable(working))), readable(working)).toBeLessThanOrEqual(28);
      expect(buttonIds(factMessage(fact, { locale })), fact.id).toHaveLength(2);
    }
    const list = { facts: all.slice(0, 5), page: 1, pages: 2 };
    expect(discordProblems(factListMessage(list, { locale }))).toEqual([]);
  }
});

it('the working marks the row that decides it, and says how many were looked at', () => {
  const text = readable(workingMessage({ fact: start, computation: start, shortNameOf }, { locale: 'en' }));
  expect(text).toContain('\n Season  Pts  W  D  L\n›2021–22  32 10  2  0\n 2003–04  30  9  3  0\n');
  expect(text).toContain('› marks the row that decides it.');
  expect(text).toContain('8 more looked at');
  expect(text.match(/^›/gm)).toHaveLength(1);
});

it('the working is worded for each language', () => {
  const text = readable(workingMessage({ fact: start, computation: start, shortNameOf }, { locale: 'it' }));
  expect(text).toContain('\n Stag.    Pt  V  N  P\n');
  expect(readable(withdrawnMessage({ locale: 'it' }))).toContain('ritirata');
  expect(readable(withdrawnMessage({ locale: 'en' }))).toContain('withdrawn');
});

it('the working lists results with their day, the longest names whole', () => {
  const result = {
    ...{ competition: 'serie-a', season: '2021-22', day: '2021-11-08', home: 'salernitana', away: 'fiorentina' },
    ...{ score: { home: 10, away: 0 }, status: 'played' as const },
  };
  const computation: ComputedFact = {
    ...start,
    finding: { ...start.finding, working: { rows: [{ kind: 'result', result }], lookedAt: 11_726 } },
  };
  const text = readable(workingMessage({ fact: computation, computation, shortNameOf }, { locale: 'en' }));
  expect(text).toContain('\n› 8 Nov 2021 · Salernitana 10–0 Fiorentina\n');
  expect(text).toContain('Checked against 11,726 results');
  const italian = readable(workingMessage({ fact: computation, computation, shortNameOf }, { locale: 'it' }));
  expect(italian).toContain('Verificato su 11.726 risultati');
  expect(italian).toContain('\n› 8 nov 2021 · ');
});

describe('a scope in words', () => {
  const scope: Scope = {
    competition: { id: 'serie-a', name: 'Serie A' },
    since: '2021-22',
    clubs: [],
    upTo: '2021-11-08',
  };
  const milan = { id: 'milan', name: 'Milan' };
  const inter = { id: 'inter', name: 'Inter' };
  it.each<[Partial<Scope>, string, string]>([
    [{}, 'Serie A, since 2021–22', 'Serie A, dal 2021–22'],
    [{ season: '2021-22' }, 'Serie A 2021–22', 'Serie A 2021–22'],
    [{ clubs: [inter] }, "Serie A, since 2021–22, Inter's games", "Serie A, dal 2021–22, le partite dell'Inter"],
    [
      { clubs: [milan], venue: 'away' },
      "Serie A, since 2021–22, Milan's games away",
      'Serie A, dal 2021–22, le partite del Milan in trasferta',
    ],
    [
      { clubs: [milan, inter], venue: 'home', withOpening: true },
      'Serie A, since 2021–22, meetings of Milan and Inter, Milan at home, seasons before 2021–22 as totals',
      "Serie A, dal 2021–22, incontri fra il Milan e l'Inter, Milan in casa, stagioni prima del 2021–22 come totali",
    ],
    [
      { firstGames: 12, season: '2021-22' },
      "Serie A 2021–22, every club's first 12 games",
      'Serie A 2021–22, le prime 12 partite di ogni squadra',
    ],
    [
      { season: '2021-22', match: { home: milan, away: inter, counts: false } },
      'Serie A 2021–22, before Milan v Inter of 8 November 2021',
      "Serie A 2021–22, prima di Milan–Inter dell'8 novembre 2021",
    ],
    [
      { season: '2021-22', upTo: '2021-11-01', match: { home: milan, away: inter, counts: true } },
      'Serie A 2021–22, Milan v Inter of 1 November 2021 included',
      'Serie A 2021–22, compresa Milan–Inter del 1º novembre 2021',
    ],
  ])('a scope is put into words: %o', (only, english, italian) => {
    expect(scopeInWords({ ...scope, ...only }, { locale: 'en' }, texts('en'))).toBe(english);
    expect(scopeInWords({ ...scope, ...only }, { locale: 'it' }, texts('it'))).toBe(italian);
  });
});

it('hostile names do nothing in a fact, its scope or its working', () => {
  fc.assert(
    fc.property(mischief, fc.constantFrom(...LOCALES), fc.constantFrom(...all), (name, locale, fact) => {
      const called = (as: string): ComputedFact =>
        JSON.parse(JSON.stringify(fact, (key, value: unknown) => (key === 'name' || key === 'player' ? as : value)));
      const messages = (as: string) => {
        const own = called(as);
        const view = { locale };
        return [
          factMessage(own, view),
          workingMessage({ fact: own, computation: own, shortNameOf: () => as }, view),
          factListMessage({ facts: [own], page: 1, pages: 2, about: { label: as, value: 'club:milan' } }, view),
        ];
      };
      const harmless = messages('Name').map((message) => findMarkup(readable(message)));
      messages(name).forEach((message, index) => {
        expect(discordProblems(message)).toEqual([]);
        expect(findMarkup(readable(message))).toEqual(harmless[index]);
      });
    }),
    cases(20),
  );
});

it('hostile names are all of computed facts', () => {
  expect(all.every(isComputed)).toBe(true);
});
