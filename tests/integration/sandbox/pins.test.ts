import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  BOT_PERMISSIONS,
  DERBY_ID,
  GENERAL_ID,
  MEMBER_ID,
  type Sandbox,
  ULTRAS_ROLE_ID,
} from '../../../src/sandbox/sandbox.ts';
import { asBot, closeAll, sandboxFor } from '../../support/discord/bot.ts';
import { userOf } from '../../support/discord/user.ts';

let sandbox: Sandbox;
const LIFTED = { limits: { global: Number.POSITIVE_INFINITY, route: Number.POSITIVE_INFINITY } };
beforeEach(async () => {
  sandbox = await sandboxFor(LIFTED);
});
afterEach(closeAll);

const ask = (method: string, path: string, body?: unknown) => asBot(sandbox, method, path, body);
const POSTS = `/channels/${DERBY_ID}/messages`;
const say = async (content: string, more: object = {}): Promise<string> =>
  (await ask('POST', POSTS, { content, ...more })).body.id;
const pin = (id: string) => ask('PUT', `${POSTS}/pins/${id}`);
const pinned = async () =>
  (await ask('GET', `${POSTS}/pins`)).body.items.map((each: { message: { id: string } }) => each.message.id);

test('pins are listed on the old route and the new, the last pinned first', async () => {
  const [one, two] = [await say('table'), await say('card')];
  expect((await pin(one)).status).toBe(204);
  expect((await ask('PUT', `/channels/${DERBY_ID}/pins/${two}`)).status).toBe(204);
  expect(new Set(await pinned())).toEqual(new Set([one, two]));
  expect((await ask('GET', `/channels/${DERBY_ID}/pins`)).body).toHaveLength(2);
  expect((await ask('DELETE', `/channels/${DERBY_ID}/pins/${one}`)).status).toBe(204);
  expect(await pinned()).toEqual([two]);
});

test('a pin is told of in the channel, in a message that can be deleted but not edited, pinned or answered', async () => {
  const card = await say('card');
  await pin(card);
  await pin(card);
  const [told, ...others] = (await ask('GET', POSTS)).body;
  expect(told).toMatchObject({ type: 6, content: '', message_reference: { message_id: card, channel_id: DERBY_ID } });
  expect(others).toHaveLength(1);
  for (const [method, path, body] of [
    ['PATCH', `${POSTS}/${told.id}`, { content: 'x' }],
    ['PUT', `${POSTS}/pins/${told.id}`, undefined],
  ] as const)
    expect(await ask(method, path, body)).toMatchObject({ status: 403, body: { code: 50021 } });
  const answer = await ask('POST', POSTS, { content: 'a', message_reference: { message_id: told.id } });
  expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
  expect((await ask('DELETE', `${POSTS}/${told.id}`)).status).toBe(204);
});

test('a message that is deleted is pinned no more', async () => {
  const card = await say('card');
  await pin(card);
  await ask('DELETE', `${POSTS}/${card}`);
  expect(await pinned()).toEqual([]);
  expect(await pin(card)).toMatchObject({ status: 404, body: { code: 10008 } });
});

test('a channel has room for fifty pins', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 51; n += 1) ids.push(await say(`${n}`));
  const last = ids.pop() ?? '';
  for (const id of ids) expect((await pin(id)).status).toBe(204);
  expect(await pin(last)).toMatchObject({ status: 400, body: { code: 30003 } });
  await ask('DELETE', `${POSTS}/pins/${ids[0]}`);
  expect((await pin(last)).status).toBe(204);
});

test('to pin takes Pin Messages; Manage Messages is no longer enough', async () => {
  const botPermissions = (BOT_PERMISSIONS & ~Permission.PinMessages) | Permission.ManageMessages;
  sandbox = await sandboxFor({ seed: { botPermissions } });
  expect(await pin(await say('card'))).toMatchObject({ status: 403, body: { code: 50013 } });
});

test('only its author changes a message, and only who may manage messages deletes another’s', async () => {
  const own = await say('card');
  const milo = userOf(sandbox, 'member');
  expect(await milo.request('PATCH', `${POSTS}/${own}`, { content: 'x' })).toMatchObject({
    status: 403,
    body: { code: 50005 },
  });
  expect(await milo.request('DELETE', `${POSTS}/${own}`)).toMatchObject({ status: 403, body: { code: 50013 } });
});

test('a reply stands in the channel of what it answers, or is none where that may miss', async () => {
  const goal = await say('goal');
  const reply = (message_reference: object, channel = DERBY_ID) =>
    ask('POST', `/channels/${channel}/messages`, { content: 'taken away', message_reference });
  expect((await reply({ message_id: goal })).body).toMatchObject({ type: 19, referenced_message: { id: goal } });
  expect(await reply({ message_id: goal }, GENERAL_ID)).toMatchObject({ status: 400, body: { code: 50035 } });
  await ask('DELETE', `${POSTS}/${goal}`);
  expect((await reply({ message_id: goal })).status).toBe(400);
  expect((await reply({ message_id: goal, fail_if_not_exists: false })).body).toMatchObject({ type: 0 });
  const [, earlier] = (await ask('GET', POSTS)).body;
  expect(earlier).toMatchObject({ type: 19, message_reference: { message_id: goal }, referenced_message: null });
});

test('without Read Message History a reply is refused', async () => {
  sandbox = await sandboxFor({
    seed: {
      overwrites: { [DERBY_ID]: [{ id: MEMBER_ID, type: 1, allow: '0', deny: `${Permission.ReadMessageHistory}` }] },
    },
  });
  const message_id = await say('goal');
  const answer = { content: 'a', message_reference: { message_id } };
  expect(await userOf(sandbox, 'member').request('POST', POSTS, answer)).toMatchObject({ body: { code: 160002 } });
});

test('an edit says anew whom a message names, as far as the edit itself lets it', async () => {
  const content = `<@&${ULTRAS_ROLE_ID}> GOAL`;
  const id = await say(content, { allowed_mentions: { parse: [], roles: [ULTRAS_ROLE_ID] } });
  const edit = async (change: object) => (await ask('PATCH', `${POSTS}/${id}`, change)).body.mention_roles;
  expect(await edit({ embeds: [{ title: 'Milan' }] })).toEqual([ULTRAS_ROLE_ID]);
  expect(await edit({ content, allowed_mentions: { parse: [] } })).toEqual([]);
  expect(await edit({ content })).toEqual([ULTRAS_ROLE_ID]);
});
