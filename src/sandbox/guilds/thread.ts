import {
  CreateTextThreadWithMessageRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
  type ThreadForm,
  type ThreadPatchForm,
  UpdateThreadRequestPartialSchema,
} from 'discord-api-spec/zod';
import { form } from '../form.ts';
import { Intent } from '../gateway/event.ts';
import { type Answer, type Call, created, type Discord, numberIn, ok, param } from '../http/call.ts';
import { type Route, route } from '../http/router.ts';
import { announce } from '../messages/post.ts';
import { THREAD_BEGINS, THREAD_OPENED, tellInWords } from '../messages/system-message.ts';
import { canView, demandInGuild, demandPermission, Permission, permissionsIn, visibleChannel } from '../permission.ts';
import { refusal } from '../problem.ts';
import type { Channel, Thread } from '../state/model.ts';
import { channelJson, threadMemberJson } from './channel-json.ts';

const DAY = 1_440;
const [ANNOUNCEMENT_THREAD, PUBLIC_THREAD, PRIVATE_THREAD] = [10, 11, 12] as const;

export const threadRoutes: readonly Route[] = [
  route('POST', '/channels/{channel_id}/threads', open),
  route('POST', '/channels/{channel_id}/messages/{message_id}/threads', openFromMessage),
  route('GET', '/guilds/{guild_id}/threads/active', active),
  route('GET', '/channels/{channel_id}/threads/archived/public', (call) =>
    archived(call, [ANNOUNCEMENT_THREAD, PUBLIC_THREAD]),
  ),
  route('GET', '/channels/{channel_id}/threads/archived/private', archivedPrivate),
  route('GET', '/channels/{channel_id}/users/@me/threads/archived/private', (call) =>
    archived(call, [PRIVATE_THREAD], ({ members }) => members.includes(call.caller.id)),
  ),
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
  const thread = add(call, parent, call.world.nextId(), type, read);
  if (type !== PRIVATE_THREAD)
    tellInWords(call, parent, THREAD_OPENED, { content: thread.name, reference: { channel_id: thread.id } });
  return created(channelJson(call.world, thread, call.caller));
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
  const thread = add(call, parent, message.id, type, read);
  tellInWords(call, thread, THREAD_BEGINS, { reference: { channel_id: parent.id, message_id: message.id } });
  announce(call, 'MESSAGE_UPDATE', parent, message);
  return created(channelJson(call.world, thread, call.caller));
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

/**
 * PATCH of a thread: its maker may rename and archive it, whoever may speak in it may wake it; locking, and what is locked,
 * is for those who manage threads.
 */
export function patchThread(call: Call, channel: Channel): Channel {
  const read: ThreadPatchForm = form(UpdateThreadRequestPartialSchema, call.body);
  const { thread } = channel;
  if (thread === undefined) throw refusal('wrongChannelType');
  const rights = permissionsIn(call.world, channel, call.caller.id);
  const said = Object.entries(read).filter(([, value]) => value !== undefined && value !== null);
  const onlyWakes = said.length === 1 && read.archived === false && !thread.locked;
  const mayWake = onlyWakes && (rights & Permission.SendMessagesInThreads) !== 0n;
  const owns = thread.owner_id === call.caller.id && typeof read.locked !== 'boolean' && !thread.locked;
  if ((rights & Permission.ManageThreads) === 0n && !mayWake && !owns) throw refusal('missingPermissions');
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

function archivedPrivate(call: Call): Answer {
  demandPermission(call.world, parentOf(call), call.caller, Permission.ManageThreads);
  return archived(call, [PRIVATE_THREAD]);
}

/** The archived threads of a channel, the last archived first. */
function archived(call: Call, types: readonly number[], fits: (thread: Thread) => boolean = () => true): Answer {
  const { world, caller, query } = call;
  const parent = parentOf(call);
  demandPermission(world, parent, caller, Permission.ReadMessageHistory);
  const limit = numberIn(query, 'limit', 1, 100, 50);
  const before = query.get('before');
  const found = [...world.channels.in(parent.guild_id ?? '').values()]
    .flatMap((channel) => (channel.thread === undefined ? [] : [{ channel, thread: channel.thread }]))
    .filter(({ channel, thread }) => channel.parent_id === parent.id && types.includes(channel.type) && thread.archived)
    .filter(({ thread }) => fits(thread) && (before === null || thread.archive_timestamp < before))
    .sort((one, other) => other.thread.archive_timestamp.localeCompare(one.thread.archive_timestamp));
  const shown = found.slice(0, limit);
  return ok({
    threads: shown.map(({ channel }) => channelJson(world, channel, caller)),
    members: shown
      .filter(({ thread }) => thread.members.includes(caller.id))
      .map(({ channel }) => threadMemberJson(channel, caller.id)),
    has_more: found.length > limit,
  });
}
