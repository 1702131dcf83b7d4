import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  ModalSubmitInteraction,
  PermissionsBitField,
  PermissionsString,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { Context, Place } from '../../commands/context.ts';
import type { Services } from '../../commands/services.ts';
import { localeOf } from '../locale.ts';
import type { Instant } from '../match/instant.ts';
import type { Grant } from '../messages/texts/hearing-texts.ts';

/** The interactions that Tifo knows. */
export type KnownInteraction =
  | ChatInputCommandInteraction
  | AutocompleteInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction;

/** What a command sees: who asks, where, and the services. Everything comes with the interaction; no cache is read. */
export function contextOf(
  interaction: KnownInteraction,
  services: Services,
  now: Instant,
  takeTime: Context['takeTime'],
): Context {
  return {
    ...services,
    now,
    takeTime,
    reader: {
      userId: interaction.user.id,
      locale: localeOf(interaction.locale),
      canManageServer: interaction.memberPermissions?.has('ManageGuild') ?? false,
    },
    place: placeOf(interaction),
  };
}

function placeOf(interaction: KnownInteraction): Place {
  const { guildId, channelId, guildLocale, appPermissions } = interaction;
  // A reader who installed Tifo for himself brings it into servers that never invited it.
  const invited = guildId !== null && interaction.authorizingIntegrationOwners.guildId === guildId;
  return {
    channelId: channelId ?? interaction.user.id,
    ...(invited && { server: { id: guildId, locale: localeOf(guildLocale) } }),
    missing: missingIn(appPermissions),
    mentionableRoles: mentionableRoles(interaction),
  };
}

function missingIn(permissions: PermissionsBitField): Place['missing'] {
  return GRANTS.filter(([, flags]) => !flags.some((flag) => permissions.has(flag))).map(([grant]) => grant);
}

/** A role comes along with the question that names it. */
function mentionableRoles(interaction: KnownInteraction): readonly string[] {
  if (!interaction.isChatInputCommand()) return [];
  const roles = [...(interaction.options.resolved?.roles?.values() ?? [])];
  return roles.flatMap((role) => (role?.mentionable ? [role.id] : []));
}

/** Each with the permissions of which any one will do, in the order in which an admin would grant them. */
const GRANTS: readonly (readonly [Grant, readonly PermissionsString[]])[] = [
  ['view', ['ViewChannel']],
  ['send', ['SendMessages']],
  ['embed', ['EmbedLinks']],
  ['attach', ['AttachFiles']],
  ['threads', ['CreatePublicThreads']],
  ['private-threads', ['CreatePrivateThreads']],
  ['send-in-threads', ['SendMessagesInThreads']],
  ['pin', ['PinMessages', 'ManageMessages']],
  ['events', ['CreateEvents', 'ManageEvents']],
  ['mention', ['MentionEveryone']],
];
