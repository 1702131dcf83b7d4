import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DERBY_ID, FACTS_ID } from '../../src/sandbox/sandbox.ts';
import { type Program, run, sandboxOf } from '../support/discord/program.ts';
import { userOf } from '../support/discord/user.ts';

let folder: string;
const running: Program[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tifo-start-'));
});

afterAll(async () => {
  await Promise.all(running.map((program) => program.end('SIGKILL')));
  await rm(folder, { recursive: true });
});

const databaseIn = (name: string) => `file:${join(folder, name, 'tifo.db')}`;

function start(args: readonly string[], env: Readonly<Record<string, string>>): Program {
  const program = run(args, { SANDBOX_PORT: '0', ...env });
  running.push(program);
  return program;
}

async function readerOf(program: Program) {
  return userOf(await sandboxOf(program));
}

describe('npm start without a token', () => {
  const env = () => ({ DATABASE_URL: databaseIn('derby'), REPLAY_SPEED: '3000' });
  const told = async (program: Program) =>
    (await (await readerOf(program)).messages(DERBY_ID)).map(({ id, content }) => `${id} ${content}`);

  it('npm start without a token plays the derby to its final result, stops on Ctrl-C, and says none of it again', async () => {
    const first = start([], env());
    await first.says(/^ {2}Starting .*\n {2}Ready .*\n.*Tifo is running.* {2}Now .* the derby/s);
    await first.says(/Final result: Milan 1–1 Inter/);
    await first.says(/the first drawn league derby/);
    const posts = await told(first);
    expect(posts.filter((post) => post.includes('Final result'))).toHaveLength(1);
    expect(await first.end('SIGINT')).toBe(0);

    const second = start([], env());
    await second.says(/Tifo is running/);
    await second.says(/ {2}Over .* the derby/);
    expect(second.printed()).not.toMatch(/ {2}Now .* the derby/);
    const reader = await readerOf(second);
    expect((await reader.ask('score', [], { channelId: FACTS_ID })).content).toContain('Milan 1–1 Inter');
    expect(await told(second)).toEqual(posts);
    expect(await second.end('SIGTERM')).toBe(0);

    const fresh = start(['--fresh'], env());
    await fresh.says(/Kick-off: Milan v Inter/);
    const [earliest = ''] = (await told(fresh)).toReversed();
    expect(posts).not.toContain(earliest);
    expect(await fresh.end('SIGINT')).toBe(0);
  });
});

it('a moment’s trouble at the start is waited out and said: a Discord that is not there, and may be stopped meanwhile', async () => {
  const bot = start(['bot'], {
    DATABASE_URL: databaseIn('away'),
    DISCORD_API_URL: 'http://127.0.0.1:9/api',
    DISCORD_TOKEN: 'sandbox',
  });
  await bot.says(/could not be reached.*DISCORD_API_URL.*Trying again/);
  expect(await bot.end('SIGTERM')).toBe(0);
});

it('a moment’s trouble at the start is waited out: errors, lost answers and a proxy’s refusals while it connects and registers its commands', {
  timeout: 120_000,
}, async () => {
  const sandbox = start(['sandbox'], { DATABASE_URL: databaseIn('trouble') });
  const reader = await readerOf(sandbox);
  const [, url = ''] = await sandbox.says(/(http:\/\/127\.0\.0\.1:\d+)/);
  const faults = [
    { kind: 'status', status: 500, times: 4, route: '/gateway/bot' },
    { kind: 'lost-answer', route: '/gateway/bot' },
    { kind: 'status', status: 401, times: 4, route: '/applications/{application_id}/commands' },
  ];
  for (const fault of faults) await reader.request('POST', '/sandbox/faults', fault);
  const bot = start(['bot'], {
    DATABASE_URL: databaseIn('troubled'),
    DISCORD_API_URL: `${url}/api`,
    DISCORD_TOKEN: 'sandbox',
    REPLAY_SPEED: '0',
  });
  await bot.says(/could not be reached.*Trying again/);
  await bot.says(/could not be registered.*Trying again/);
  await bot.says(/Tifo is connected/);
  await reader.until('the commands', async () => {
    const { body } = await reader.request<{ readonly faults: readonly object[] }>('GET', '/sandbox/faults');
    return body.faults.length === 0 ? true : undefined;
  });
  expect(await bot.end('SIGTERM')).toBe(0);
});

describe('what only the operator can mend', () => {
  const refusal = async (args: readonly string[], env: Readonly<Record<string, string>>) => {
    const program = start(args, env);
    const code = await program.ended();
    const lines = program
      .printed()
      .split('\n')
      .filter((line) => line !== '' && !/^ {2}(Starting|Ready) /.test(line));
    return { code, lines };
  };

  it('what only the operator can mend ends with one clear line: a port that is taken', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const address = squatter.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, lines } = await refusal([], { DATABASE_URL: databaseIn('port'), SANDBOX_PORT: String(port) });
    squatter.close();
    expect([code, lines]).toEqual([1, [expect.stringMatching(/is taken.*SANDBOX_PORT/)]]);
  });

  it('what only the operator can mend ends with one clear line: a token that Discord refuses, which is not shown', async () => {
    const sandbox = start(['sandbox'], { DATABASE_URL: databaseIn('token') });
    const { apiUrl } = await sandboxOf(sandbox);
    const env = { DATABASE_URL: databaseIn('bot'), DISCORD_API_URL: apiUrl, DISCORD_TOKEN: 'hunter2' };
    const { code, lines } = await refusal(['bot'], env);
    expect([code, lines]).toEqual([1, [expect.stringMatching(/4004.*DISCORD_TOKEN/)]]);
    expect(lines.join()).not.toContain('hunter2');
  });

  it('what only the operator can mend ends with one clear line: a bot without a token, an option nobody knows', async () => {
    const bot = await refusal(['bot'], { DATABASE_URL: databaseIn('none') });
    expect([bot.code, bot.lines]).toEqual([1, [expect.stringContaining('DISCORD_TOKEN is not set')]]);
    const slip = await refusal(['--frsh'], {});
    expect([slip.code, slip.lines]).toEqual([1, [expect.stringContaining('--frsh')]]);
  });

  it('what only the operator can mend ends with one clear line: a database that is none, left as it is', async () => {
    const file = join(folder, 'garbage.db');
    await writeFile(file, 'not a database, but somebody’s own notes'.repeat(100));
    const { code, lines } = await refusal([], { DATABASE_URL: `file:${file}` });
    expect([code, lines]).toEqual([1, [expect.stringMatching(/garbage\.db is not a Tifo database/)]]);
  });

  it('what only the operator can mend ends with one clear line: a second bot on the database of a first', async () => {
    const env = { DATABASE_URL: databaseIn('shared') };
    const first = start([], { ...env, REPLAY_SPEED: '0' });
    const { apiUrl } = await sandboxOf(first);
    const second = await refusal(['bot'], { ...env, DISCORD_API_URL: apiUrl, DISCORD_TOKEN: 'sandbox' });
    expect([second.code, second.lines]).toEqual([1, [expect.stringContaining('Another Tifo is running')]]);
  });
});
