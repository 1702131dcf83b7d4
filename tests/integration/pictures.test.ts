import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restTransport } from '../../src/discord/rest-transport.ts';
import { SILENT } from '../../src/log.ts';
import { compose } from '../../src/messages/compose.ts';
import { openRenderer, type Renderer } from '../../src/pictures/render.ts';
import { drawing, text } from '../../src/pictures/svg.ts';
import { BOT_ID, BOT_TOKEN, DERBY_ID, openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { type SandboxUser, userOf } from '../support/discord/user.ts';

const POSTS = `/channels/${DERBY_ID}/messages`;

let sandbox: Sandbox;
let reader: SandboxUser;
let renderer: Renderer;
let drawn: number;

async function open(denied = 0n): Promise<void> {
  await sandbox?.close();
  const limits = { global: Number.POSITIVE_INFINITY, route: Number.POSITIVE_INFINITY };
  const overwrites = { [DERBY_ID]: [{ id: BOT_ID, type: 1 as const, allow: '0', deny: `${denied}` }] };
  sandbox = await openSandbox({ port: 0, limits, ...(denied && { seed: { overwrites } }) });
  reader = userOf(sandbox);
}

beforeEach(async () => {
  drawn = 0;
  renderer = openRenderer({ log: SILENT });
  await open();
});
afterEach(() => Promise.all([sandbox.close(), renderer.close()]));

const pictures = {
  draw(svg: string) {
    drawn += 1;
    return renderer.render(svg);
  },
  log: SILENT,
};
const transport = (with_: object = { pictures }) => restTransport({ token: BOT_TOKEN, api: sandbox.apiUrl, ...with_ });

const message = (said: string, svg = drawing(100, [text(40, 60, said, { size: 40, within: 800 })])) =>
  compose({
    content: said,
    embed: { footer: { text: 'beneath' } },
    buttons: [{ id: 'table:text', label: 'As text' }],
    picture: { name: 'table.png', svg, alt: `A table that says ${said}` },
    withoutPicture: { embed: { description: `${said} in columns` } },
  });

interface Stands {
  readonly id: string;
  readonly content: string;
  readonly embeds: readonly { readonly description?: string }[];
  readonly attachments: readonly { readonly url: string }[];
  readonly components: readonly object[];
}

const seen = async () => (await reader.request<readonly Stands[]>('GET', POSTS)).body;
/** What lies beside the messages of the channel: the files that they came with. */
const files = () => [...sandbox.world.messages.in(DERBY_ID).values()].flatMap(({ attachments }) => attachments);

async function post(what = message('Milan'), nonce = 'n1'): Promise<string> {
  const sent = await transport().send(DERBY_ID, what, nonce);
  if (!sent.ok) throw new Error(sent.problem);
  return sent.messageId;
}

it('a post with a picture comes with a file that says what it shows', async () => {
  await post();
  const [stands] = await seen();
  const [file] = stands?.attachments ?? [];
  expect(files()).toMatchObject([
    { filename: 'table.png', content_type: 'image/png', description: 'A table that says Milan' },
  ]);
  const fetched = await fetch(file?.url ?? '');
  expect(
    Buffer.from(await fetched.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  expect(JSON.stringify(stands)).not.toContain('svg');
});

it('a post with a picture is posted once, however often it is sent', async () => {
  for (let times = 0; times < 2; times += 1) await post();
  expect(await seen()).toHaveLength(1);
});

it('a post with a picture shows the new picture alone once it is edited, and none when it has none any more', async () => {
  const id = await post();
  expect(await transport().edit(DERBY_ID, id, message('Inter'))).toEqual({ ok: true });
  expect(files()).toMatchObject([{ description: 'A table that says Inter' }]);
  expect(await transport().edit(DERBY_ID, id, compose({ content: 'Called off' }))).toEqual({ ok: true });
  expect(files()).toEqual([]);
  expect((await seen())[0]).toMatchObject({ content: 'Called off', embeds: [], components: [] });
});

describe('where no picture can be shown', () => {
  const inColumns = { content: 'Milan', embeds: [{ description: 'Milan in columns' }], components: [] };

  it('where no picture can be shown, the post comes without one: files may not be attached here', async () => {
    await open(Permission.AttachFiles);
    const id = await post();
    expect(await seen()).toMatchObject([inColumns]);
    expect(files()).toEqual([]);
    await post();
    expect(await seen()).toHaveLength(1);
    expect(await transport().edit(DERBY_ID, id, message('Inter'))).toEqual({ ok: true });
    expect(await seen()).toMatchObject([{ content: 'Inter', embeds: [{ description: 'Inter in columns' }] }]);
  });

  it('where no picture can be shown, the post comes without one: it cannot be drawn, or nobody draws', async () => {
    await post(message('Milan', '<svg'));
    expect(drawn).toBe(1);
    expect(await seen()).toMatchObject([inColumns]);
    const sent = await transport({}).send(DERBY_ID, message('Milan'), 'n2');
    expect(sent.ok).toBe(true);
    expect(await seen()).toMatchObject([inColumns, inColumns]);
  });

  it('where no picture can be shown, an edit to the post takes away the picture that was there', async () => {
    const id = await post();
    expect(await transport({}).edit(DERBY_ID, id, message('Milan'))).toEqual({ ok: true });
    expect(files()).toEqual([]);
    expect(await seen()).toMatchObject([inColumns]);
  });

  it('a post with a picture is refused as ever where nothing may be posted at all', async () => {
    await open(Permission.SendMessages);
    expect(await transport().send(DERBY_ID, message('Milan'), 'n1')).toMatchObject({
      ok: false,
      reason: 'rejected',
      code: 50013,
    });
  });
});
