import { channelJson } from '../guilds/channel-json.ts';
import { memberJson, memberPart, roleJson, userJson } from '../guilds/user-json.ts';
import type { Discord } from '../http/call.ts';
import { messageJson } from '../messages/message-json.ts';
import { guildPermissions, permissionsIn } from '../permission.ts';
import type { Channel, Interaction, Message, User } from '../state/model.ts';
import { botOf, memberOf, type World } from '../state/world.ts';

const LARGEST_FILE = 10 * 1024 * 1024;
const [IN_GUILD, WITH_BOT] = [0, 1] as const;

export interface Telling {
  readonly interaction: Interaction;
  readonly channel: Channel;
  readonly user: User;
  readonly locale: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The message a pressed component sits on, or that a modal came from. */
  readonly message?: Message | undefined;
}

/** An interaction as the bot is told of it. */
export function interactionPayload(discord: Discord, { interaction, channel, user, locale, data, message }: Telling) {
  const { world } = discord;
  const bot = botOf(world);
  const guild = channel.guild_id === undefined ? undefined : world.guilds.get(channel.guild_id);
  const member = guild && memberOf(world, guild.id, user.id);
  const permissions = permissionsIn(world, channel, user.id).toString();
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: { ...channelJson(world, channel, bot), permissions },
    locale,
    app_permissions: permissionsIn(world, channel, bot.id).toString(),
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: LARGEST_FILE,
    context: guild === undefined ? WITH_BOT : IN_GUILD,
    authorizing_integration_owners: { '0': guild?.id ?? '0' },
    ...(guild === undefined
      ? { user: userJson(user) }
      : {
          guild_id: guild.id,
          guild_locale: guild.preferred_locale,
          guild: { id: guild.id, locale: guild.preferred_locale, features: [] },
        }),
    ...(member === undefined ? {} : { member: { ...memberPart(member), user: userJson(user), permissions } }),
    ...(message === undefined ? {} : { message: messageJson(discord, message, bot) }),
  };
}

/** The users, members, roles and channels behind chosen ids, as Discord sends them along. */
export function resolvedOf(world: World, channel: Channel, viewer: User, ids: readonly string[]) {
  const { guild_id } = channel;
  const users = ids.flatMap((id) => world.users.get(id) ?? []);
  const members = guild_id === undefined ? [] : users.flatMap(({ id }) => memberOf(world, guild_id, id) ?? []);
  const roles = ids.flatMap((id) => world.roles.get(id) ?? []);
  const channels = ids.flatMap((id) => world.channels.get(id) ?? []);
  const byId = <T extends { readonly id: string }, R>(
    rows: readonly T[],
    json: (row: T) => R,
    key: (row: T) => string = ({ id }) => id,
  ) => (rows.length === 0 ? undefined : Object.fromEntries(rows.map((row) => [key(row), json(row)])));
  const parts = {
    users: byId(users, userJson),
    members: byId(
      members,
      (member) => {
        const { user: _, ...part } = memberJson(world, member);
        return { ...part, permissions: guildPermissions(world, member.guild_id, member.user_id).toString() };
      },
      ({ user_id }) => user_id,
    ),
    roles: byId(roles, (role) => roleJson(world, role)),
    channels: byId(channels, (each) => ({
      ...channelJson(world, each, viewer),
      permissions: permissionsIn(world, each, viewer.id).toString(),
    })),
  };
  const kept = Object.entries(parts).filter(([, part]) => part !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
