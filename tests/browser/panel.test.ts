import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { DERBY_ID, type Sandbox } from '../../src/sandbox/sandbox.ts';
import type { Panel, PanelAction, PanelStatus } from '../../src/sandbox/switchboard/panel.ts';
import { violations } from '../support/axe.ts';
import { launch, openScreen, type Screen } from '../support/browser.ts';
import { asBot, botOn, closeAll, sandboxFor } from '../support/discord/bot.ts';
import { inBrowser } from '../support/in-browser.ts';
import { startTifo } from '../support/program.ts';
import { type Reader, readerAt } from '../support/reader.ts';

const HALF_WAY: PanelStatus = {
  bot: 'running',
  replay: {
    match: 'Milan v Inter',
    at: Date.UTC(2021, 10, 7, 20, 2),
    startsAt: Date.UTC(2021, 10, 7, 19, 45),
    endsAt: Date.UTC(2021, 10, 7, 21, 40),
    minute: "17'",
    phase: 'first-half',
    score: '1–1',
    speed: 60,
    paused: false,
    faults: [],
  },
  outbox: { waiting: 3, sent: 12, retried: 2, paused: 1 },
};

/** Controls of a bot that does nothing but remember what it was told. */
function fakePanel() {
  const told: PanelAction[] = [];
  let status = HALF_WAY;
  const panel: Panel = {
    status: async () => status,
    act: async (action) => {
      told.push(action);
      if (action.kind === 'kill-bot') status = { ...HALF_WAY, bot: 'stopped' };
      if (action.kind === 'start-bot') status = HALF_WAY;
      if (action.kind === 'pause' && status.replay) status = { ...status, replay: { ...status.replay, paused: true } };
    },
  };
  const become = (change: Partial<NonNullable<PanelStatus['replay']>>) => {
    if (status.replay) status = { ...status, replay: { ...status.replay, ...change } };
  };
  return { panel, told, become };
}

