import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  BOT_ID,
  DERBY_ID,
  GUILD_ID,
  MEMBER_ID,
  QUIET_ID,
  type Sandbox,
  ULTRAS_ROLE_ID,
} from '../../../src/sandbox/sandbox.ts';
import { asBot, botOn, closeAll, sandboxFor } from '../../support/discord/bot.ts';
import { type SandboxUser, userOf } from '../../support/discord/user.ts';

let sandbox: Sandbox;
let milo: SandboxUser;
beforeEach(async () => {
  sandbox = await sandboxFor({ limits: { route: Number.POSITIVE_INFINITY } });
  milo = userOf(sandbox, 'member');
});
afterEach(closeAll);

const ask = (method: string, path: string, body?: unknown) => asBot(sandbox, method, path, body);
const posts = (channel: string) => `/channels/${channel}/messages`;
const say = async (content: string, channel = DERBY_ID): Promise<string> =>
  (await ask('POST', posts(channel), { content, allowed_mentions: { parse: ['users', 'roles'] } })).body.id;
const openPrivate = async (): Promise<string> =>
  (await ask('POST', `/channels/${DERBY_ID}/threads`, { name: 'Replay', type: 12 })).body.id;
const membersOf = (thread: string) => sandbox.world.channels.get(thread)?.thread?.members;
const archive = (thread: string, archived = true) => ask('PATCH', `/channels/${thread}`, { archived });
const kinds = async (channel: string) =>
  (await ask('GET', posts(channel))).body.map(({ type }: { type: number }) => type).reverse();

test('a thread grows from a message, once, and both say so', async () => {
  const start = await say('Milan v Inter');
  const thread = await ask('POST', `${posts(DERBY_ID)}/${start}/threads`, { name: 'Derby' });
  expect(thread).toMatchObject({ status: 201, body: { id: start, parent_id: DERBY_ID, type: 11, owner_id: BOT_ID } });
  expect(await ask('POST', `${posts(DERBY_ID)}/${start}/threads`, { name: 'Again' })).toMatchObject({
    status: 400,
    body: { code: 160004 },
  });
  const message = (await ask('GET', `${posts(DERBY_ID)}/${start}`)).body;
  expect(message).toMatchObject({ flags: 32, thread: { id: start, name: 'Derby', message_count: 0 } });
  expect((await ask('GET', posts(start))).body).toMatchObject([
    {
      type: 21,
      content: '',
      message_reference: { channel_id: DERBY_ID, message_id: start },
      referenced_message: { id: start },
    },
  ]);
  expect(await kinds(DERBY_ID)).toEqual([0]);
});

test('a thread that grows from no message is told of in its channel, a private one is not', async () => {
  const { body } = await ask('POST', `/channels/${DERBY_ID}/threads`, { name: 'Open to all', type: 11 });
  await openPrivate();
  expect((await ask('GET', posts(DERBY_ID))).body).toMatchObject([
    { type: 18, content: 'Open to all', message_reference: { channel_id: body.id } },
  ]);
});

test.each([
  ['no name', {}, 50035],
  ['a name over 100', { name: 'x'.repeat(101) }, 50035],
  ['an archive time that is none', { name: 'x', auto_archive_duration: 61 }, 50035],
])('a thread with %s is refused', async (_what, body, code) => {
  expect(await ask('POST', `${posts(DERBY_ID)}/${await say('a')}/threads`, body)).toMatchObject({
    status: 400,
    body: { code },
  });
});

test('where the bot may only post it opens no threads, pins nothing and calls nobody', async () => {
  const { body } = await ask('POST', posts(QUIET_ID), { content: `<@&${ULTRAS_ROLE_ID}>` });
  expect(body.mention_roles).toEqual([]);
  const refused = { status: 403, body: { code: 50013 } };
  expect(await ask('POST', `${posts(QUIET_ID)}/${body.id}/threads`, { name: 'x' })).toMatchObject(refused);
  expect(await ask('POST', `/channels/${QUIET_ID}/threads`, { name: 'x', type: 12 })).toMatchObject(refused);
  expect(await ask('PUT', `${posts(QUIET_ID)}/pins/${body.id}`)).toMatchObject(refused);
  expect((await ask('PATCH', `${posts(QUIET_ID)}/${body.id}`, { content: 'still' })).status).toBe(200);
});

test('a private thread is for its members: those who were added, or were called in it', async () => {
  const thread = await openPrivate();
  expect(await milo.request('GET', posts(thread))).toMatchObject({ status: 403, body: { code: 50001 } });
  expect((await ask('PUT', `/channels/${thread}/thread-members/${MEMBER_ID}`)).status).toBe(204);
  expect((await milo.request('POST', posts(thread), { content: 'Forza' })).status).toBe(200);
  expect(await kinds(thread)).toEqual([1, 0]);
  expect((await ask('DELETE', `/channels/${thread}/thread-members/${MEMBER_ID}`)).status).toBe(204);
  expect((await milo.request('GET', posts(thread))).status).toBe(403);
  await say(`Here <@${MEMBER_ID}>`, thread);
  expect((await milo.request('GET', posts(thread))).status).toBe(200);
  expect(await milo.request('PUT', `/channels/${thread}/thread-members/661720000000000009`)).toMatchObject({
    status: 404,
    body: { code: 10007 },
  });
});

