import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogueOf } from '../../../../src/feed/catalogue.ts';
import type { Feed } from '../../../../src/feed/feed.ts';
import { optaFeed } from '../../../../src/feed/opta/opta-feed.ts';
import { type Log, SILENT } from '../../../../src/log.ts';
import type { MatchEvent } from '../../../../src/match/event.ts';
import { HOUR, MINUTE } from '../../../../src/match/instant.ts';
import type { Snapshot } from '../../../../src/match/snapshot.ts';
import { DERBY } from '../../../support/feeds/any-snapshot.ts';
import { optaF1, optaF9, optaMa1 } from '../../../support/feeds/opta.ts';

const CATALOGUE = catalogueOf(
  [
    { id: 'serie-a', name: 'Serie A', seasonWithin: 'two-years', codes: { opta: '21' } },
    { id: 'premier-league', name: 'Premier League', seasonWithin: 'two-years', codes: { opta: '8' } },
  ],
  [],
);
const GOAL: MatchEvent = {
  kind: 'goal',
  side: 'home',
  manner: 'open-play',
  minute: { base: 17 },
  scorer: { name: 'Leão' },
};

let folder: string;
let now: number;
let said: string[];
let feed: Feed;

const log: Log = { ...SILENT, warn: (context) => said.push(JSON.stringify(context)) };
const open = (competitions?: readonly string[]) =>
  optaFeed({ folder, catalogue: CATALOGUE, clock: { now: () => now }, log, ...(competitions && { competitions }) });

/** Each file is of another moment, as a delivery's are. */
let stamp = 1_000;
function deliver(name: string, content: string | Uint8Array): void {
  const path = join(folder, name);
  writeFileSync(path, content);
  stamp += 1;
  utimesSync(path, stamp, stamp);
}

async function see(): Promise<Snapshot | undefined> {
  const look = await feed.look([DERBY.id]);
  if (!look.ok) throw new Error(look.problem);
  return look.snapshots[0];
}

