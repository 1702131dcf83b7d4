import type { Channel, User } from '../state/model.ts';
import { botOf, type World } from '../state/world.ts';
import { userJson } from './user-json.ts';

const lastMessage = (world: World, { id }: Channel): string | null => world.messages.lastIn(id) ?? null;

/** A channel as `viewer` sees it: of a direct message, the one at the other end. */
export function channelJson(world: World, channel: Channel, viewer: User) {
  if (channel.guild_id === undefined) return dmJson(world, channel, viewer);
  return channel.thread === undefined ? placeJson(world, channel) : threadJson(world, channel, viewer);
}

export function dmJson(world: World, channel: Channel, viewer: User) {
  const other = viewer.bot ? world.users.get(channel.recipient_id ?? '') : botOf(world);
  return {
    id: channel.id,
    type: 1,
    last_message_id: lastMessage(world, channel),
    flags: 0,
    recipients: other === undefined ? [] : [userJson(other)],
  };
}

function placeJson(world: World, channel: Channel) {
  const { topic = null, parent_id = null, nsfw = false, rate_limit_per_user = 0, ...kept } = channel;
  const texts = { last_message_id: lastMessage(world, channel), topic, nsfw, rate_limit_per_user };
  return { ...kept, parent_id, flags: 0, ...(channel.type === 4 ? {} : texts) };
}

export function threadJson(world: World, channel: Channel, viewer: User) {
  const { thread, topic: _, position: __, permission_overwrites: ___, ...kept } = channel;
  if (thread === undefined) return placeJson(world, channel);
  const { owner_id, members, ...metadata } = thread;
  // The one that shows where a thread grew from does not count.
  const [first] = world.messages.in(channel.id).values();
  const messages = world.messages.in(channel.id).size - (first?.type === 21 ? 1 : 0);
  const own = members.includes(viewer.id) ? { member: threadMemberJson(channel, viewer.id) } : {};
  return {
    ...kept,
    owner_id,
    last_message_id: lastMessage(world, channel),
    rate_limit_per_user: channel.rate_limit_per_user ?? 0,
    message_count: messages,
    total_message_sent: messages,
    member_count: Math.min(members.length, 50),
    flags: 0,
    thread_metadata: {
      archived: metadata.archived,
      locked: metadata.locked,
      auto_archive_duration: metadata.auto_archive_duration,
      archive_timestamp: metadata.archive_timestamp,
      create_timestamp: metadata.create_timestamp,
      ...(channel.type === 12 ? { invitable: metadata.invitable } : {}),
    },
    ...own,
  };
}

export const threadMemberJson = ({ id, thread }: Channel, user_id: string) => ({
  id,
  user_id,
  join_timestamp: thread?.create_timestamp ?? new Date(0).toISOString(),
  flags: 0,
});
