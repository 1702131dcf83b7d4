import { beforeEach, describe, expect, it } from 'vitest';
import { type Answer, ask } from '../../../commands/answer.ts';
import { MINUTE, SECOND } from '../../../src/match/instant.ts';
import { texts } from '../../../src/messages/texts.ts';
import type { QuizGame } from '../../../src/quiz/game.ts';
import { CHANNEL, GUILD, NOW, READER, type Setting, seat } from '../../support/discord/context.ts';
import { readable } from '../../support/discord/readable.ts';
import { quizGame } from '../../support/store/quiz-suite.ts';

const say = texts('en');
const member = { canManageServer: false };
const words = ({ message }: Answer) => message.content;

/** A seat before a game whose question is open; the right answer is the second. */
async function playing(setting: Setting = {}, more: Partial<QuizGame> = {}) {
  const here = await seat({ reader: member, ...setting });
  const game = quizGame('a', {
    guildId: GUILD,
    channelId: CHANNEL,
    openedAt: NOW - SECOND,
    dueAt: NOW + MINUTE,
    ...more,
  });
  await here.store.quiz.add(game);
  return { ...here, game };
}

it('/quiz play starts a game in the channel, which everybody hears of', async () => {
  const { ask, store } = await seat({ reader: member });
  const answer = await ask('quiz', { subcommand: 'play' });
  expect(answer.how).toBe('publicly');
  expect(words(answer)).toBe(say.quiz.started(5, 20, 'buttons'));
  const [game] = await store.quiz.running(CHANNEL);
  expect(game).toMatchObject({ guildId: GUILD, startedBy: READER, mode: 'buttons', limitMs: 20_000, locale: 'en' });
  expect(game?.questions).toHaveLength(5);
  expect((await store.outbox.counts()).due).toBe(1);
});

it('/quiz play does as it is told: about whom, how many, how, how long, in which language', async () => {
  const { ask, store } = await seat();
  const wish = { about: 'rome', questions: 3, answers: 'typed', seconds: 45, language: 'it' };
  await ask('quiz', { subcommand: 'play', ...wish, about: 'AS Roma' });
  const [game] = await store.quiz.running(CHANNEL);
  expect(game).toMatchObject({ mode: 'typed', limitMs: 45_000, locale: 'it' });
  expect(game?.questions).toHaveLength(3);
  expect(JSON.stringify(game?.questions.map(({ factId }) => factId))).toContain('roma');
});

it('/quiz play says so where a game runs already, and leads to it', async () => {
  const { ask, store, game } = await playing();
  const key = `quiz:${game.id}/0`;
  const subject = { kind: 'quiz', id: 'a/0' } as const;
  const variant = { locale: 'en', spoilers: 'show', delayMs: 0 } as const;
  await store.outbox.enqueue([{ key, channelId: CHANNEL, subject, variant, notBefore: 0, expiresAt: 9 }], 0);
  await store.outbox.claim('relay', 1, 0, 1);
  await store.outbox.sent(key, { messageId: '77', channelId: CHANNEL, revision: 0, digest: '' }, 0);
  const answer = await ask('quiz', { subcommand: 'play' });
  expect(answer.how).toBe('privately');
  expect(words(answer)).toBe(say.quiz.running(1, 2, `https://discord.com/channels/${GUILD}/${CHANNEL}/77`));
});

it('/quiz play is not in the way of a question of the day, nor that in its', async () => {
  const { ask } = await playing({}, { isDaily: true });
  expect((await ask('quiz', { subcommand: 'play' })).how).toBe('publicly');
});