inBrowser('the match panel', () => {
  let browser: Browser;
  let sandbox: Sandbox;
  let screen: Screen;
  let reader: Reader;
  const panel = () => screen.page.getByRole('complementary', { name: 'Match panel' });
  const press = (name: string) => panel().getByRole('button', { name, exact: true }).click();
  const outcomeOf = (name: string) => panel().locator('li', { hasText: name }).locator('.outcome');
  const post = (content: string) => asBot(sandbox, 'POST', `/channels/${DERBY_ID}/messages`, { content });

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    sandbox = await sandboxFor();
    screen = await openScreen(browser, { url: sandbox.url });
    reader = readerAt(screen.page);
    await reader.line().waitFor();
  });
  afterEach(async () => {
    await screen.close();
    await closeAll();
    expect(screen.troubles).toEqual([]);
  });

  it('the match panel says that it has no bot to steer where there is none, and shows its controls once there is', async () => {
    const looks: number[] = [];
    screen.page.on('response', (answer) => {
      if (answer.url().endsWith('/sandbox/panel')) looks.push(answer.status());
    });
    await panel().getByText('There is no bot here to steer').waitFor();
    await expect.poll(() => looks.length, { timeout: 10_000 }).toBeGreaterThan(1);
    expect(looks.every((status) => status === 200)).toBe(true);
    expect(await panel().getByText('Outbox').count()).toBe(0);
    expect(await panel().getByText('What if the feed…').count()).toBe(0);
    await panel().getByRole('button', { name: '429: too fast' }).waitFor();
    sandbox.attachPanel(fakePanel().panel);
    await panel().getByText('Milan – Inter').waitFor();
  });

  it('the match panel freezes what was known last while the bot is stopped, and says so once', async () => {
    sandbox.attachPanel(fakePanel().panel);
    await press('Kill the bot');
    await panel().getByText('The bot is stopped').waitFor();
    expect(await panel().locator('.score').textContent()).toBe('1–1');
    expect(await panel().locator('dd').allTextContents()).toEqual(['3', '12', '2', '1']);
    expect(await panel().getByText('This is how things stood.').count()).toBe(1);
    expect(await panel().getByText('No match is being replayed.').count()).toBe(0);
    for (const name of ['600×', 'Pause', 'Start over', 'Goes silent'])
      expect(await panel().getByRole('button', { name, exact: true }).isDisabled()).toBe(true);
    expect(await violations(screen.page)).toEqual([]);
    await press('Start the bot');
    await panel().getByText('The bot is running').waitFor();
    expect(await panel().getByText('This is how things stood.').count()).toBe(0);
    expect(await panel().getByRole('button', { name: 'Pause' }).isDisabled()).toBe(false);
  });

  it('the match panel asks before the match starts over, by key too, and gives the keys back', async () => {
    const { panel: controls, told } = fakePanel();
    sandbox.attachPanel(controls);
    const { page } = screen;
    const dialog = page.getByRole('dialog', { name: 'Start the match over?' });
    const startOver = panel().getByRole('button', { name: 'Start over' });
    await startOver.focus();
    await page.keyboard.press('Enter');
    await dialog.getByText('Whatever you follow, you go on following.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.restart:focus').waitFor();
    expect(told).toEqual([]);
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Start over' }).focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.restart:focus').waitFor();
    await expect.poll(() => told).toEqual([{ kind: 'restart' }]);
  });

  it('the match panel shows the match, its clock and the outbox', async () => {
    sandbox.attachPanel(fakePanel().panel);
    await panel().getByText("17' · first half").waitFor();
    expect(await panel().locator('.score').textContent()).toBe('1–1');
    expect(await panel().locator('.when').textContent()).toBe('Nov 7, 2021, 9:02 PM');
    expect(await panel().locator('dd').allTextContents()).toEqual(['3', '12', '2', '1']);
    expect(await panel().locator('dt').allTextContents()).toEqual(['waiting', 'sent', 'retried', 'paused']);
    expect(await panel().getByRole('button', { pressed: true }).textContent()).toContain('60×');
  });

  it('the match panel says what it is told: play, jump, pause, kill and start', async () => {
    const { panel: controls, told } = fakePanel();
    sandbox.attachPanel(controls);
    for (const name of ['600×', 'Next event', 'Pause', 'Play', 'Kill the bot', 'Start the bot']) await press(name);
    await panel().getByText('The bot is running').waitFor();
    expect(told).toEqual([
      { kind: 'play', speed: 600 },
      { kind: 'next-event' },
      { kind: 'pause' },
      { kind: 'play', speed: 60 },
      { kind: 'kill-bot' },
      { kind: 'start-bot' },
    ]);
  });

  it('the match panel sets off faults of the feed, and says which there are', async () => {
    const { panel: controls, told, become } = fakePanel();
    sandbox.attachPanel(controls);
    for (const name of ['VAR takes the last goal away', 'Drops a goal, re-creates it', 'Flickers', 'Goes silent'])
      await press(name);
    await press('Comes back after full-time');
    const faults = () => told.map((action) => (action.kind === 'feed-fault' ? action.fault : action.kind));
    await expect
      .poll(faults)
      .toEqual(['var-takes-goal', 'drops-and-recreates', 'flickers', 'goes-silent', 'silent-until-the-end']);
    become({ faults: ['flickers'] });
    await outcomeOf('Flickers').getByText('Happening now').waitFor();
    expect(await panel().getByText('Happening now').count()).toBe(1);
  });

  it('the match panel offers no fault of the feed that could do nothing, and says why', async () => {
    const { panel: controls, become } = fakePanel();
    const isOff = (name: string) => panel().getByRole('button', { name, exact: true }).isDisabled();
    become({ score: '0–0' });
    sandbox.attachPanel(controls);
    await panel().getByText('There is no goal yet.').nth(2).waitFor();
    expect(await isOff('VAR takes the last goal away')).toBe(true);
    expect(await isOff('Goes silent')).toBe(false);
    become({ score: '1–0', at: HALF_WAY.replay?.endsAt ?? 0 });
    await panel().getByText('The match is over.', { exact: true }).waitFor();
    expect(await isOff('VAR takes the last goal away')).toBe(false);
  });

  it('the match panel says what became of a fault: that it waits, strikes, and was overcome', async () => {
    await press('500: Discord stumbles');
    await outcomeOf('500').getByText('Ready').waitFor();
    expect([(await post('one')).status, (await post('one')).status]).toEqual([500, 500]);
    await outcomeOf('500').getByText('Tifo posts: 500 → 500…').waitFor();
    expect((await post('one')).status).toBe(200);
    await outcomeOf('500').getByText('Tifo posted: 500 → 500 → 200. It arrived, once.').waitFor();
    await post('');
    await press('429: too fast');
    await outcomeOf('429').getByText('Ready').waitFor();
    expect(await outcomeOf('500').textContent()).toBe('Tifo posted: 500 → 500 → 200. It arrived, once.');
  });

  it('the match panel refuses the bot in the open channel alone', async () => {
    await press('403: no permission');
    await outcomeOf('403').getByText('Ready').waitFor();
    expect((await post('no')).body).toMatchObject({ code: 50013 });
    await outcomeOf('403').getByText('Tifo was refused (403) and has paused').waitFor();
  });

  it('the match panel cuts the bot off the gateway, and says when it is back', async () => {
    const bot = await botOn(sandbox);
    await press('Gateway drops');
    await outcomeOf('Gateway drops').getByText('Tifo is connected again.').waitFor();
    expect(bot.isReady()).toBe(true);
    await press('Gateway goes silent');
    await outcomeOf('Gateway goes silent').getByText('Tifo is cut off…').waitFor();
    await asBot(sandbox, 'DELETE', '/sandbox/faults');
    await outcomeOf('Gateway goes silent').getByText('Tifo is connected again.').waitFor();
  });

  it('the match panel tells a reader who is struck by a fault himself', async () => {
    await press('429: too fast');
    await outcomeOf('429').getByText('Ready').waitFor();
    await reader.line().fill('Forza');
    await screen.page.keyboard.press('Enter');
    await screen.page.getByText('Discord says: too fast.').waitFor();
    expect(await reader.line().inputValue()).toBe('Forza');
  });
});

