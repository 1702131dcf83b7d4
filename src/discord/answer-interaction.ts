import {
  type AutocompleteInteraction,
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
} from 'discord.js';
import type { Answer } from '../../commands/answer.ts';
import { type Dressed, dress, orWithout, type PictureOptions } from './attach-picture.ts';
import { readOptions } from './read-options.ts';
import { modalBody } from './show-modal.ts';

/** Discord waits three seconds for the first word; before that it is told that an answer is on its way. */
const PATIENCE_MS = 2_000;

/** What can be answered with a message, or with a form. */
export type Answerable = Exclude<Interaction, AutocompleteInteraction>;

/**
 * Gives an interaction the answer that is being worked on; its picture is drawn before it is given. The reader has waited for
 * `waitedMs` already. Rejects when the work does, or when Discord refuses.
 */
export async function answerInteraction(
  interaction: Answerable,
  working: Promise<Answer>,
  pictures?: PictureOptions,
  waitedMs = 0,
): Promise<void> {
  let deferral: Promise<unknown> | undefined;
  const timer = setTimeout(() => {
    if (interaction.deferred) return;
    deferral = deferAnswer(interaction);
    // It is awaited below; until then its failure is not an unhandled one.
    deferral.catch(() => {});
  }, PATIENCE_MS - waitedMs);
  const ready = working.then(async (answer) => ({ ...answer, dressed: await dress(answer.message, pictures) }));
  const { message, dressed, how, modal } = await ready.finally(() => clearTimeout(timer));
  await deferral;
  if (how === 'modal' && modal && interaction.isButton() && !interaction.deferred) {
    await interaction.showModal(modalBody(modal));
    return;
  }
  await orWithout(message, dressed, async (each) => {
    if (how === 'in-place' && interaction.isMessageComponent() && askedBy(interaction))
      await turnPage(interaction, each);
    else await reply(interaction, each, how !== 'publicly');
  });
}

/**
 * Tells Discord that an answer is on its way. A button's or a menu's message stays as it is meanwhile; a command shows that
 * Tifo is thinking, to the reader alone if they wish, and a form that was sent in always to them alone.
 */
export async function deferAnswer(interaction: Answerable): Promise<unknown> {
  if (interaction.isMessageComponent()) return interaction.deferUpdate();
  if (!interaction.isChatInputCommand()) return interaction.deferReply(visibility(true));
  return interaction.deferReply(visibility(readOptions(interaction.options.data)['private'] === true));
}

/** Whether the reader who pressed or chose is the one whose question the message answered. */
function askedBy({ message, user }: MessageComponentInteraction): boolean {
  return message.interactionMetadata?.user.id === user.id;
}

async function turnPage(interaction: MessageComponentInteraction, message: Dressed): Promise<void> {
  // What a page had attached before goes with it.
  const body = { ...bodyOf(message), attachments: [] };
  if (interaction.deferred) await interaction.editReply(body);
  else await interaction.update(body);
}

async function reply(interaction: Answerable, message: Dressed, hidden: boolean): Promise<void> {
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
function bodyOf({ message: { content, embeds = [], components = [] }, file }: Dressed) {
  const files = file ? [{ attachment: file.data, name: file.name, description: file.description }] : [];
  return { content, embeds, components, files, allowedMentions: { parse: [] } };
}
