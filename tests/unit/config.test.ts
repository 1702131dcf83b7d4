import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';

describe('the configuration', () => {
  it('needs nothing: everything has a default', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: 'file:.tifo/tifo.db',
      replaySpeed: 60,
      sandboxPort: 4630,
      sandboxJournal: '.tifo/sandbox.jsonl',
      logLevel: 'warn',
    });
  });

  it('takes an empty value for one that is not set, as in a .env file', () => {
    expect(readConfig({ DISCORD_TOKEN: '', DATABASE_URL: ' ' })).toEqual(readConfig({}));
  });

  it('keeps the sandbox beside the database', () => {
    expect(readConfig({ DATABASE_URL: 'file:/srv/tifo/my.db' }).sandboxJournal).toBe('/srv/tifo/sandbox.jsonl');
  });

  it('takes an API address with or without its version, and a token with or without its prefix', () => {
    const config = readConfig({ DISCORD_API_URL: 'http://127.0.0.1:4630/api/v10/', DISCORD_TOKEN: 'Bot abc.def' });
    expect([config.api, config.token]).toEqual(['http://127.0.0.1:4630/api', 'abc.def']);
  });

  it('lists every problem at once, and shows no value, which might be a secret', () => {
    const wrong = {
      DATABASE_URL: 'mysql://root:hunter2@db',
      REPLAY_SPEED: 'fast',
      SANDBOX_PORT: '70000',
      DISCORD_TOKEN: 'hunter2 x',
    };
    expect(() => readConfig(wrong)).toThrow(/DISCORD_TOKEN.*\n.*DATABASE_URL.*\n.*REPLAY_SPEED.*\n.*SANDBOX_PORT/);
    expect(() => readConfig(wrong)).not.toThrow(/hunter2/);
  });
});
