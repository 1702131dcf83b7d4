import { mkdir } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { launch, openScreen } from '../support/browser.ts';
import { buildIfStale } from '../support/build.ts';
import { startTifo } from '../support/program.ts';
import { readerAt } from '../support/reader.ts';

/** Draws the pictures of the README anew: the whole page, the post of a final result, and the working of a fact. */
await buildIfStale();
await mkdir('.github', { recursive: true });
const [browser, tifo] = await Promise.all([launch(), startTifo({ REPLAY_SPEED: '60' })]);
try {
  const { page } = await openScreen(browser, { url: tifo.url });
  const reader = readerAt(page);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await reader.message('Kick-off').waitFor();
  await press('600×');
  // A word of Ada's in between, so that the result comes with its author's name.
  await reader.message("89'").waitFor();
  await press('60×');
  await reader.message('Full-time whistle').waitFor();
  await press('Pause');
  await reader.line().fill('Che derby!');
  await page.keyboard.press('Enter');
  await reader.message('Che derby!').waitFor();
  await press('Play');
  const result = reader.message('Final result · Serie A');
  await result.waitFor();
  await page.locator('.clock', { hasText: 'full-time' }).waitFor();
  await page.locator('.counts div', { hasText: 'waiting' }).getByText('0', { exact: true }).waitFor();
  await page.setViewportSize({ width: 1_440, height: 1_220 });
  await page.screenshot({ path: '.github/page.png' });
  await picture(result, '.github/result.png');
  await reader.message('came to the derby with ten wins').getByRole('button', { name: 'Show working' }).click();
  const working = reader.message('How it was worked out');
  await working.waitFor();
  await picture(working, '.github/working.png');

  /** A message by itself, in a window that it fits. */
  async function picture(message: Locator, path: string): Promise<void> {
    await page.setViewportSize({ width: 580, height: 1_600 });
    await message.scrollIntoViewIfNeeded();
    const box = await message.boundingBox();
    if (box) await page.screenshot({ path, clip: { ...box, y: box.y - 8, height: box.height + 16 } });
  }
} finally {
  await browser.close();
  await tifo.end();
}
