import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelType,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { ADMIN_DM_ID, BOT_ID, DERBY_ID, GUILD_ID } from '../../../src/sandbox/sandbox.ts';
import { answering, botOn, closeAll, sandboxFor } from '../../support/discord/bot.ts';
import { userOf } from '../../support/discord/user.ts';

afterEach(closeAll);

const score = {
  name: 'score',
  description: 'The score',
  options: [{ type: 3, name: 'match', description: 'Which match', autocomplete: true }],
} as const;

test('discord.js logs in, sees its server and registers its commands', async () => {
  const sandbox = await sandboxFor();
  const client = await botOn(sandbox, { intents: ['Guilds'] });
  expect(client.user.id).toBe(BOT_ID);
  const registered = await client.application.commands.set([score]);
  expect(registered.map(({ name }) => name)).toEqual(['score']);
  const guild = await client.guilds.fetch(GUILD_ID);
  expect(guild.channels.cache.filter(({ type }) => type === ChannelType.GuildText).map(({ name }) => name)).toEqual([
    'derby',
    'facts',
    'general',
    'quiet',
  ]);
  const again = await client.application.commands.set([{ ...score, description: 'The score now' }]);
  expect([...again.keys()]).toEqual([...registered.keys()]);
});

test('a slash command is answered, edited and followed up', async () => {
  const sandbox = await sandboxFor();
  const client = await botOn(sandbox);
  await client.application.commands.set([score]);
  const thrown = answering(client, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply('Milan 1–0 Inter');
    await interaction.editReply('Milan 1–1 Inter');
    await interaction.followUp({ content: 'Only for you', flags: MessageFlags.Ephemeral });
  });
  const ada = userOf(sandbox);
  const nonce = await ada.command('score');
  const followUp = await ada.waitForMessage(DERBY_ID, ({ content }) => content === 'Only for you');
  const { original_id } = await ada.settled(nonce);
  const [, original] = await ada.messages();
  expect(original).toMatchObject({ id: original_id, content: 'Milan 1–1 Inter', type: 20 });
  expect(original?.interaction_metadata).toMatchObject({ name: 'score', user: { id: ada.id } });
  expect(followUp.flags & MessageFlags.Ephemeral).toBeTruthy();
  expect((await userOf(sandbox, 'member').messages()).map(({ content }) => content)).toEqual(['Milan 1–1 Inter']);
  expect(thrown).toEqual([]);
});

test('a deferred answer is "thinking" until it is filled, in direct messages too', async () => {
  const sandbox = await sandboxFor();
  const client = await botOn(sandbox);
  await client.application.commands.set([score]);
  const thrown = answering(client, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { resource } = await interaction.deferReply({ withResponse: true });
    expect(resource?.message?.flags.has(MessageFlags.Loading)).toBe(true);
    await interaction.editReply({ embeds: [{ title: interaction.locale }] });
  });
  const ada = userOf(sandbox);
  const answer = await ada.ask('score', [], { channelId: ADMIN_DM_ID, guildId: null, locale: 'it' });
  expect(answer).toMatchObject({ flags: 0, embeds: [{ title: 'it', type: 'rich' }], edited_timestamp: null });
  expect(thrown).toEqual([]);
});

test('a button edits its message, autocomplete offers choices and a form comes back filled in', async () => {
  const sandbox = await sandboxFor();
  const client = await botOn(sandbox);
  await client.application.commands.set([score]);
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder({ customId: 'more', label: 'More', style: ButtonStyle.Primary }),
    new ButtonBuilder({ customId: 'form', label: 'Form', style: ButtonStyle.Secondary }),
  );
  const input = new TextInputBuilder({ customId: 'name', label: 'Name', style: TextInputStyle.Short, maxLength: 10 });
  const modal = new ModalBuilder({ customId: 'ask', title: 'Who?' }).addComponents(
    new ActionRowBuilder<TextInputBuilder>().addComponents(input),
  );
  const thrown = answering(client, async (interaction) => {
    if (interaction.isAutocomplete())
      await interaction.respond([{ name: `~${interaction.options.getFocused()}`, value: 'x' }]);
    else if (interaction.isChatInputCommand()) await interaction.reply({ content: 'short', components: [row] });
    else if (interaction.isButton() && interaction.customId === 'more') await interaction.update('long');
    else if (interaction.isButton()) await interaction.showModal(modal);
    else if (interaction.isModalSubmit())
      await interaction.reply(`Hello ${interaction.fields.getTextInputValue('name')}`);
  });
  const ada = userOf(sandbox);
  expect(await ada.autocomplete('score', [{ name: 'match', type: 3, value: 'cal', focused: true }])).toEqual([
    { name: '~cal', value: 'x' },
  ]);
  const answer = await ada.ask('score');
  await ada.settled(await ada.click(answer.id, 'more'));
  expect((await ada.messages())[0]).toMatchObject({ id: answer.id, content: 'long' });
  const { modal: shown } = await ada.settled(await ada.click(answer.id, 'form'));
  expect(shown).toMatchObject({ custom_id: 'ask', title: 'Who?' });
  await expect(ada.submit('ask', { name: 'much too long a name' })).rejects.toThrow('10');
  await ada.settled(await ada.submit('ask', { name: 'Ada' }));
  expect((await ada.messages())[0]?.content).toBe('Hello Ada');
  expect(thrown).toEqual([]);
});
