import { afterEach, expect, test } from 'vitest';
import {
  ADMIN_DM_ID,
  BOT_ID,
  BOT_PERMISSIONS,
  DERBY_ID,
  FACTS_ID,
  GUILD_ID,
  MEMBER_DM_ID,
  MEMBER_ID,
  type Sandbox,
  ULTRAS_ROLE_ID,
} from '../../../src/sandbox/sandbox.ts';
import { asBot, closeAll, sandboxFor } from '../../support/discord/bot.ts';
import { userOf } from '../../support/discord/user.ts';

afterEach(closeAll);

const posts = (channel: string) => `/channels/${channel}/messages`;
const say = (sandbox: Sandbox, body: unknown, channel = DERBY_ID) => asBot(sandbox, 'POST', posts(channel), body);
const HOUR = 3_600_000;

test('with enforce_nonce a nonce makes one message, whatever the channel, for five minutes', async () => {
  let now = Date.UTC(2021, 10, 7, 20);
  const sandbox = await sandboxFor({ now: () => now });
  const once = { content: 'goal', nonce: 'derby-1', enforce_nonce: true };
  const first = await say(sandbox, once);
  expect((await say(sandbox, once)).body.id).toBe(first.body.id);
  expect((await say(sandbox, once, FACTS_ID)).body).toMatchObject({ id: first.body.id, channel_id: DERBY_ID });
  expect((await say(sandbox, { ...once, enforce_nonce: false })).body.id).not.toBe(first.body.id);
  now += 6 * 60_000;
  expect((await say(sandbox, once)).body.id).not.toBe(first.body.id);
});

test('a nonce whose message was deleted is Unknown Message', async () => {
  const sandbox = await sandboxFor();
  const once = { content: 'goal', nonce: 7, enforce_nonce: true };
  const { body } = await say(sandbox, once);
  expect((await asBot(sandbox, 'DELETE', `${posts(DERBY_ID)}/${body.id}`)).status).toBe(204);
  expect(await say(sandbox, once)).toMatchObject({ status: 404, body: { code: 10008 } });
});

test('an edit is for the author, keeps what it does not say, and comes within an hour', async () => {
  let now = Date.UTC(2021, 10, 7, 20);
  const sandbox = await sandboxFor({ now: () => now });
  const { body } = await say(sandbox, { content: '1–0', embeds: [{ title: 'Milan' }] });
  const edit = (change: unknown) => asBot(sandbox, 'PATCH', `${posts(DERBY_ID)}/${body.id}`, change);
  now += 60_000;
  expect((await edit({ content: '~~1–0~~' })).body).toMatchObject({
    content: '~~1–0~~',
    embeds: [{ title: 'Milan' }],
    edited_timestamp: '2021-11-07T20:01:00.000Z',
  });
  expect((await edit({ content: '', embeds: [] })).body.code).toBe(50006);
  const { status, body: refused } = await userOf(sandbox).request<{ code: number }>(
    'PATCH',
    `${posts(DERBY_ID)}/${body.id}`,
    { content: 'x' },
  );
  expect([status, refused.code]).toEqual([403, 50005]);
  now += HOUR;
  const late = await edit({ content: 'late' });
  expect(late).toMatchObject({ status: 429, body: { code: 30046, retry_after: 20, global: false } });
  expect(late.headers.get('retry-after')).toBe('20');
});

test('messages are listed newest first, before, after and around an id', async () => {
  const sandbox = await sandboxFor({ limits: { route: Number.POSITIVE_INFINITY } });
  const ids: string[] = [];
  for (const content of ['1', '2', '3', '4', '5']) ids.push((await say(sandbox, { content })).body.id);
  const list = async (query: string) =>
    (await asBot(sandbox, 'GET', `${posts(DERBY_ID)}?${query}`)).body
      .map(({ content }: { content: string }) => content)
      .join('');
  expect(await list('limit=2')).toBe('54');
  expect(await list(`before=${ids[2]}`)).toBe('21');
  expect(await list(`after=${ids[0]}&limit=2`)).toBe('32');
  expect(await list(`around=${ids[2]}&limit=3`)).toBe('432');
});

test('a message calls whom its words name, as far as allowed_mentions and permissions let it', async () => {
  const sandbox = await sandboxFor({ limits: { route: Number.POSITIVE_INFINITY } });
  const content = `@everyone <@&${ULTRAS_ROLE_ID}> <@${MEMBER_ID}> \`<@${BOT_ID}>\``;
  const called = async (body: object) => {
    const { mentions, mention_roles, mention_everyone } = (await say(sandbox, body)).body;
    return [mentions.map(({ id }: { id: string }) => id), mention_roles, mention_everyone];
  };
  expect(await called({ content })).toEqual([[MEMBER_ID], [ULTRAS_ROLE_ID], true]);
  expect(await called({ content, allowed_mentions: { parse: [] } })).toEqual([[], [], false]);
  expect(await called({ content, allowed_mentions: { roles: [ULTRAS_ROLE_ID] } })).toEqual([
    [],
    [ULTRAS_ROLE_ID],
    false,
  ]);
  const { body } = await userOf(sandbox, 'member').request<{ mention_everyone: boolean; mention_roles: string[] }>(
    'POST',
    posts(DERBY_ID),
    { content },
  );
  expect([body.mention_everyone, body.mention_roles]).toEqual([false, []]);
});

