import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { almanac } from '../../support/facts/almanac.ts';

const facts = almanac.facts.all;
const texts = facts.flatMap(({ text, scope, dispute }) => [text, scope, ...(dispute ? [dispute] : [])]);
const lines = texts.flatMap(({ en, it }) => [en, it]);
const sheets = readdirSync('data/matches').map((name) => readFileSync(`data/matches/${name}`, 'utf8'));

it('the facts that Tifo ships are all of the report, and more that are computed', () => {
  const checked = (check: string) => facts.filter((fact) => fact.check === check).length;
  expect(checked('computed')).toBeGreaterThanOrEqual(30);
  expect(checked('confirmed')).toBeGreaterThanOrEqual(8);
  expect(checked('disputed')).toBeGreaterThanOrEqual(2);
  expect(facts.filter(({ source }) => source === 'opta')).toHaveLength(4);
});

it('the facts that Tifo ships are plain sentences, without markup, in two languages that differ', () => {
  for (const line of lines) expect(line).not.toMatch(/[*_`~|<>#@\\[\]]|https?:|\s\s/);
  for (const { text } of facts) {
    expect(text.en).toMatch(/\.$/);
    expect(text.it).toMatch(/\.$/);
    expect(text.en).not.toBe(text.it);
  }
});

it('the facts that Tifo ships write scores and seasons with a dash between them', () => {
  for (const line of lines) expect(line).not.toMatch(/\d-\d/);
});

it('the facts that Tifo ships write days as each language does', () => {
  const english = /\d{1,2} (January|February|April|May|July|September|October|November) \d{4}/g;
  const italian = /\d{1,2} (gennaio|febbraio|aprile|maggio|luglio|settembre|ottobre|novembre) \d{4}/g;
  for (const { en, it } of texts) {
    expect(it.match(italian)?.length, it).toBe(en.match(english)?.length);
    expect(it).not.toMatch(english);
  }
});

it('the facts that Tifo ships name players as the match sheet does, and tell facts of matches that are there', () => {
  for (const { matchId, about } of facts.filter(({ matchId }) => matchId !== undefined)) {
    const sheet = sheets.find((text) => text.includes(`"id": "${matchId}"`));
    expect(sheet).toBeDefined();
    const former = ['Crespo', 'Ronaldo', 'Icardi'];
    for (const player of about.players.filter((name) => !former.includes(name))) {
      expect(sheet).toContain(`"name": "${player}"`);
    }
  }
});

it('the facts that Tifo ships find each player they speak of', () => {
  for (const { id, text, dispute, about } of facts) {
    const told = text.en + (dispute?.en ?? '');
    for (const player of about.players) expect(told, id).toContain(player);
  }
});

it('the facts that Tifo ships answer only what happened in their match: by a player they speak of, at a score that it had', () => {
  for (const { id, about, answers = [] } of facts) {
    for (const { on, player, score } of answers) {
      if (player !== undefined) expect(about.players, id).toContain(player);
      if (on === 'goal' || on === 'missed-penalty') expect(player, id).toBeDefined();
      if (on === 'full-time' || on === 'result') expect(score, id).toEqual({ home: 1, away: 1 });
    }
  }
});

it('the facts that Tifo ships are told as of a day that their results reach', () => {
  const last = almanac.results.at(-1)!.day;
  for (const { id, asOf } of facts) expect(asOf <= last, id).toBe(true);
});

it('the facts that Tifo ships leave no topic empty', () => {
  const values = almanac.facts.subjects('en').map(({ value }) => value);
  for (const { id } of almanac.topics) expect(values).toContain(`topic:${id}`);
});

it('the names that Tifo knows lead each to one club', () => {
  const names = almanac.clubs.flatMap(({ name, aliases }) => [name, ...aliases]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
});

it('the names that Tifo knows are those of the match sheets', () => {
  for (const sheet of sheets) {
    const { match } = JSON.parse(sheet) as {
      match: Record<'home' | 'away' | 'competition', { id: string; name: string }>;
    };
    const clubs = almanac.clubs.map(({ id, name }) => ({ id, name }));
    expect(clubs).toContainEqual(match.home);
    expect(clubs).toContainEqual(match.away);
    expect(almanac.competitions.map(({ id, name }) => ({ id, name }))).toContainEqual(match.competition);
  }
});
