import { Intent } from '../gateway/event.ts';
import { type Answer, type Call, type Discord, noContent, ok, param } from '../http/call.ts';
import { type Route, route } from '../http/router.ts';
import { ADDED, tellInWords } from '../messages/system-message.ts';
import { canView, demandPermission, Permission, visibleChannel } from '../permission.ts';
import { refusal } from '../problem.ts';
import type { Channel, Message, Thread } from '../state/model.ts';
import { memberOf } from '../state/world.ts';
import { channelJson, threadMemberJson } from './channel-json.ts';

export const threadMemberRoutes: readonly Route[] = [
  route('GET', '/channels/{channel_id}/thread-members', (call) => ok(memberList(call))),
  route('GET', '/channels/{channel_id}/thread-members/{user_id}', oneMember),
  route('PUT', '/channels/{channel_id}/thread-members/{user_id}', (call) => enter(call, true)),
  route('DELETE', '/channels/{channel_id}/thread-members/{user_id}', (call) => enter(call, false)),
];

/** More than this many members of a role are not drawn in by its name. */
const FEW = 100;

interface InThread {
  readonly channel: Channel;
  readonly thread: Thread;
}

function threadOf(call: Call): InThread {
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
  const isSelf = user === call.caller.id;
  if (!isSelf && inside) demandPermission(call.world, channel, call.caller, Permission.SendMessagesInThreads);
  // Whoever made a private thread may show people out of it.
  const isHost = channel.type === 12 && thread.owner_id === call.caller.id;
  if (!isSelf && !inside && !isHost) demandPermission(call.world, channel, call.caller, Permission.ManageThreads);
  if (inside === thread.members.includes(user)) return noContent;
  const changed = setMembers(call, { channel, thread }, inside ? [user] : [], inside ? [] : [user]);
  if (inside && !isSelf) tellInWords(call, changed, ADDED, { reference: { channel_id: channel.id }, mentions: [user] });
  return noContent;
}

/** Whoever speaks in a thread is in it from then on, and so is whom he calls. */
export function drawIn(call: Call, channel: Channel, { author_id, mentions, mention_roles }: Message): void {
  const { thread, guild_id } = channel;
  if (thread === undefined || guild_id === undefined) return;
  const called = mention_roles.flatMap((role) => {
    const members = [...call.world.members.in(guild_id).values()].filter(({ roles }) => roles.includes(role));
    return members.length > FEW ? [] : members.map(({ user_id }) => user_id);
  });
  const parent = call.world.channels.get(channel.parent_id ?? '');
  const drawn = [...new Set([author_id, ...mentions, ...called])].filter(
    (id) => !thread.members.includes(id) && parent !== undefined && canView(call.world, parent, id),
  );
  if (drawn.length > 0) setMembers(call, { channel, thread }, drawn, []);
}

/** Those who come are told of the thread, for a private one they could not see; all who see it, of who came and went. */
function setMembers(
  { world, gateway }: Discord,
  { channel, thread }: InThread,
  came: readonly string[],
  went: readonly string[],
): Channel {
  const members = [...thread.members.filter((id) => !went.includes(id)), ...came];
  const changed = world.channels.put({ ...channel, thread: { ...thread, members } });
  const { id, guild_id: guildId } = channel;
  gateway.publish({
    t: 'THREAD_CREATE',
    intent: Intent.Guilds,
    guildId,
    channel: changed,
    to: came,
    data: (viewer) => channelJson(world, changed, viewer),
  });
  const update = {
    t: 'THREAD_MEMBERS_UPDATE',
    intent: Intent.Guilds,
    guildId,
    data: () => ({
      id,
      guild_id: guildId,
      member_count: Math.min(members.length, 50),
      ...(came.length === 0 ? {} : { added_members: came.map((user) => threadMemberJson(changed, user)) }),
      ...(went.length === 0 ? {} : { removed_member_ids: went }),
    }),
  };
  gateway.publish({ ...update, channel: changed });
  // Of a private thread, whoever went sees nothing any more.
  const shutOut = went.filter((user) => !canView(world, changed, user));
  if (shutOut.length > 0) gateway.publish({ ...update, to: shutOut });
  return changed;
}
