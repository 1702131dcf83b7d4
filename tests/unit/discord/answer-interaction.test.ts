import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Answer, inPlace, privately, reply } from '../../../commands/answer.ts';
import { answerInteraction } from '../../../src/discord/answer-interaction.ts';
import { noticeMessage } from '../../../src/messages/notice-message.ts';

const HIDDEN = 64;

/** As much of an interaction as answering needs, with a list of what was done to it. */
function interaction(kind: 'command' | 'button' | 'menu', { privately = false, byAsker = true } = {}) {
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
    isMessageComponent: () => kind !== 'command',
    options: { getBoolean: () => privately },
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

async function done(fake: ReturnType<typeof interaction>, ms: number, answer: Answer) {
  const answering = answerInteraction(fake as never, after(ms, answer));
  await vi.advanceTimersByTimeAsync(ms);
  await answering;
  return fake.done;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a quick answer', () => {
  it('goes out at once, to all or to the reader alone', async () => {
    expect(await done(interaction('command'), 0, reply(message, {}))).toEqual(['reply 1-1']);
    expect(await done(interaction('command'), 1_900, privately(message))).toEqual(['reply 1-1 hidden']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("to a button is the presser's own, and a page is turned for whoever asked for it", async () => {
    expect(await done(interaction('button'), 0, privately(message))).toEqual(['reply 1-1 hidden']);
    expect(await done(interaction('button'), 0, inPlace(message))).toEqual(['update 1-1']);
    expect(await done(interaction('button', { byAsker: false }), 0, inPlace(message))).toEqual(['reply 1-1 hidden']);
  });

  it('to a menu changes the message it stands in, and a refusal leaves that as it is', async () => {
    expect(await done(interaction('menu'), 0, inPlace(message))).toEqual(['update 1-1']);
    expect(await done(interaction('menu'), 0, privately(message))).toEqual(['reply 1-1 hidden']);
  });
});

describe('an answer that takes more than two seconds', () => {
  it('is announced, as visibly as it is wished', async () => {
    expect(await done(interaction('command'), 5_000, reply(message, {}))).toEqual(['defer', 'edit 1-1']);
    const wished = interaction('command', { privately: true });
    expect(await done(wished, 5_000, privately(message))).toEqual(['defer hidden', 'edit 1-1']);
  });

  it('stays private though something public was announced', async () => {
    expect(await done(interaction('command'), 5_000, privately(message))).toEqual([
      'defer',
      'delete',
      'follow up 1-1 hidden',
    ]);
  });

  it('leaves the message of a button as it is meanwhile', async () => {
    expect(await done(interaction('button'), 5_000, privately(message))).toEqual(['defer', 'follow up 1-1 hidden']);
    expect(await done(interaction('button'), 5_000, inPlace(message))).toEqual(['defer', 'edit 1-1']);
    expect(await done(interaction('button', { byAsker: false }), 5_000, inPlace(message))).toEqual([
      'defer',
      'follow up 1-1 hidden',
    ]);
  });

  it('fails with what Discord says to the announcement', async () => {
    const late = { ...interaction('command'), deferReply: () => Promise.reject(new Error('Unknown interaction')) };
    const answering = answerInteraction(late as never, after(3_000, privately(message)));
    const failed = expect(answering).rejects.toThrow('Unknown interaction');
    await vi.advanceTimersByTimeAsync(3_000);
    await failed;
  });
});
