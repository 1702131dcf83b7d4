import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SILENT } from '../../../src/log.ts';
import { HOUR, MINUTE } from '../../../src/match/instant.ts';
import type { Question } from '../../../src/quiz/question.ts';
import { QuizMaster } from '../../../src/quiz/quiz-master.ts';
import { runDueSchedules } from '../../../src/schedule/run-due-schedules.ts';
import type { Schedule } from '../../../src/schedule/schedule.ts';
import type { Store } from '../../../src/store/store.ts';
import { fact } from '../../support/facts/a-fact.ts';
import { question } from '../../support/live/quiz-room.ts';
import { memoryStore } from '../../support/store/memory-store.ts';
import { quizGame } from '../../support/store/quiz-suite.ts';

const SIX = Date.parse('2025-03-01T17:00Z');

describe('a question a day', () => {
  let store: Store;
  const log = { ...SILENT, info: vi.fn(), warn: vi.fn(), error: vi.fn() };

  beforeEach(async () => {
    vi.resetAllMocks();
    store = await memoryStore();
  });

  afterEach(() => store.close());

  const wish: Omit<Schedule, 'id'> = {
    kind: 'quiz',
    guildId: 'guild',
    channelId: '1',
    cron: '0 18 * * *',
    timeZone: 'Europe/Rome',
    locale: 'it',
    createdAt: SIX - 48 * HOUR,
  };
  const runAt = async (now: number, asked: Question | undefined = question(1)) =>
    runDueSchedules({
      store,
      deck: async () => [fact('a')],
      schedules: await store.schedules.all(),
      now,
      log,
      dailyQuestion: async () => asked,
    });

  it('a question a day is a game of one question, once a fire time, open for half a day', async () => {
    await store.schedules.set(wish);
    expect(await runAt(SIX - 1)).toBe(0);
    expect(await runAt(SIX)).toBe(1);
    expect(await runAt(SIX)).toBe(0);
    const [game, ...others] = await store.quiz.running('1');
    expect(others).toEqual([]);
    expect(game).toMatchObject({ isDaily: true, guildId: 'guild', locale: 'it', limitMs: 12 * HOUR, mode: 'buttons' });
    expect(game?.startedBy).toBeUndefined();
    const [delivery] = await store.outbox.claim('relay', 9, SIX, 1);
    expect(delivery).toMatchObject({ channelId: '1', subject: { kind: 'quiz', id: `${game?.id}/0` } });
  });

  it('a question a day comes beside the fact of the day, not instead of it', async () => {
    await store.schedules.set(wish);
    await store.schedules.set({ ...wish, kind: 'fact' });
    expect(await runAt(SIX)).toBe(2);
    const kinds = (await store.outbox.claim('relay', 9, SIX, 1)).map(({ subject }) => subject.kind);
    expect(kinds).toHaveLength(1);
    expect((await store.outbox.counts()).due).toBe(1);
  });

  it('a question a day waits while a game runs in the channel, and says so in the log', async () => {
    await store.schedules.set(wish);
    const game = quizGame('a', { channelId: '1', dueAt: SIX + HOUR });
    await store.quiz.add(game);
    expect(await runAt(SIX)).toBe(0);
    expect(log.info).toHaveBeenCalledOnce();
    await store.quiz.move(game, { at: 0, stage: 'over', dueAt: SIX });
    expect(await runAt(SIX + MINUTE)).toBe(1);
  });

  it('a question a day closes the one before first, where that is still open', async () => {
    await store.schedules.set(wish);
    const before = quizGame('a', { channelId: '1', isDaily: true, openedAt: SIX - HOUR, dueAt: SIX + 11 * HOUR });
    await store.quiz.add(before);
    expect(await runAt(SIX)).toBe(0);
    await new QuizMaster({ store, clock: { now: () => SIX }, log, onWork() {} }).look();
    expect((await store.quiz.game('a'))?.stage).toBe('over');
    expect(await runAt(SIX + MINUTE)).toBe(1);
  });

  it('a question a day is left out where there is nothing to ask about, and not tried again every minute', async () => {
    await store.schedules.set(wish);
    const nothing = async (now: number) =>
      runDueSchedules({ store, deck: async () => [], schedules: await store.schedules.all(), now, log });
    expect(await nothing(SIX)).toBe(0);
    expect(log.warn).toHaveBeenCalledOnce();
    expect(await nothing(SIX + MINUTE)).toBe(0);
    expect(log.warn).toHaveBeenCalledOnce();
    expect(await store.quiz.running('1')).toEqual([]);
  });

  it('a question a day is asked once however many processes look', async () => {
    await store.schedules.set(wish);
    const runs = await Promise.all([runAt(SIX), runAt(SIX), runAt(SIX)]);
    expect(runs.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(await store.outbox.counts()).toMatchObject({ due: 1 });
  });
});