function at(minutes: number, phase: Snapshot['phase'], events: readonly MatchEvent[] = []): Snapshot {
  const score = { home: events.length, away: 0 };
  return { match: DERBY, at: DERBY.kickOff + minutes * MINUTE, phase, events, ...(phase !== 'scheduled' && { score }) };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opta-'));
  now = DERBY.kickOff + 20 * MINUTE;
  said = [];
  feed = open();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('the Opta feed tells a match as its file tells it, and again when the file is written anew', async () => {
  deliver('a', optaF9(at(10, 'first-half')));
  expect(await feed.matches()).toEqual([DERBY]);
  expect(await see()).toMatchObject({ phase: 'first-half', score: { home: 0, away: 0 }, at: now });
  deliver('a', optaF9(at(18, 'first-half', [GOAL])));
  expect(await see()).toMatchObject({ score: { home: 1, away: 0 }, events: [{ scorer: { name: 'Leão' } }] });
});

it('the Opta feed keeps what it read last while a file is being written, and says so once when that does not end', async () => {
  const next = optaF9(at(18, 'first-half', [GOAL]));
  deliver('a', optaF9(at(10, 'first-half')));
  await see();
  deliver('a', next.slice(0, next.length / 2));
  expect(await see()).toMatchObject({ score: { home: 0, away: 0 } });
  expect(said).toEqual([]);
  now += 2 * MINUTE;
  await see();
  await see();
  expect(said).toHaveLength(1);
  deliver('a', next);
  expect(await see()).toMatchObject({ score: { home: 1, away: 0 } });
});

it('the Opta feed believes the newest of several files, in whatever order they come', async () => {
  deliver('b-newer', optaF9(at(18, 'first-half', [GOAL])));
  await see();
  deliver('a-older', optaF9(at(10, 'first-half')));
  expect(await see()).toMatchObject({ score: { home: 1, away: 0 } });
  deliver('c-newest.json', optaMa1(at(47, 'half-time', [GOAL])));
  expect(await see()).toMatchObject({ phase: 'half-time' });
});

it('the Opta feed takes a correction that is written over the file it corrects, even with an older date', async () => {
  deliver('a', optaF9(at(18, 'first-half', [GOAL])));
  await see();
  deliver('a', optaF9(at(17, 'first-half')));
  expect(await see()).toMatchObject({ score: { home: 0, away: 0 }, events: [] });
});

it('the Opta feed completes a match from the list of fixtures, and believes a newer list that it is off', async () => {
  const venue = { name: 'San Siro', city: 'Milano' };
  const listed = { ...at(-60, 'scheduled'), match: { ...DERBY, venue } };
  deliver('f1', optaF1([listed]));
  deliver('f9', optaF9(at(-50, 'scheduled')));
  expect((await see())?.match.venue).toEqual(venue);
  deliver('f1', optaF1([{ ...listed, phase: 'postponed', at: DERBY.kickOff - 10 * MINUTE }]));
  expect((await see())?.phase).toBe('postponed');
});

it('the Opta feed keeps the details of the match’s own file where a list tells the result', async () => {
  const score = { home: 1, away: 0 };
  deliver('f9', optaF9(at(18, 'first-half', [GOAL])));
  deliver('f1', optaF1([{ ...at(100, 'full-time', [GOAL]), score }]));
  expect(await see()).toMatchObject({ phase: 'first-half', events: [GOAL] });
});

it('the Opta feed takes the half from the clock where a list says no more than that the match is on', async () => {
  deliver('f1', optaF1([at(10, 'first-half')]));
  expect(await see()).toMatchObject({ phase: 'first-half', score: { home: 0, away: 0 }, lists: [] });
  now = DERBY.kickOff + 70 * MINUTE;
  deliver('f1', optaF1([at(70, 'second-half')]));
  expect(await see()).toMatchObject({ phase: 'second-half' });
});

it('the Opta feed says nothing of a match in play on which nothing is delivered any more, until something is', async () => {
  deliver('a', optaF9(at(18, 'first-half', [GOAL])));
  await see();
  now += 11 * MINUTE;
  expect(await see()).toBeUndefined();
  deliver('a', optaF9(at(32, 'first-half', [GOAL])));
  expect(await see()).toMatchObject({ score: { home: 1, away: 0 } });
});

it('the Opta feed goes by the date of a file that lay there before it came', async () => {
  deliver('a', optaF9(at(18, 'first-half', [GOAL])));
  now = DERBY.kickOff + 24 * HOUR;
  expect(await see()).toBeUndefined();
  expect(await feed.matches()).toHaveLength(1);
});

it('the Opta feed tells only of the competitions that are followed', async () => {
  feed = open(['premier-league']);
  deliver('a', optaF9(at(10, 'first-half')));
  expect(await feed.matches()).toEqual([]);
  expect(said).toEqual([]);
});

it('the Opta feed reads a single file as well as a folder', async () => {
  deliver('a', optaF9(at(10, 'first-half')));
  folder = join(folder, 'a');
  feed = open();
  expect(await feed.matches()).toHaveLength(1);
  folder = join(folder, '..');
});

it('the Opta feed goes on beside files that are something else, and says so once', async () => {
  deliver('a', optaF9(at(10, 'first-half')));
  deliver('b', '<html></html>');
  deliver('c', 'hello');
  await see();
  expect(await see()).toBeDefined();
  expect(said).toHaveLength(2);
});

describe('the Opta feed reads a file in the encoding it is written in', () => {
  const scorer = async () => (await see())?.events.map((event) => event.kind === 'goal' && event.scorer?.name);
  const by = (name: string, encoding: string) =>
    optaF9(at(18, 'first-half', [{ ...GOAL, scorer: { name } } as MatchEvent])).replace('UTF-8', encoding);

  it.each([
    ['ISO-8859-1', Buffer.from(by('Müller', 'ISO-8859-1'), 'latin1'), 'Müller'],
    ['windows-1252', Buffer.from(by('O\u0092Har\u00e1', 'windows-1252'), 'latin1'), 'O’Hará'],
    ['UTF-8', Buffer.from(by('Çalhanoğlu', 'UTF-8')), 'Çalhanoğlu'],
    ['UTF-8, with a mark', Buffer.from(`\ufeff${by('Çalhanoğlu', 'ISO-8859-1')}`), 'Çalhanoğlu'],
    ['UTF-8, undeclared', Buffer.from(by('Çalhanoğlu', '').replace(' encoding=""', '')), 'Çalhanoğlu'],
    ['UTF-8, whatever it declares', Buffer.from(by('Çalhanoğlu', 'UTF-16')), 'Çalhanoğlu'],
    ['UTF-16, with a mark', Buffer.from(`\ufeff${by('Çalhanoğlu', 'UTF-16')}`, 'utf16le'), 'Çalhanoğlu'],
    ['UTF-16, without', Buffer.from(by('Çalhanoğlu', 'UTF-16LE'), 'utf16le'), 'Çalhanoğlu'],
    [
      'UTF-16, the other way round',
      Buffer.from(`\ufeff${by('Çalhanoğlu', 'UTF-16')}`, 'utf16le').swap16(),
      'Çalhanoğlu',
    ],
  ])('the Opta feed reads a file in the encoding it is written in: %s', async (_, bytes, name) => {
    deliver('a', bytes);
    expect(await scorer()).toEqual([name]);
    expect(said).toEqual([]);
  });

  it('the Opta feed says once, in plain words, that it does not know the encoding of a file', async () => {
    deliver('a', by('Müller', 'x-klingon'));
    await see();
    expect(await see()).toBeUndefined();
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('an encoding that is not known: x-klingon');
  });
});

it('the Opta feed says what to ask for where a feed comes in a form that is not read', async () => {
  deliver('a', '{"SoccerFeed":{}}');
  await see();
  expect(said.join()).toContain('F1, F7 or F9 as JSON, which is not read: ask for XML');
});

it('the Opta feed has a problem, in plain words, while there is no folder', async () => {
  rmSync(folder, { recursive: true });
  expect(await feed.look([DERBY.id])).toEqual({ ok: false, problem: "Opta's folder cannot be read (ENOENT)" });
  expect(feed.status().problem).toContain('cannot be read');
});
