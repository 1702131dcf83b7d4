import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factEngine } from '../../../../src/facts/engine/fact-engine.ts';
import { addressOfId, shortId, toldAs } from '../../../../src/facts/engine/fact-id.ts';
import { families } from '../../../../src/facts/engine/families/index.ts';
import type { Family } from '../../../../src/facts/engine/family.ts';
import type { LedgerSource } from '../../../../src/facts/engine/ledger.ts';
import type { Moment } from '../../../../src/facts/engine/moment.ts';
import { SILENT } from '../../../../src/log.ts';
import type { Result } from '../../../../src/match/result.ts';
import { findingSentence } from '../../../../src/messages/finding-sentence.ts';
import { texts } from '../../../../src/messages/texts.ts';
import { cases } from '../../../support/cases.ts';
import { almanac, engine } from '../../../support/facts/almanac.ts';
import { finding } from '../../../support/facts/findings.ts';

const match = { season: '2021-22', home: 'milan', away: 'inter' };
const KICK_OFF: Moment = { day: '2021-11-07', match };
const END: Moment = { day: '2021-11-07', match: { ...match, score: { home: 1, away: 1 } } };
const TODAY: Moment = { day: '2026-05-24' };
const FOCUS = ['milan', 'inter'] as const;

const sentences = (moment: Moment, of = engine) =>
  of.found('serie-a', moment, FOCUS).map((fact) => findingSentence(fact.finding, texts('en')));

/** A source whose results can be changed, as those seen live are. */
function changing(results: readonly Result[]) {
  let known = results;
  const source: LedgerSource = {
    ...almanac,
    get results() {
      return known;
    },
  };
  return {
    source,
    change: (next: readonly Result[]) => {
      known = next;
    },
  };
}

it('the facts engine finds other facts at the kick-off, at the end and today', () => {
  const [before, after, today] = [KICK_OFF, END, TODAY].map((moment) => sentences(moment));
  expect(before).toContainEqual(expect.stringMatching(/^31 points won: .* after 11 games/));
  expect(after).toContainEqual(expect.stringMatching(/^32 points won: .* after 12 games/));
  expect(after).not.toContainEqual(expect.stringMatching(/^31 points/));
  expect(today).not.toContainEqual(expect.stringMatching(/^3[12] points/));
  // The number of meetings is another each time.
  const balances = [before, after, today].map((told) =>
    told!.find((sentence) => /^1\d\d Serie A meetings/.test(sentence)),
  );
  expect(new Set(balances).size).toBe(3);
});

it('the facts engine knows each fact by its id, whoever else was looked at, and by no other', () => {
  for (const moment of [KICK_OFF, END, TODAY]) {
    const all = engine.everything('serie-a', moment, FOCUS);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const fact of all) {
      expect(engine.byId(fact.id)).toEqual(fact);
      expect(fact.id).not.toContain(':');
      expect(addressOfId(fact.id)?.moment).toEqual(moment);
    }
  }
  const own = engine.found('serie-a', TODAY, ['milan']).map(({ id }) => toldAs(id));
  const both = engine.found('serie-a', TODAY, ['inter', 'milan']).map(({ id }) => toldAs(id));
  expect(own.filter((id) => both.includes(id)).length).toBeGreaterThan(1);
  for (const id of [
    '',
    'opta-best-start',
    'serie-a/milan/x',
    'serie-a/milan/x@',
    'serie-a/milan/x@2021-11-07',
    'cup/a/b@x',
  ])
    expect(engine.byId(id)).toBeUndefined();
});

it('the facts engine knows a fact by an id that a button has room for, however long the names', () => {
  const long = { season: '2021-22', home: 'hellas-verona', away: 'salernitana', score: { home: 1, away: 2 } };
  const focus = ['hellas-verona', 'salernitana'] as const;
  const { day } = almanac.results.find(
    (row) => row.season === long.season && row.home === long.home && row.away === long.away,
  )!;
  for (const moment of [{ day, match: long }, TODAY]) {
    const facts = engine.everything('serie-a', moment, focus);
    expect(facts.length).toBeGreaterThan(3);
    for (const { id } of facts) {
      expect(`facts:working:${shortId(id)}`.length).toBeLessThanOrEqual(100);
      expect(shortId(id)).not.toContain(':');
      expect(engine.byId(shortId(id))?.id).toBe(id);
    }
    expect(new Set(facts.map(({ id }) => shortId(id))).size).toBe(facts.length);
  }
});

