import { beforeEach, expect, it } from 'vitest';
import { composeQuiz } from '../../../src/live/compose-quiz.ts';
import { HOUR, SECOND } from '../../../src/match/instant.ts';
import { discordProblems } from '../../support/discord/discord-problems.ts';
import { buttonIds, readable } from '../../support/discord/readable.ts';
import { question, quizRoom } from '../../support/live/quiz-room.ts';

let room: Awaited<ReturnType<typeof quizRoom>>;
beforeEach(async () => {
  room = await quizRoom();
});

const compose = async (part: number | 'end', stands = false) => {
  const composed = await composeQuiz(`game/${part}`, { locale: 'en' }, stands, {
    quiz: room.store.quiz,
    factById: () => undefined,
  });
  if (composed) expect(discordProblems(composed.message)).toEqual([]);
  return composed?.message;
};

/** Until the question at hand is closed, or the next one is asked. */
async function pass(ms: number) {
  room.wait(ms);
  await room.deliver();
  await room.master().look();
  await room.deliver();
}

it('the post of a question asks while it is open, tells when it is closed, and says nothing of what was never seen', async () => {
  await room.start();
  const open = await compose(0);
  expect(open && buttonIds(open)).toEqual([0, 1, 2, 3].map((place) => `quiz:answer:game:0:${place}`));
  expect(readable(open!)).not.toContain('right answer');
  expect(await compose(1)).toBeUndefined();
  await pass(3 * SECOND);
  await room.answer('1', 0, 1);
  await room.answer('2', 0, 3);
  expect(readable((await compose(0, true))!)).toContain('2 people have answered');
  await pass(20 * SECOND);
  expect(await compose(0)).toBeUndefined();
  const told = readable((await compose(0, true))!);
  expect(told).toContain('Right: <@1> (150 points)');
  expect(told).toContain('A 0, B 1, C 0, D 1');
});

it('the post of a question keeps within what Discord takes, with a hundred players', async () => {
  await room.start();
  await pass(3 * SECOND);
  for (let n = 0; n < 100; n += 1) await room.answer(`${661720000000000000n + BigInt(n)}`, 0, 1);
  await pass(20 * SECOND);
  expect(await compose(0, true)).toBeDefined();
  await room.master().end('game');
  expect(await compose('end')).toBeDefined();
});

it('the post of a question is none for what nobody knows', async () => {
  for (const id of ['game/0', 'game', 'game/99', 'game/end', '', '/'])
    expect(
      await composeQuiz(id, { locale: 'it' }, true, { quiz: room.store.quiz, factById: () => undefined }),
    ).toBeNull();
});

it('the last post of a game has its standings', async () => {
  await room.start();
  await pass(3 * SECOND);
  await room.answer('1', 0, 1);
  await room.master().end('game');
  expect(readable((await compose('end'))!)).toContain('<@1> wins with 150 points');
});

it('the last post of a question of the day is the question again, with its answer', async () => {
  await room.start({ isDaily: true, limitMs: 12 * HOUR, questions: [question(1)] });
  await pass(0);
  await room.answer('1', 0, 1);
  await pass(12 * HOUR);
  const last = readable((await compose('end'))!);
  expect(last).toContain('Question of the day');
  expect(last).toContain('The answer is **B: 32 points**');
  expect(last).toContain('<@1>');
});
