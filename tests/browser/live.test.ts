import { expect, it } from 'vitest';
import { inLiveMatch, SECOND_GOAL } from '../support/live-match.ts';

// The torture suite has what else the panel does to a match under way.
inLiveMatch('a match that is followed live', (live) => {
  it('has a goal that VAR takes away struck where it stands, the card corrected, and one reply', async () => {
    await live.toSecondGoal();
    const card = live.reader.messages().filter({ hasText: 'Updated' }).first();
    await card.getByText('Milan 1–1 Inter').waitFor();
    await live.press('VAR takes the last goal away');
    const post = live.reader.messages().filter({ hasText: SECOND_GOAL }).first();
    await post.locator('s, del').first().waitFor();
    await post.getByText('Goal disallowed (VAR)').first().waitFor();
    const replies = live.reader.messages().filter({ hasText: "The 17' goal by de Vrij (o.g.) does not count." });
    await replies.first().waitFor();
    expect(await replies.count()).toBe(1);
    await card.getByText('Milan 0–1 Inter').first().waitFor();
    await live.press('Next event');
    await live.reader.message(/26' Yellow card.*Milan 0–1 Inter/).waitFor();
    expect(await replies.count()).toBe(1);
  });
});
