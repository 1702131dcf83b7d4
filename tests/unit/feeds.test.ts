import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';
import type { NamedClub } from '../../src/feed/known-clubs.ts';
import { openFeeds } from '../../src/feeds.ts';
import { SILENT } from '../../src/log.ts';
import type { Match } from '../../src/match/match.ts';
import { optaF9 } from '../support/feeds/opta.ts';
import { memoryStore } from '../support/store/memory-store.ts';

const KICK_OFF = Date.UTC(2026, 9, 21, 18, 45);
const clubs: readonly NamedClub[] = JSON.parse(readFileSync('data/clubs.json', 'utf8'));
const clock = { now: () => KICK_OFF };

/** A match of two clubs that Tifo may not know, by the names that the provider gives them. */
function match(home: string, away: string): Match {
  return {
    id: 'any',
    competition: { id: 'serie-a', name: 'Serie A' },
    season: '2026-27',
    home: { id: 'home', name: home },
    away: { id: 'away', name: away },
    kickOff: KICK_OFF,
  };
}

async function opened(env: Record<string, string>) {
  const store = await memoryStore();
  const open = () =>
    openFeeds({
      config: readConfig(env),
      data: 'data',
      clubs,
      matches: store.matches,
      settings: store.settings,
      clubCodes: store.clubCodes,
      clock,
      log: SILENT,
      withRecorded: false,
    });
  return { store, open };
}

it.each(['serie-aa', 'serie-a,Bundesliga', ','])(
  'the competitions that are asked for are refused as %s, with the ids that exist, before any call',
  async (asked) => {
    const { open } = await opened({ COMPETITIONS: asked, API_FOOTBALL_KEY: 'k', FOOTBALL_DATA_KEY: 'k' });
    const problem = await open().catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ConfigError);
    expect(String(problem)).toMatch(/COMPETITIONS[\s\S]*serie-a, serie-b[\s\S]*premier-league[\s\S]*brasileirao/);
    for (const id of asked.split(',').filter((one) => one !== '' && one !== 'serie-a'))
      expect(String(problem)).toContain(`"${id}"`);
  },
);

it('the feeds that are opened know a club again that a provider calls otherwise after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'feeds-'));
  const deliver = (told: Match) =>
    writeFileSync(join(folder, 'f9'), optaF9({ match: told, at: KICK_OFF, phase: 'scheduled', events: [] }));
  const { store, open } = await opened({ OPTA_PATH: folder });
  deliver(match('AC Milan', 'Nessuno'));
  const [before] = await (await open()).feed.matches();
  expect(before).toMatchObject({ home: { id: 'milan' }, away: { id: 'nessuno' } });
  await expect.poll(() => store.clubCodes.all(), { timeout: 30_000 }).toHaveLength(2);
  deliver(match('Associazione Calcio', 'Real Nessuno'));
  const [after] = await (await open()).feed.matches();
  expect(after).toMatchObject({
    id: before?.id,
    home: { id: 'milan', name: 'Milan' },
    away: { id: 'nessuno', name: 'Real Nessuno' },
  });
});
