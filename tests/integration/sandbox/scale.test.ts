import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { DISCORD_LIMITS } from '../../../src/sandbox/http/rate-limit.ts';
import { DERBY_ID, FACTS_ID, GUILD_ID } from '../../../src/sandbox/sandbox.ts';
import { asBot, botOn, closeAll, sandboxFor } from '../../support/discord/bot.ts';
import { userOf } from '../../support/discord/user.ts';

afterEach(closeAll);

const posts = (channel: string) => `/channels/${channel}/messages`;

test('the limits are switched while it runs: a sliding second, none at all', async () => {
  let now = Date.UTC(2021, 10, 7, 20);
  const sandbox = await sandboxFor({ now: () => now, limits: DISCORD_LIMITS });
  const me = async () => (await asBot(sandbox, 'GET', '/users/@me')).status;
  const limit = async (body: unknown) => (await asBot(sandbox, 'POST', '/sandbox/limits', body)).body;
  expect((await asBot(sandbox, 'GET', '/sandbox/limits')).body).toEqual(DISCORD_LIMITS);
  expect(await limit({ global: 2, route: null, window: 'sliding' })).toEqual({
    ...DISCORD_LIMITS,
    global: 2,
    route: null,
    window: 'sliding',
  });
  expect(await limit({ answerWithinMs: 100 })).toMatchObject({ answerWithinMs: 100, global: 2 });
  expect(await me()).toBe(200);
  now += 900;
  expect([await me(), await me()]).toEqual([200, 429]);
  now += 100;
  const [passes, refused] = [await me(), await asBot(sandbox, 'GET', '/users/@me')];
  expect(passes).toBe(200);
  expect(refused).toMatchObject({ status: 429, body: { global: true, retry_after: 0.9 } });
  expect(refused.headers.get('x-ratelimit-global')).toBe('true');
  await limit({ global: null });
  for (let n = 0; n < 60; n += 1) expect(await me()).toBe(200);
  for (const wrong of [{ global: 0 }, { window: 'leaky' }, { route: 'none' }, { answerWithinMs: 0 }])
    expect(await asBot(sandbox, 'POST', '/sandbox/limits', wrong)).toMatchObject({ status: 400 });
});

test('what was answered is counted, by status and by route, until it is reset', async () => {
  let now = Date.UTC(2021, 10, 7, 20);
  const sandbox = await sandboxFor({ now: () => now });
  const counts = async () => (await asBot(sandbox, 'GET', '/sandbox/counts')).body;
  for (const channel of [DERBY_ID, FACTS_ID, FACTS_ID]) {
    await asBot(sandbox, 'POST', posts(channel), { content: 'goal' });
    now += 400;
  }
  await asBot(sandbox, 'POST', posts(FACTS_ID), {});
  await asBot(sandbox, 'GET', '/stickers');
  now += 5_000;
  await userOf(sandbox).request('GET', '/users/@me');
  expect(await counts()).toEqual({
    since: Date.UTC(2021, 10, 7, 20),
    total: 6,
    statuses: { 200: 4, 400: 1, 404: 1 },
    busiestSecond: 3,
    routes: {
      'POST /channels/{channel_id}/messages': {
        statuses: { 200: 3, 400: 1 },
        firstAt: Date.UTC(2021, 10, 7, 20),
        lastAt: Date.UTC(2021, 10, 7, 20) + 1_200,
      },
      'GET unknown': { statuses: { 404: 1 }, firstAt: expect.any(Number), lastAt: expect.any(Number) },
      'GET /users/@me': { statuses: { 200: 1 }, firstAt: now, lastAt: now },
    },
  });
  await asBot(sandbox, 'DELETE', '/sandbox/requests');
  expect(await counts()).toMatchObject({ since: now, total: 0, statuses: {}, routes: {}, busiestSecond: 0 });
});

test('thousands of channels are there at once, and can be posted to', async () => {
  const sandbox = await sandboxFor();
  const { body } = await asBot(sandbox, 'POST', '/sandbox/channels', { count: 5_000, name: 'fans' });
  expect(body).toMatchObject({ guild_id: GUILD_ID, ids: { length: 5_000 } });
  expect((await asBot(sandbox, 'POST', posts(body.ids[4_999]), { content: 'goal' })).status).toBe(200);
  expect((await asBot(sandbox, 'GET', `/guilds/${GUILD_ID}/channels`)).body).toHaveLength(5_004);
  for (const wrong of [{}, { count: 0 }, { count: 1, guild_id: '1' }])
    expect((await asBot(sandbox, 'POST', '/sandbox/channels', wrong)).status).toBeGreaterThanOrEqual(400);
});

test('a bot that knows its channels is told of each that is planted', async () => {
  const sandbox = await sandboxFor();
  const client = await botOn(sandbox, { intents: ['Guilds'] });
  const told = once(client, 'channelCreate');
  const { body } = await asBot(sandbox, 'POST', '/sandbox/channels', { count: 1 });
  expect(await told).toMatchObject([{ id: body.ids[0] }]);
});
