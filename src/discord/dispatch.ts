import { type AutocompleteInteraction, DiscordAPIError, type Interaction, RESTJSONErrorCodes } from 'discord.js';
import { type Answer, refuse } from '../../commands/answer.ts';
import type { AnyCommand, Choice } from '../../commands/command.ts';
import type { Services } from '../../commands/services.ts';
import { localeOf } from '../locale.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../match/instant.ts';
import { plain } from '../messages/escape.ts';
import { texts } from '../messages/texts.ts';
import { type Answerable, answerInteraction, deferAnswer } from './answer-interaction.ts';
import type { PictureOptions } from './attach-picture.ts';
import { findMisfit } from './find-misfit.ts';
import { contextOf, type KnownInteraction } from './interaction-context.ts';
import { readOptions } from './read-options.ts';
import { typedIn } from './show-modal.ts';
import { suggestChoices } from './suggest-choices.ts';

export interface DispatchOptions {
  readonly commands: readonly AnyCommand[];
  readonly services: Services;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether an interaction is this process's to answer, where others hear of it too; without it all are. */
  claim?(interactionId: string): Promise<boolean>;
  /** Who draws; without it answers go without their pictures. */
  readonly pictures?: PictureOptions;
}

/**
 * Takes every interaction to its command and the answer back. Made for the client's event: what it returns never
 * rejects. A bug is logged, and its reader gets one fixed sentence.
 */
export function dispatcher({ commands, services, clock, log, claim, pictures }: DispatchOptions) {
  const byName = new Map(commands.map((command) => [command.data.name, command]));
  const contextFor = (interaction: KnownInteraction) => {
    const takeTime = async () => {
      if (!interaction.isAutocomplete() && !interaction.deferred) await deferAnswer(interaction);
    };
    return contextOf(interaction, services, clock.now(), takeTime);
  };

  return async (interaction: Interaction): Promise<void> => {
    const arrivedAt = clock.now();
    try {
      if (claim && !(await claim(interaction.id))) return;
      const waited = clock.now() - arrivedAt;
      if (interaction.isAutocomplete()) await suggestChoices(interaction, orNone(suggestionsFor, interaction));
      else await answerInteraction(interaction, answerTo(interaction), pictures, waited);
    } catch (error) {
      if (isGone(error)) {
        log.debug(factsOf(interaction), 'an answer came too late, or had been given already');
        return;
      }
      log.error({ ...factsOf(interaction), err: error }, 'an answer could not be given');
      // It may have been the answer that Discord would not take; a plain word may still arrive. If not, it was said above.
      if (!interaction.isAutocomplete() && !interaction.replied)
        await answerInteraction(interaction, Promise.resolve(refuse(say(interaction).ourSide))).catch(() => {});
    }
  };

  async function answerTo(interaction: Answerable): Promise<Answer> {
    try {
      return await work(interaction);
    } catch (error) {
      if (isGone(error)) throw error;
      log.error({ ...factsOf(interaction), err: error }, 'a command failed');
      return refuse(say(interaction).ourSide);
    }
  }

  /** No command, or none with that button or menu, is what one from an older version leads to. */
  async function work(interaction: Answerable): Promise<Answer> {
    const { misfit, buttonTooOld, notUnderstood } = say(interaction);
    if (interaction.isChatInputCommand()) {
      const command = byName.get(interaction.commandName);
      const given = interaction.options.data;
      if (!command) return refuse(notUnderstood);
      const wrong = findMisfit(command.data, given);
      if (wrong !== undefined) return refuse(misfit(plain(wrong)));
      return command.run(contextFor(interaction), readOptions(given));
    }
    if (!('customId' in interaction) || typeof interaction.customId !== 'string') return refuse(notUnderstood);
    const [name = '', ...argument] = interaction.customId.split(':');
    const command = byName.get(name);
    if (interaction.isButton())
      return (await command?.press?.(contextFor(interaction), ...argument)) ?? refuse(buttonTooOld);
    if (interaction.isStringSelectMenu()) {
      const { values } = interaction;
      return (await command?.choose?.(contextFor(interaction), values, ...argument)) ?? refuse(buttonTooOld);
    }
    if (interaction.isModalSubmit()) {
      const typed = typedIn(interaction);
      return (await command?.submit?.(contextFor(interaction), typed, ...argument)) ?? refuse(buttonTooOld);
    }
    return refuse(notUnderstood);
  }

  async function suggestionsFor(interaction: AutocompleteInteraction): Promise<readonly Choice[] | undefined> {
    const { name: option, value: typed } = interaction.options.getFocused(true);
    const filled = readOptions(interaction.options.data);
    return byName.get(interaction.commandName)?.complete?.(contextFor(interaction), { option, typed, filled });
  }

  /** Nobody can be told of a mistake while typing, so none is made: the list is empty then. */
  async function orNone(work: typeof suggestionsFor, interaction: AutocompleteInteraction): Promise<readonly Choice[]> {
    try {
      return (await work(interaction)) ?? [];
    } catch (error) {
      log.error({ ...factsOf(interaction), err: error }, 'suggestions failed');
      return [];
    }
  }
}

/** What may be said to whoever asked; an interaction that makes no sense may even be in a language that is none. */
function say({ locale }: Interaction) {
  return texts(localeOf(typeof locale === 'string' ? locale : undefined)).errors;
}

/** What helps to find a mistake, and says nothing of who asked. */
function factsOf(interaction: Interaction) {
  return {
    interaction: interaction.id,
    guild: interaction.guildId,
    channel: interaction.channelId,
    ...('commandName' in interaction && { command: interaction.commandName }),
    ...('customId' in interaction && { component: interaction.customId }),
  };
}

/** Discord waits three seconds and no longer, and takes one answer. Neither is a bug, and nobody can be told. */
function isGone(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.UnknownInteraction ||
      error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)
  );
}
