import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { APPLICATION_ID, DERBY_ID, MEMBER_ID, type SandboxOptions } from '../../../src/sandbox/sandbox.ts';
import { asBot, closeAll, sandboxFor } from '../../support/discord/bot.ts';
import { userOf } from '../../support/discord/user.ts';
import { gatewayClient, rawGateway } from './gateway-client.ts';

let folder = '';
let journal = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  journal = join(folder, 'sandbox.jsonl');
});
afterEach(async () => {
  await closeAll();
  rmSync(folder, { recursive: true });
});

const start = (options: Partial<SandboxOptions> = {}) => sandboxFor({ journal, ...options });
const path = `/channels/${DERBY_ID}/messages`;

test('what was said, registered and uploaded is there after a restart, and ids go on rising', async () => {
  const now = () => Date.UTC(2021, 10, 7, 20);
  const before = await start({ now });
  const body = new FormData();
  body.set('payload_json', JSON.stringify({ content: 'card', nonce: 'card-1', enforce_nonce: true }));
  body.set('files[0]', new Blob(['bytes'], { type: 'text/plain' }), 'card.txt');
  const { body: card } = await asBot(before, 'POST', path, body);
  const { body: gone } = await asBot(before, 'POST', path, { content: 'gone' });
  await asBot(before, 'DELETE', `${path}/${gone.id}`);
  await asBot(before, 'PUT', `/applications/${APPLICATION_ID}/commands`, [{ name: 'score', description: 'd' }]);
  await userOf(before).request('DELETE', `/channels/${DERBY_ID}/permissions/${MEMBER_ID}`);
  await before.close();

  const after = await start({ now: () => now() - 60_000 });
  const { body: messages } = await asBot(after, 'GET', path);
  expect(messages).toMatchObject([{ id: card.id, content: 'card' }]);
  expect(await (await fetch(messages[0].attachments[0].url)).text()).toBe('bytes');
  expect((await asBot(after, 'GET', `/applications/${APPLICATION_ID}/commands`)).body).toMatchObject([
    { name: 'score' },
  ]);
  expect((await asBot(after, 'POST', path, { content: 'again', nonce: 'card-1', enforce_nonce: true })).body.id).toBe(
    card.id,
  );
  const { body: later } = await asBot(after, 'POST', path, { content: 'later' });
  expect(BigInt(later.id)).toBeGreaterThan(BigInt(gone.id));
});

test('an interaction that was answered can be followed up after a restart', async () => {
  const before = await start();
  await asBot(before, 'PUT', `/applications/${APPLICATION_ID}/commands`, [{ name: 'score', description: 'd' }]);
  const bot = await gatewayClient(before, 'sandbox', 0);
  await userOf(before).command('score');
  const { id, token } = (await bot.next('INTERACTION_CREATE')) as { id: string; token: string };
  await asBot(before, 'POST', `/interactions/${id}/${token}/callback`, { type: 5 });
  await before.close();
  const after = await start();
  const filled = await asBot(after, 'PATCH', `/webhooks/${APPLICATION_ID}/${token}/messages/@original`, {
    content: '1–1',
  });
  expect(filled.body).toMatchObject({ content: '1–1', flags: 0 });
  const stale = await rawGateway(after);
  await stale.op(10);
  stale.send(6, { token: 'sandbox', session_id: bot.ready.session_id, seq: 1 });
  expect(await stale.op(9)).toMatchObject({ d: false });
});

test('a torn last line is dropped, and the journal is compact again', async () => {
  const before = await start();
  const { body } = await asBot(before, 'POST', path, { content: 'kept' });
  for (const content of ['a', 'b', 'c']) await asBot(before, 'PATCH', `${path}/${body.id}`, { content });
  await before.close();
  appendFileSync(journal, '{"k":"message","v":{"id":"66');
  const after = await start();
  expect((await asBot(after, 'GET', path)).body).toMatchObject([{ content: 'c' }]);
  const lines = readFileSync(journal, 'utf8').trimEnd().split('\n');
  expect(lines.filter((line) => line.includes('"k":"message"'))).toHaveLength(1);
});

test('a sandbox that starts fresh begins anew, uploads and all', async () => {
  const before = await start();
  const body = new FormData();
  body.set('files[0]', new Blob(['bytes']), 'card.txt');
  await asBot(before, 'POST', path, body);
  await before.close();
  expect(readdirSync(`${journal}.files`)).toHaveLength(1);
  const after = await start({ fresh: true });
  expect((await asBot(after, 'GET', path)).body).toEqual([]);
  expect(existsSync(`${journal}.files`)).toBe(false);
});

test.each([
  ['another file', 'A diary.\n', 'is not a sandbox journal'],
  ['an empty object', '{}\n', 'is not a sandbox journal'],
  ['a newer journal', '{"journal":"tifo-sandbox","version":99}\n', 'newer'],
  ['a damaged journal', '{"journal":"tifo-sandbox","version":1}\n{"k":"mes\n{"k":"ids","d":"x"}\n', 'Line 2'],
])('%s is refused by name and left as it was', async (_what, text, words) => {
  writeFileSync(journal, text);
  for (const fresh of [false, true]) {
    const opening = start({ fresh });
    await expect(opening).rejects.toThrow(words);
    await expect(opening).rejects.toThrow(journal);
  }
  expect(readFileSync(journal, 'utf8')).toBe(text);
});

test('a second sandbox on one journal is refused', async () => {
  await start();
  await expect(start()).rejects.toThrow('in use');
});

/** A sandbox in a process of its own that says its address. */
const CHILD = `
import { openSandbox } from ${JSON.stringify(join(import.meta.dirname, '../../../src/sandbox/sandbox.ts'))};
const { url } = await openSandbox({ port: 0, journal: process.argv[1], limits: { global: Infinity, route: Infinity } });
console.log(url);
`;

test('a SIGKILL loses no message that was answered', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', CHILD, journal], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve));
  const answered: string[] = [];
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const posting = Array.from({ length: 4 }, async (_, writer) => {
    for (let n = 0; ; n += 1) {
      const reply = await asBot({ url, apiUrl: `${url}/api` }, 'POST', path, { content: `${writer}-${n}` });
      answered.push(reply.body.id);
      if (answered.length === 100) child.kill('SIGKILL');
    }
  });
  await Promise.allSettled(posting);
  await exited;
  const after = await start();
  expect(answered.filter((id) => after.world.messages.get(id) === undefined)).toEqual([]);
  expect(answered.length).toBeGreaterThanOrEqual(100);
});
