import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';

it('the configuration needs nothing: everything has a default', () => {
  expect(readConfig({})).toEqual({
    databaseUrl: 'file:.tifo/tifo.db',
    feeds: ['recorded'],
    competitions: ['serie-a'],
    apiFootball: { url: 'https://v3.football.api-sports.io' },
    footballData: { url: 'https://api.football-data.org/v4' },
    recordingsFolder: '.tifo/recordings',
    replaySpeed: 60,
    sandboxPort: 4630,
    sandboxJournal: '.tifo/sandbox.jsonl',
    logLevel: 'warn',
  });
});

it('the configuration takes an empty value for one that is not set, as in a .env file', () => {
  expect(readConfig({ DISCORD_TOKEN: '', DATABASE_URL: ' ' })).toEqual(readConfig({}));
});

it('the configuration keeps the sandbox beside the database', () => {
  expect(readConfig({ DATABASE_URL: 'file:/srv/tifo/my.db' }).sandboxJournal).toBe('/srv/tifo/sandbox.jsonl');
});

it('the configuration takes an API address with or without its version, and a token with or without its prefix', () => {
  const config = readConfig({ DISCORD_API_URL: 'http://127.0.0.1:4630/api/v10/', DISCORD_TOKEN: 'Bot abc.def' });
  expect([config.api, config.token]).toEqual(['http://127.0.0.1:4630/api', 'abc.def']);
});

it('the configuration lists every problem at once, and shows no value, which might be a secret', () => {
  const wrong = {
    DATABASE_URL: 'mysql://root:hunter2@db',
    REPLAY_SPEED: 'fast',
    SANDBOX_PORT: '70000',
    DISCORD_TOKEN: 'hunter2 x',
  };
  expect(() => readConfig(wrong)).toThrow(/DISCORD_TOKEN.*\n.*DATABASE_URL.*\n.*REPLAY_SPEED.*\n.*SANDBOX_PORT/);
  expect(() => readConfig(wrong)).not.toThrow(/hunter2/);
});

it('the configuration follows live matches as soon as a provider’s key is there, the richest feed first', () => {
  const keys = { FOOTBALL_DATA_KEY: 'k1', API_FOOTBALL_KEY: 'k2', OPTA_PATH: '/srv/opta' };
  expect(readConfig(keys).feeds).toEqual(['api-football', 'football-data', 'opta']);
  expect(readConfig({ ...keys, FEED: 'opta, recorded' }).feeds).toEqual(['opta', 'recorded']);
  expect(readConfig({ COMPETITIONS: 'serie-a, champions-league,' }).competitions).toEqual([
    'serie-a',
    'champions-league',
  ]);
});

it('the configuration refuses a feed that it does not know, or that lacks its key, beside every other problem', () => {
  expect(() => readConfig({ FEED: 'espn' })).toThrow(/FEED\S* must be one or several/);
  expect(() => readConfig({ FEED: 'api-football,opta', SANDBOX_PORT: 'x' })).toThrow(
    /SANDBOX_PORT.*\n.*API_FOOTBALL_KEY must be set for FEED=api-football\n.*OPTA_PATH must be set/,
  );
});
