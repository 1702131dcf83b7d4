import type { Client } from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { reply } from '../../commands/answer.ts';
import { command } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { connect, createClient } from '../../src/discord/client.ts';
import { dispatcher } from '../../src/discord/dispatch.ts';
import { type Log, SILENT } from '../../src/log.ts';
import { noticeMessage } from '../../src/messages/notice-message.ts';
import { texts } from '../../src/messages/texts.ts';
import { servicesOn } from '../support/discord/context.ts';
import { memoryStore } from '../support/store/memory-store.ts';
import { type Callback, rawDiscord } from './raw-discord.ts';

const HIDDEN = 64;
const { errors } = texts('en');

let discord: Awaited<ReturnType<typeof rawDiscord>>;
let client: Client;
const logged: string[] = [];
const log: Log = {
  ...SILENT,
  warn: (_, message) => void logged.push(message),
  error: (_, message) => void logged.push(message),
};
const ok = command({
  data: { name: 'ok', description: 'Answers' },
  run: async () => reply(noticeMessage('still here'), {}),
});

beforeAll(async () => {
  discord = await rawDiscord();
  const services = servicesOn(await memoryStore());
  const answer = dispatcher({ commands: [...commands, ok], services, clock: { now: () => 0 }, log });
  client = createClient({ api: discord.apiUrl, log, answer });
  await connect(client, 'token');
});

afterAll(async () => {
  await client.destroy();
  await discord.close();
});

beforeEach(() => void logged.splice(0));

const user = { id: '661720000000000002', username: 'ada', discriminator: '0', avatar: null };
let ids = 661_960_000_000_000_000n;

/** A sound interaction with the pieces replaced that a test breaks. */
function interaction(type: number, data: unknown, more: object = {}) {
  ids += 1n;
  const channel = { id: '661900000000000000', type: 0, guild_id: '661730000000000000' };
  return {
    ...{ id: `${ids}`, application_id: '661710000000000001', type, token: 'aW50ZXJhY3Rpb24', version: 1, data },
    ...{ channel, channel_id: channel.id, guild_id: channel.guild_id, locale: 'en-US', guild_locale: 'en-US' },
    ...{ app_permissions: '0', entitlements: [], authorizing_integration_owners: { 0: channel.guild_id } },
    member: { user, permissions: '0', roles: [], joined_at: '2021-11-07T20:45:00Z', flags: 0 },
    ...more,
  };
}

/** Has it said, and resolves to the one answer there is to it, in as much time as that takes. */
async function answerTo(broken: ReturnType<typeof interaction>): Promise<Callback['body']> {
  discord.tell('INTERACTION_CREATE', broken);
  await vi.waitUntil(() => discord.callbacks.some(({ id }) => id === broken.id), { timeout: 10_000 });
  // What comes after it is served as ever, and whatever there was to say to the broken one has been said by then.
  const after = interaction(2, { id: '1', type: 1, name: 'ok' });
  discord.tell('INTERACTION_CREATE', after);
  await vi.waitUntil(() => discord.callbacks.some(({ id }) => id === after.id), { timeout: 10_000 });
  expect(discord.callbacks.at(-1)?.body.data).toMatchObject({ content: 'still here' });
  const answers = discord.callbacks.filter(({ id }) => id === broken.id);
  expect(answers).toHaveLength(1);
  return answers[0]!.body;
}

const privately = (content: string) => ({ type: 4, data: { content, flags: HIDDEN, allowed_mentions: { parse: [] } } });
const command_ = (more: object) => ({ id: '1', type: 1, ...more });

