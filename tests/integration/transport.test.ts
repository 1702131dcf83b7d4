import { createServer, type Server } from 'node:http';
import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { privateThreadOpener } from '../../src/discord/open-private-thread.ts';
import type { Pace } from '../../src/discord/pace.ts';
import { restTransport } from '../../src/discord/rest-transport.ts';
import type { MessageBody } from '../../src/messages/message.ts';
import {
  BOT_ID,
  BOT_TOKEN,
  DERBY_ID,
  MEMBER_ID,
  openSandbox,
  QUIET_ID,
  type Sandbox,
} from '../../src/sandbox/sandbox.ts';
import { type SandboxUser, userOf } from '../support/discord/user.ts';

const POSTS = `/channels/${DERBY_ID}/messages`;
const UNHEARD_OF = '661900000000009999';
const HOUR = 3_600_000;

let sandbox: Sandbox;
let reader: SandboxUser;
let now: number;

async function open(seed: object = {}): Promise<void> {
  await sandbox?.close();
  const limits = { global: Number.POSITIVE_INFINITY, route: Number.POSITIVE_INFINITY };
  sandbox = await openSandbox({ port: 0, now: () => now, limits, seed });
  reader = userOf(sandbox);
}

beforeEach(async () => {
  now = Date.now();
  await open();
});
afterEach(() => sandbox.close());

const transport = () => restTransport({ token: BOT_TOKEN, api: sandbox.apiUrl });
const fault = (one: object) => reader.request('POST', '/sandbox/faults', one);
const plain = (content: string): MessageBody => ({ content, allowed_mentions: { parse: [] } });
const card = (content: string, customId = 'card/derby'): MessageBody => ({
  ...plain(content),
  embeds: [{ title: 'Milan v Inter', description: content }],
  components: [{ type: 1, components: [{ type: 2, style: 2, label: 'Timeline', custom_id: customId }] }],
});

async function post(message: MessageBody, nonce: string, channelId = DERBY_ID): Promise<string> {
  const sent = await transport().send(channelId, message, nonce);
  if (!sent.ok) throw new Error(sent.problem);
  return sent.messageId;
}

interface Stands {
  readonly id: string;
  readonly content: string;
  readonly type: number;
  readonly embeds: readonly object[];
  readonly components: readonly object[];
  readonly pinned: boolean;
  readonly referenced_message?: { readonly id: string };
}

/** What a reader sees in the channel, Discord's own lines about pins and the like left out. */
const seen = async () =>
  (await reader.request<readonly Stands[]>('GET', POSTS)).body.filter(({ type }) => type === 0 || type === 19);
const one = async (id: string) => (await reader.request<Stands>('GET', `${POSTS}/${id}`)).body;

it('the pace hears that it was too fast where Discord says so of all requests together, and of one route not', async () => {
  let slowed = 0;
  const pace: Pace = {
    run: (request) => request(),
    tooFast() {
      slowed += 1;
    },
  };
  const paced = restTransport({ token: BOT_TOKEN, api: sandbox.apiUrl, pace });
  await fault({ kind: 'status', status: 429, retryAfter: 0.05, scope: 'user' });
  expect(await paced.send(DERBY_ID, plain('Goal'), 'n1')).toMatchObject({ ok: true });
  expect(slowed).toBe(0);
  await fault({ kind: 'status', status: 429, retryAfter: 0.05, scope: 'global' });
  expect(await paced.send(DERBY_ID, plain('Another'), 'n2')).toMatchObject({ ok: true });
  expect(slowed).toBeGreaterThan(0);
});

it('a reply stands under the post that it answers', async () => {
  const goal = await post(plain('Goal'), 'n1');
  const reply = await transport().send(DERBY_ID, plain('Taken away'), 'n2', goal);
  expect(reply).toMatchObject({ ok: true });
  expect((await seen())[0]).toMatchObject({ type: 19, content: 'Taken away', referenced_message: { id: goal } });
});

it('a reply is a post of its own where what it answers was deleted', async () => {
  const goal = await post(plain('Goal'), 'n1');
  await transport().remove(DERBY_ID, goal);
  expect(await transport().send(DERBY_ID, plain('Taken away'), 'n2', goal)).toMatchObject({ ok: true });
  expect(await seen()).toMatchObject([{ type: 0, content: 'Taken away' }]);
});

it('a reply is a post of its own where Tifo may not read back, and is posted once', async () => {
  const overwrites = { [DERBY_ID]: [{ id: BOT_ID, type: 1, allow: '0', deny: `${Permission.ReadMessageHistory}` }] };
  await open({ overwrites });
  const goal = await post(plain('Goal'), 'n1');
  for (let times = 0; times < 2; times += 1)
    expect(await transport().send(DERBY_ID, plain('Taken away'), 'n2', goal)).toMatchObject({ ok: true });
  expect((await seen()).map(({ content }) => content)).toEqual(['Taken away', 'Goal']);
});

