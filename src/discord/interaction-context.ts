import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  PermissionsBitField,
} from 'discord.js';
import type { Context, Place } from '../../commands/context.ts';
import type { Services } from '../../commands/services.ts';
import { localeOf } from '../locale.ts';
import type { Instant } from '../match/instant.ts';

/** The interactions that Tifo knows. */
export type KnownInteraction = ChatInputCommandInteraction | AutocompleteInteraction | ButtonInteraction;

/** What a command sees: who asks, where, and the services. Everything comes with the interaction; no cache is read. */
export function contextOf(interaction: KnownInteraction, services: Services, now: Instant): Context {
  return {
    ...services,
    now,
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
  };
}

function missingIn(permissions: PermissionsBitField): Place['missing'] {
  return GRANTS.filter(([, flag]) => !permissions.has(flag)).map(([grant]) => grant);
}

const GRANTS = [
  ['view', 'ViewChannel'],
  ['send', 'SendMessages'],
  ['embed', 'EmbedLinks'],
] as const;
