import { Client, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { connect, createClient } from '../../src/discord/client.ts';
import { findChannels } from '../../src/discord/find-channels.ts';
import { registerCommands } from '../../src/discord/register-commands.ts';
import { restOptions, restTransport } from '../../src/discord/rest-transport.ts';
import { SILENT } from '../../src/log.ts';
import { OperatorError } from '../../src/operator-error.ts';
import { BOT_TOKEN, DERBY_ID, FACTS_ID, openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { type SandboxUser, userOf } from '../support/discord/user.ts';

let sandbox: Sandbox;
let reader: SandboxUser;
const clients: Client[] = [];

beforeEach(async () => {
  sandbox = await openSandbox({
    port: 0,
    limits: { global: Number.POSITIVE_INFINITY, route: Number.POSITIVE_INFINITY },
  });
  reader = userOf(sandbox);
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.destroy()));
  await sandbox.close();
});

const fault = (one: object) => reader.request('POST', '/sandbox/faults', one);
const message = (content: string) => ({ content, allowed_mentions: { parse: [] } });
const transport = () => restTransport({ token: BOT_TOKEN, api: sandbox.apiUrl });
const told = async () => (await reader.messages(DERBY_ID)).map(({ content }) => content);

it('the transport posts, and answers a repeated nonce with the first message', async () => {
  const first = await transport().send(DERBY_ID, message('Kick-off'), 'n1');
  expect(first).toEqual({ ok: true, messageId: expect.stringMatching(/^\d+$/) });
  expect(await transport().send(DERBY_ID, message('Kick-off'), 'n1')).toEqual(first);
  expect(await told()).toEqual(['Kick-off']);
});

it.each([
  ['a 500', { kind: 'status', status: 500 }],
  ['a 503', { kind: 'status', status: 503 }],
  ['a long 429', { kind: 'status', status: 429, retryAfter: 30 }],
  ['a shared 429', { kind: 'status', status: 429, retryAfter: 1, scope: 'shared' }],
  ['a lost answer', { kind: 'lost-answer' }],
])('the transport says that Discord is busy at %s, and leaves it to the outbox to try again', async (_, one) => {
  await fault({ ...one, method: 'POST', channelId: DERBY_ID });
  const result = await transport().send(DERBY_ID, message('Goal'), 'n2');
  expect(result).toMatchObject({ ok: false, reason: 'busy' });
  expect(await transport().send(DERBY_ID, message('Goal'), 'n2')).toMatchObject({ ok: true });
  expect(await told()).toEqual(['Goal']);
});

it('the transport passes on why Discord refuses a post for good', async () => {
  const gone = await transport().send('661900000000009999', message('x'), 'n3');
  expect(gone).toMatchObject({ reason: 'rejected', status: 404, code: 10003 });
  const empty = await transport().send(DERBY_ID, message(''), 'n4');
  expect(empty).toMatchObject({ reason: 'rejected', status: 400, code: 50006 });
  const stranger = await restTransport({ token: 'wrong', api: sandbox.apiUrl }).send(DERBY_ID, message('x'), 'n5');
  expect(stranger).toMatchObject({ reason: 'rejected', status: 401 });
});

it('the transport finds a post of its own that is there already, and nobody else’s, nor one from before', async () => {
  const before = Date.now() - 60_000;
  await reader.request('POST', `/channels/${DERBY_ID}/messages`, { content: 'Full-time' });
  expect(await transport().find?.(DERBY_ID, message('Full-time'), before)).toBeUndefined();
  const own = await transport().send(DERBY_ID, message('Full-time'), 'n6');
  expect({ ok: true, messageId: await transport().find?.(DERBY_ID, message('Full-time'), before) }).toEqual(own);
  expect(await transport().find?.(DERBY_ID, message('Full-time'), Date.now() + 60_000)).toBeUndefined();
  await fault({ kind: 'status', status: 403, code: 50001, method: 'GET', channelId: DERBY_ID });
  expect(await transport().find?.(DERBY_ID, message('Full-time'), before)).toBeUndefined();
});