it('an edit takes away what the message has no longer', async () => {
  const id = await post(card('Milan 1–0 Inter'), 'n1');
  expect(await one(id)).toMatchObject({ embeds: [{ title: 'Milan v Inter' }], components: [{ type: 1 }] });
  expect(await transport().edit(DERBY_ID, id, plain('Called off'))).toEqual({ ok: true });
  expect(await one(id)).toMatchObject({ content: 'Called off', embeds: [], components: [] });
});

it('an edit says why when there is nothing to edit, or Discord is busy', async () => {
  const id = await post(plain('Goal'), 'n1');
  await fault({ kind: 'status', status: 502, method: 'PATCH' });
  expect(await transport().edit(DERBY_ID, id, plain('x'))).toMatchObject({ ok: false, reason: 'busy' });
  await transport().remove(DERBY_ID, id);
  const gone = { ok: false, reason: 'rejected', status: 404, code: 10008 };
  expect(await transport().edit(DERBY_ID, id, plain('x'))).toMatchObject(gone);
});

it('an edit of a message older than an hour comes back as busy, not after minutes of waiting', async () => {
  const id = await post(plain('Goal'), 'n1');
  now += 1.1 * HOUR;
  const late = await transport().edit(DERBY_ID, id, plain('Goal disallowed'));
  expect(late).toMatchObject({ ok: false, reason: 'busy', retryAfterMs: expect.any(Number) });
  expect((await one(id)).content).toBe('Goal');
});

it('what may be asked for twice: a message is removed', async () => {
  const id = await post(plain('Goal'), 'n1');
  for (let times = 0; times < 2; times += 1) expect(await transport().remove(DERBY_ID, id)).toEqual({ ok: true });
  expect(await seen()).toEqual([]);
});

it('what may be asked for twice: a card is pinned, and its pin taken down', async () => {
  const id = await post(card('Milan 0–0 Inter'), 'n1');
  for (const pinned of [true, true, false, false]) {
    expect(await transport().pin(DERBY_ID, id, pinned)).toEqual({ ok: true });
    expect((await one(id)).pinned).toBe(pinned);
  }
});

it('what may be asked for twice: a thread is opened, and closed', async () => {
  const id = await post(plain('Milan v Inter'), 'n1');
  for (let times = 0; times < 2; times += 1)
    expect(await transport().openThread(DERBY_ID, id, 'Milan v Inter')).toEqual({ ok: true });
  await post(plain('Goal'), 'n2', id);
  expect(sandbox.world.channels.get(id)).toMatchObject({ name: 'Milan v Inter', thread: { archived: false } });
  for (let times = 0; times < 2; times += 1) expect(await transport().closeThread(id)).toEqual({ ok: true });
  expect(sandbox.world.channels.get(id)).toMatchObject({ thread: { archived: true } });
});

it('what may be asked for twice: a thread that was deleted is closed', async () => {
  expect(await transport().closeThread(UNHEARD_OF)).toEqual({ ok: true });
});

it.each(['lost-answer', 'delay'])(
  'what may be asked for twice is not done twice when an answer is late or lost (%s)',
  async (kind) => {
    const id = await post(plain('Milan v Inter'), 'n1');
    await fault({ kind, ...(kind === 'delay' && { ms: 50 }), method: 'POST' });
    const first = await transport().openThread(DERBY_ID, id, 'Milan v Inter');
    expect(first.ok).toBe(kind === 'delay');
    expect(await transport().openThread(DERBY_ID, id, 'Milan v Inter')).toEqual({ ok: true });
    expect([...sandbox.world.channels.values()].filter(({ thread }) => thread)).toHaveLength(1);
  },
);

it('pins and threads are rejected where Tifo may do neither, while it may post', async () => {
  const id = await post(plain('Milan v Inter'), 'n1', QUIET_ID);
  const refused = { ok: false, reason: 'rejected', status: 403, code: 50013 };
  expect(await transport().pin(QUIET_ID, id, true)).toMatchObject(refused);
  expect(await transport().openThread(QUIET_ID, id, 'x')).toMatchObject(refused);
});

it('what cannot be understood is busy: whether it was done is unknown', async () => {
  const nowhere = restTransport({ token: BOT_TOKEN, api: 'http://127.0.0.1:9/api' });
  expect(await nowhere.pin(DERBY_ID, UNHEARD_OF, true)).toMatchObject({ ok: false, reason: 'busy' });
});

