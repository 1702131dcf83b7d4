import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { APPLICATION_ID, DERBY_ID, GUILD_ID, type Sandbox, SandboxError } from '../../../src/sandbox/sandbox.ts';
import { writeJournal } from '../../../src/sandbox/state/journal.ts';
import { asBot, closeAll, sandboxFor } from '../../support/discord/bot.ts';
import { userOf } from '../../support/discord/user.ts';
import { gatewayClient } from './gateway-client.ts';

const PATH = `/channels/${DERBY_ID}/messages`;
const FULL = () => {
  throw new SandboxError('disk', 'no space left');
};

let sandbox: Sandbox;
let now: number;
beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  now = Date.UTC(2021, 10, 7, 12);
  sandbox = await sandboxFor({ now: () => now, limits: { route: Number.POSITIVE_INFINITY } });
});
afterEach(async () => {
  await closeAll();
  vi.restoreAllMocks();
});

/** The disk is full for the next change to that table, and has room again for the one after. */
const fillFor = (table: 'channels' | 'messages' | 'events' | 'interactions') =>
  vi.spyOn(sandbox.world[table], 'put').mockImplementationOnce(FULL);

const post = (channelId: string, content: string, nonce: string) =>
  asBot(sandbox, 'POST', `/channels/${channelId}/messages`, { content, nonce, enforce_nonce: true });

test('a post that could not be kept is there once when it is sent again', async () => {
  const { body: opener } = await post(DERBY_ID, 'Milan v Inter', 'n0');
  const { body: thread } = await asBot(sandbox, 'POST', `${PATH}/${opener.id}/threads`, { name: 'Milan v Inter' });
  // Who speaks in a thread that they are not in joins it, which is a second change.
  await asBot(sandbox, 'DELETE', `/channels/${thread.id}/thread-members/@me`);
  for (const table of ['channels', 'messages'] as const) {
    fillFor(table);
    const statuses: number[] = [];
    for (let times = 0; times < 3; times += 1) statuses.push((await post(thread.id, table, `n ${table}`)).status);
    expect(statuses).toEqual([500, 200, 200]);
  }
  const { body: seen } = await asBot(sandbox, 'GET', `/channels/${thread.id}/messages`);
  const said = seen
    .filter(({ type }: { type: number }) => type === 0)
    .map(({ content }: { content: string }) => content);
  expect(said).toEqual(['messages', 'channels']);
});

test('an answer to a command that could not be kept is given once', async () => {
  await asBot(sandbox, 'PUT', `/applications/${APPLICATION_ID}/commands`, [{ name: 'score', description: 'd' }]);
  const bot = await gatewayClient(sandbox, 'sandbox', 0);
  await userOf(sandbox).command('score');
  const { id, token } = (await bot.next('INTERACTION_CREATE')) as { id: string; token: string };
  fillFor('interactions');
  const answer = () =>
    asBot(sandbox, 'POST', `/interactions/${id}/${token}/callback`, { type: 4, data: { content: 'Milan 1–1 Inter' } });
  expect((await answer()).status).toBe(500);
  expect((await answer()).body).toMatchObject({ code: 40060 });
  expect((await asBot(sandbox, 'GET', PATH)).body).toHaveLength(1);
});

test('an event of which the beginning could not be kept begins a little later, and the sandbox lives on', async () => {
  const { body: event } = await asBot(sandbox, 'POST', `/guilds/${GUILD_ID}/scheduled-events`, {
    name: 'Milan v Inter',
    entity_type: 3,
    privacy_level: 2,
    scheduled_start_time: '2021-11-07T19:45:00Z',
    scheduled_end_time: '2021-11-07T21:45:00Z',
    entity_metadata: { location: 'San Siro' },
  });
  const failed = fillFor('events');
  now = Date.UTC(2021, 10, 7, 20);
  await vi.waitFor(() => expect(failed.mock.calls.length).toBeGreaterThan(1), { timeout: 30_000 });
  expect(sandbox.world.events.get(event.id)).toMatchObject({ status: 2 });
});

test('a journal that cannot be begun says that it cannot be written, and leaves nothing behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const unlockable = join(folder, 'x'.repeat(252));
  expect(() => writeJournal(unlockable, [])).toThrow(/cannot write/);
  const journal = join(folder, 'sandbox.jsonl');
  mkdirSync(journal);
  expect(() => writeJournal(journal, [])).toThrow();
  rmSync(journal, { recursive: true });
  expect(readdirSync(folder)).toEqual([]);
  writeJournal(journal, []).close();
  expect(existsSync(journal)).toBe(true);
  rmSync(folder, { recursive: true });
});
