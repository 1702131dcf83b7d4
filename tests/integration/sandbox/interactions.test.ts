import { MessageFlags } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { DISCORD_LIMITS } from '../../../src/sandbox/http/rate-limit.ts';
import {
  ADMIN_DM_ID,
  APPLICATION_ID,
  DERBY_ID,
  FACTS_ID,
  GENERAL_ID,
  MEMBER_ID,
  type SandboxOptions,
} from '../../../src/sandbox/sandbox.ts';
import { asBot, closeAll, sandboxFor } from '../../support/discord/bot.ts';
import { userOf } from '../../support/discord/user.ts';
import { gatewayClient } from './gateway-client.ts';

afterEach(closeAll);

const MANAGE_SERVER = '32';
const COMMANDS = [
  { name: 'score', name_localizations: { it: 'risultato' }, description: 'The score', options: [] },
  { name: 'follow', description: 'Follow', default_member_permissions: MANAGE_SERVER, contexts: [0], options: [] },
  {
    name: 'facts',
    description: 'Facts',
    options: [
      {
        type: 1,
        name: 'about',
        description: 'About',
        options: [
          { type: 3, name: 'topic', description: 'Topic', required: true, min_length: 2, autocomplete: true },
          { type: 4, name: 'page', description: 'Page', min_value: 1 },
          { type: 7, name: 'where', description: 'Where', channel_types: [0] },
          { type: 3, name: 'side', description: 'Side', choices: [{ name: 'Home', value: 'home' }] },
          { type: 6, name: 'who', description: 'Who' },
        ],
      },
    ],
  },
];

async function scene(options: Partial<SandboxOptions> = {}) {
  const sandbox = await sandboxFor(options);
  expect((await asBot(sandbox, 'PUT', `/applications/${APPLICATION_ID}/commands`, COMMANDS)).status).toBe(200);
  const bot = await gatewayClient(sandbox, 'sandbox', 0);
  /** The next interaction the bot is told of, and how to answer it. */
  const heard = async () => {
    const interaction = await bot.next('INTERACTION_CREATE');
    const { id, token } = interaction as { id: string; token: string };
    return {
      interaction,
      callback: (body: unknown, query = '') =>
        asBot(sandbox, 'POST', `/interactions/${id}/${token}/callback${query}`, body),
      hook: (method: string, path = '', body?: unknown) =>
        asBot(sandbox, method, `/webhooks/${APPLICATION_ID}/${token}${path}`, body),
    };
  };
  return { sandbox, bot, heard, ada: userOf(sandbox), milo: userOf(sandbox, 'member') };
}

const topic = (value: unknown, ...more: object[]) => [
  {
    name: 'about',
    type: 1,
    options: [{ name: 'topic', type: 3, value }, ...(more as { name: string; type: number }[])],
  },
];

test('the bot is told of a command just as discord.js expects it', async () => {
  const { ada, heard } = await scene();
  await ada.command('facts', topic('derby', { name: 'who', type: 6, value: MEMBER_ID }), { locale: 'it' });
  expect((await heard()).interaction).toMatchObject({
    application_id: APPLICATION_ID,
    type: 2,
    version: 1,
    locale: 'it',
    guild_locale: 'en-US',
    context: 0,
    entitlements: [],
    channel: { id: DERBY_ID, type: 0, permissions: expect.any(String) },
    member: { user: { id: ada.id, username: 'ada' }, permissions: expect.any(String) },
    app_permissions: expect.any(String),
    data: {
      name: 'facts',
      type: 1,
      options: [
        {
          type: 1,
          name: 'about',
          options: [
            { name: 'topic', value: 'derby' },
            { name: 'who', value: MEMBER_ID },
          ],
        },
      ],
      resolved: {
        users: { [MEMBER_ID]: { username: 'milo' } },
        members: { [MEMBER_ID]: { permissions: expect.any(String) } },
      },
    },
  });
  await ada.command('score', [], { channelId: ADMIN_DM_ID, guildId: null });
  const { interaction } = await heard();
  expect(interaction).toMatchObject({ user: { id: ada.id }, context: 1 });
  expect(interaction).not.toHaveProperty('member');
  expect(interaction).not.toHaveProperty('guild_id');
});

test.each([
  ['a missing option', [{ name: 'about', type: 1, options: [] }], 'BASE_TYPE_REQUIRED'],
  ['no subcommand', [], 'BASE_TYPE_REQUIRED'],
  ['an option that is not there', topic('derby', { name: 'colour', type: 3, value: 'red' }), 'BASE_TYPE_CHOICES'],
  ['too short a text', topic('d'), 'between 2'],
  ['a number that is text', topic('derby', { name: 'page', type: 4, value: '1' }), 'not a number'],
  ['a number too small', topic('derby', { name: 'page', type: 4, value: 0 }), 'between 1'],
  ['a channel of another type', topic('derby', { name: 'where', type: 7, value: ADMIN_DM_ID }), 'no such channel'],
  ['what is no choice', topic('derby', { name: 'side', type: 3, value: 'away' }), '{home}'],
  ['a user who is not here', topic('derby', { name: 'who', type: 6, value: '661720000000000009' }), 'no such user'],
])('a command with %s does not leave the client', async (_what, options, message) => {
  const { ada } = await scene();
  await expect(ada.command('facts', options as Parameters<typeof ada.command>[1])).rejects.toThrow(message);
});

