import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { launch } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import { startTifo } from '../support/program.ts';
import { readsWell } from '../support/reads-well.ts';

const WIDTHS = [320, 380, 768, 1_024, 1_440, 1_920];
const LOOKS = WIDTHS.flatMap((width) => (['dark', 'light'] as const).map((theme) => ({ width, theme })));

inBrowser('everyone, whatever they look at it with', () => {
  let browser: Browser;
  let tifo: Awaited<ReturnType<typeof startTifo>>;
  beforeAll(async () => {
    [browser, tifo] = await Promise.all([launch(), startTifo({ REPLAY_SPEED: '3000' })]);
    await tifo.program.says(/Final result/);
  });
  afterAll(async () => {
    await browser.close();
    await tifo.end();
  });

  it.each(LOOKS)(
    'everyone, whatever they look at it with can read and use the page, $width px wide and $theme',
    (look) => readsWell(browser, tifo.url, look),
  );
});
