import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launch, openScreen, type Screen } from './browser.ts';
import { inBrowser } from './in-browser.ts';
import { startTifo } from './program.ts';
import { type Reader, readerAt } from './reader.ts';

/** The derby's second goal, as it is told. */
export const SECOND_GOAL = "17' GOAL Milan 1–1 Inter: de Vrij (o.g.)";

/** A match under way and the page that shows it; each test has a new one. */
export interface LiveMatch {
  readonly url: string;
  readonly page: Page;
  readonly reader: Reader;
  press(button: string): Promise<void>;
  /** Plays until the second goal was told, and goes on in real time. */
  toSecondGoal(): Promise<void>;
}

/** Tests that follow a match live in a browser, each from its kick-off. */
export function inLiveMatch(name: string, tests: (live: LiveMatch) => void): void {
  inBrowser(name, () => {
    let browser: Browser;
    let tifo: Awaited<ReturnType<typeof startTifo>>;
    let screen: Screen;
    const live: LiveMatch = {
      get url() {
        return tifo.url;
      },
      get page() {
        return screen.page;
      },
      get reader() {
        return readerAt(screen.page);
      },
      press: (button) => screen.page.getByRole('button', { name: button, exact: true }).click(),
      async toSecondGoal() {
        for (const goal of ["11' GOAL", SECOND_GOAL]) {
          await live.press('Next event');
          await live.reader.message(goal).waitFor();
        }
      },
    };

    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(() => browser.close());
    beforeEach(async () => {
      tifo = await startTifo({ REPLAY_SPEED: '60' });
      screen = await openScreen(browser, { url: tifo.url });
      await live.reader.message('Kick-off: Milan v Inter').waitFor();
    });
    afterEach(async () => {
      await screen.close();
      await tifo.end();
      expect(screen.troubles).toEqual([]);
    });

    tests(live);
  });
}
