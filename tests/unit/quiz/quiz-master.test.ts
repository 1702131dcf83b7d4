import fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../../src/match/instant.ts';
import { cases } from '../../support/cases.ts';
import { mortal, question, quizRoom } from '../../support/live/quiz-room.ts';

let room: Awaited<ReturnType<typeof quizRoom>>;
beforeEach(async () => {
  room = await quizRoom();
});

/** Waits, has the relay deliver and the master look, as often as said. */
async function pass(ms: number, times = 1) {
  for (let n = 0; n < times; n += 1) {
    room.wait(ms);
    await room.deliver();
    await room.master().look();
    await room.deliver();
  }
}

it('a game asks, counts the time from when its question stood, shows the answer, pauses, and asks the next', async () => {
  await room.start();
  await room.deliver();
  expect(room.posts.size).toBe(0);
  await pass(3 * SECOND);
  const seen = room.clock.now();
  expect(await room.game()).toMatchObject({ at: 0, stage: 'asking', openedAt: seen, dueAt: seen + 20 * SECOND });
  await pass(20 * SECOND - 1);
  expect((await room.game()).stage).toBe('asking');
  await pass(1);
  expect(await room.game()).toMatchObject({ at: 0, stage: 'revealed' });
  expect(room.posts.get(room.key(0))).toMatchObject({ posted: 1, edited: 1 });
  await pass(6 * SECOND - 1);
  expect(room.posts.has(room.key(1))).toBe(false);
  await pass(1);
  expect(await room.game()).toMatchObject({ at: 1, stage: 'asking' });
  expect(room.posts.get(room.key(1))).toMatchObject({ posted: 1, edited: 0 });
});

it('a game ends with a post of its own, and leaves the channel free', async () => {
  await room.start();
  await pass(SECOND, 90);
  expect((await room.game()).stage).toBe('over');
  const keys = [0, 1, 2, 'end' as const].map(room.key);
  expect([...room.posts.keys()]).toEqual(keys);
  for (const key of keys) expect(room.posts.get(key)?.posted).toBe(1);
  expect(await room.store.quiz.running('channel')).toEqual([]);
  await expect(room.start({ id: 'another' })).resolves.toBeDefined();
});

it('a game writes points when a question closes: more for the fast, a little for a streak, none for the wrong', async () => {
  await room.start();
  await pass(3 * SECOND);
  await room.answer('ada', 0, 1);
  room.wait(10 * SECOND);
  await room.answer('milo', 0, 1);
  await room.answer('zoe', 0, 3);
  expect((await room.answersTo(0)).every(({ points }) => points === undefined)).toBe(true);
  await pass(10 * SECOND);
  await pass(6 * SECOND);
  expect(await room.answersTo(0)).toMatchObject([
    { userId: 'ada', points: 150, streak: 1 },
    { userId: 'milo', points: 125, streak: 1 },
    { userId: 'zoe', points: 0, streak: 0 },
  ]);
  await room.answer('ada', 1, 1);
  await pass(20 * SECOND);
  expect(await room.answersTo(1)).toMatchObject([{ userId: 'ada', points: 160, streak: 2 }]);
});

it('a game takes what is answered before the post is known to stand', async () => {
  await room.start();
  room.wait(3 * SECOND);
  expect(await room.answer('ada', 0, 1)).toEqual({ taken: true });
  await pass(0);
  await pass(20 * SECOND);
  expect(await room.answersTo(0)).toMatchObject([{ points: 150 }]);
});

it('a game passes a question over that was not seen in time, and asks the next', async () => {
  await room.start();
  room.wait(3 * SECOND + MINUTE);
  await room.master().look();
  expect(await room.game()).toMatchObject({ at: 1, stage: 'asking' });
  await pass(0);
  await pass(SECOND, 70);
  expect([...room.posts.keys()]).toEqual([1, 2, 'end' as const].map(room.key));
  expect(room.warnings).toHaveLength(1);
});

it('a game ends where two questions in a row were not seen, and says nothing more', async () => {
  await room.start();
  for (let n = 0; n < 2; n += 1) {
    room.wait(2 * MINUTE);
    await room.master().look();
  }
  expect((await room.game()).stage).toBe('over');
  await pass(MINUTE);
  expect(room.posts.size).toBe(0);
  expect(room.warnings[1]).toContain('cannot be posted to');
});

it('a game is ended by whoever may, once; what was answered counts', async () => {
  await room.start();
  await pass(3 * SECOND);
  await room.answer('ada', 0, 1);
  expect(await room.master().end('game')).toBe(true);
  expect(await room.master().end('game')).toBe(false);
  expect(await room.master().end('nothing')).toBe(false);
  expect(await room.answersTo(0)).toMatchObject([{ points: 150 }]);
  expect(await room.answer('milo', 0, 1)).toEqual({ taken: false });
  await pass(MINUTE);
  expect([...room.posts.keys()]).toEqual([0, 'end' as const].map(room.key));
});

