import {
  CreateTextThreadWithMessageRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
  type ThreadForm,
  type ThreadPatchForm,
  UpdateThreadRequestPartialSchema,
} from 'discord-api-spec/zod';
import { form } from '../form.ts';
import { Intent } from '../gateway/event.ts';
import { type Answer, type Call, created, type Discord, noContent, ok, param } from '../http/call.ts';
import { type Route, route } from '../http/router.ts';
import { canView, demandInGuild, demandPermission, Permission, permissionsIn, visibleChannel } from '../permission.ts';
import { refusal } from '../problem.ts';
import type { Channel, Thread } from '../state/model.ts';
import { memberOf } from '../state/world.ts';
import { channelJson, threadMemberJson } from './channel-json.ts';

const DAY = 1_440;
const [ANNOUNCEMENT_THREAD, PUBLIC_THREAD, PRIVATE_THREAD] = [10, 11, 12] as const;

export const threadRoutes: readonly Route[] = [
  route('POST', '/channels/{channel_id}/threads', open),
  route('POST', '/channels/{channel_id}/messages/{message_id}/threads', openFromMessage),
  route('GET', '/guilds/{guild_id}/threads/active', active),
  route('GET', '/channels/{channel_id}/thread-members', (call) => ok(memberList(call))),
  route('GET', '/channels/{channel_id}/thread-members/{user_id}', oneMember),
  route('PUT', '/channels/{channel_id}/thread-members/{user_id}', (call) => enter(call, true)),
  route('DELETE', '/channels/{channel_id}/thread-members/{user_id}', (call) => enter(call, false)),
];

const parentOf = (call: Call): Channel => {
  const channel = visibleChannel(call.world, param(call, 'channel_id'), call.caller);
  if (channel.type !== 0 && channel.type !== 5) throw refusal('wrongChannelType');
  return channel;
};

function open(call: Call): Answer {
  const parent = parentOf(call);
  const read = form(CreateTextThreadWithoutMessageRequestSchema, call.body);
  const type = read.type ?? PRIVATE_THREAD;
  const needed = type === PRIVATE_THREAD ? Permission.CreatePrivateThreads : Permission.CreatePublicThreads;
  demandPermission(call.world, parent, call.caller, needed);
  return created(channelJson(call.world, add(call, parent, call.world.nextId(), type, read), call.caller));
}

/** The thread of a message has the message's id. */
function openFromMessage(call: Call): Answer {
  const parent = parentOf(call);
  const message = call.world.messages.get(param(call, 'message_id'));
  if (message === undefined || message.channel_id !== parent.id || message.ephemeral_for !== undefined)
    throw refusal('unknownMessage');
  demandPermission(call.world, parent, call.caller, Permission.CreatePublicThreads);
  const read = form(CreateTextThreadWithMessageRequestSchema, call.body);
  if (call.world.channels.get(message.id) !== undefined) throw refusal('threadExists');
  const type = parent.type === 5 ? ANNOUNCEMENT_THREAD : PUBLIC_THREAD;
  return created(channelJson(call.world, add(call, parent, message.id, type, read), call.caller));
}

function add(call: Call, parent: Channel, id: string, type: number, read: ThreadForm): Channel {
  const { world, caller } = call;
  const now = new Date(world.now()).toISOString();
  const thread = world.channels.put({
    id,
    type,
    name: read.name,
    position: 0,
    permission_overwrites: [],
    parent_id: parent.id,
    rate_limit_per_user: read.rate_limit_per_user ?? 0,
    ...(parent.guild_id === undefined ? {} : { guild_id: parent.guild_id }),
    thread: {
      owner_id: caller.id,
      archived: false,
      locked: false,
      invitable: read.invitable ?? true,
      auto_archive_duration: read.auto_archive_duration ?? DAY,
      archive_timestamp: now,
      create_timestamp: now,
      members: [caller.id],
    },
  });
  tellOfThread(call, 'THREAD_CREATE', thread, { newly_created: true });
  return thread;
}

export function tellOfThread(discord: Discord, t: string, thread: Channel, more: object = {}): void {
  discord.gateway.publish({
    t,
    intent: Intent.Guilds,
    guildId: thread.guild_id,
    channel: thread,
    data: (viewer) => ({ ...channelJson(discord.world, thread, viewer), ...more }),
  });
}