test('a file is uploaded, shown in its embed and fetched again', async () => {
  const sandbox = await sandboxFor();
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const body = new FormData();
  body.set(
    'payload_json',
    JSON.stringify({
      embeds: [{ title: 'Card', image: { url: 'attachment://card.png' } }],
      attachments: [{ id: 0, description: 'The card' }],
    }),
  );
  body.set('files[0]', new Blob([png], { type: 'image/png' }), 'card.png');
  body.set('files[1]', new Blob(['facts'], { type: 'text/plain' }), 'the facts?.txt');
  const message = (await say(sandbox, body)).body;
  expect(message.attachments).toMatchObject([{ filename: 'the_facts_.txt', size: 5, content_type: 'text/plain' }]);
  const picture = await fetch(message.embeds[0].image.url);
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await picture.arrayBuffer())).toEqual(png);
});

test('too large and too many files are refused', async () => {
  const sandbox = await sandboxFor();
  const large = new FormData();
  large.set('files[0]', new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]), 'big.bin');
  expect(await say(sandbox, large)).toMatchObject({ status: 413, body: { code: 40005 } });
  const many = new FormData();
  for (let n = 0; n < 11; n += 1) many.set(`files[${n}]`, new Blob(['x']), `${n}.txt`);
  expect(await say(sandbox, many)).toMatchObject({ status: 400, body: { code: 50035 } });
});

const deny = (...bits: bigint[]) => [
  { id: BOT_ID, type: 1 as const, allow: '0', deny: bits.reduce((sum, bit) => sum | bit, 0n).toString() },
];
const [VIEW, SEND, EMBED, ATTACH] = [1n << 10n, 1n << 11n, 1n << 14n, 1n << 15n];

test('what the bot may not do in a channel it cannot', async () => {
  const sandbox = await sandboxFor({ seed: { overwrites: { [DERBY_ID]: deny(SEND), [FACTS_ID]: deny(VIEW) } } });
  expect(await say(sandbox, { content: 'a' })).toMatchObject({ status: 403, body: { code: 50013 } });
  expect(await say(sandbox, { content: 'a' }, FACTS_ID)).toMatchObject({ status: 403, body: { code: 50001 } });
  expect(await say(sandbox, { content: 'a' }, MEMBER_DM_ID)).toMatchObject({ status: 200 });
  expect(await userOf(sandbox, 'member').request('GET', posts(ADMIN_DM_ID))).toMatchObject({ status: 403 });
});

test('without Embed Links embeds are left out, without Attach Files a file is refused', async () => {
  const sandbox = await sandboxFor({
    seed: { botPermissions: BOT_PERMISSIONS, overwrites: { [DERBY_ID]: deny(EMBED, ATTACH) } },
  });
  expect((await say(sandbox, { content: 'a', embeds: [{ title: 'b' }] })).body).toMatchObject({
    content: 'a',
    embeds: [],
  });
  const body = new FormData();
  body.set('files[0]', new Blob(['x']), 'x.txt');
  expect(await say(sandbox, body)).toMatchObject({ status: 403, body: { code: 50013 } });
});

test('an admin grants what is missing, and the bot may', async () => {
  const sandbox = await sandboxFor({ seed: { overwrites: { [DERBY_ID]: deny(SEND) } } });
  const path = `/channels/${DERBY_ID}/permissions/${BOT_ID}`;
  const grant = { type: 1, allow: SEND.toString(), deny: '0' };
  expect(await userOf(sandbox, 'member').request('PUT', path, grant)).toMatchObject({ status: 403 });
  expect((await userOf(sandbox).request('PUT', path, grant)).status).toBe(204);
  expect((await say(sandbox, { content: 'a' })).status).toBe(200);
});

test('an admin makes a channel, renames and deletes it', async () => {
  const sandbox = await sandboxFor();
  const ada = userOf(sandbox);
  const { body } = await ada.request<{ id: string; name: string }>('POST', `/guilds/${GUILD_ID}/channels`, {
    name: 'Curva Sud',
  });
  expect(body.name).toBe('curva-sud');
  expect((await ada.request('PATCH', `/channels/${body.id}`, { topic: 'Forza' })).body).toMatchObject({
    topic: 'Forza',
  });
  await say(sandbox, { content: 'a' }, body.id);
  await ada.request('DELETE', `/channels/${body.id}`);
  expect(await say(sandbox, { content: 'a' }, body.id)).toMatchObject({ status: 404, body: { code: 10003 } });
});