it('/quiz play refuses what it cannot do, in words that help', async () => {
  const unknown = await seat();
  expect(words(await unknown.ask('quiz', { subcommand: 'play', about: 'Real Madrd' }))).toMatch(/^I don't know/);
  const direct = await seat({ direct: true });
  expect(words(await direct.ask('quiz', { subcommand: 'play' }))).toBe(say.errors.notInServer);
  const mute = await seat({ place: { missing: ['send'] } });
  expect(words(await mute.ask('quiz', { subcommand: 'play' }))).toContain('**Send Messages**');
  expect(await mute.store.quiz.running(CHANNEL)).toEqual([]);
});

it('/quiz play offers the clubs whose results are carried', async () => {
  const { type } = await seat();
  expect((await type('quiz', 'about', 'mila'))[0]).toEqual({ name: 'Milan', value: 'milan' });
  expect(await type('quiz', 'timezone', '')).toHaveLength(25);
});

describe('an answer', () => {
  let here: Awaited<ReturnType<typeof playing>>;
  const press = (id: string) => here.press(`quiz:${id}`);
  beforeEach(async () => {
    here = await playing();
  });

  it('an answer is taken and told back to whoever gave it, until he changes it', async () => {
    const first = await press('answer:a:0:0');
    expect(first.how).toBe('privately');
    expect(words(first)).toContain('A: 30 points');
    expect(words(await press('answer:a:0:1'))).toContain('changed your answer to **B: 32 points**');
    expect(words(await press('answer:a:0:1'))).toContain('You answered **B: 32 points**');
    expect(await here.store.quiz.answers('a')).toMatchObject([{ userId: READER, option: 1, isRight: true }]);
  });

  it('an answer comes too late once time is up, or the question is closed', async () => {
    expect(words(await (await playing({}, { dueAt: NOW })).press('quiz:answer:a:0:1'))).toBe(say.quiz.tooLate);
    await here.store.quiz.move(here.game, { at: 1, stage: 'asking', dueAt: NOW + MINUTE });
    expect(words(await press('answer:a:0:1'))).toBe(say.quiz.tooLate);
    expect(await here.store.quiz.answers('a')).toEqual([]);
  });

  it.each(['answer:a:0:4', 'answer:a:0:x', 'answer:a:7:1', 'answer:b:0:1', 'type:a:0', 'answer', ''])(
    'an answer by a button that nobody made (%s) changes nothing',
    async (id) => {
      expect(words(await press(id))).toBe(say.errors.buttonTooOld);
      expect(await here.store.quiz.answers('a')).toEqual([]);
    },
  );

  it.each([{ channelId: 'elsewhere' }, { server: { id: 'another', locale: 'en' as const } }])(
    'an answer from another place changes nothing',
    async (place) => {
      const { store, press } = await playing({ place });
      expect(words(await press('quiz:answer:a:0:1'))).toBe(say.errors.buttonTooOld);
      expect(await store.quiz.answers('a')).toEqual([]);
    },
  );
});

it('a typed answer is asked for in a form, and judged', async () => {
  const { press, submit, store } = await playing({}, { mode: 'typed' });
  const form = { customId: 'quiz:typed:a:0', title: say.quiz.modalTitle, label: say.quiz.modalLabel, maxLength: 60 };
  expect(await press('quiz:type:a:0')).toEqual(ask(form, say.quiz.pressAgain));
  expect(words(await submit(form.customId, '31'))).toContain('“31”');
  expect(await store.quiz.answers('a')).toMatchObject([{ option: -1, isRight: false }]);
  expect(words(await submit(form.customId, '@everyone'))).not.toContain('@everyone');
  await submit(form.customId, ' 32 points');
  expect(await store.quiz.answers('a')).toMatchObject([{ option: 1, isRight: true }]);
  expect(words(await submit('quiz:typed:a:1', '32'))).toBe(say.errors.buttonTooOld);
  expect(words(await submit('quiz:other:a:0', '32'))).toBe(say.errors.buttonTooOld);
});

it('a typed answer is not taken where answers are buttons', async () => {
  const { submit, store } = await playing();
  expect(words(await submit('quiz:typed:a:0', '32'))).toBe(say.errors.buttonTooOld);
  expect(await store.quiz.answers('a')).toEqual([]);
});

it('/quiz stop is for whoever started the game, and for those who manage the server', async () => {
  const other = await playing();
  expect(words(await other.ask('quiz', { subcommand: 'stop' }))).toBe(say.quiz.notYours);
  for (const here of [await playing({ reader: {} }), await playing({}, { startedBy: READER })]) {
    const answer = await here.ask('quiz', { subcommand: 'stop' });
    expect([answer.how, words(answer)]).toEqual(['publicly', say.quiz.stopped]);
    expect(words(await here.ask('quiz', { subcommand: 'stop' }))).toBe(say.quiz.nothingRuns);
  }
});

it('/quiz top shows this server’s best of the week, since Monday where its question of the day is at home', async () => {
  const { ask, store } = await seat();
  // NOW is Wednesday evening; this is Monday, an hour after midnight in Rome and an hour before it in UTC.
  const monday = Date.UTC(2021, 10, 7, 23, 30);
  const given = { gameId: 'a', at: 0, option: 1, isRight: true, answeredAt: 0 };
  await store.quiz.add(quizGame('a', { guildId: GUILD }));
  for (const userId of [READER, 'milo']) await store.quiz.answer({ ...given, userId });
  await store.quiz.score(quizGame('a'), [{ ...given, userId: READER, points: 140, streak: 1 }], monday);
  await store.quiz.score(quizGame('a'), [{ ...given, userId: 'milo', points: 120, streak: 1 }], monday - 3_600_000);
  const top = async (when?: string) =>
    readable((await ask('quiz', { subcommand: 'top', ...(when && { when }) })).message);
  expect(await top()).not.toContain(READER);
  await ask('quiz', { subcommand: 'schedule', time: '18:00', timezone: 'Europe/Rome' });
  expect(await top()).toContain(READER);
  expect(await top()).not.toContain('milo');
  expect(await top('all-time')).toContain('milo');
  const elsewhere = await seat({ place: { server: { id: 'another', locale: 'en' } } });
  expect(readable((await elsewhere.ask('quiz', { subcommand: 'top' })).message)).not.toContain(READER);
});

it('/quiz schedule asks the channel a question a day, beside its facts, until it is told to stop', async () => {
  const { ask, store } = await seat();
  expect(words(await ask('quiz', { subcommand: 'schedule' }))).toBe(
    say.errors.incompleteSchedule('/quiz schedule', {}),
  );
  await ask('facts', { subcommand: 'schedule', time: '09:00', timezone: 'Europe/Rome' });
  const set = await ask('quiz', { subcommand: 'schedule', time: '18:00', timezone: 'Europe/Rome', language: 'it' });
  expect(words(set)).toMatch(/question a day .*18:00.*<t:\d+:F>/);
  expect(await store.schedules.inChannel(CHANNEL, 'quiz')).toMatchObject({ cron: '0 18 * * *', locale: 'it' });
  expect(words(await ask('quiz', { subcommand: 'schedule', time: '19:00' }))).toMatch(/^Changed/);
  expect(readable((await ask('following')).message)).toMatch(new RegExp(`# ${say.quiz.questionOfTheDay}\n.*19:00`));
  const stopped = words(await ask('quiz', { subcommand: 'unschedule' }));
  expect(stopped).toBe(say.quiz.unscheduled(`<#${CHANNEL}>`));
  expect(await store.schedules.inChannel(CHANNEL, 'fact')).toBeDefined();
  expect(words(await ask('quiz', { subcommand: 'unschedule' }))).toBe(say.quiz.nothingScheduled(`<#${CHANNEL}>`));
});

it('/quiz schedule is for those who manage the server', async () => {
  const { ask } = await seat({ reader: member });
  for (const subcommand of ['schedule', 'unschedule'])
    expect(words(await ask('quiz', { subcommand, time: '18:00', timezone: 'UTC' }))).toBe(say.errors.needsManageServer);
});
