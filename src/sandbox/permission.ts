import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { refusal } from './problem.ts';
import type { Channel, Overwrite, User } from './state/model.ts';
import { memberOf, type World } from './state/world.ts';

export { Permission };

export const ALL_PERMISSIONS = Object.values(Permission).reduce((all, bit) => all | bit, 0n);

/** What both ends of a direct message may do there. */
const IN_DIRECT_MESSAGES =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.ReadMessageHistory |
  Permission.MentionEveryone |
  Permission.AddReactions |
  Permission.UseExternalEmojis |
  Permission.UseApplicationCommands |
  Permission.PinMessages |
  Permission.ManageMessages;

/** Nothing is said where one may not speak: these fall with the right to send. */
const WITH_SENDING =
  Permission.MentionEveryone | Permission.EmbedLinks | Permission.AttachFiles | Permission.SendTTSMessages;

export const isThread = (channel: Channel): boolean => channel.thread !== undefined;

/** What a user may do in a server as a whole, as a bit set; nothing where he is no member. */
export function guildPermissions(world: World, guildId: string, userId: string): bigint {
  const member = memberOf(world, guildId, userId);
  if (member === undefined) return 0n;
  if (world.guilds.get(guildId)?.owner_id === userId) return ALL_PERMISSIONS;
  const granted = [guildId, ...member.roles].reduce(
    (bits, role) => bits | BigInt(world.roles.get(role)?.permissions ?? 0),
    0n,
  );
  return granted & Permission.Administrator ? ALL_PERMISSIONS : granted;
}

/** What a user may do in a channel, as a bit set: roles, then overwrites of everyone, of his roles, of himself. */
export function permissionsIn(world: World, channel: Channel, userId: string): bigint {
  if (channel.guild_id === undefined) {
    const present = userId === channel.recipient_id || userId === world.applicationId;
    return present ? IN_DIRECT_MESSAGES : 0n;
  }
  const place = isThread(channel) ? world.channels.get(channel.parent_id ?? '') : channel;
  const member = memberOf(world, channel.guild_id, userId);
  if (place === undefined || member === undefined) return 0n;
  const base = guildPermissions(world, channel.guild_id, userId);
  if (base === ALL_PERMISSIONS) return base;
  const { everyone, roles, own } = sortOverwrites(place.permission_overwrites, channel.guild_id, userId, member.roles);
  const bits = [everyone, roles, own].reduce((sum, { allow, deny }) => (sum & ~deny) | allow, base);
  if (!(bits & Permission.ViewChannel)) return 0n;
  if (channel.type === 12 && !mayEnter(channel, userId, bits)) return 0n;
  const speak = isThread(channel) ? Permission.SendMessagesInThreads : Permission.SendMessages;
  return bits & speak ? bits : bits & ~WITH_SENDING;
}

/** A private thread is for its members, and for those who manage threads. */
const mayEnter = (thread: Channel, userId: string, bits: bigint): boolean =>
  (bits & Permission.ManageThreads) !== 0n || thread.thread?.members.includes(userId) === true;

function sortOverwrites(
  overwrites: readonly Overwrite[],
  guildId: string,
  userId: string,
  roles: readonly string[],
): Record<'everyone' | 'roles' | 'own', { allow: bigint; deny: bigint }> {
  const sum = (chosen: readonly Overwrite[]) => ({
    allow: chosen.reduce((bits, { allow }) => bits | BigInt(allow), 0n),
    deny: chosen.reduce((bits, { deny }) => bits | BigInt(deny), 0n),
  });
  return {
    everyone: sum(overwrites.filter(({ id }) => id === guildId)),
    roles: sum(overwrites.filter(({ id, type }) => type === 0 && id !== guildId && roles.includes(id))),
    own: sum(overwrites.filter(({ id, type }) => type === 1 && id === userId)),
  };
}

export const canView = (world: World, channel: Channel, userId: string): boolean =>
  (permissionsIn(world, channel, userId) & Permission.ViewChannel) !== 0n;

/** The channel of that id, if the caller can see it: else 10003 or 50001, as Discord says. */
export function visibleChannel(world: World, id: string, caller: User): Channel {
  const channel = world.channels.get(id);
  if (channel === undefined) throw refusal('unknownChannel');
  if (!canView(world, channel, caller.id)) throw refusal('missingAccess');
  return channel;
}

/** Refuses with 50013 unless the caller has every one of `needed` in the channel. */
export function demandPermission(world: World, channel: Channel, caller: User, needed: bigint): void {
  if ((permissionsIn(world, channel, caller.id) & needed) !== needed) throw refusal('missingPermissions');
}

/** Refuses with 10004 or 50001 unless the caller is in the server, with 50013 unless he has `needed` there. */
export function demandInGuild(world: World, guildId: string, caller: User, needed = 0n): void {
  if (!world.guilds.get(guildId)) throw refusal('unknownGuild');
  if (memberOf(world, guildId, caller.id) === undefined) throw refusal('missingAccess');
  if ((guildPermissions(world, guildId, caller.id) & needed) !== needed) throw refusal('missingPermissions');
}
