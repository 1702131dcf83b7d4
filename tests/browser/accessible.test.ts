import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { launch, openScreen } from './browser.ts';
import { inBrowser } from './in-browser.ts';
import { startTifo } from './program.ts';
import { readerAt } from './reader.ts';

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

  const looks = [1_440, 380].flatMap((width) => (['dark', 'light'] as const).map((theme) => ({ width, theme })));

  it.each(looks)('can read and use the page, $width px wide and $theme', async (look) => {
    const { page, troubles, close } = await openScreen(browser, { url: tifo.url, ...look });
    const reader = readerAt(page);
    await reader.message('Final result').waitFor();
    await reader.use('facts list');
    await reader.message('/facts list').locator('discord-embed, .says').first().waitFor();
    await page.locator('html[data-theme]').waitFor();
    expect(await violations(page)).toEqual([]);

    await reader.line().fill('/f');
    await reader.offers().first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await reader.use('facts about');
    await reader.problem().waitFor();
    expect(await violations(page)).toEqual([]);

    const isNarrow = look.width < 500;
    if (isNarrow) {
      await page.getByRole('button', { name: 'Show the channels' }).click();
      await page.getByRole('navigation').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Show the match panel' }).click();
      await page.getByRole('complementary').waitFor();
      expect(await violations(page)).toEqual([]);
    }
    expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(look.width);
    expect(troubles).toEqual([]);
    await close();
  });

  it('find the keys where the page has opened something, and back where they were', async () => {
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

  it('can go through it by key alone, past the channels if they like', async () => {
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
