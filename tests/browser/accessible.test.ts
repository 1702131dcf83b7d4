import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, openScreen } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import { startTifo } from '../support/program.ts';
import { readerAt } from '../support/reader.ts';
import { readsWell } from '../support/reads-well.ts';

inBrowser('everyone', () => {
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

  // The torture suite tries every other width, and each in both themes.
  const looks = [
    { width: 1_440, theme: 'dark' },
    { width: 380, theme: 'light' },
  ] as const;

  it.each(looks)('everyone can read and use the page, $width px wide and $theme', (look) =>
    readsWell(browser, tifo.url, look),
  );

  it('everyone finds the keys where the page has opened something, and back where they were', async () => {
    const { page, close } = await openScreen(browser, { url: tifo.url, width: 380 });
    await readerAt(page).line().waitFor();
    const opener = page.getByRole('button', { name: 'Show the channels' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.locator('#channels a:focus').first().waitFor();
    expect(await opener.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    await page.locator('[aria-controls=channels]:focus').waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.locator('a.channel', { hasText: 'general' }).click();
    await page.getByRole('heading', { name: 'general' }).first().waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await close();
  });

  it('everyone can go through the page by key alone, past the channels if they like', async () => {
    const { page, close } = await openScreen(browser, { url: tifo.url });
    const focus = () => page.evaluate<string>('document.activeElement.className || document.activeElement.id');
    await readerAt(page).message('Final result').waitFor();
    await page.keyboard.press('Tab');
    expect(await focus()).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await focus()).toBe('log');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    expect(await focus()).toBe('log');
    expect(page.url()).toMatch(/#\d+$/);
    await close();
  });
});
