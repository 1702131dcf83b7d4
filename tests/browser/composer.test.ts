import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { GENERAL_ID } from '../../src/sandbox/sandbox.ts';
import { launch, openScreen, type Screen } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import { startTifo } from '../support/program.ts';
import { type Reader, readerAt } from '../support/reader.ts';

inBrowser('the composer, with Tifo at the other end', () => {
  let browser: Browser;
  let tifo: Awaited<ReturnType<typeof startTifo>>;
  let screen: Screen;
  let reader: Reader;
  const press = (...keys: readonly string[]) =>
    keys.reduce((before, key) => before.then(() => screen.page.keyboard.press(key)), Promise.resolve());

  beforeAll(async () => {
    [browser, tifo] = await Promise.all([launch(), startTifo({ REPLAY_SPEED: '3000' })]);
    await tifo.program.says(/Final result/);
  });
  afterAll(async () => {
    await browser.close();
    await tifo.end();
  });
  beforeEach(async () => {
    screen = await openScreen(browser, { url: `${tifo.url}/#${GENERAL_ID}` });
    reader = readerAt(screen.page);
    await reader.line().waitFor();
  });
  afterEach(async () => {
    await screen.close();
    expect(screen.troubles).toEqual([]);
  });

  it('the composer answers /score with 1–1 and both scorers', async () => {
    await reader.use('score');
    const answer = reader.message('used');
    await answer.getByText('Milan 1–1 Inter · full-time').waitFor();
    expect(await answer.locator('.used').innerText()).toMatch(/Ada\s+used\s+\/score/);
    for (const scorer of ["11' Çalhanoğlu (pen.)", "17' de Vrij (o.g.)"])
      expect(await answer.locator('discord-embed').textContent()).toContain(scorer);
    await answer.getByRole('button', { name: 'Timeline' }).click();
    await reader.message('Only you can see this').waitFor();
  });

  it('the composer lists the commands with what they do, and walks the list by key', async () => {
    await reader.line().pressSequentially('/fac');
    await reader.offers().first().waitFor();
    const titles = await reader.offers().locator('b').allTextContents();
    expect(titles).toEqual(['/facts about', '/facts list', '/facts next', '/facts schedule', '/facts stop']);
    expect(await reader.offers().first().textContent()).toContain('Facts about a player, a club, a topic or a match');
    expect(await reader.line().getAttribute('aria-activedescendant')).toBe('offer-0');
    await press('ArrowDown', 'ArrowDown');
    await screen.page.locator('#offers [aria-selected=true]', { hasText: '/facts next' }).waitFor();
    await press('ArrowUp', 'ArrowUp', 'ArrowUp');
    await screen.page.locator('#offers [aria-selected=true]', { hasText: '/facts stop' }).waitFor();
    await press('Escape');
    await reader.offers().first().waitFor({ state: 'detached' });
    expect(await reader.line().inputValue()).toBe('/fac');
  });

  it('the composer takes a command that is typed out, and the caret goes on into what it asks for', async () => {
    await reader.line().fill('/facts about');
    await reader.offers().first().waitFor();
    await screen.page.keyboard.type(' calha');
    await screen.page.getByRole('option', { name: 'Çalhanoğlu' }).waitFor();
    expect(await screen.page.getByRole('combobox', { name: /^about/ }).inputValue()).toBe('calha');
  });

  it('the composer completes “calha” to Çalhanoğlu, and sends what was taken', async () => {
    await reader.line().fill('/facts about');
    await reader.offers().first().waitFor();
    await press('Tab');
    await screen.page.getByRole('combobox', { name: 'about: Who or what (required)' }).pressSequentially('calha');
    await screen.page.getByRole('option', { name: 'Çalhanoğlu' }).waitFor();
    await press('Tab');
    await expect.poll(() => screen.page.getByRole('combobox', { name: /^about/ }).inputValue()).toBe('Çalhanoğlu');
    await press('Enter');
    await reader.message('/facts about').getByText('Çalhanoğlu').first().waitFor();
  });

  it('the composer says which option is missing, and puts the caret there', async () => {
    await reader.use('facts about');
    await reader.problem().getByText('Fill in “about”').waitFor();
    const field = screen.page.getByRole('combobox', { name: /^about/ });
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.evaluate((node) => node.matches(':focus'))).toBe(true);
    await press('Escape', 'Escape');
    await screen.page.getByPlaceholder('Message #general').waitFor();
  });

  it('the composer adds an option that need not be there, and takes it away with Backspace', async () => {
    await reader.line().fill('/score');
    await reader.offers().first().waitFor();
    await press('Enter', 'ArrowDown', 'ArrowDown');
    await press('Enter');
    const flag = screen.page.getByRole('combobox', { name: /^private: Show the answer to you alone/ });
    await flag.waitFor();
    expect(await reader.offers().allInnerTexts()).toEqual(['True', 'False']);
    await press('Backspace');
    await flag.waitFor({ state: 'detached' });
    await press('ArrowDown', 'ArrowDown', 'Enter', 'Enter', 'Enter');
    await reader.message('Only you can see this').waitFor();
  });

  it('the composer refuses a member to follow, and lets an admin', async () => {
    const { page } = screen;
    await reader.become('member');
    await reader.line().fill('/follow milan');
    await page.getByText('No suggestion fits.').waitFor();
    await press('Enter');
    await reader.problem().getByText('You do not have permission to use /follow here.').waitFor();
    await reader.line().fill('/nonsense');
    await press('Enter');
    await reader.problem().getByText('There is no command /nonsense here.').waitFor();

    await reader.become('admin');
    await reader.line().fill('/follow');
    await reader.offers().first().waitFor();
    await press('Enter', 'ArrowDown', 'Enter');
    await page.keyboard.type('milan');
    await page.getByRole('option', { name: 'Milan', exact: true }).waitFor();
    await press('Enter', 'Enter');
    await reader.message('/follow').getByText('Milan').first().waitFor();
  });

  it('the composer speaks Italian, and so does the bot', async () => {
    const { page } = screen;
    await page.getByLabel('Language').selectOption('it');
    await page.getByRole('combobox', { name: 'Scrivi in #general' }).waitFor();
    await reader.line().fill('/');
    await page.getByText('Curiosità su un giocatore, una squadra, un tema o una partita').waitFor();
    await reader.use('facts about');
    await reader.problem().getByText('Compila «tema»: il comando ne ha bisogno.').waitFor();
    await press('Escape', 'Escape');
    await reader.use('score');
    const answer = reader.message('ha usato');
    await answer.getByText('Milan 1–1 Inter').first().waitFor();
    expect(await answer.textContent()).toContain('(rig.)');
    await page.getByLabel('Lingua').selectOption('en-US');
    await page.getByRole('combobox', { name: 'Message #general' }).waitFor();
  });

  it('the composer can be used with a mouse alone', async () => {
    await reader.line().fill('/sco');
    await reader.offers().first().click();
    await screen.page.getByRole('button', { name: 'Send' }).click();
    await reader.message('/score').waitFor();
  });
});