it.each<[string, number, unknown, object?]>([
  ['a user menu without its user', 2, command_({ type: 2, name: 'Report' })],
  ['a user menu of a command that Tifo has not', 2, command_({ type: 2, name: 'x', target_id: '1', resolved: {} })],
  ['a command of a kind that nobody knows', 2, command_({ type: 99, name: 'score' })],
  ['a command without its data', 2, undefined],
  ['a command without a name', 2, command_({})],
  ['a command that Tifo has not', 2, command_({ name: 'gone' })],
  ['options that are no list', 2, command_({ name: 'score', options: { match: 'derby' } })],
  ['a button without an id', 3, { component_type: 2 }, { message: { id: '1', channel_id: '2' } }],
  ['a component without its message', 3, { component_type: 2, custom_id: 'score' }],
  ['a menu of users', 3, { component_type: 5, custom_id: 'x', values: [] }, { message: { id: '1', channel_id: '2' } }],
  ['a component of a kind that nobody knows', 3, { component_type: 99, custom_id: 'x' }],
  ['a form without its fields', 5, { custom_id: 'quiz:typed' }],
  ['an interaction of a kind that nobody knows', 99, {}],
  ['nobody who asked', 2, command_({ name: 'score' }), { member: undefined }],
  ['a locale that is none', 2, command_({ name: 'gone' }), { locale: 7 }],
])(
  'an interaction that makes no sense is refused politely, and nothing comes down: %s',
  async (_, type, data, more) => {
    expect(await answerTo(interaction(type, data, more))).toMatchObject(privately(errors.notUnderstood));
  },
);

it('an interaction that makes no sense gets an empty list where suggestions were asked for', async () => {
  const nothingFocused = command_({ name: 'score', options: [{ name: 'match', type: 3, value: 'x' }] });
  expect(await answerTo(interaction(4, nothingFocused))).toMatchObject({ type: 8, data: { choices: [] } });
  expect(await answerTo(interaction(4, undefined))).toMatchObject({ type: 8, data: { choices: [] } });
});

it('an interaction that makes no sense is refused in the language of whoever asked, where that is known', async () => {
  const broken = interaction(2, command_({ type: 2, name: 'Segnala' }), { locale: 'it' });
  expect(await answerTo(broken)).toMatchObject(privately(texts('it').errors.notUnderstood));
});

it('an interaction that makes no sense is logged and let go where not even an answer can be addressed', async () => {
  discord.tell('INTERACTION_CREATE', { type: 2 });
  discord.tell('INTERACTION_CREATE', null);
  discord.tell('MESSAGE_CREATE', null);
  await vi.waitUntil(() => logged.length >= 3, { timeout: 10_000 });
  await answerTo(interaction(2, command_({ name: 'gone' })));
});

it('an interaction that makes no sense is refused by whoever claims it, where several hear of it', async () => {
  const claimed: string[] = [];
  const claim = async (id: string) => claimed.push(id) < 0;
  const other = createClient({ api: discord.apiUrl, log, answer: async () => {}, claim });
  await connect(other, 'token');
  const broken = interaction(2, command_({ type: 2, name: 'Report' }));
  expect(await answerTo(broken)).toMatchObject(privately(errors.notUnderstood));
  expect(claimed).toEqual([broken.id]);
  await other.destroy();
});

describe('an option that does not fit its command', () => {
  const option = (name: string, type: number, value: unknown) => ({ name, type, value });
  const play = (...options: object[]) => ({ name: 'quiz', options: [{ name: 'play', type: 1, options }] });

  it.each<[string, object, string]>([
    ['a number for words', { name: 'score', options: [option('match', 4, 7)] }, 'match'],
    ['words for a number', play(option('seconds', 3, 'many')), 'seconds'],
    ['a number that is none', play(option('questions', 4, 2.5)), 'questions'],
    ['more than there may be', play(option('questions', 4, 1_000_000)), 'questions'],
    ['less than there may be', play(option('answers', 3, 'typed'), option('seconds', 4, -1)), 'seconds'],
    ['a choice that is not offered', play(option('answers', 3, 'sung')), 'answers'],
    ['a list for a yes or no', { name: 'score', options: [option('private', 5, [])] }, 'private'],
    ['an option that the command has not', { name: 'score', options: [option('weather', 3, 'x')] }, 'weather'],
    ['a subcommand that it has not', { name: 'quiz', options: [{ name: 'sing', type: 1 }] }, 'sing'],
    ['no subcommand where there must be one', { name: 'quiz' }, 'quiz'],
    ['one that is missing', { name: 'h2h', options: [option('club', 3, 'Milan')] }, 'opponent'],
  ])(
    'an option that does not fit its command is refused by its name, and is no mistake of ours: %s',
    async (_, data, name) => {
      const answer = await answerTo(interaction(2, command_(data)));
      expect(answer).toMatchObject(privately(errors.misfit(name as never)));
      expect(logged).toEqual([]);
    },
  );
});