it('the facts engine finds the same whichever club is named first', () => {
  expect(engine.found('serie-a', TODAY, ['inter', 'milan'])).toBe(engine.found('serie-a', TODAY, FOCUS));
});

it('the facts engine finds nothing where nothing is carried', () => {
  expect(engine.found('cup', TODAY, FOCUS)).toEqual([]);
  expect(engine.found('serie-a', { day: '1990-01-01' }, FOCUS)).toEqual([]);
  expect(engine.found('serie-a', TODAY, ['nobody']).filter(({ about }) => about.clubs.includes('nobody'))).toEqual([]);
});

it('the facts engine finds nothing at a match of a season that is not known whole, of clubs that are not in it, or of a play-off', () => {
  const at = (day: string, season: string, home: string, away: string) =>
    engine.found('serie-a', { day, match: { season, home, away, score: { home: 1, away: 0 } } }, [home, away]);
  expect(at('2021-11-07', '2021-22', 'milan', 'inter')).not.toEqual([]);
  expect(at('2026-09-20', '2026-27', 'milan', 'inter')).toEqual([]);
  expect(at('2021-11-07', '2021-22', 'milan', 'lecce')).toEqual([]);
  // Spezia and Hellas Verona met once more after the season's last day.
  expect(at('2023-06-11', '2022-23', 'spezia', 'hellas-verona')).toEqual([]);
});

it('the facts engine withdraws a fact that a result has made false', () => {
  const { source, change } = changing(almanac.results);
  const own = factEngine({ source, families, log: SILENT });
  const start = own.found('serie-a', END, FOCUS).find(({ finding }) => finding.statement.kind === 'best-start');
  expect(own.byId(start!.id)).toBe(start);
  const isFirst = ({ season, home, away }: Result) => season === '2021-22' && home === 'sampdoria' && away === 'milan';
  change(almanac.results.map((result) => (isFirst(result) ? { ...result, score: { home: 9, away: 0 } } : result)));
  const statement = own.byId(start!.id)?.finding.statement;
  expect(statement).not.toEqual(start!.finding.statement);
  expect(sentences(END, own)).not.toContainEqual(expect.stringMatching(/^32 points/));
  const isDerby = ({ season, home, away }: Result) => season === '2021-22' && home === 'milan' && away === 'inter';
  change(almanac.results.map((result) => (isDerby(result) ? { ...result, score: { home: 0, away: 1 } } : result)));
  expect(own.byId(start!.id)).toBeUndefined();
  change(almanac.results);
  expect(own.byId(start!.id)).toEqual(start);
});

it('the facts engine passes a family over that throws, says so once, and loses nothing of the others', () => {
  const told: [object, string][] = [];
  const broken: Family = {
    name: 'broken',
    find() {
      throw new Error('no such season');
    },
  };
  const well: Family = { name: 'well', find: () => [finding('well')] };
  const log = { ...SILENT, error: (context: object, message: string) => void told.push([context, message]) };
  const own = factEngine({ source: almanac, families: [broken, well], log });
  for (const moment of [KICK_OFF, END, TODAY]) expect(own.found('serie-a', moment, FOCUS)).toHaveLength(1);
  expect(told).toMatchObject([[{ family: 'broken' }, expect.any(String)]]);
});

it('the facts engine keeps what it found for as long as the results stay the same', () => {
  let looks = 0;
  const counting: Family = {
    name: 'counting',
    find() {
      looks += 1;
      return [finding('one')];
    },
  };
  const { source, change } = changing(almanac.results);
  const own = factEngine({ source, families: [counting], log: SILENT });
  const ask = () => own.found('serie-a', END, FOCUS);
  expect(ask()).toBe(ask());
  expect(looks).toBe(1);
  change([...almanac.results]);
  ask();
  expect(looks).toBe(2);
});

it('the facts engine finds after any change what it would have found had it never known otherwise', () => {
  const { source, change } = changing(almanac.results);
  const own = factEngine({ source, families, log: SILENT });
  const around = almanac.results.filter(({ season }) => season >= '2020-21' && season <= '2021-22');
  const goals = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(fc.constantFrom(...around), fc.record({ home: goals, away: goals }), (changed, score) => {
      const results = almanac.results.map((result) => (result === changed ? { ...result, score } : result));
      change(results);
      const anew = factEngine({ source: { ...almanac, results }, families, log: SILENT });
      for (const moment of [KICK_OFF, END]) {
        expect(own.everything('serie-a', moment, FOCUS)).toEqual(anew.everything('serie-a', moment, FOCUS));
      }
    }),
    cases(3),
  );
});
