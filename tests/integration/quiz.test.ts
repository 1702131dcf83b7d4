import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Log, SILENT } from '../../src/log.ts';
import { texts } from '../../src/messages/texts.ts';
import type { QuizGame } from '../../src/quiz/game.ts';
import { DERBY_ID, GENERAL_ID, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { asBot, closeAll, sandboxFor } from '../support/discord/bot.ts';
import { type GivenOption, type SandboxUser, type SeenMessage, userOf } from '../support/discord/user.ts';
import { quizBot } from './quiz-bot.ts';

const HIDDEN = 64;
const MODAL = 9;
const SECOND = 1_000;

let folder: string;
let skew: number;
let sandbox: Sandbox;
let bot: Awaited<ReturnType<typeof quizBot>>;
let ada: SandboxUser;
let milo: SandboxUser;
const errors: object[] = [];
const log: Log = { ...SILENT, error: (context) => void errors.push(context) };
/** It begins on a Wednesday at noon: a week's standings must not turn over in the middle of a game. */
const clock = { now: () => Date.now() + skew };
const WEDNESDAY = Date.UTC(2026, 10, 18, 12);

const start = async () => {
  bot = await quizBot({ sandbox, database: `file:${join(folder, 'tifo.db')}`, clock, log });
};

beforeEach(async () => {
  skew = WEDNESDAY - Date.now();
  folder = await mkdtemp(join(tmpdir(), 'tifo-quiz-'));
  const limits = { global: Number.POSITIVE_INFINITY, route: Number.POSITIVE_INFINITY };
  sandbox = await sandboxFor({ limits });
  ada = userOf(sandbox);
  milo = userOf(sandbox, 'member');
  await start();
});

afterEach(async () => {
  await bot.stop();
  await closeAll();
  await rm(folder, { recursive: true });
  expect(errors.splice(0)).toEqual([]);
});

const play = (more: readonly GivenOption[]): GivenOption => ({ type: 1, name: 'play', options: more });
const questions = (value: number): GivenOption => ({ type: 4, name: 'questions', value });
const typed: GivenOption = { type: 3, name: 'answers', value: 'typed' };

/** Time goes by, and both who have to act on it look. */
function pass(ms: number) {
  skew += ms;
  bot.wake();
}

const game = async (): Promise<QuizGame> => {
  const found = (await bot.store.quiz.running(DERBY_ID))[0];
  if (!found) throw new Error('no quiz runs');
  return found;
};

/** The post of a question once it stands, and the game knows that it does. */
const asked = (at: number) =>
  ada.until(`question ${at}`, async () => {
    const { id, openedAt, at: now } = await game();
    const stands = await bot.store.outbox.posted(`quiz:${id}/${at}`);
    const opened = now === at && openedAt !== undefined;
    return stands && opened ? (await ada.messages()).find((message) => message.id === stands.messageId) : undefined;
  });
const reads = (id: string, pattern: RegExp) =>
  ada.until(`${pattern}`, async () => (await ada.messages()).find((m) => m.id === id && pattern.test(textOf(m))));
const textOf = ({ content, embeds }: SeenMessage) =>
  [
    content,
    ...embeds.flatMap((e) => [e.title, e.description, ...(e.fields ?? []).flatMap((f) => [f.name, f.value])]),
  ].join('\n');
const buttons = ({ components }: SeenMessage) => components.flatMap((row) => row.components);

/** Presses a button and is told something privately. */
async function press(who: SandboxUser, { id }: SeenMessage, customId: string, channelId = DERBY_ID) {
  const { original_id } = await who.settled(await who.click(id, customId, { channelId }));
  const { body } = await who.request<SeenMessage>('GET', `/channels/${channelId}/messages/${original_id}`);
  expect(body.flags & HIDDEN).toBe(HIDDEN);
  return body;
}

/** What stands under the option that is right, or under another. */
async function option(message: SeenMessage, isRight: boolean): Promise<string> {
  const { at, questions: all } = await game();
  const right = all[at]!.right;
  const wanted = isRight ? right : (right + 1) % all[at]!.options.length;
  return buttons(message)[wanted]!.custom_id!;
}

it('a quiz in a channel asks, takes answers, tells who was right, and ends with the standings, a restart in the middle or not', async () => {
  const started = await milo.ask('quiz', [play([questions(2)])]);
  expect(started.flags & HIDDEN).toBe(0);
  pass(4 * SECOND);
  const first = await asked(0);
  expect(buttons(first)).toHaveLength((await game()).questions[0]!.options.length);
  await press(ada, first, await option(first, false));
  await press(ada, first, await option(first, true));
  await press(milo, first, await option(first, false));
  await bot.stop();
  await start();
  pass(21 * SECOND);
  const told = await reads(first.id, new RegExp(`<@${ada.id}>`));
  expect(told.content).not.toContain(milo.id);
  expect(buttons(told).every(({ disabled }) => disabled)).toBe(true);
  expect(told.mentions).toEqual([]);
  pass(7 * SECOND);
  const second = await asked(1);
  await press(milo, second, await option(second, true));
  const { id } = await game();
  await bot.stop();
  await start();
  pass(21 * SECOND);
  await reads(second.id, new RegExp(`<@${milo.id}>`));
  pass(7 * SECOND);
  const end = await ada.until('the end', () => bot.store.outbox.posted(`quiz:${id}/end`));
  const standings = await reads(end.messageId, new RegExp(`<@${milo.id}>`));
  expect(textOf(standings)).toContain(`<@${ada.id}>`);
  const ours = (await ada.messages()).filter(({ type, flags }) => type === 0 && (flags & HIDDEN) === 0);
  expect(ours.map(({ id }) => id)).toEqual([end.messageId, second.id, first.id]);
  const top = await milo.ask('quiz', [{ type: 1, name: 'top', options: [] }]);
  expect(textOf(top)).toContain(`<@${ada.id}>`);
  expect(top.mentions).toEqual([]);
});

it('a quiz in a channel takes typed answers in a form, and accepts a slip', async () => {
  await ada.ask('quiz', [play([questions(1), typed])]);
  pass(4 * SECOND);
  const message = await asked(0);
  const [button, ...others] = buttons(message);
  expect(others).toEqual([]);
  const shown = await milo.settled(await milo.click(message.id, button!.custom_id!));
  expect(shown.callback).toBe(MODAL);
  const { questions: all } = await game();
  const right = all[0]!.options[all[0]!.right]!;
  const words = {
    club: () => ('club' in right ? right.club.name.toUpperCase() : ''),
    season: () => ('season' in right ? right.season : ''),
    number: () => ('number' in right ? ` ${right.number} ` : ''),
    score: () => ('score' in right ? right.score.join(' - ') : ''),
  };
  const sent = await milo.settled(await milo.submit(shown.modal!.custom_id, { typed: words[right.kind]() }));
  expect(sent.state).toBe('answered');
  const [answer] = await bot.store.quiz.answers((await game()).id);
  expect(answer).toMatchObject({ userId: milo.id, isRight: true });
  pass(21 * SECOND);
  await reads(message.id, new RegExp(`<@${milo.id}>`));
});

it('a quiz in a channel runs one at a time, and whoever started it stops it', async () => {
  await milo.ask('quiz', [play([])]);
  pass(4 * SECOND);
  const first = await asked(0);
  const again = await ada.ask('quiz', [play([])]);
  expect(again.flags & HIDDEN).toBe(HIDDEN);
  expect(again.content).toContain(first.id);
  expect((await milo.ask('quiz', [{ type: 1, name: 'stop' }])).content).toBe(texts('en').quiz.stopped);
  await ada.until('the end', async () => ((await bot.store.quiz.running(DERBY_ID)).length === 0 ? true : undefined));
  await reads(first.id, /./);
  expect((await milo.ask('quiz', [{ type: 1, name: 'stop' }])).content).toBe(texts('en').quiz.nothingRuns);
});

it('a quiz in a channel may be closed by an admin, and by no other member', async () => {
  await ada.ask('quiz', [play([])]);
  expect((await milo.ask('quiz', [{ type: 1, name: 'stop' }])).content).toBe(texts('en').quiz.notYours);
  expect((await ada.ask('quiz', [{ type: 1, name: 'stop' }])).content).toBe(texts('en').quiz.stopped);
});

it('a quiz in a channel gains nothing by a button of another game, channel or question, or by a made-up one', async () => {
  await ada.ask('quiz', [play([questions(2)])]);
  pass(4 * SECOND);
  await asked(0);
  const { id } = await game();
  const say = texts('en');
  const open = `quiz:answer:${id}:0:1`;
  const forged = ['0:9', '0:-1', '1:0', '-1:0', '0'].map((rest) => `quiz:answer:${id}:${rest}`);
  const others = [`quiz:type:${id}:0`, 'quiz:answer:nothing:0:0', 'quiz:answer', 'quiz:give:me:points'];
  const planted = await plant(DERBY_ID, [...forged, ...others]);
  for (const customId of [...forged, ...others]) {
    expect((await press(milo, planted, customId)).content).toBe(say.errors.buttonTooOld);
  }
  const elsewhere = await plant(GENERAL_ID, [open]);
  expect((await press(milo, elsewhere, open, GENERAL_ID)).content).toBe(say.errors.buttonTooOld);
  expect(await bot.store.quiz.answers(id)).toEqual([]);
  pass(21 * SECOND);
  expect((await press(milo, await plant(DERBY_ID, [open]), open)).content).toBe(say.quiz.tooLate);
  expect(await bot.store.quiz.answers(id)).toEqual([]);
});

/** A message of the bot's with buttons that it never made, five in a row. */
async function plant(channelId: string, ids: readonly string[]): Promise<SeenMessage> {
  const button = (custom_id: string) => ({ type: 2, style: 2, label: 'x', custom_id });
  const rows = [ids.slice(0, 5), ids.slice(5)].filter((row) => row.length > 0);
  const components = rows.map((row) => ({ type: 1, components: row.map(button) }));
  const { body } = await asBot(sandbox, 'POST', `/channels/${channelId}/messages`, { content: 'old', components });
  return body;
}
