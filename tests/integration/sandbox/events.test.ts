import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BOT_PERMISSIONS, GUILD_ID, type Sandbox } from '../../../src/sandbox/sandbox.ts';
import { asBot, closeAll, sandboxFor } from '../../support/discord/bot.ts';
import { userOf } from '../../support/discord/user.ts';

const PATH = `/guilds/${GUILD_ID}/scheduled-events`;
const MATCH = {
  name: 'Milan v Inter',
  entity_type: 3,
  privacy_level: 2,
  scheduled_start_time: '2021-11-07T19:45:00Z',
  scheduled_end_time: '2021-11-07T21:45:00Z',
  entity_metadata: { location: 'San Siro' },
};
const { scheduled_end_time: _, ...ENDLESS } = MATCH;
const { entity_metadata: __, ...NOWHERE } = MATCH;
const [SCHEDULED, ACTIVE, COMPLETED, CANCELLED] = [1, 2, 3, 4] as const;

let sandbox: Sandbox;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2021, 10, 7, 12);
  sandbox = await sandboxFor({ now: () => now, limits: { route: Number.POSITIVE_INFINITY } });
});
afterEach(closeAll);

const ask = (method: string, path: string, body?: unknown) => asBot(sandbox, method, path, body);
const create = async (more: object = {}): Promise<string> => (await ask('POST', PATH, { ...MATCH, ...more })).body.id;
const patch = (id: string, change: unknown) => ask('PATCH', `${PATH}/${id}`, change);
const status = async (id: string) => (await ask('GET', `${PATH}/${id}`)).body.status;

test.each([
  ['without an end', ENDLESS],
  ['without a place', NOWHERE],
  ['with a blank place', { ...MATCH, entity_metadata: { location: ' ' } }],
  ['with a place over 100', { ...MATCH, entity_metadata: { location: 'x'.repeat(101) } }],
  ['with a start that is past', { ...MATCH, scheduled_start_time: '2021-11-07T11:00:00Z' }],
  ['with an end before its start', { ...MATCH, scheduled_end_time: '2021-11-07T19:00:00Z' }],
  ['without a name', { ...MATCH, name: '' }],
  ['with a name over 100', { ...MATCH, name: 'x'.repeat(101) }],
  ['with a description over 1,000', { ...MATCH, description: 'x'.repeat(1_001) }],
])('an event %s is refused', async (_what, body) => {
  expect(await ask('POST', PATH, body)).toMatchObject({ status: 400, body: { code: 50035 } });
});

test('an event is moved, started and completed, and then changed no more', async () => {
  const id = await create();
  const moved = await patch(id, { scheduled_start_time: '2021-11-07T20:00:00Z' });
  expect(moved.body).toMatchObject({ scheduled_start_time: '2021-11-07T20:00:00Z', name: 'Milan v Inter' });
  expect((await patch(id, { scheduled_start_time: '2021-11-07T11:00:00Z' })).status).toBe(400);
  expect((await patch(id, { scheduled_end_time: null })).status).toBe(400);
  expect((await patch(id, { status: COMPLETED })).status).toBe(400);
  expect((await patch(id, { status: ACTIVE })).body.status).toBe(ACTIVE);
  expect((await patch(id, { status: CANCELLED })).status).toBe(400);
  expect((await patch(id, { status: COMPLETED })).body.status).toBe(COMPLETED);
  expect(await patch(id, { name: 'Late' })).toMatchObject({ status: 400, body: { code: 180000 } });
  expect((await ask('DELETE', `${PATH}/${id}`)).status).toBe(204);
  expect(await ask('GET', `${PATH}/${id}`)).toMatchObject({ status: 404, body: { code: 10070 } });
  expect((await ask('GET', PATH)).body).toEqual([]);
});

test('an event that was not begun can be cancelled', async () => {
  expect((await patch(await create(), { status: CANCELLED })).body.status).toBe(CANCELLED);
});

test('an event outside of Discord begins and ends by itself', async () => {
  const id = await create();
  expect(await status(id)).toBe(SCHEDULED);
  now = Date.UTC(2021, 10, 7, 19, 45);
  expect(await status(id)).toBe(ACTIVE);
  now = Date.UTC(2021, 10, 7, 21, 45);
  expect(await status(id)).toBe(COMPLETED);
});

test('to create takes Create Events, to change another’s Manage Events', async () => {
  const id = await create();
  const milo = userOf(sandbox, 'member');
  expect(await milo.request('POST', PATH, MATCH)).toMatchObject({ status: 403, body: { code: 50013 } });
  expect(await milo.request('PATCH', `${PATH}/${id}`, { name: 'x' })).toMatchObject({ status: 403 });
  sandbox = await sandboxFor({ now: () => now, seed: { botPermissions: BOT_PERMISSIONS & ~Permission.CreateEvents } });
  expect(await ask('POST', PATH, MATCH)).toMatchObject({ status: 403, body: { code: 50013 } });
  sandbox = await sandboxFor({ now: () => now, seed: { botPermissions: BOT_PERMISSIONS & ~Permission.ManageEvents } });
  expect((await patch(await create(), { name: 'My own' })).body.name).toBe('My own');
});

test('a server has room for a hundred that are to come', async () => {
  sandbox = await sandboxFor({
    now: () => now,
    limits: { global: Number.POSITIVE_INFINITY, route: Number.POSITIVE_INFINITY },
  });
  for (let n = 0; n < 100; n += 1) expect((await ask('POST', PATH, MATCH)).status).toBe(200);
  expect(await ask('POST', PATH, MATCH)).toMatchObject({ status: 400, body: { code: 30038 } });
});