it('a game that is ended before anybody saw it says nothing at all', async () => {
  await room.start();
  expect(await room.master().end('game')).toBe(true);
  await pass(MINUTE);
  expect(room.posts.has(room.key('end'))).toBe(false);
});

it('a game goes on where it was after a night of downtime, with what was answered', async () => {
  await room.start();
  await pass(3 * SECOND);
  await room.answer('ada', 0, 1);
  room.wait(9 * HOUR);
  await pass(0);
  expect(await room.game()).toMatchObject({ at: 0, stage: 'revealed' });
  expect(await room.answersTo(0)).toMatchObject([{ points: 150 }]);
  await pass(6 * SECOND);
  expect(room.posts.get(room.key(1))?.posted).toBe(1);
});

it('a question of the day stays open for long and ends with its answer, in the place of its first post', async () => {
  await room.start({ isDaily: true, limitMs: 12 * HOUR, questions: [question(1)] });
  await pass(0);
  await pass(11 * HOUR);
  expect((await room.game()).stage).toBe('asking');
  await room.answer('ada', 0, 1);
  room.wait(HOUR);
  await room.master().look();
  expect((await room.game()).stage).toBe('over');
  expect(await room.answersTo(0)).toMatchObject([{ userId: 'ada', streak: 1 }]);
  const [last] = await room.store.outbox.claim('relay', 9, room.clock.now(), SECOND);
  expect(last).toMatchObject({ key: room.key('end'), replaces: room.key(0), replaced: { messageId: room.key(0) } });
});

it('the master does what is due when it is due, and sleeps until then', async () => {
  vi.useFakeTimers({ now: room.clock.now() });
  try {
    const master = room.master();
    master.start();
    await room.start();
    master.wake();
    for (let second = 0; second < 100; second += 1) {
      room.wait(SECOND);
      await vi.advanceTimersByTimeAsync(SECOND);
      await room.deliver();
    }
    await master.stop();
    expect((await room.game()).stage).toBe('over');
    expect([...room.posts.values()].map(({ posted }) => posted)).toEqual([1, 1, 1, 1]);
  } finally {
    vi.useRealTimers();
  }
});

it('the master says now and then how many have answered, not at each answer', async () => {
  vi.useFakeTimers({ now: room.clock.now() });
  try {
    const game = await room.start();
    await pass(3 * SECOND);
    const master = room.master();
    master.start();
    for (let n = 0; n < 30; n += 1) master.noteAnswer(game);
    await vi.advanceTimersByTimeAsync(5 * SECOND);
    await room.deliver();
    expect(room.posts.get(room.key(0))).toMatchObject({ posted: 1, edited: 1 });
    await master.stop();
  } finally {
    vi.useRealTimers();
  }
});

it('the master shares its games with those of other processes: each step is taken once', async () => {
  await room.start();
  for (let second = 0; second < 90; second += 1) {
    room.wait(SECOND);
    await room.deliver();
    await Promise.all([room.master(), room.master(), room.master()].map((master) => master.look()));
  }
  await room.deliver();
  expect([...room.posts.values()].map(({ posted }) => posted)).toEqual([1, 1, 1, 1]);
});

it('wherever its process is killed, a game asks each question once and counts every answer once', async () => {
  const kills = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 40 });
  const answers = fc.array(fc.record({ user: fc.constantFrom('ada', 'milo'), option: fc.nat(3) }), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(kills, answers, async (killedAt, given) => {
      room = await quizRoom();
      await room.start();
      const taken = new Map<string, number>();
      for (let second = 0; second < 200; second += 2) {
        room.wait(2 * SECOND);
        await room.deliver();
        const lives = killedAt[second / 2];
        await room
          .master(lives === undefined ? room.store : mortal(room.store, lives))
          .look()
          .catch(() => {});
        const answer = given[second / 2];
        const { at } = await room.game();
        const outcome = answer && (await room.answer(answer.user, at, answer.option));
        if (answer && outcome?.taken) taken.set(`${at} ${answer.user}`, answer.option);
      }
      expect((await room.game()).stage).toBe('over');
      expect([...room.posts]).toMatchObject([0, 1, 2, 'end' as const].map((part) => [room.key(part), { posted: 1 }]));
      const kept = await room.store.quiz.answers('game');
      expect(new Map(kept.map(({ at, userId, option }) => [`${at} ${userId}`, option]))).toEqual(taken);
      for (const { points, isRight } of kept) expect((points ?? -1) >= 100).toBe(isRight);
      for (const userId of ['ada', 'milo']) {
        const own = kept.filter((answer) => answer.userId === userId);
        const board = await room.store.quiz.leaderboard('guild', 0, 9, userId);
        expect(board.own?.points).toBe(
          own.length > 0 ? own.reduce((sum, { points = 0 }) => sum + points, 0) : undefined,
        );
      }
      await room.store.close();
    }),
    cases(10),
  );
});
