import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { violations } from './axe.ts';
import { openScreen } from './browser.ts';
import { readerAt } from './reader.ts';

export interface WidthAndTheme {
  readonly width: number;
  readonly theme: 'dark' | 'light';
}

/** Up to these widths the match panel is behind a button, and the channels are. */
const PANEL_HIDDEN = 1_200;
const CHANNELS_HIDDEN = 760;

/**
 * That everyone can read and use the page of a Tifo that has told its match, as wide as this and in this theme: what it
 * shows at first, while a command is written, when one is refused, and what is opened where there is little room.
 */
export async function readsWell(browser: Browser, url: string, look: WidthAndTheme): Promise<void> {
  const { page, troubles, close } = await openScreen(browser, { url, ...look });
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

  if (look.width <= CHANNELS_HIDDEN) {
    await page.getByRole('button', { name: 'Show the channels' }).click();
    await page.getByRole('navigation').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }
  if (look.width <= PANEL_HIDDEN) {
    await page.getByRole('button', { name: 'Show the match panel' }).click();
    await page.getByRole('complementary').waitFor();
    expect(await violations(page)).toEqual([]);
  }
  expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(look.width);
  expect(troubles).toEqual([]);
  await close();
}
