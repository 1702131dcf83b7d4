import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  MessageFlags,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { Answer } from '../../commands/answer.ts';
import type { MessageBody } from '../messages/message.ts';

/** Discord waits three seconds for the first word; before that it is told that an answer is on its way. */
const PATIENCE_MS = 2_000;

/** A button or a menu of a message. */
type Pressed = ButtonInteraction | StringSelectMenuInteraction;

export type Answerable = ChatInputCommandInteraction | Pressed;

/** Gives an interaction the answer that is being worked on. Rejects when the work does, or when Discord refuses. */
export async function answerInteraction(interaction: Answerable, working: Promise<Answer>): Promise<void> {
  let deferral: Promise<unknown> | undefined;
  const timer = setTimeout(() => {
    deferral = defer(interaction);
    // It is awaited below; until then its failure is not an unhandled one.
    deferral.catch(() => {});
  }, PATIENCE_MS);
  const { message, how } = await working.finally(() => clearTimeout(timer));
  await deferral;
  if (how === 'in-place' && interaction.isMessageComponent() && askedBy(interaction))
    await turnPage(interaction, message);
  else await reply(interaction, message, how !== 'publicly');
}

/** A button's or a menu's message stays as it is meanwhile; a command shows that Tifo is thinking, to the reader alone if he wishes. */
function defer(interaction: Answerable): Promise<unknown> {
  if (interaction.isMessageComponent()) return interaction.deferUpdate();
  return interaction.deferReply(visibility(interaction.options.getBoolean('private') ?? false));
}

/** Whether the reader who pressed or chose is the one whose question the message answered. */
function askedBy({ message, user }: Pressed): boolean {
  return message.interactionMetadata?.user.id === user.id;
}

async function turnPage(interaction: Pressed, message: MessageBody): Promise<void> {
  if (interaction.deferred) await interaction.editReply(bodyOf(message));
  else await interaction.update(bodyOf(message));
}

async function reply(interaction: Answerable, message: MessageBody, hidden: boolean): Promise<void> {
  const body = { ...bodyOf(message), ...visibility(hidden) };
  if (!interaction.deferred) await interaction.reply(body);
  else if (interaction.isMessageComponent()) await interaction.followUp(body);
  else if (interaction.ephemeral === hidden) await interaction.editReply(bodyOf(message));
  else {
    // Who may see an answer is settled when it is deferred; this one was promised to the wrong readers.
    await interaction.deleteReply();
    await interaction.followUp(body);
  }
}

function visibility(hidden: boolean): { flags?: MessageFlags.Ephemeral } {
  return hidden ? { flags: MessageFlags.Ephemeral } : {};
}

/** Written out in full, so that on a page that is turned nothing of the old one stays. Answers ping nobody. */
function bodyOf({ content, embeds = [], components = [] }: MessageBody) {
  return { content, embeds, components, allowedMentions: { parse: [] } };
}