inBrowser('a replay at 600×', () => {
  let browser: Browser;
  let tifo: Awaited<ReturnType<typeof startTifo>>;
  beforeAll(async () => {
    [browser, tifo] = await Promise.all([launch(), startTifo({ REPLAY_SPEED: '60' })]);
  });
  afterAll(async () => {
    await browser.close();
    await tifo.end();
  });

  it('a replay at 600× ends with one result post, though Discord says 429 and the gateway drops', async () => {
    const { page, troubles } = await openScreen(browser, { url: tifo.url });
    const reader = readerAt(page);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const count = (name: string) => page.locator('.counts div', { hasText: name }).locator('dd');
    await reader.message('Kick-off: Milan v Inter').waitFor();
    await press('600×');
    await press('429: too fast');
    await press('Gateway drops');
    await press('Lost answer');
    const results = reader.posts('Final result: Milan 1–1 Inter');
    await results.first().waitFor();
    for (const name of ['429: too fast', 'Lost answer'])
      await page.locator('.faults li', { hasText: name }).getByText('It arrived, once.').waitFor();
    await count('waiting').getByText('0', { exact: true }).waitFor();
    expect(await results.count()).toBe(1);
    expect(Number(await count('retried').textContent())).toBeGreaterThan(0);
    const posts = await reader.messages().locator('.says').allTextContents();
    expect(new Set(posts).size).toBe(posts.length);
    expect(posts.find((post) => !post.startsWith('Milan'))).toMatch(/^Kick-off/);

    await press('Kill the bot');
    await page.getByText('The bot is stopped').waitFor();
    await press('Start the bot');
    await page.getByText('The bot is running').waitFor();
    await reader.use('score');
    await reader.message('/score').getByText('Milan 1–1 Inter · full-time').waitFor();
    expect(await results.count()).toBe(1);
    expect(troubles).toEqual([]);
  });
});
