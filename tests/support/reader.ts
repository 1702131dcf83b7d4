import type { Locator, Page } from 'playwright-core';

/** What a reader does on the page, by what he sees of it. */
export function readerAt(page: Page) {
  const line = () => page.locator('.composer input').last();
  return {
    /** Where one writes: words at first, after a command its last field. */
    line,
    messages: () => page.locator('discord-message'),
    /** What messages say themselves, and not what they answer. */
    posts: (text: string | RegExp): Locator => page.locator('discord-message .says').filter({ hasText: text }),
    /** The newest message. */
    newest: () => page.locator('discord-message').last(),
    /** The one that says this. */
    message: (text: string | RegExp): Locator => page.locator('discord-message').filter({ hasText: text }).last(),
    problem: () => page.locator('#problem'),
    offers: () => page.locator('#offers').getByRole('option'),
    open: (channel: string) => page.locator('a.channel', { hasText: channel }).click(),
    async become(who: 'admin' | 'member') {
      await page
        .getByLabel(/You are|Tu sei/)
        .last()
        .selectOption(who);
      // By the next frame the other reader's page is gone; his own is there once one can write on it.
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      await page.getByRole('combobox', { name: /Message|Scrivi/ }).waitFor();
    },
    /** Types a command's name, takes it from the list, and sends it as it stands. */
    async use(command: string) {
      await line().fill(`/${command}`);
      await page
        .getByRole('option', { name: `/${command}` })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.composer .name').waitFor();
      await page.keyboard.press('Enter');
    },
  };
}

export type Reader = ReturnType<typeof readerAt>;
