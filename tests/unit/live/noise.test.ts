import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cases } from '../../support/cases.ts';
import type { Message } from '../../support/live/channels.ts';
import { Newsroom } from '../../support/live/newsroom.ts';
import { type NoisyMatch, noisyMatch } from '../../support/match/noisy-feed.ts';

const LATE = 120_000;
const SERIE_A = { kind: 'competition', id: 'serie-a' } as const;

/** What can be told apart in a channel when a match is over. */
function read(messages: readonly Message[]) {
  const posts = messages.filter(({ isCard }) => !isCard);
  const text = ({ body }: Message) => body.content;
  return {
    goals: posts.map(text).filter((line) => / GOAL /.test(` ${line}`) && !line.startsWith('~~')),
    struck: posts.filter((post) => text(post).startsWith('~~')),
    answers: posts.filter((post) => text(post).startsWith('Goal disallowed')),
    results: posts.map(text).filter((line) => line.startsWith('Final result')),
    card: messages.filter(({ isCard }) => isCard).map(text),
  };
}

async function play({ truth, looks }: NoisyMatch): Promise<void> {
  const room = await Newsroom.open();
  try {
    await room.follow('plain', {}, SERIE_A);
    await room.follow('goals', { hears: ['goals'] }, SERIE_A);
    await room.follow('late', { delayMs: LATE }, SERIE_A);
    await room.follow('thread', { thread: true }, SERIE_A);
    for (const look of looks) await room.look(look);
    await room.pass(LATE);
    const { home, away } = truth.score;
    const line = `${home}–${away}`;
    const thread = room.channels.in('thread')[0]?.id ?? '';
    for (const channel of ['plain', 'goals', 'late', thread]) {
      const { goals, struck, answers, results, card } = read(room.channels.in(channel));
      expect(goals, channel).toHaveLength(truth.goals.length);
      for (const goal of truth.goals) {
        const { base = 0 } = goal.minute ?? {};
        expect(
          goals.filter((post) => post.startsWith(`${base}`) && post.includes(goal.scorer?.name ?? '')),
          channel,
        ).not.toEqual([]);
      }
      expect(results, channel).toEqual([expect.stringContaining(line)]);
      if (channel !== 'goals') expect(card, channel).toEqual([expect.stringContaining(line)]);
      // Each goal that was taken away has one answer, beneath its own post, and no other goal has any.
      expect(answers.map(({ replyTo }) => replyTo).toSorted(), channel).toEqual(struck.map(({ id }) => id).toSorted());
      expect(struck.length, channel).toBeLessThanOrEqual(truth.cancelled.length);
    }
    const counts = await room.store.outbox.counts();
    expect(counts).toMatchObject({ due: 0, leased: 0 });
  } finally {
    await room.close();
  }
}

it('whatever the noise of a feed, every channel’s messages tell the true match in the end', async () => {
  await fc.assert(fc.asyncProperty(noisyMatch(), play), cases(2));
});