test("a command is offered where its contexts and a person's permissions allow it", async () => {
  const { ada, milo, sandbox } = await scene();
  await expect(milo.command('follow')).rejects.toThrow('50013');
  await expect(ada.command('follow', [], { channelId: ADMIN_DM_ID, guildId: null })).rejects.toThrow('10063');
  await ada.command('follow');
  const names = async (user: typeof ada, channel: string) => {
    const { body } = await user.request<{ application_commands: { name: string; name_localized?: string }[] }>(
      'GET',
      `/channels/${channel}/application-command-index`,
    );
    return body.application_commands.map(({ name, name_localized }) => name_localized ?? name);
  };
  expect(await names(ada, DERBY_ID)).toEqual(['score', 'follow', 'facts']);
  expect(await names(milo, DERBY_ID)).toEqual(['score', 'facts']);
  await ada.request('PATCH', '/users/@me/settings', { locale: 'it' });
  expect(await names(ada, ADMIN_DM_ID)).toEqual(['risultato', 'facts']);
  expect(sandbox.world.users.get(ada.id)?.locale).toBe('it');
});

test('an interaction can be answered once', async () => {
  const { ada, heard } = await scene();
  await ada.command('score');
  const { callback } = await heard();
  expect((await callback({ type: 4, data: { content: '1–1' } }, '?with_response=true')).body).toMatchObject({
    interaction: { type: 2, response_message_ephemeral: false },
    resource: { type: 4, message: { content: '1–1' } },
  });
  expect(await callback({ type: 4, data: { content: '1–1' } })).toMatchObject({ status: 400, body: { code: 40060 } });
});

test('an answer after three seconds is too late, and the user sees that', async () => {
  let now = Date.UTC(2021, 10, 7, 20);
  const { ada, heard } = await scene({ now: () => now, limits: DISCORD_LIMITS });
  const nonce = await ada.command('score');
  const { callback, hook } = await heard();
  expect(await hook('POST', '', { content: 'early' })).toMatchObject({ status: 404, body: { code: 10015 } });
  now += 3_001;
  expect(await callback({ type: 4, data: { content: '1–1' } })).toMatchObject({ status: 404, body: { code: 10062 } });
  expect((await ada.settled(nonce)).state).toBe('failed');
});

test("an interaction's token ends after a quarter of an hour", async () => {
  let now = Date.UTC(2021, 10, 7, 20);
  const { ada, heard } = await scene({ now: () => now });
  await ada.command('score');
  const { callback, hook } = await heard();
  await callback({ type: 5 });
  now += 14 * 60_000;
  expect((await hook('PATCH', '/messages/@original', { content: '1–1' })).body).toMatchObject({
    content: '1–1',
    flags: 0,
  });
  now += 61_000;
  expect(await hook('GET', '/messages/@original')).toMatchObject({ status: 401, body: { code: 50027 } });
});

test('after a deferral the first follow-up is the answer, as private as was said', async () => {
  const { ada, milo, heard } = await scene();
  await ada.command('score');
  const { callback, hook } = await heard();
  await callback({ type: 5, data: { flags: MessageFlags.Ephemeral } });
  const { body: first } = await hook('POST', '', { content: 'for you' });
  const { body: second } = await hook('POST', '', { content: 'for all' });
  expect((await hook('GET', '/messages/@original')).body.id).toBe(first.id);
  expect((await ada.messages()).map(({ content }) => content)).toEqual(['for all', 'for you']);
  expect((await milo.messages()).map(({ content }) => content)).toEqual(['for all']);
  expect((await asBot((await scene()).sandbox, 'GET', `/channels/${DERBY_ID}/messages`)).body).toEqual([]);
  expect((await hook('DELETE', `/messages/${second.id}`)).status).toBe(204);
  expect(await hook('GET', `/messages/${second.id}`)).toMatchObject({ body: { code: 10008 } });
});

