import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { GENERAL_ID } from '../../src/sandbox/sandbox.ts';
import { userOf } from '../integration/sandbox/user.ts';
import { launch, openScreen, type Screen } from './browser.ts';
import { inBrowser } from './in-browser.ts';
import { startTifo } from './program.ts';
import { type Reader, readerAt } from './reader.ts';

const SECOND_GOAL = "17' GOAL Milan 1–1 Inter: de Vrij (o.g.)";

inBrowser('a match that is followed live', () => {
  let browser: Browser;
  let tifo: Awaited<ReturnType<typeof startTifo>>;
  let screen: Screen;
  let page: Page;
  let reader: Reader;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    tifo = await startTifo({ REPLAY_SPEED: '60' });
    screen = await openScreen(browser, { url: tifo.url });
    page = screen.page;
    reader = readerAt(page);
    await reader.message('Kick-off: Milan v Inter').waitFor();
  });
  afterEach(async () => {
    await screen.close();
    await tifo.end();
    expect(screen.troubles).toEqual([]);
  });

  /** Plays until the second goal was told, and goes on in real time. */
  async function toSecondGoal(): Promise<void> {
    for (const goal of ["11' GOAL", SECOND_GOAL]) {
      await press('Next event');
      await reader.message(goal).waitFor();
    }
  }

  it('has a goal that VAR takes away struck where it stands, the card corrected, and one reply', async () => {
    await toSecondGoal();
    const card = reader.messages().filter({ hasText: 'Updated' }).first();
    await card.getByText('Milan 1–1 Inter').waitFor();
    await press('VAR takes the last goal away');
    const post = reader.messages().filter({ hasText: SECOND_GOAL }).first();
    await post.locator('s, del').first().waitFor();
    await post.getByText('Goal disallowed (VAR)').first().waitFor();
    const replies = reader.messages().filter({ hasText: "The 17' goal by de Vrij (o.g.) does not count." });
    await replies.first().waitFor();
    expect(await replies.count()).toBe(1);
    await card.getByText('Milan 0–1 Inter').first().waitFor();
    await press('Next event');
    await reader.message(/26' Yellow card.*Milan 0–1 Inter/).waitFor();
    expect(await replies.count()).toBe(1);
  });

  it('says nothing of a goal that the provider drops and re-creates', async () => {
    await toSecondGoal();
    await press('Drops a goal, re-creates it');
    await reader.message("26' Yellow card").waitFor();
    expect(await reader.posts('GOAL').count()).toBe(2);
    expect(await reader.messages().filter({ hasText: 'disallowed' }).count()).toBe(0);
    expect(await reader.messages().locator('s, del').count()).toBe(0);
  });

  it('shows nothing in a channel without spoilers until somebody asks, and then to him alone', async () => {
    const user = userOf({ url: tifo.url, apiUrl: `${tifo.url}/api` });
    await user.ask(
      'follow',
      [
        { name: 'club', type: 3, value: 'milan' },
        { name: 'spoilers', type: 3, value: 'hide' },
      ],
      { channelId: GENERAL_ID },
    );
    await reader.open('general');
    await toSecondGoalElsewhere();
    const post = reader.message('News from Milan v Inter');
    await post.waitFor();
    // What is covered is there to be uncovered; what a reader is told of it is that it is covered.
    const told = await page.locator('main').ariaSnapshot();
    expect(told).not.toMatch(/Çalhanoğlu|de Vrij|0–1|1–1|GOAL/);
    await post.getByRole('button', { name: 'Reveal to me' }).click();
    const revealed = reader.messages().filter({ hasText: 'Only you can see this' }).filter({ hasText: 'GOAL' }).last();
    await revealed.getByText(/GOAL Milan \d–1 Inter/).waitFor();
    expect(await revealed.innerText()).toMatch(/Çalhanoğlu|de Vrij/);
  });

  async function toSecondGoalElsewhere(): Promise<void> {
    await press('Next event');
    await reader.messages().filter({ hasText: 'News from Milan v Inter' }).first().waitFor();
    await press('Next event');
    await reader.messages().filter({ hasText: 'News from Milan v Inter' }).nth(1).waitFor();
  }
});
