import { expect, it } from 'vitest';
import { GENERAL_ID } from '../../src/sandbox/sandbox.ts';
import { userOf } from '../support/discord/user.ts';
import { inLiveMatch } from '../support/live-match.ts';

inLiveMatch('a match that is followed live', (live) => {
  it('says nothing of a goal that the provider drops and re-creates', async () => {
    await live.toSecondGoal();
    await live.press('Drops a goal, re-creates it');
    await live.reader.message("26' Yellow card").waitFor();
    expect(await live.reader.posts('GOAL').count()).toBe(2);
    expect(await live.reader.messages().filter({ hasText: 'disallowed' }).count()).toBe(0);
    expect(await live.reader.messages().locator('s, del').count()).toBe(0);
  });

  it('shows nothing in a channel without spoilers until somebody asks, and then to him alone', async () => {
    const user = userOf({ url: live.url, apiUrl: `${live.url}/api` });
    await user.ask(
      'follow',
      [
        { name: 'club', type: 3, value: 'milan' },
        { name: 'spoilers', type: 3, value: 'hide' },
      ],
      { channelId: GENERAL_ID },
    );
    await live.reader.open('general');
    await toSecondGoalElsewhere();
    const post = live.reader.message('News from Milan v Inter');
    await post.waitFor();
    // What is covered is there to be uncovered; what a reader is told of it is that it is covered.
    const told = await live.page.locator('main').ariaSnapshot();
    expect(told).not.toMatch(/Çalhanoğlu|de Vrij|0–1|1–1|GOAL/);
    await post.getByRole('button', { name: 'Reveal to me' }).click();
    const revealed = live.reader
      .messages()
      .filter({ hasText: 'Only you can see this' })
      .filter({ hasText: 'GOAL' })
      .last();
    await revealed.getByText(/GOAL Milan \d–1 Inter/).waitFor();
    expect(await revealed.innerText()).toMatch(/Çalhanoğlu|de Vrij/);
  });

  async function toSecondGoalElsewhere(): Promise<void> {
    await live.press('Next event');
    await live.reader.messages().filter({ hasText: 'News from Milan v Inter' }).first().waitFor();
    await live.press('Next event');
    await live.reader.messages().filter({ hasText: 'News from Milan v Inter' }).nth(1).waitFor();
  }
});