describe('the client', () => {
  const made = (client: Client) => {
    clients.push(client);
    return client;
  };
  const tifo = () => made(createClient({ log: SILENT, answer: async () => {}, api: sandbox.apiUrl }));

  it('the client connects, and finds the channels of its servers without keeping any', async () => {
    const client = tifo();
    const ready = await connect(client, BOT_TOKEN);
    expect(ready.user.username).toBe('Tifo');
    const names = (await findChannels(client)).map(({ channelId, name }) => `${channelId} ${name}`);
    expect(names).toEqual(expect.arrayContaining([`${DERBY_ID} derby`, `${FACTS_ID} facts`]));
    expect(client.channels.cache.size).toBe(0);
  });

  it('the client says what to do about a wrong token', async () => {
    await expect(connect(tifo(), 'wrong')).rejects.toThrow(/token \(4004\).*DISCORD_TOKEN/);
  });

  it('the client says what to do about intents that Discord does not grant', async () => {
    const intents = [GatewayIntentBits.MessageContent];
    const greedy = made(new Client({ intents, rest: restOptions(sandbox.apiUrl) }));
    await expect(connect(greedy, BOT_TOKEN)).rejects.toThrow(/intents.*Developer Portal/);
  });

  it('the client says so when nobody answers, which is not for the operator alone to mend', async () => {
    const lost = made(createClient({ log: SILENT, answer: async () => {}, api: 'http://127.0.0.1:9/api' }));
    const failed = await connect(lost, BOT_TOKEN).catch((error: unknown) => error);
    expect(failed).toMatchObject({ message: expect.stringMatching(/could not be reached.*DISCORD_API_URL/) });
    expect(failed).not.toBeInstanceOf(OperatorError);
  });

  it.each([
    ['Discord’s own trouble', { kind: 'status', status: 500, times: 4 }],
    ['a proxy’s refusal', { kind: 'status', status: 401, message: 'Proxy authentication required', times: 4 }],
    ['a lost answer', { kind: 'lost-answer' }],
  ])('the client takes %s at start for what passes, and connects afterwards', async (_, one) => {
    await fault({ ...one, route: '/gateway/bot' });
    const failed = await connect(tifo(), BOT_TOKEN).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    expect(failed).not.toBeInstanceOf(OperatorError);
    expect((await connect(tifo(), BOT_TOKEN)).user.username).toBe('Tifo');
  });

  describe('once it is connected', () => {
    const COMMANDS = '/applications/{application_id}/commands';
    const register = (client: Client<true>) =>
      registerCommands({ commands, rest: client.rest, applicationId: client.application.id });

    it.each([
      ['Discord’s own trouble', { kind: 'status', status: 500, times: 4 }],
      ['a proxy’s refusal', { kind: 'status', status: 401, message: 'Proxy authentication required', times: 4 }],
      ['a plain 403', { kind: 'status', status: 403 }],
      ['too many at once', { kind: 'status', status: 429, retryAfter: 600 }],
      ['a lost answer', { kind: 'lost-answer' }],
    ])('the client, once it is connected, registers its commands after %s', async (_, one) => {
      const client = await connect(tifo(), BOT_TOKEN);
      await fault({ ...one, route: COMMANDS, method: 'GET' });
      const failed = await register(client).catch((error: unknown) => error);
      expect(failed).toMatchObject({ message: expect.stringContaining('could not be registered') });
      expect(failed).not.toBeInstanceOf(OperatorError);
      // A limit is kept to for as long as it was said, by the client that was told of it.
      expect(await register('retryAfter' in one ? await connect(tifo(), BOT_TOKEN) : client)).toBe(true);
    });

    it('the client, once it is connected, says what to do where only the operator can', async () => {
      const client = await connect(tifo(), BOT_TOKEN);
      await fault({ kind: 'status', status: 403, code: 50001, route: '.*commands', method: 'GET' });
      const into = { commands, rest: client.rest, applicationId: client.application.id, guildId: '661730000000000000' };
      const failed = await registerCommands(into).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(OperatorError);
      expect(failed).toMatchObject({ message: expect.stringMatching(/not in server.*DISCORD_GUILD_ID/) });
    });
  });
});
