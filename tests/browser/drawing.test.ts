import { type Client, Events, type Interaction, MessageFlags } from 'discord.js';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { DERBY_ID, FACTS_ID, GENERAL_ID, type Sandbox, ULTRAS_ROLE_ID } from '../../src/sandbox/sandbox.ts';
import { launch, openScreen, type Screen } from '../support/browser.ts';
import { asBot, botOn, closeAll, sandboxFor } from '../support/discord/bot.ts';
import { answerWithin } from '../support/discord/program.ts';
import { PATIENCE } from '../support/discord/user.ts';
import { inBrowser } from '../support/in-browser.ts';
import { type Reader, readerAt } from '../support/reader.ts';

const KICK_OFF = Date.UTC(2021, 10, 7, 19, 45) / 1_000;

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const FORM: APIModalInteractionResponseCallbackData = {
  custom_id: 'guess',
  title: 'Your guess',
  components: [
    { type: 1, components: [{ type: 4, custom_id: 'score', label: 'Score', style: 1, required: true, max_length: 5 }] },
  ],
};

const MENU = {
  type: 3,
  custom_id: 'half',
  placeholder: 'Which half?',
  options: [
    { label: 'First', value: 'first' },
    { label: 'Second', value: 'second' },
  ],
};

inBrowser('a message on the page', () => {
  let browser: Browser;
  let sandbox: Sandbox;
  let screen: Screen;
  let reader: Reader;
  let client: Client<true>;

  const say = async (message: object) =>
    (await asBot(sandbox, 'POST', `/channels/${DERBY_ID}/messages`, message)).body as { id: string };
  const row = (...components: object[]) => ({ type: 1, components });
  const button = (custom_id: string, more: object = {}) => ({
    type: 2,
    style: 2,
    label: custom_id,
    custom_id,
    ...more,
  });

  /** What the bot of these tests does, by the name of the command or the control. */
  async function answer(interaction: Interaction): Promise<unknown> {
    if (interaction.isChatInputCommand()) {
      if (interaction.commandName === 'silent') return undefined;
      if (interaction.commandName === 'slow') {
        await interaction.deferReply();
        finish = () => interaction.editReply('Here it is');
        return undefined;
      }
      return interaction.reply({ content: 'For you alone', flags: MessageFlags.Ephemeral });
    }
    if (interaction.isModalSubmit())
      return interaction.reply(`You said ${interaction.fields.getTextInputValue('score')}`);
    if (interaction.isStringSelectMenu()) return interaction.update({ content: `Chosen: ${interaction.values}` });
    if (!interaction.isButton() || interaction.customId === 'broken') return undefined;
    return interaction.customId === 'ask' ? interaction.showModal(FORM) : interaction.update({ content: 'Pressed' });
  }
  let finish: () => Promise<unknown>;

  beforeAll(async () => {
    browser = await launch();
    sandbox = await sandboxFor({ limits: { global: Infinity, route: Infinity } });
    client = await botOn(sandbox);
    client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
    await client.application.commands.set(
      ['silent', 'slow', 'private'].map((name) => ({ name, description: `A ${name} one` })),
    );
  });
  afterAll(async () => {
    await closeAll();
    await browser.close();
  });
  beforeEach(async () => {
    screen = await openScreen(browser, { url: sandbox.url });
    reader = readerAt(screen.page);
    await reader.line().waitFor();
  });
  afterEach(async () => {
    await screen.close();
    expect(screen.troubles).toEqual([]);
  });

  it('a message on the page never becomes markup of the page, whatever the bot says', async () => {
    await say({ content: '<img src=x onerror=alert(1)> <script>alert(2)</script> [x](javascript:alert(3))' });
    const message = reader.message('onerror');
    expect(await message.textContent()).toContain('<img src=x onerror=alert(1)> <script>alert(2)</script>');
    expect(await message.locator('.says img, .says script, .says a').count()).toBe(0);
  });

  it('a message on the page shows a time in the zone of the reader, with all of it in a tooltip', async () => {
    await say({ content: `Kick-off <t:${KICK_OFF}:f>` });
    const time = reader.message('Kick-off').locator('discord-time');
    expect(await time.innerText()).toBe('November 7, 2021 at 8:45 PM');
    expect(await time.getAttribute('title')).toBe('Sunday, November 7, 2021 at 8:45 PM');
    expect(await time.locator('time').getAttribute('datetime')).toBe('2021-11-07T19:45:00.000Z');
  });

  it('a message on the page hides a spoiler until it is pressed, by key as by mouse', async () => {
    await say({ content: 'The end: ||Milan 1–1 Inter||' });
    const spoiler = reader.message('The end').getByRole('button', { name: 'Spoiler, press to reveal' });
    expect(await reader.message('The end').getByText('Milan 1–1 Inter').isVisible()).toBe(false);
    await spoiler.focus();
    await screen.page.keyboard.press('Enter');
    expect(await reader.message('The end').getByText('Milan 1–1 Inter').isVisible()).toBe(true);
    expect(await screen.page.evaluate('document.activeElement.textContent')).toContain('Milan 1–1 Inter');
  });

  it('a message on the page keeps a spoiler from the ears too, wherever it stands, and hides it again when its words change', async () => {
    const embed = (score: string) => ({ title: `Result ||${score}||`, description: `Ends ||${score}||` });
    const { id } = await say({ content: 'News from Milan v Inter', embeds: [embed('1–0')] });
    const message = reader.message('News from Milan v Inter');
    await message.waitFor();
    expect(await message.getByText('1–0').count()).toBe(2);
    expect(await message.ariaSnapshot()).not.toContain('1–0');
    while (await message.getByRole('button', { name: 'Spoiler' }).count())
      await message.getByRole('button', { name: 'Spoiler' }).first().click();
    expect(await message.ariaSnapshot()).toContain('1–0');
    await asBot(sandbox, 'PATCH', `/channels/${DERBY_ID}/messages/${id}`, { embeds: [embed('1–1')] });
    await message.getByText('1–1').first().waitFor({ state: 'attached' });
    expect(await message.ariaSnapshot()).not.toContain('1–1');
    expect(await screen.page.locator('#said').textContent()).not.toContain('1–');
  });

  it('a message on the page strikes through what is taken away, in a title as in words', async () => {
    await say({ content: "~~17' GOAL~~ disallowed", embeds: [{ title: '~~Milan 1–0 Inter~~' }] });
    const struck = reader.message('disallowed').locator('s');
    await struck.nth(1).waitFor();
    expect(await struck.allTextContents()).toEqual(["17' GOAL", 'Milan 1–0 Inter']);
  });

  it('a message on the page names a role that is called, and a channel, which leads there', async () => {
    await say({ content: `<@&${ULTRAS_ROLE_ID}> see <#${FACTS_ID}> or https://discord.com/channels/1/${GENERAL_ID}` });
    const message = reader.message('see');
    await message.waitFor();
    expect(await message.locator('discord-mention').allTextContents()).toEqual(['Ultras', 'facts', 'general']);
    await message.getByRole('link', { name: 'facts' }).click();
    await screen.page.getByRole('heading', { name: 'facts' }).first().waitFor();
  });

  it('a message on the page lets several things be chosen together, as few and as many as the bot allows', async () => {
    const options = ['Goals', 'Cards', 'Line-ups'].map((label) => ({
      label,
      value: label,
      default: label === 'Goals',
    }));
    const menu = { type: 3, custom_id: 'hears', placeholder: 'Which news?', min_values: 1, max_values: 2, options };
    await say({ content: 'Following', components: [row(menu)] });
    const list = reader.message('Following').getByRole('group').first();
    await list.getByText('Which news?').first().click();
    const [tick, confirm] = [
      (name: string) => list.getByRole('checkbox', { name }),
      list.getByRole('button', { name: 'Choose' }),
    ];
    expect(await tick('Goals').isChecked()).toBe(true);
    await tick('Goals').uncheck();
    expect(await confirm.isDisabled()).toBe(true);
    for (const name of ['Goals', 'Cards', 'Line-ups']) await tick(name).check();
    expect(await confirm.isDisabled()).toBe(true);
    await tick('Goals').uncheck();
    await confirm.click();
    await reader.message('Chosen: Cards,Line-ups').waitFor();
  });

  it('a message on the page lets a choice be taken back where nothing may be chosen', async () => {
    const options = [{ label: 'First', value: 'first', default: true }];
    await say({ content: 'Half', components: [row({ ...MENU, options, min_values: 0 })] });
    const message = reader.message('Half');
    expect(await message.getByRole('combobox').inputValue()).toBe('first');
    await message.getByRole('combobox').selectOption('');
    await screen.page.locator('.says', { hasText: /^Chosen:\s*\(edited\)$/ }).waitFor();
  });

  it('a message on the page goes on right beneath a block of code, as Discord does', async () => {
    await say({ content: '```\n1–1\n```\n-# full-time' });
    const message = screen.page.locator('discord-message', { hasText: 'full-time' });
    await message.locator('discord-code').waitFor();
    expect(await message.locator('br').count()).toBe(0);
  });

  it('a message on the page draws lists, quotes, code and small print', async () => {
    await say({ content: 'Goals:\n- **Çalhanoğlu**\n- de Vrij\n-# Opta\n> quoted\n`code`' });
    const message = reader.message('Goals:');
    await message.waitFor();
    expect(await message.locator('li').allTextContents()).toEqual(['Çalhanoğlu', 'de Vrij']);
    expect(await message.locator('discord-subscript').innerText()).toBe('Opta');
    expect(await message.locator('discord-quote').innerText()).toContain('quoted');
    expect(await message.locator('discord-code').innerText()).toBe('code');
  });

  it('a message on the page shows an embed with its fields, and a picture that was uploaded', async () => {
    const form = new FormData();
    const embed = {
      title: 'Serie A \\*2021\\*',
      description: 'Ends [here](https://example.com)',
      color: 0x1f9d55,
      fields: [
        { name: 'Home', value: 'Milan', inline: true },
        { name: 'Away', value: 'Inter', inline: true },
      ],
      image: { url: 'attachment://card.png' },
      footer: { text: 'Opta' },
    };
    form.set('payload_json', JSON.stringify({ content: 'Card', embeds: [embed] }));
    form.set('files[0]', new Blob([PIXEL], { type: 'image/png' }), 'card.png');
    await say(form);
    const message = reader.message('Card');
    await message.getByText('Serie A *2021*').waitFor();
    for (const words of ['Home', 'Milan', 'Away', 'Inter', 'Opta'])
      expect(await message.getByText(words).isVisible()).toBe(true);
    const picture = message.locator('discord-embed img');
    await picture.waitFor();
    expect(await picture.boundingBox()).toMatchObject({ width: 1, height: 1 });
    expect(await message.getByText('here').getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('a message on the page loads no picture from elsewhere, and says that it does not', async () => {
    await say({ content: 'Crest', embeds: [{ title: 'Milan', image: { url: 'https://example.com/crest.png' } }] });

    await reader.message('Crest').getByText('Image not loaded').waitFor();
  });

  it('a message on the page sends what is pressed and chosen to the bot, and shows what it makes of it', async () => {
    await say({
      content: 'Press',
      components: [row(button('press'), button('dead', { disabled: true })), row(MENU)],
    });
    const message = reader.message('Press');
    await message.getByRole('combobox', { name: 'Which half?' }).selectOption('second');
    await reader.message('Chosen: second').waitFor();
    await reader.message('Chosen: second').getByRole('button', { name: 'press' }).click();
    await reader.message('Pressed').waitFor();
    expect(await reader.message('Pressed').locator('discord-button[inert]').innerText()).toBe('dead');
  });

  it('a message on the page can be gone through by key, from the composer through each of its controls and back', async () => {
    const options = ['Goals', 'Cards'].map((label) => ({ label, value: label }));
    await say({
      content: 'All of it: ||1–1|| https://example.com/a',
      components: [
        row(button('one'), button('dead', { disabled: true }), {
          type: 2,
          style: 5,
          label: 'away',
          url: 'https://a.b',
        }),
        row(MENU),
        row({ type: 3, custom_id: 'hears', placeholder: 'Which news?', min_values: 1, max_values: 2, options }),
      ],
    });
    await reader.message('All of it').getByRole('button', { name: 'one' }).waitFor();
    const controls = ['Spoiler', 'https://example.com/a', 'one', 'away', 'Which half?', 'Which news?'];
    await reader.line().focus();
    for (const name of controls.toReversed()) expect(await tabTo('Shift+Tab')).toContain(name);
    for (const name of controls.slice(1)) expect(await tabTo('Tab')).toContain(name);
    expect(await tabTo('Tab')).toContain('Message #derby');
  });

  /** Presses a key, and says what has the caret then: its name, as far as a test need know it. */
  async function tabTo(key: string): Promise<string> {
    await screen.page.keyboard.press(key);
    return screen.page.evaluate<string>(`(() => {
      let at = document.activeElement;
      while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const words = at.getRootNode().host?.textContent ?? at.textContent;
      return at.getAttribute('aria-label') ?? words.trim();
    })()`);
  }

  it('a message on the page says that a button failed when the bot does not answer', async () => {
    await answerWithin(sandbox.url, 100);
    await say({ content: 'Broken', components: [row(button('broken'))] });
    await reader.message('Broken').getByRole('button', { name: 'broken' }).click();
    await reader.message('Broken').getByText('This interaction failed').waitFor();
    await reader.message('Broken').getByRole('button', { name: 'Dismiss message' }).click();
    await reader.message('Broken').getByText('This interaction failed').waitFor({ state: 'detached' });
    await answerWithin(sandbox.url, PATIENCE);
  });

  it('a message on the page opens the form a bot shows, and sends it in', async () => {
    await say({ content: 'Guess', components: [row(button('ask'))] });
    await reader.message('Guess').getByRole('button', { name: 'ask' }).click();
    const form = screen.page.getByRole('dialog', { name: 'Your guess' });
    await form.getByLabel('Score').fill('1-1');
    await screen.page.keyboard.press('Enter');
    await reader.message('You said 1-1').waitFor();
    expect(await form.count()).toBe(0);
  });

  it('a message on the page is for one reader alone when it is ephemeral, until he dismisses it', async () => {
    await reader.use('private');
    const message = reader.message('For you alone');
    await message.locator('.private', { hasText: 'Only you can see this' }).waitFor();
    expect(await message.locator('.used').innerText()).toMatch(/Ada\s+used\s+\/private/);
    await message.getByRole('button', { name: 'Dismiss message' }).click();
    await message.waitFor({ state: 'detached' });
  });

  it('a message on the page thinks first where the bot asks for time, and says when it never answers', async () => {
    await reader.use('slow');
    await screen.page.getByText('Tifo is thinking…').waitFor();
    await finish();
    await reader.message('Here it is').waitFor();
    await answerWithin(sandbox.url, 100);
    await reader.use('silent');
    await screen.page.getByText('The application did not respond').waitFor();
    expect(await reader.newest().locator('.used').innerText()).toContain('/silent');
    await answerWithin(sandbox.url, PATIENCE);
    await say({ content: 'Said since' });
    await reader.message('Said since').waitFor();
    expect(await reader.newest().innerText()).toContain('Said since');
  });

  it('a message on the page is announced by "is typing" while the bot types', async () => {
    await asBot(sandbox, 'POST', `/channels/${DERBY_ID}/typing`);
    await screen.page.getByText('Tifo is typing…').waitFor();
    await say({ content: 'Typed' });
    await screen.page.getByText('Tifo is typing…').waitFor({ state: 'detached' });
  });
});