describe('an answer that is not Discord’s own', () => {
  const page = '<html><title>Attention Required!</title></html>';
  const answers: { status: number; type: string; body: string }[] = [];
  const tokens: (string | undefined)[] = [];
  const proxy = createServer((request, response) => {
    tokens.push(request.headers.authorization);
    const next = answers.shift() ?? { status: 200, type: 'application/json', body: '{"id":"1"}' };
    request.resume();
    response.writeHead(next.status, { 'content-type': next.type }).end(next.body);
  });
  const through = () => restTransport({ token: BOT_TOKEN, api: `http://127.0.0.1:${portOf(proxy)}/api` });

  beforeAll(() => new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise((resolve) => proxy.close(resolve)));
  beforeEach(() => {
    tokens.length = 0;
  });

  it.each([
    [401, 'text/html', page],
    [401, 'application/json', '{"message":"Proxy authentication failed"}'],
    [403, 'text/html', page],
    [403, 'application/json', '{"error":"forbidden"}'],
    [404, 'text/plain', 'no such backend'],
    [407, 'text/html', page],
  ])(
    'an answer that is not Discord’s own is Discord being away, and the token is kept: %i as %s',
    async (status, type, body) => {
      answers.push({ status, type, body });
      const transport = through();
      expect(await transport.send(DERBY_ID, plain('Goal'), 'n1')).toMatchObject({
        reason: 'busy',
        problem: expect.stringContaining(`${status}`),
      });
      expect(await transport.send(DERBY_ID, plain('Goal'), 'n1')).toEqual({ ok: true, messageId: '1' });
      expect(tokens).toEqual([`Bot ${BOT_TOKEN}`, `Bot ${BOT_TOKEN}`]);
    },
  );

  it('an answer that is not Discord’s own may be about the message itself: a 400 is passed on, without a code', async () => {
    answers.push({ status: 400, type: 'text/html', body: page });
    expect(await through().send(DERBY_ID, plain('Goal'), 'n1')).toMatchObject({
      reason: 'rejected',
      status: 400,
      code: 0,
    });
  });

  it('an answer that is not Discord’s own says nothing of what stands in a channel', async () => {
    answers.push({ status: 200, type: 'application/json', body: '{"id":"1"}' });
    answers.push({ status: 403, type: 'text/html', body: page });
    await expect(through().find?.(DERBY_ID, plain('Goal'), now)).rejects.toThrow();
  });
});

describe('looking for a message that may stand already', () => {
  const find = (message: MessageBody) => transport().find?.(DERBY_ID, message, now - 60_000);

  it('looking for a message that may stand already finds a card that reads differently by now', async () => {
    const id = await post(card('Milan 0–0 Inter'), 'n1');
    await post(card('Roma 0–0 Lazio', 'card/rome'), 'n2');
    expect(await find(card('Milan 1–0 Inter'))).toBe(id);
  });

  it('looking for a message that may stand already takes no other match’s card for it, nor a post that merely has no buttons either', async () => {
    await post(card('Roma 0–0 Lazio', 'card/rome'), 'n1');
    await post(plain('Goal'), 'n2');
    expect(await find(card('Milan 1–0 Inter'))).toBeUndefined();
    expect(await find({ ...plain('Full-time'), components: [] })).toBeUndefined();
  });

  it('looking for a message that may stand already is not put off by what others post', async () => {
    const id = await post(plain('Goal'), 'n1');
    await transport().pin(DERBY_ID, id, true);
    await reader.request('POST', POSTS, { content: 'Forza' });
    expect(await find(plain('Goal'))).toBe(id);
  });

  it('looking for a message that may stand already finds nothing where the channel is gone', async () => {
    expect(await transport().find?.(UNHEARD_OF, plain('Goal'), now)).toBeUndefined();
  });
});

describe('a private thread', () => {
  const openThread = () => privateThreadOpener({ token: BOT_TOKEN, api: sandbox.apiUrl });
  const threads = () => [...sandbox.world.channels.values()].filter(({ thread }) => thread);

  it('a private thread is opened for one reader, who finds himself in it', async () => {
    const opened = await openThread()(DERBY_ID, 'Milan v Inter', MEMBER_ID);
    expect(opened).toEqual({ ok: true, threadId: threads()[0]?.id });
    expect(threads()).toMatchObject([{ type: 12, name: 'Milan v Inter', thread: { members: [BOT_ID, MEMBER_ID] } }]);
    const path = `/channels/${threads()[0]?.id}/messages`;
    expect((await userOf(sandbox, 'member').request('GET', path)).status).toBe(200);
  });

  it('a private thread says whether a permission is what it takes', async () => {
    expect(await openThread()(QUIET_ID, 'x', MEMBER_ID)).toEqual({ ok: false, reason: 'no-permission' });
    expect(await openThread()(UNHEARD_OF, 'x', MEMBER_ID)).toEqual({ ok: false, reason: 'refused' });
    await fault({ kind: 'status', status: 500, method: 'POST' });
    expect(await openThread()(DERBY_ID, 'x', MEMBER_ID)).toEqual({ ok: false, reason: 'refused' });
    expect(threads()).toEqual([]);
  });

  it('a private thread is closed again when its reader cannot be let in', async () => {
    const overwrites = {
      [DERBY_ID]: [{ id: BOT_ID, type: 1, allow: '0', deny: `${Permission.SendMessagesInThreads}` }],
    };
    await open({ overwrites });
    expect(await openThread()(DERBY_ID, 'x', MEMBER_ID)).toEqual({ ok: false, reason: 'no-permission' });
    expect(await openThread()(DERBY_ID, 'x', UNHEARD_OF)).toMatchObject({ ok: false });
    expect(threads().map(({ thread }) => thread?.archived)).toEqual([true, true]);
  });
});

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
