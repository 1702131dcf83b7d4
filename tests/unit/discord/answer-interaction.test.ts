import { DiscordAPIError } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Answer, ask, inPlace, privately, reply } from '../../../commands/answer.ts';
import { answerInteraction } from '../../../src/discord/answer-interaction.ts';
import { SILENT } from '../../../src/log.ts';
import { compose } from '../../../src/messages/compose.ts';
import { noticeMessage } from '../../../src/messages/notice-message.ts';

const HIDDEN = 64;

/** As much of an interaction as answering needs, with a list of what was done to it. */
function interaction(kind: 'command' | 'button' | 'menu' | 'form', { privately = false, byAsker = true } = {}) {
  const done: string[] = [];
  const note = (what: string) => async (body?: { content?: string; flags?: number; allowedMentions?: unknown }) => {
    if (body?.content !== undefined) expect(body.allowedMentions).toEqual({ parse: [] });
    done.push([what, body?.content, body?.flags === HIDDEN && 'hidden'].filter(Boolean).join(' '));
  };
  const fake = {
    done,
    deferred: false,
    ephemeral: undefined as boolean | undefined,
    user: { id: 'ada' },
    message: { interactionMetadata: { user: { id: byAsker ? 'ada' : 'milo' } } },
    isChatInputCommand: () => kind === 'command',
    isMessageComponent: () => kind === 'button' || kind === 'menu',
    isButton: () => kind === 'button',
    isModalSubmit: () => kind === 'form',
    showModal: async ({ custom_id }: { custom_id: string }) => void done.push(`form ${custom_id}`),
    options: { data: privately ? [{ name: 'private', value: true }] : [] },
    async deferReply(body: { flags?: number }) {
      fake.deferred = true;
      fake.ephemeral = body.flags === HIDDEN;
      await note('defer')(body);
    },
    async deferUpdate() {
      fake.deferred = true;
      await note('defer')();
    },
    reply: note('reply'),
    update: note('update'),
    editReply: note('edit'),
    followUp: note('follow up'),
    deleteReply: note('delete'),
  };
  return fake;
}

const message = noticeMessage('1-1');

function after(ms: number, answer: Answer): Promise<Answer> {
  return new Promise((resolve) => setTimeout(() => resolve(answer), ms));
}

async function done(fake: ReturnType<typeof interaction>, ms: number, answer: Answer, waitedMs?: number) {
  const answering = answerInteraction(fake as never, after(ms, answer), undefined, waitedMs);
  await vi.advanceTimersByTimeAsync(ms);
  await answering;
  return fake.done;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a quick answer goes out at once, to all or to the reader alone', async () => {
  expect(await done(interaction('command'), 0, reply(message, {}))).toEqual(['reply 1-1']);
  expect(await done(interaction('command'), 1_900, privately(message))).toEqual(['reply 1-1 hidden']);
  expect(vi.getTimerCount()).toBe(0);
});

it("a quick answer to a button is the presser's own, and a page is turned for whoever asked for it", async () => {
  expect(await done(interaction('button'), 0, privately(message))).toEqual(['reply 1-1 hidden']);
  expect(await done(interaction('button'), 0, inPlace(message))).toEqual(['update 1-1']);
  expect(await done(interaction('button', { byAsker: false }), 0, inPlace(message))).toEqual(['reply 1-1 hidden']);
});

it('a quick answer to a menu changes the message it stands in, and a refusal leaves that as it is', async () => {
  expect(await done(interaction('menu'), 0, inPlace(message))).toEqual(['update 1-1']);
  expect(await done(interaction('menu'), 0, privately(message))).toEqual(['reply 1-1 hidden']);
});

it('an answer that takes more than two seconds is announced, as visibly as it is wished', async () => {
  expect(await done(interaction('command'), 5_000, reply(message, {}))).toEqual(['defer', 'edit 1-1']);
  const wished = interaction('command', { privately: true });
  expect(await done(wished, 5_000, privately(message))).toEqual(['defer hidden', 'edit 1-1']);
});

it('an answer that takes more than two seconds is announced two seconds after it was asked, however long it waited to be worked on', async () => {
  expect(await done(interaction('command'), 1_000, reply(message, {}), 1_500)).toEqual(['defer', 'edit 1-1']);
});

it('an answer that takes more than two seconds stays private though something public was announced', async () => {
  expect(await done(interaction('command'), 5_000, privately(message))).toEqual([
    'defer',
    'delete',
    'follow up 1-1 hidden',
  ]);
});

it('an answer that takes more than two seconds leaves the message of a button as it is meanwhile', async () => {
  expect(await done(interaction('button'), 5_000, privately(message))).toEqual(['defer', 'follow up 1-1 hidden']);
  expect(await done(interaction('button'), 5_000, inPlace(message))).toEqual(['defer', 'edit 1-1']);
  expect(await done(interaction('button', { byAsker: false }), 5_000, inPlace(message))).toEqual([
    'defer',
    'follow up 1-1 hidden',
  ]);
});