function change(discord: Discord, channel: Channel, changes: Partial<Thread>, more: Partial<Channel> = {}): Channel {
  if (channel.thread === undefined) throw refusal('wrongChannelType');
  const changed = discord.world.channels.put({ ...channel, ...more, thread: { ...channel.thread, ...changes } });
  tellOfThread(discord, 'THREAD_UPDATE', changed);
  return changed;
}

/** A message wakes an archived thread, unless it is locked and its author does not manage threads. */
export function wake(call: Call, channel: Channel): Channel {
  if (channel.thread?.archived !== true) return channel;
  if (channel.thread.locked) demandUnlocked(call, channel);
  return change(call, channel, { archived: false, archive_timestamp: new Date(call.world.now()).toISOString() });
}

function demandUnlocked({ world, caller }: Call, channel: Channel): void {
  if (!(permissionsIn(world, channel, caller.id) & Permission.ManageThreads)) throw refusal('threadArchived');
}

/** PATCH of a thread: its maker may rename and archive it; locking is for those who manage threads. */
export function patchThread(call: Call, channel: Channel): Channel {
  const read: ThreadPatchForm = form(UpdateThreadRequestPartialSchema, call.body);
  const { thread } = channel;
  if (thread === undefined) throw refusal('wrongChannelType');
  const manages = (permissionsIn(call.world, channel, call.caller.id) & Permission.ManageThreads) !== 0n;
  if (!manages && (thread.owner_id !== call.caller.id || typeof read.locked === 'boolean'))
    throw refusal('missingPermissions');
  if (thread.archived && read.archived !== false) throw refusal('threadArchived');
  const turned = read.archived !== undefined && read.archived !== null && read.archived !== thread.archived;
  return change(
    call,
    channel,
    {
      archived: read.archived ?? thread.archived,
      locked: read.locked ?? thread.locked,
      invitable: read.invitable ?? thread.invitable,
      auto_archive_duration: read.auto_archive_duration ?? thread.auto_archive_duration,
      ...(turned ? { archive_timestamp: new Date(call.world.now()).toISOString() } : {}),
    },
    {
      name: read.name || channel.name,
      rate_limit_per_user: read.rate_limit_per_user ?? channel.rate_limit_per_user ?? 0,
    },
  );
}

function active(call: Call): Answer {
  const guildId = param(call, 'guild_id');
  demandInGuild(call.world, guildId, call.caller);
  const threads = [...call.world.channels.in(guildId).values()].filter(
    (channel) => channel.thread?.archived === false && canView(call.world, channel, call.caller.id),
  );
  const joined = threads.filter(({ thread }) => thread?.members.includes(call.caller.id));
  return ok({
    threads: threads.map((thread) => channelJson(call.world, thread, call.caller)),
    members: joined.map((thread) => threadMemberJson(thread, call.caller.id)),
  });
}

function threadOf(call: Call): { channel: Channel; thread: Thread } {
  const channel = visibleChannel(call.world, param(call, 'channel_id'), call.caller);
  if (channel.thread === undefined) throw refusal('wrongChannelType');
  return { channel, thread: channel.thread };
}

function memberList(call: Call) {
  const { channel, thread } = threadOf(call);
  return thread.members.map((id) => threadMemberJson(channel, id));
}

const meant = (call: Call): string => {
  const id = param(call, 'user_id');
  return id === '@me' ? call.caller.id : id;
};

function oneMember(call: Call): Answer {
  const found = memberList(call).find(({ user_id }) => user_id === meant(call));
  if (found === undefined) throw refusal('unknownMember');
  return ok(found);
}

function enter(call: Call, inside: boolean): Answer {
  const { channel, thread } = threadOf(call);
  const user = meant(call);
  if (channel.guild_id === undefined || memberOf(call.world, channel.guild_id, user) === undefined)
    throw refusal('unknownMember');
  if (thread.archived) throw refusal('threadArchived');
  if (user !== call.caller.id)
    demandPermission(
      call.world,
      channel,
      call.caller,
      inside ? Permission.SendMessagesInThreads : Permission.ManageThreads,
    );
  const others = thread.members.filter((id) => id !== user);
  change(call, channel, { members: inside ? [...others, user] : others });
  return noContent;
}
