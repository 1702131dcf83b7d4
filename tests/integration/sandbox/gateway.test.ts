import { Events, GatewayIntentBits } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { DERBY_ID, GUILD_ID, guildIdAt } from '../../../src/sandbox/sandbox.ts';
import { answering, asBot, botOn, closeAll, sandboxFor } from '../../support/discord/bot.ts';
import { userOf } from '../../support/discord/user.ts';
import { gatewayClient, rawGateway } from './gateway-client.ts';

afterEach(closeAll);

const say = (sandbox: Parameters<typeof asBot>[0], content: string) =>
  asBot(sandbox, 'POST', `/channels/${DERBY_ID}/messages`, { content });

test.each([
  ['a wrong token', { token: 'wrong', intents: 0 }, 4004],
  ['no intents', { token: 'sandbox' }, 4013],
  ['an intent that is none', { token: 'sandbox', intents: 1 << 30 }, 4013],
  ['a privileged intent that was not granted', { token: 'sandbox', intents: GatewayIntentBits.MessageContent }, 4014],
  ['a shard out of bounds', { token: 'sandbox', intents: 0, shard: [2, 2] }, 4010],
  ['nothing', {}, 4002],
])('identifying with %s closes the connection', async (_what, data, code) => {
  const client = await rawGateway(await sandboxFor());
  await client.op(10);
  client.send(2, data);
  expect(await client.closed).toBe(code);
});

test('what is no frame, comes before identifying, or comes twice closes the connection', async () => {
  const sandbox = await sandboxFor();
  const [garbled, early] = [await rawGateway(sandbox), await rawGateway(sandbox)];
  await Promise.all([garbled.op(10), early.op(10)]);
  garbled.say('{');
  early.send(3, {});
  const twice = await gatewayClient(sandbox, 'sandbox', 0);
  twice.send(2, { token: 'sandbox', intents: 0 });
  expect(await Promise.all([garbled.closed, early.closed, twice.closed])).toEqual([4002, 4003, 4005]);
  expect(await (await rawGateway(sandbox, '?v=6&encoding=etf')).closed).toBe(4012);
});

test('more than 2,500 servers want more shards, and each shard has its own', async () => {
  const sandbox = await sandboxFor({ seed: { guilds: 2_501, channelsPerGuild: 1 } });
  const alone = await rawGateway(sandbox);
  await alone.op(10);
  alone.send(2, { token: 'sandbox', intents: 1 });
  expect(await alone.closed).toBe(4011);
  const { ready } = await gatewayClient(sandbox, 'sandbox', 0, [1, 2]);
  expect(ready.guilds).toHaveLength(1_250);
  expect(ready.guilds.every(({ id }) => (BigInt(id) >> 22n) % 2n === 1n)).toBe(true);
  expect(ready.guilds.map(({ id }) => id)).toContain(
    [0, 1].map(guildIdAt).find((id) => (BigInt(id) >> 22n) % 2n === 1n),
  );
});

test('a bot is told what its intents ask for, and the words only of what is meant for it', async () => {
  const sandbox = await sandboxFor();
  const silent = await gatewayClient(sandbox, 'sandbox', 0);
  const all = await gatewayClient(sandbox, 'sandbox', GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages);
  expect(await all.next('GUILD_CREATE')).toMatchObject({
    id: GUILD_ID,
    name: 'Curva Sandbox',
    channels: [{}, {}, {}, {}],
  });
  await userOf(sandbox).request('POST', `/channels/${DERBY_ID}/messages`, { content: 'Forza Milan' });
  expect(await all.next('MESSAGE_CREATE')).toMatchObject({ content: '', guild_id: GUILD_ID });
  silent.send(1, null);
  await silent.op(11);
  expect(silent.unread()).toEqual([]);
});

test('a heartbeat is answered, and a client without one is let go', async () => {
  const sandbox = await sandboxFor({ heartbeatMs: 20 });
  const client = await gatewayClient(sandbox, 'sandbox', 0);
  client.send(1, null);
  await client.op(11);
  expect(await client.closed).toBe(4009);
});

test('a dropped client that resumes hears what it missed, in order', async () => {
  const sandbox = await sandboxFor();
  const client = await gatewayClient(sandbox, 'sandbox', GatewayIntentBits.GuildMessages);
  await asBot(sandbox, 'POST', '/sandbox/faults', { kind: 'gateway', action: 'drop' });
  await client.closed;
  for (const content of ['1–0', '1–1']) await say(sandbox, content);
  const again = await rawGateway(sandbox);
  await again.op(10);
  again.send(6, { token: 'sandbox', session_id: client.ready.session_id, seq: client.seq() });
  expect(await again.next('MESSAGE_CREATE')).toMatchObject({ content: '1–0' });
  expect(await again.next('MESSAGE_CREATE')).toMatchObject({ content: '1–1' });
  await again.next('RESUMED');
});

test('a session that is unknown or spent is invalid, a sequence from the future closes', async () => {
  const sandbox = await sandboxFor();
  const resume = async (session_id: string, seq: number) => {
    const client = await rawGateway(sandbox);
    await client.op(10);
    client.send(6, { token: 'sandbox', session_id, seq });
    return client;
  };
  expect(await (await resume('none', 0)).op(9)).toMatchObject({ d: false });
  const client = await gatewayClient(sandbox, 'sandbox', 0);
  expect(await (await resume(client.ready.session_id, 99)).closed).toBe(4007);
  await asBot(sandbox, 'POST', '/sandbox/faults', { kind: 'gateway', action: 'drop', resumable: false });
  expect(await (await resume(client.ready.session_id, 1)).op(9)).toMatchObject({ d: false });
});

test.each(['drop', 'reconnect', 'invalid-session'] as const)(
  'discord.js comes back from %s and answers again',
  async (action) => {
    const sandbox = await sandboxFor();
    const client = await botOn(sandbox);
    await client.application.commands.set([{ name: 'score', description: 'The score' }]);
    answering(client, async (interaction) => interaction.isChatInputCommand() && interaction.reply('1–1'));
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    await asBot(sandbox, 'POST', '/sandbox/faults', { kind: 'gateway', action });
    await resumed;
    expect((await userOf(sandbox).ask('score')).content).toBe('1–1');
  },
);

test('a zombie says nothing until it is healed, and what it kept back is told on resume', async () => {
  const sandbox = await sandboxFor();
  const client = await gatewayClient(sandbox, 'sandbox', GatewayIntentBits.GuildMessages);
  await asBot(sandbox, 'POST', '/sandbox/faults', { kind: 'gateway', action: 'zombie' });
  client.send(1, null);
  await say(sandbox, 'unheard');
  expect((await asBot(sandbox, 'GET', '/sandbox/faults')).body).toEqual({ faults: [], zombie: true });
  expect(client.unread()).toEqual([]);
  await asBot(sandbox, 'DELETE', '/sandbox/faults');
  await client.closed;
  const again = await rawGateway(sandbox);
  await again.op(10);
  again.send(6, { token: 'sandbox', session_id: client.ready.session_id, seq: client.seq() });
  expect(await again.next('MESSAGE_CREATE')).toMatchObject({ content: 'unheard' });
});