it('an answer that takes more than two seconds fails with what Discord says to the announcement', async () => {
  const late = { ...interaction('command'), deferReply: () => Promise.reject(new Error('Unknown interaction')) };
  const answering = answerInteraction(late as never, after(3_000, privately(message)));
  const failed = expect(answering).rejects.toThrow('Unknown interaction');
  await vi.advanceTimersByTimeAsync(3_000);
  await failed;
});

describe('a form', () => {
  const form = ask({ customId: 'quiz:typed:1', title: 'Answer', label: 'Which club?', maxLength: 60 }, 'too slow');

  it('a form is shown by a button at once', async () => {
    expect(await done(interaction('button'), 0, form)).toEqual(['form quiz:typed:1']);
  });

  it('a form cannot be shown any more once the button was told to wait, which is said', async () => {
    expect(await done(interaction('button'), 5_000, form)).toEqual(['defer', 'follow up too slow hidden']);
  });

  it('a form that was sent in is answered to its sender alone', async () => {
    expect(await done(interaction('form'), 0, privately(message))).toEqual(['reply 1-1 hidden']);
    expect(await done(interaction('form'), 5_000, privately(message))).toEqual(['defer hidden', 'edit 1-1']);
  });
});

describe('an answer with a picture', () => {
  const pictured = compose({
    content: '1-1',
    embed: { title: 'Derby' },
    picture: { name: 'result.png', svg: '<svg/>', alt: 'One each' },
    withoutPicture: { embed: { description: 'in words' } },
  });
  const draw = async (svg: string) => new TextEncoder().encode(svg);

  /** An interaction that keeps what it is given, and refuses files where it is told to. */
  function taking(kind: 'command' | 'button', { refusing = 0 } = {}) {
    const given: { files?: readonly unknown[]; embeds?: readonly unknown[]; attachments?: readonly unknown[] }[] = [];
    const take = async (body: (typeof given)[number]) => {
      given.push(body);
      if (!refusing || !body.files?.length) return;
      const request = { method: 'POST', url: '', files: undefined, body: undefined };
      throw new DiscordAPIError({ code: refusing, message: 'No' }, refusing, 403, 'POST', '', request);
    };
    return { ...interaction(kind), given, reply: take, update: take, editReply: take, followUp: take };
  }

  it('an answer with a picture takes its file along, with words for who does not see it', async () => {
    const one = taking('command');
    await answerInteraction(one as never, Promise.resolve(reply(pictured, {})), { draw, log: SILENT });
    expect(one.given).toMatchObject([
      {
        files: [{ name: 'result.png', description: 'One each', attachment: Buffer.from('<svg/>') }],
        embeds: [{ title: 'Derby' }],
      },
    ]);
    expect(one.given[0]).not.toHaveProperty('picture');
  });

  it('an answer with a picture replaces what a page had attached when it is turned', async () => {
    const one = taking('button');
    await answerInteraction(one as never, Promise.resolve(inPlace(message)), { draw, log: SILENT });
    expect(one.given).toMatchObject([{ attachments: [], files: [] }]);
  });

  it.each([
    ['nobody draws', undefined, {}],
    ['drawing fails', { draw: () => Promise.reject(new Error('no')), log: SILENT }, {}],
    ['its file is refused', { draw, log: SILENT }, { refusing: 50013 }],
  ])('an answer with a picture says the same in words where %s', async (_, pictures, options) => {
    const one = taking('command', options);
    await answerInteraction(one as never, Promise.resolve(reply(pictured, {})), pictures);
    expect(one.given.at(-1)).toMatchObject({ files: [], embeds: [{ description: 'in words' }] });
  });

  it('an answer with a picture is refused as ever for any other reason', async () => {
    const one = taking('command', { refusing: 10062 });
    const answering = answerInteraction(one as never, Promise.resolve(reply(pictured, {})), { draw, log: SILENT });
    await expect(answering).rejects.toThrow();
    expect(one.given).toHaveLength(1);
  });

  it('an answer with a picture is announced when drawing takes long', async () => {
    const one = interaction('command');
    const slow = (svg: string) => new Promise<Uint8Array>((done) => setTimeout(() => done(Buffer.from(svg)), 4_000));
    const answering = answerInteraction(one as never, Promise.resolve(reply(pictured, {})), {
      draw: slow,
      log: SILENT,
    });
    await vi.advanceTimersByTimeAsync(4_000);
    await answering;
    expect(one.done).toEqual(['defer', 'edit 1-1']);
  });
});