test.each([
  ['an update to a command', { type: 7, data: { content: 'a' } }, 'BASE_TYPE_CHOICES'],
  ['choices to a command', { type: 8, data: { choices: [] } }, 'BASE_TYPE_CHOICES'],
  ['2,001 characters', { type: 4, data: { content: 'x'.repeat(2_001) } }, 'BASE_TYPE_MAX_LENGTH'],
  ['a form without inputs', { type: 9, data: { custom_id: 'a', title: 'a', components: [] } }, 'BASE_TYPE_MIN_LENGTH'],
  ['no type', {}, 'BASE_TYPE_CHOICES'],
])('%s is no answer', async (_what, body, code) => {
  const { ada, heard } = await scene();
  await ada.command('score');
  const { callback } = await heard();
  const answer = await callback(body);
  expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
  expect(JSON.stringify(answer.body)).toContain(code);
  expect((await callback({ type: 4, data: { content: 'now well' } })).status).toBe(204);
});

test('autocomplete takes 25 choices of 100 characters, and wants one focused option', async () => {
  const { ada, heard } = await scene();
  const typing = [{ name: 'about', type: 1, options: [{ name: 'topic', type: 3, value: '', focused: true }] }];
  const choices = (count: number, length = 1) => ({
    type: 8,
    data: { choices: Array.from({ length: count }, (_, n) => ({ name: `${n}`.padEnd(length, 'x'), value: `${n}` })) },
  });
  const seen = ada.autocomplete('facts', typing);
  const { callback } = await heard();
  expect((await callback(choices(26))).status).toBe(400);
  expect((await callback(choices(25, 101))).status).toBe(400);
  expect((await callback(choices(25, 100))).status).toBe(204);
  expect(await seen).toHaveLength(25);
  await expect(ada.autocomplete('facts', topic('de'))).rejects.toThrow('focused');
});

test("a button that is not there, disabled, or another's to see cannot be pressed", async () => {
  const { ada, milo, heard } = await scene();
  await ada.command('score');
  const { callback, hook } = await heard();
  const button = (custom_id: string, disabled = false) => ({
    type: 2,
    style: 1,
    label: custom_id,
    custom_id,
    disabled,
  });
  const components = [{ type: 1, components: [button('on'), button('off', true)] }];
  await callback({ type: 4, data: { content: 'a', components, flags: 64 } });
  const { body } = await hook('GET', '/messages/@original');
  await expect(ada.click(body.id, 'none')).rejects.toThrow('COMPONENT_VALIDATION_FAILED');
  await expect(ada.click(body.id, 'off')).rejects.toThrow('COMPONENT_VALIDATION_FAILED');
  await expect(milo.click(body.id, 'on')).rejects.toThrow('10008');
  await ada.click(body.id, 'on');
  const pressed = await heard();
  expect(pressed.interaction).toMatchObject({
    type: 3,
    message: { id: body.id, flags: 64 },
    data: { custom_id: 'on', component_type: 2 },
  });
  await pressed.callback({ type: 6 });
  expect((await pressed.hook('PATCH', '/messages/@original', { content: 'b' })).body).toMatchObject({
    id: body.id,
    content: 'b',
  });
});

test('a select menu gives what it offers and no more', async () => {
  const { sandbox, ada, heard } = await scene();
  const words = {
    type: 3,
    custom_id: 'w',
    max_values: 2,
    options: ['a', 'b', 'c'].map((value) => ({ label: value, value })),
  };
  const places = { type: 8, custom_id: 'p' };
  const components = [words, places].map((menu) => ({ type: 1, components: [menu] }));
  const { body } = await asBot(sandbox, 'POST', `/channels/${GENERAL_ID}/messages`, { content: 'a', components });
  const there = { channelId: GENERAL_ID };
  await expect(ada.choose(body.id, 'w', ['d'], there)).rejects.toThrow('{a, b, c}');
  await expect(ada.choose(body.id, 'w', ['a', 'b', 'c'], there)).rejects.toThrow('between 1 and 2');
  await ada.choose(body.id, 'w', ['a', 'b'], there);
  expect((await heard()).interaction).toMatchObject({ data: { values: ['a', 'b'] } });
  await ada.choose(body.id, 'p', [FACTS_ID], there, 8);
  expect((await heard()).interaction).toMatchObject({
    data: { resolved: { channels: { [FACTS_ID]: { name: 'facts' } } } },
  });
});

test("a person's own client is told of forms, choices and answers, and of nobody else's", async () => {
  const { sandbox, ada, heard } = await scene();
  const [adas, milos] = [await gatewayClient(sandbox, 'user'), await gatewayClient(sandbox, 'member')];
  const nonce = await ada.command('score');
  expect(await adas.next('INTERACTION_CREATE')).toMatchObject({ nonce });
  const { callback } = await heard();
  await callback({ type: 4, data: { content: 'secret', flags: 64 } });
  expect(await adas.next('MESSAGE_CREATE')).toMatchObject({ content: 'secret', flags: 64 });
  expect(await adas.next('INTERACTION_SUCCESS')).toMatchObject({ nonce });
  await asBot(sandbox, 'POST', `/channels/${DERBY_ID}/messages`, { content: 'open' });
  expect(await milos.next('MESSAGE_CREATE')).toMatchObject({ content: 'open' });
});
