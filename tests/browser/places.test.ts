import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { DERBY_ID, FACTS_ID, GUILD_ID, MEMBER_ID, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { violations } from '../support/axe.ts';
import { launch, openScreen, type Screen } from '../support/browser.ts';
import { asBot, closeAll, sandboxFor } from '../support/discord/bot.ts';
import { inBrowser } from '../support/in-browser.ts';
import { type Reader, readerAt } from '../support/reader.ts';

const LIFTED = { limits: { global: Number.POSITIVE_INFINITY, route: Number.POSITIVE_INFINITY } };
const HOUR = 3_600_000;

inBrowser('what belongs to a channel', () => {
  let browser: Browser;
  let sandbox: Sandbox;
  let screen: Screen;
  let reader: Reader;

  const ask = (method: string, path: string, body?: unknown) => asBot(sandbox, method, path, body);
  const posts = (channel = DERBY_ID) => `/channels/${channel}/messages`;
  const say = async (content: string, more: object = {}, channel = DERBY_ID): Promise<string> =>
    (await ask('POST', posts(channel), { content, ...more })).body.id;
  const openThread = (message: string, name: string) => ask('POST', `${posts()}/${message}/threads`, { name });
  const openPrivate = async (name: string): Promise<string> =>
    (await ask('POST', `/channels/${DERBY_ID}/threads`, { name, type: 12 })).body.id;
  const announce = async (more: object = {}): Promise<string> => {
    const at = (later: number) => new Date(Date.now() + later).toISOString();
    const event = {
      name: 'Milan v Inter',
      entity_type: 3,
      privacy_level: 2,
      entity_metadata: { location: 'San Siro' },
    };
    const times = { scheduled_start_time: at(HOUR), scheduled_end_time: at(3 * HOUR) };
    return (await ask('POST', `/guilds/${GUILD_ID}/scheduled-events`, { ...event, ...times, ...more })).body.id;
  };
  const channels = () => screen.page.getByRole('navigation');
  /** The message that was looked for. */
  const found = () => screen.page.locator('.found');

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    sandbox = await sandboxFor(LIFTED);
    screen = await openScreen(browser, { url: sandbox.url });
    reader = readerAt(screen.page);
    await reader.line().waitFor();
  });
  afterEach(async () => {
    await screen.close();
    await closeAll();
    expect(screen.troubles).toEqual([]);
  });

  it('a reply says what it answers and leads there, however far back that is', async () => {
    const goal = await say("17' GOAL Milan 1–0 Inter");
    for (let n = 0; n < 120; n += 1) await say(`Word ${n}`);
    await say('', { embeds: [{ title: 'A card' }] });
    await say('Taken away', { message_reference: { message_id: goal } });
    await screen.page.reload();
    const lead = reader.message('Taken away').getByRole('button', { name: "Go to the message this answers: 17' GOAL" });
    await lead.click();
    await found().waitFor();
    expect(await found().getAttribute('id')).toBe(`message-${goal}`);
    expect(await screen.page.evaluate('document.activeElement.id')).toBe(`message-${goal}`);
    const box = await found().boundingBox();
    expect(box?.y).toBeGreaterThan(48);
    expect(box?.y).toBeLessThan(800);
  });

  it('a reply shows what it answers as that reads by now, struck through where it is', async () => {
    const goal = await say("17' GOAL Milan 1–0 Inter");
    await say('Taken away', { message_reference: { message_id: goal } });
    const reply = reader.message('Taken away').locator('discord-reply');
    await reply.getByText("17' GOAL").waitFor();
    await ask('PATCH', `${posts()}/${goal}`, { content: "~~17' GOAL Milan 1–0 Inter~~ disallowed" });
    await reply.locator('s', { hasText: "17' GOAL" }).waitFor();
    const lead = reply.getByRole('button', { name: "Go to the message this answers: 17' GOAL" });
    expect(await lead.innerText()).toContain('disallowed');
    await ask('DELETE', `${posts()}/${goal}`);
    await reader.message('Taken away').getByText('Original message was deleted').waitFor();
  });

  it('a way to the newest is offered where there is something newer, and not in a channel without a word', async () => {
    const button = screen.page.getByRole('button', { name: 'Jump to the newest' });
    for (let n = 0; n < 40; n += 1) await say(`Word ${n}`);
    await reader.message('Word 39').waitFor();
    await screen.page.evaluate("document.querySelector('#log').scrollTop = 0");
    await button.waitFor();
    await reader.open('quiet');
    await screen.page.getByText('Nothing here yet').waitFor();
    await button.waitFor({ state: 'hidden' });
  });

  it('a reply to what is gone says so, and one to a card without words says its title', async () => {
    const card = await say('', { embeds: [{ title: 'Milan 1–0 Inter' }] });
    await say('Answer', { message_reference: { message_id: card } });
    await reader.message('Answer').locator('discord-reply', { hasText: 'Milan 1–0 Inter' }).waitFor();
    await ask('DELETE', `${posts()}/${card}`);
    await screen.page.reload();
    await reader.message('Answer').getByText('Original message was deleted').waitFor();
  });

  it('the pins of a channel are listed, lead to their messages, and stay listed rightly while they change', async () => {
    const card = await say('The card ||1–0||');
    await ask('PUT', `${posts()}/pins/${card}`);
    await reader.message('The card').getByText('Pinned').waitFor();
    await screen.page.locator('.system', { hasText: 'Tifo pinned a message to this channel.' }).waitFor();
    const button = screen.page.getByRole('button', { name: 'Pinned messages' });
    await button.click();
    const pins = screen.page.getByRole('region', { name: 'Pinned messages' });
    await pins.getByText('The card …').waitFor();
    const other = await say('Another card');
    await ask('PUT', `${posts()}/pins/${other}`);
    await pins.getByText('Another card').waitFor();
    await ask('DELETE', `${posts()}/pins/${card}`);
    await pins.getByText('The card …').waitFor({ state: 'detached' });
    await pins.getByRole('button', { name: 'Go to the message' }).click();
    await found().filter({ hasText: 'Another card' }).waitFor();
    expect(await pins.count()).toBe(0);
    await button.click();
    await pins.getByText('Another card').waitFor();
    await screen.page.keyboard.press('Escape');
    await screen.page.locator('.pins-button:focus').waitFor();
    await ask('DELETE', `${posts()}/${other}`);
    await button.click();
    await pins.getByText('Nothing is pinned in this channel.').waitFor();
  });

  it('a thread stands under its channel and at its message, is marked when archived, and found again then', async () => {
    const start = await say('Milan v Inter');
    await openThread(start, 'The derby, live');
    await say('Kick-off', {}, start);
    await reader.message('Milan v Inter').getByRole('link', { name: 'The derby, live · Open thread' }).click();
    await reader.message('Kick-off').waitFor();
    await screen.page.locator('.system', { hasText: 'This thread grew from: Milan v Inter' }).waitFor();
    await ask('PATCH', `/channels/${start}`, { archived: true });
    await channels().locator('li li', { hasText: 'The derby, live' }).getByText('archived').waitFor();
    await screen.page.reload();
    await reader.message('Kick-off').waitFor();
    await channels().locator('li li', { hasText: 'archived' }).waitFor();
    await screen.page.getByRole('button', { name: 'Milan v Inter' }).click();
    await found().filter({ hasText: 'Milan v Inter' }).waitFor();
    await reader.message('Milan v Inter').getByRole('link', { name: 'Open archived thread' }).waitFor();
    await reader.open('general');
    await channels().locator('li li').waitFor({ state: 'detached' });
    await reader.open('derby');
    await channels().locator('li li', { hasText: 'archived' }).waitFor();
  });

  it('a private thread is there for who was added to it, and gone once he is shown out', async () => {
    await reader.become('member');
    const thread = await openPrivate('Replay: Milan v Inter');
    const entry = channels().locator('li li', { hasText: 'Replay' });
    expect(await entry.count()).toBe(0);
    await ask('PUT', `/channels/${thread}/thread-members/${MEMBER_ID}`);
    await entry.getByText('(private thread)').waitFor({ state: 'attached' });
    await reader.open('Replay');
    await screen.page.locator('.system', { hasText: 'Tifo added Milo to the thread.' }).waitFor();
    await ask('DELETE', `/channels/${thread}/thread-members/${MEMBER_ID}`);
    await entry.waitFor({ state: 'detached' });
  });

  it('the server’s events are listed by name, time and state, while they change', async () => {
    const id = await announce();
    const events = channels().getByRole('group').filter({ hasText: 'Events' });
    await events.getByText('Milan v Inter').waitFor();
    await events.getByText('scheduled', { exact: true }).waitFor();
    expect(await events.getByText('San Siro').innerText()).toMatch(/\d.* · San Siro/);
    const patch = (change: object) => ask('PATCH', `/guilds/${GUILD_ID}/scheduled-events/${id}`, change);
    await patch({ status: 2 });
    await events.getByText('on now', { exact: true }).waitFor();
    await screen.page.reload();
    await events.getByText('on now', { exact: true }).waitFor();
    await patch({ status: 3 });
    await events.getByText('over', { exact: true }).waitFor();
    await ask('DELETE', `/guilds/${GUILD_ID}/scheduled-events/${id}`);
    await events.waitFor({ state: 'detached' });
  });

  it('of thousands of channels no more are drawn than one can read: the first are, and those that call', async () => {
    const { ids } = (await ask('POST', '/sandbox/channels', { count: 5_000, name: 'fans' })).body;
    await channels().getByRole('button', { name: 'and 4904 more channels: show all' }).waitFor();
    await say(`<@${MEMBER_ID}>`, {}, ids[4_999]);
    for (let n = 0; n < 300; n += 1) await say(`Goal ${n}`, {}, ids[n]);
    await reader.line().fill('Still here');
    await screen.page.keyboard.press('Enter');
    await reader.message('Still here').waitFor();
    expect(await channels().locator('a.channel').count()).toBeLessThan(110);
    await reader.become('member');
    await say(`<@${MEMBER_ID}>`, { allowed_mentions: { parse: ['users'] } }, ids[4_000]);
    await channels().locator('a.channel', { hasText: 'fans-4005' }).getByRole('img', { name: '1 mention' }).waitFor();
  });

  const looks = [1_440, 380].flatMap((width) => (['dark', 'light'] as const).map((theme) => ({ width, theme })));

  it.each(looks)('everyone can read and use all that belongs to a channel, $width px wide and $theme', async (look) => {
    const goal = await say("~~17' GOAL~~ ||1–0||", {
      embeds: [{ title: 'Goal ||1–0||', description: 'By ||de Vrij||' }],
    });
    await say('Taken away', { message_reference: { message_id: goal } });
    await ask('PUT', `${posts()}/pins/${goal}`);
    await openThread(goal, 'The derby, live');
    const options = ['Goals', 'Cards'].map((label) => ({ label, value: label }));
    const menu = { type: 3, custom_id: 'hears', max_values: 2, options };
    await say('Menu', { components: [{ type: 1, components: [menu] }] });
    await announce();
    await ask('PATCH', `/channels/${goal}`, { archived: true });
    const { page, troubles, close } = await openScreen(browser, { url: sandbox.url, ...look });
    const message = readerAt(page).messages().first();
    await page.locator('.system').first().waitFor();
    await message.getByRole('button', { name: 'Spoiler' }).first().click();
    await page.locator('.menu summary').click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Pinned messages' }).click();
    await page.locator('.pins li').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    if (look.width < 500) {
      await page.getByRole('button', { name: 'Show the channels' }).click();
      await page.locator('.events').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Show the match panel' }).click();
      expect(await violations(page)).toEqual([]);
    }
    expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(look.width);
    expect(troubles).toEqual([]);
    await close();
  });

  it('a thread without a message is told of in the channel, and leads there', async () => {
    await ask('POST', `/channels/${DERBY_ID}/threads`, { name: 'Open to all', type: 11 });
    await screen.page.locator('.system', { hasText: 'started a thread:' }).getByRole('link').click();
    await screen.page.getByRole('heading', { name: 'Open to all' }).first().waitFor();
    expect(await reader.messages().count()).toBe(0);
    await reader.open('facts');
    await screen.page.getByRole('heading', { name: 'facts' }).first().waitFor();
    expect(screen.page.url()).toContain(FACTS_ID);
  });
});