test('who speaks in a thread is in it, and who is called by a role, but nobody by words that may not call', async () => {
  const start = await say('a');
  await ask('POST', `${posts(DERBY_ID)}/${start}/threads`, { name: 'Derby' });
  await ask('POST', posts(start), { content: `<@${MEMBER_ID}>`, allowed_mentions: { parse: [] } });
  expect(membersOf(start)).toEqual([BOT_ID]);
  await say(`<@&${ULTRAS_ROLE_ID}>`, start);
  expect(membersOf(start)).toEqual([BOT_ID, MEMBER_ID]);
  await userOf(sandbox).request('POST', posts(start), { content: 'me too' });
  expect(membersOf(start)).toHaveLength(3);
});

test('an archived thread takes no edits, wakes on a post, and stays shut once it is locked', async () => {
  const start = await say('Milan v Inter');
  await ask('POST', `${posts(DERBY_ID)}/${start}/threads`, { name: 'Derby' });
  const goal = await say('goal', start);
  const active = async () => (await ask('GET', `/guilds/${GUILD_ID}/threads/active`)).body.threads.length;
  expect((await archive(start)).body.thread_metadata.archived).toBe(true);
  expect(await active()).toBe(0);
  expect(await ask('PATCH', `${posts(start)}/${goal}`, { content: 'x' })).toMatchObject({ body: { code: 50083 } });
  expect(await archive(start)).toMatchObject({ status: 400, body: { code: 50083 } });
  expect((await milo.request('POST', posts(start), { content: 'Forza' })).status).toBe(200);
  expect(await active()).toBe(1);
  await ask('PATCH', `/channels/${start}`, { archived: true, locked: true });
  expect(await milo.request('POST', posts(start), { content: 'x' })).toMatchObject({
    status: 400,
    body: { code: 50083 },
  });
  expect(await milo.request('PATCH', `/channels/${start}`, { archived: false })).toMatchObject({ status: 403 });
});

test('whoever made a thread may archive it, whoever speaks in it may wake it, and nobody else changes it', async () => {
  const { body } = await milo.request<{ id: string }>('POST', `/channels/${DERBY_ID}/threads`, {
    name: 'Mine',
    type: 11,
  });
  const patch = (who: SandboxUser, change: unknown) => who.request('PATCH', `/channels/${body.id}`, change);
  expect((await patch(milo, { archived: true })).status).toBe(200);
  expect((await patch(milo, { archived: false })).status).toBe(200);
  expect((await patch(milo, { locked: true })).status).toBe(403);
  const start = await say('a');
  await ask('POST', `${posts(DERBY_ID)}/${start}/threads`, { name: 'The bot’s' });
  expect((await milo.request('PATCH', `/channels/${start}`, { archived: true })).status).toBe(403);
  await archive(start);
  expect((await milo.request('PATCH', `/channels/${start}`, { archived: false })).status).toBe(200);
});

test('archived threads are listed, private ones for those who are in them', async () => {
  const start = await say('a');
  await ask('POST', `${posts(DERBY_ID)}/${start}/threads`, { name: 'Public' });
  const hidden = await openPrivate();
  await ask('PUT', `/channels/${hidden}/thread-members/${MEMBER_ID}`);
  for (const thread of [start, hidden]) await archive(thread);
  const list = async (path: string) => {
    const { body } = await milo.request<{ threads: { name: string }[] }>('GET', `/channels/${DERBY_ID}${path}`);
    return body.threads.map(({ name }) => name);
  };
  expect(await list('/threads/archived/public')).toEqual(['Public']);
  expect(await list('/users/@me/threads/archived/private')).toEqual(['Replay']);
  expect((await milo.request('GET', `/channels/${DERBY_ID}/threads/archived/private`)).status).toBe(403);
  expect((await ask('GET', `/channels/${DERBY_ID}/threads/archived/private`)).body.threads).toHaveLength(1);
});

test('discord.js hears of a thread it opens, of who joins it, and of its end', async () => {
  const client = await botOn(sandbox, { intents: ['Guilds'] });
  const heard: string[] = [];
  client.on('threadCreate', ({ name }) => heard.push(`create ${name}`));
  client.on('threadMembersUpdate', (added, removed) => heard.push(`members +${added.size} -${removed.size}`));
  client.on('threadUpdate', (_, { archived }) => heard.push(`archived ${archived}`));
  const thread = await openPrivate();
  await ask('PUT', `/channels/${thread}/thread-members/${MEMBER_ID}`);
  await ask('DELETE', `/channels/${thread}/thread-members/${MEMBER_ID}`);
  await archive(thread);
  await userOf(sandbox).until('the end', async () => heard.includes('archived true') || undefined);
  expect(heard).toEqual(['create Replay', 'members +1 -0', 'members +0 -1', 'archived true']);
});
