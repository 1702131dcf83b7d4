import { request as httpRequest } from 'node:http';
import { REST, Routes } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { BOT_TOKEN, DERBY_ID, FACTS_ID, GENERAL_ID, type Sandbox, SandboxError } from '../../../src/sandbox/sandbox.ts';
import { asBot, closeAll, sandboxFor } from '../../support/discord/bot.ts';
import { userOf } from '../../support/discord/user.ts';

afterEach(closeAll);

const fault = (sandbox: Sandbox, body: unknown) => asBot(sandbox, 'POST', '/sandbox/faults', body);
const say = (sandbox: Sandbox, content: string, channel = DERBY_ID) =>
  asBot(sandbox, 'POST', `/channels/${channel}/messages`, { content });
const restOf = (sandbox: Sandbox) => new REST({ api: sandbox.apiUrl, version: '10' }).setToken(BOT_TOKEN);
const contents = async (sandbox: Sandbox) => (await userOf(sandbox).messages()).map(({ content }) => content).reverse();

test('the sixth message within five seconds in one channel is a true 429, in another channel not', async () => {
  let now = Date.UTC(2021, 10, 7, 20);
  const sandbox = await sandboxFor({ now: () => now });
  const first = await say(sandbox, '1');
  expect(Object.fromEntries(first.headers)).toMatchObject({
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '4',
    'x-ratelimit-reset': ((now + 5_000) / 1_000).toFixed(3),
    'x-ratelimit-reset-after': '5.000',
    'x-ratelimit-bucket': expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  for (const content of ['2', '3', '4', '5']) await say(sandbox, content);
  now += 3_500;
  const refused = await say(sandbox, '6');
  expect(refused).toMatchObject({
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: 1.5, global: false },
  });
  expect(refused.headers.get('retry-after')).toBe('2');
  expect(refused.headers.get('x-ratelimit-scope')).toBe('user');
  expect((await say(sandbox, '1', FACTS_ID)).status).toBe(200);
  now += 1_500;
  expect((await say(sandbox, '6')).status).toBe(200);
});

test('the 51st request of a second is refused over all routes, but an answer to an interaction never', async () => {
  const sandbox = await sandboxFor({
    now: () => Date.UTC(2021, 10, 7, 20),
    limits: { route: Number.POSITIVE_INFINITY },
  });
  for (let n = 0; n < 50; n += 1) expect((await asBot(sandbox, 'GET', '/users/@me')).status).toBe(200);
  const refused = await asBot(sandbox, 'GET', '/users/@me');
  expect(refused).toMatchObject({ status: 429, body: { global: true } });
  expect(refused.headers.get('x-ratelimit-global')).toBe('true');
  const callback = await asBot(sandbox, 'POST', '/interactions/661720000000000009/tok/callback', { type: 5 });
  expect(callback).toMatchObject({ status: 404, body: { code: 10062 } });
});

test('discord.js posts six messages into one channel without ever being refused', async () => {
  const sandbox = await sandboxFor();
  const rest = restOf(sandbox);
  const six = ['1', '2', '3', '4', '5', '6'];
  await Promise.all(six.map((content) => rest.post(Routes.channelMessages(DERBY_ID), { body: { content } })));
  expect(await contents(sandbox)).toEqual(six);
  const { body } = await asBot(sandbox, 'GET', '/sandbox/requests');
  expect(body.every(({ status }: { status: number }) => status === 200)).toBe(true);
});

test('scripted statuses strike as often as they are told, where they are told', async () => {
  const sandbox = await sandboxFor();
  await fault(sandbox, { kind: 'status', status: 403, code: 50013, channelId: FACTS_ID, method: 'POST' });
  await fault(sandbox, {
    kind: 'status',
    status: 502,
    route: '/channels/{channel_id}/messages',
    times: 2,
    channelId: DERBY_ID,
  });
  await fault(sandbox, { kind: 'status', status: 429, retryAfter: 3, route: 'pins$', scope: 'shared' });
  expect((await say(sandbox, 'a', GENERAL_ID)).status).toBe(200);
  expect(await say(sandbox, 'a', FACTS_ID)).toMatchObject({ status: 403, body: { code: 50013 } });
  expect((await say(sandbox, 'a', FACTS_ID)).status).toBe(200);
  expect([
    (await say(sandbox, 'a')).status,
    (await say(sandbox, 'a')).status,
    (await say(sandbox, 'a')).status,
  ]).toEqual([502, 502, 200]);
  const limited = await asBot(sandbox, 'GET', `/channels/${DERBY_ID}/pins`);
  expect(limited).toMatchObject({ status: 429, body: { retry_after: 3, global: false } });
  expect(limited.headers.get('retry-after')).toBe('3');
  expect(limited.headers.get('x-ratelimit-scope')).toBe('shared');
  expect(await contents(sandbox)).toEqual(['a']);
});

test('a lost answer was applied, and discord.js with a nonce makes no double of it', async () => {
  const sandbox = await sandboxFor();
  await fault(sandbox, { kind: 'lost-answer', channelId: DERBY_ID });
  await expect(say(sandbox, 'once')).rejects.toThrow('fetch failed');
  expect(await contents(sandbox)).toEqual(['once']);
  await fault(sandbox, { kind: 'lost-answer', channelId: DERBY_ID });
  const body = { content: 'twice?', nonce: 'goal-1', enforce_nonce: true };
  const send = () => restOf(sandbox).post(Routes.channelMessages(DERBY_ID), { body });
  await send().catch(send);
  expect(await contents(sandbox)).toEqual(['once', 'twice?']);
});

test('a slow answer comes, and faults can be listed, cleared and must be well formed', async () => {
  const sandbox = await sandboxFor();
  const { body: slow } = await fault(sandbox, { kind: 'delay', ms: 1, times: 3 });
  expect((await say(sandbox, 'slow')).status).toBe(200);
  expect((await asBot(sandbox, 'GET', '/sandbox/faults')).body.faults).toEqual([{ ...slow, left: 2 }]);
  await asBot(sandbox, 'DELETE', `/sandbox/faults/${slow.id}`);
  expect((await asBot(sandbox, 'GET', '/sandbox/faults')).body.faults).toEqual([]);
  for (const wrong of [{}, { kind: 'fire' }, { kind: 'status', status: 200 }, { kind: 'gateway', action: 'burn' }])
    expect(await fault(sandbox, wrong)).toMatchObject({ status: 400, body: { code: 50035 } });
});

test('requests are recorded with their route, and unknown routes counted', async () => {
  const sandbox = await sandboxFor();
  await say(sandbox, 'a');
  await asBot(sandbox, 'GET', '/stickers');
  expect((await asBot(sandbox, 'GET', '/sandbox/requests')).body).toMatchObject([
    { method: 'POST', route: '/channels/{channel_id}/messages', status: 200, by: 'Tifo', body: { content: 'a' } },
    { method: 'GET', route: null, path: '/stickers', status: 404 },
  ]);
  expect((await asBot(sandbox, 'GET', '/sandbox/health')).body).toEqual({ ok: true, sessions: 0, unknownRoutes: 1 });
});

/** A request with headers that fetch would not let one forge. */
function forged(
  sandbox: Sandbox,
  headers: Record<string, string>,
  path = '/sandbox/faults',
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest(sandbox.url + path, { method: 'GET', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('a foreign host name or page finds nothing, over HTTP and WebSocket', async () => {
  const sandbox = await sandboxFor();
  const { port } = new URL(sandbox.url);
  for (const path of ['/sandbox/faults', '/api/v10/gateway', '/', '//']) {
    expect(await forged(sandbox, { host: `evil.example:${port}` }, path)).toBe(421);
    expect(await forged(sandbox, { host: '127.0.0.1:1' }, path)).toBe(421);
    expect(await forged(sandbox, { origin: 'http://evil.example' }, path)).toBe(421);
  }
  expect(await forged(sandbox, { host: `localhost:${port}`, origin: `http://127.0.0.1:${port}` })).toBe(200);
  const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/gateway`, { origin: 'http://evil.example' });
  const refused = await new Promise<Error>((resolve) => socket.on('error', resolve));
  expect(refused.message).toContain('403');
});

test('a port that is taken is said in one line', async () => {
  const sandbox = await sandboxFor();
  const second = sandboxFor({ port: Number(new URL(sandbox.url).port) });
  await expect(second).rejects.toThrow(SandboxError);
  await expect(second).rejects.toThrow('SANDBOX_PORT');
});
