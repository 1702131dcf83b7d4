import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { DERBY_ID, FACTS_ID, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { launch, openScreen, type Screen } from '../support/browser.ts';
import { asBot, closeAll, sandboxFor } from '../support/discord/bot.ts';
import { inBrowser } from '../support/in-browser.ts';
import { type Reader, readerAt } from '../support/reader.ts';

/** How the mark beside a channel is drawn. */
interface Dot {
  readonly width: string;
  readonly height: string;
  readonly radius: string;
}
const DOT = `(() => {
  const channel = document.querySelector('a.channel.unread');
  const { width, height, borderTopRightRadius: radius } = getComputedStyle(channel, '::before');
  return { width, height, radius };
})()`;

inBrowser('the page', () => {
  let browser: Browser;
  let sandbox: Sandbox;
  let screen: Screen;
  let reader: Reader;
  const say = (content: string, channel = DERBY_ID) =>
    asBot(sandbox, 'POST', `/channels/${channel}/messages`, { content });

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    sandbox = await sandboxFor();
    screen = await openScreen(browser, { url: sandbox.url });
    reader = readerAt(screen.page);
  });
  afterEach(async () => {
    await screen.close();
    await closeAll();
    expect(screen.troubles).toEqual([]);
  });

  it('the page shows the server, its channels and the direct messages, and writes to one of them', async () => {
    const { page } = screen;
    for (const name of ['derby', 'facts', 'general', 'Tifo'])
      await page.locator('a.channel', { hasText: name }).waitFor();
    await reader.line().fill('Forza <b>everyone</b>');
    await page.keyboard.press('Enter');
    await reader.message('Forza <b>everyone</b>').waitFor();
    expect(await reader.line().inputValue()).toBe('');
  });

  it('the page shows what is said as it is said, edits in place, and what is taken back no more', async () => {
    await screen.page.getByText('Nothing here yet').waitFor();
    const { body } = await say('Kick-off: Milan v Inter');
    await reader.message('Kick-off: Milan v Inter').waitFor();
    await asBot(sandbox, 'PATCH', `/channels/${DERBY_ID}/messages/${body.id}`, {
      content: 'Kick-off: ~~Milan~~ v Inter',
    });
    const edited = reader.message('(edited)');
    expect(await edited.locator('s').textContent()).toBe('Milan');
    expect(await reader.messages().count()).toBe(1);
    await asBot(sandbox, 'DELETE', `/channels/${DERBY_ID}/messages/${body.id}`);
    await screen.page.getByText('Nothing here yet').waitFor();
  });

  it('the page marks a channel unread until it is opened, and keeps the open one over a reload', async () => {
    const { page } = screen;
    await reader.line().waitFor();
    await say('A fact', FACTS_ID);
    await page.locator('a.channel.unread', { hasText: 'facts' }).waitFor();
    const { width, height, radius } = await page.evaluate<Dot>(DOT);
    expect([width, radius]).toEqual([height, '50%']);
    await reader.open('facts');
    await reader.message('A fact').waitFor();
    expect(await page.locator('a.unread').count()).toBe(0);
    await page.reload();
    await reader.message('A fact').waitFor();
    expect(await page.locator('a[aria-current=page]').textContent()).toContain('facts');
    expect(page.url()).toContain(FACTS_ID);
    expect(await page.locator('a.unread').count()).toBe(0);
  });

  it('the page tells a screen reader what is new, in words', async () => {
    await reader.line().waitFor();
    await say('**GOAL** ||Milan 1–1|| <t:1636314300:t>');
    await screen.page.locator('#said', { hasText: 'Tifo: GOAL … 8:45 PM' }).waitFor({ state: 'attached' });
  });

  it('the page comes back by itself with what was said while its line was cut', async () => {
    const { page } = screen;
    const lines: { close(): unknown }[] = [];
    await page.routeWebSocket(/gateway/, (line) => {
      line.connectToServer();
      lines.push(line);
    });
    await page.reload();
    await reader.line().waitFor();
    const gone = page.getByText('Reconnecting').waitFor();
    await lines[0]?.close();
    await gone;
    await say('Still there?');
    await reader.message('Still there?').waitFor();
    expect(lines).toHaveLength(2);
  });

  it('the page speaks Italian when told to, and tells Discord so', async () => {
    const { page } = screen;
    await page.getByLabel('Language').selectOption('it');
    await page.getByRole('heading', { name: 'Messaggi diretti' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('it');
    const ada = await page.request.get(`${sandbox.apiUrl}/v10/users/@me`, { headers: { authorization: 'user' } });
    expect(await ada.json()).toMatchObject({ locale: 'it' });
    await page.reload();
    await page.getByRole('heading', { name: 'Messaggi diretti' }).waitFor();
  });

  it('the page changes its light by hand, and remembers it', async () => {
    const { page } = screen;
    await page.locator('html[data-theme=dark]').waitFor();
    await page.getByLabel('Theme').selectOption('light');
    await page.locator('html[data-theme=light]').waitFor();
    await page.reload();
    await page.locator('html[data-theme=light]').waitFor();
  });

  it('the page shows the other reader only what is his, and calls of his role where he is not looking', async () => {
    const { page } = screen;
    await reader.become('member');
    await asBot(sandbox, 'POST', `/channels/${FACTS_ID}/messages`, {
      content: '<@&662000000000000001> and <@661720000000000003>',
      allowed_mentions: { parse: ['roles', 'users'] },
    });
    const badge = page.getByRole('img', { name: '1 mention' });
    await badge.waitFor();
    await reader.open('facts');
    await reader.message(/Ultras.* and .*Milo/s).waitFor();
    expect(await reader.newest().getAttribute('highlight')).toBe('');
    expect(await badge.count()).toBe(0);
  });

  it('the page says so when the sandbox is gone', async () => {
    await reader.line().waitFor();
    await sandbox.close();
    await screen.page.getByText('The line was cut. Reconnecting…').waitFor();
    await reader.line().fill('Hello?');
    await screen.page.keyboard.press('Enter');
    await screen.page.getByText('The sandbox cannot be reached.').waitFor();
    expect(await reader.line().inputValue()).toBe('Hello?');
    // What could not be reached is the browser's own complaint.
    Object.assign(screen, { troubles: screen.troubles.filter((each) => !/WebSocket|ERR_/.test(each)) });
  });
});
