import { DiscordAPIError, type Interaction, RESTJSONErrorCodes } from 'discord.js';
import { type Answer, refuse } from '../../commands/answer.ts';
import type { AnyCommand } from '../../commands/command.ts';
import type { Services } from '../../commands/services.ts';
import { localeOf } from '../locale.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../match/instant.ts';
import { texts } from '../messages/texts.ts';
import { type Answerable, answerInteraction } from './answer-interaction.ts';
import type { PictureOptions } from './attach-picture.ts';
import { contextOf, type KnownInteraction } from './interaction-context.ts';
import { readOptions } from './read-options.ts';
import { typedIn } from './show-modal.ts';
import { suggestChoices } from './suggest-choices.ts';

export interface DispatchOptions {
  readonly commands: readonly AnyCommand[];
  readonly services: Services;
  readonly clock: Clock;
  readonly log: Log;
  /** Who draws; without it answers go without their pictures. */
  readonly pictures?: PictureOptions;
}

/**
 * Takes every interaction to its command and the answer back. Made for the client's event: what it returns never
 * rejects. A bug is logged, and its reader gets one fixed sentence.
 */
export function dispatcher({ commands, services, clock, log, pictures }: DispatchOptions) {
  const byName = new Map(commands.map((command) => [command.data.name, command]));
  const contextFor = (interaction: KnownInteraction) => contextOf(interaction, services, clock.now());

  return async (interaction: Interaction): Promise<void> => {
    try {
      if (interaction.isChatInputCommand()) {
        const run = async () =>
          byName.get(interaction.commandName)?.run(contextFor(interaction), readOptions(interaction.options.data));
        await answerInteraction(interaction, answerFrom(run, interaction), pictures);
      } else if (interaction.isButton()) {
        const [name = '', ...argument] = interaction.customId.split(':');
        const press = async () => byName.get(name)?.press?.(contextFor(interaction), ...argument);
        await answerInteraction(interaction, answerFrom(press, interaction), pictures);
      } else if (interaction.isStringSelectMenu()) {
        const [name = '', ...argument] = interaction.customId.split(':');
        const choose = async () => byName.get(name)?.choose?.(contextFor(interaction), interaction.values, ...argument);
        await answerInteraction(interaction, answerFrom(choose, interaction), pictures);
      } else if (interaction.isModalSubmit()) {
        const [name = '', ...argument] = interaction.customId.split(':');
        const submit = async () =>
          byName.get(name)?.submit?.(contextFor(interaction), typedIn(interaction), ...argument);
        await answerInteraction(interaction, answerFrom(submit, interaction), pictures);
      } else if (interaction.isAutocomplete()) {
        const { name: option, value: typed } = interaction.options.getFocused(true);
        const filled = readOptions(interaction.options.data);
        const complete = async () =>
          byName.get(interaction.commandName)?.complete?.(contextFor(interaction), { option, typed, filled });
        await suggestChoices(interaction, orNone(complete, interaction));
      }
    } catch (error) {
      if (isGone(error)) log.debug(factsOf(interaction), 'an answer came too late, or had been given already');
      else log.error({ ...factsOf(interaction), err: error }, 'an answer could not be given');
    }
  };

  /** No command, or none with that button or menu, is what one from an older version leads to. */
  async function answerFrom(work: () => Promise<Answer | undefined>, interaction: Answerable): Promise<Answer> {
    const { errors } = texts(localeOf(interaction.locale));
    try {
      return (await work()) ?? refuse(errors.buttonTooOld);
    } catch (error) {
      log.error({ ...factsOf(interaction), err: error }, 'a command failed');
      return refuse(errors.ourSide);
    }
  }

  /** Nobody can be told of a mistake while he types, so that none is made: the list is empty then. */
  async function orNone<T>(work: () => Promise<readonly T[] | undefined>, interaction: Interaction) {
    try {
      return (await work()) ?? [];
    } catch (error) {
      log.error({ ...factsOf(interaction), err: error }, 'suggestions failed');
      return [];
    }
  }
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
