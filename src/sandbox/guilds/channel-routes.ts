import {
  type ChannelForm,
  CreateGuildChannelRequestSchema,
  type OverwriteForm,
  UpdateGuildChannelRequestPartialSchema,
} from 'discord-api-spec/zod';
import * as z from 'zod/mini';
import { bitsFromText, fault, form, isRecord, readFirst } from '../form.ts';
import { Intent } from '../gateway/event.ts';
import { type Answer, type Call, created, type Discord, noContent, ok, param } from '../http/call.ts';
import { type Route, route } from '../http/router.ts';
import { canView, demandInGuild, demandPermission, isThread, Permission, visibleChannel } from '../permission.ts';
import { demand, refusal } from '../problem.ts';
import type { Channel, Overwrite } from '../state/model.ts';
import { channelJson } from './channel-json.ts';
import { patchThread, tellOfThread } from './thread.ts';

const KINDS = [0, 2, 4, 5];
const LONGEST_TOPIC = 1_024;

export const channelRoutes: readonly Route[] = [
  route('GET', '/guilds/{guild_id}/channels', list),
  route('POST', '/guilds/{guild_id}/channels', create),
  route('GET', '/channels/{channel_id}', (call) => ok(channelJson(call.world, own(call), call.caller)), {
    limit: [50, 10_000],
  }),
  route('PATCH', '/channels/{channel_id}', patch, { limit: [5, 15_000] }),
  route('DELETE', '/channels/{channel_id}', erase, { limit: [5, 15_000] }),
  route('PUT', '/channels/{channel_id}/permissions/{overwrite_id}', putOverwrite),
  route('DELETE', '/channels/{channel_id}/permissions/{overwrite_id}', dropOverwrite),
  route('POST', '/channels/{channel_id}/typing', typing, { limit: [5, 5_000] }),
];

const own = (call: Call): Channel => visibleChannel(call.world, param(call, 'channel_id'), call.caller);

/** A bot lists every channel of a server, a person's client the ones it sees. */
function list(call: Call): Answer {
  const guildId = param(call, 'guild_id');
  demandInGuild(call.world, guildId, call.caller);
  const places = [...call.world.channels.in(guildId).values()].filter((channel) => !isThread(channel));
  const seen = places.filter((channel) => call.caller.bot || canView(call.world, channel, call.caller.id));
  return ok(seen.map((channel) => channelJson(call.world, channel, call.caller)));
}

/** Overwrites may say their bits in words; the official description wants numbers. */
const overwriteBits = { allow: bitsFromText, deny: bitsFromText };
const overwriteList = {
  permission_overwrites: (value: unknown) =>
    Array.isArray(value) ? value.map((each: unknown) => readFirst(each, overwriteBits)) : value,
};

function create(call: Call): Answer {
  const guild_id = param(call, 'guild_id');
  demandInGuild(call.world, guild_id, call.caller, Permission.ManageChannels);
  const read = form(CreateGuildChannelRequestSchema, readFirst(call.body, overwriteList));
  const type = read.type ?? 0;
  checkPlace(call, guild_id, type, read);
  const channel = call.world.channels.put({
    id: call.world.nextId(),
    type,
    guild_id,
    name: channelName(read.name, type),
    topic: read.topic ?? null,
    position: read.position ?? call.world.channels.in(guild_id).size,
    parent_id: read.parent_id ?? null,
    nsfw: read.nsfw ?? false,
    rate_limit_per_user: read.rate_limit_per_user ?? 0,
    permission_overwrites: overwritesFrom(call.body, read),
  });
  tell(call, 'CHANNEL_CREATE', channel);
  return created(channelJson(call.world, channel, call.caller));
}

function checkPlace({ world }: Call, guildId: string, type: number, read: ChannelForm): void {
  if (!KINDS.includes(type)) throw refusal('wrongChannelType');
  const parent = read.parent_id ? world.channels.get(read.parent_id) : undefined;
  if (read.parent_id && (parent?.type !== 4 || parent.guild_id !== guildId))
    demand([fault(['parent_id'], 'CHANNEL_PARENT_INVALID', 'Category does not exist')]);
  if ((read.topic ?? '').length > LONGEST_TOPIC)
    demand([fault(['topic'], 'BASE_TYPE_MAX_LENGTH', `Must be ${LONGEST_TOPIC} or fewer in length.`)]);
}

/** Names of text channels are lower case and have no spaces. */
const channelName = (name: string, type: number): string =>
  type === 0 || type === 5 ? name.trim().toLowerCase().replace(/\s+/g, '-') : name.trim();

function overwritesFrom(body: unknown, read: ChannelForm): Overwrite[] {
  const said: readonly unknown[] =
    isRecord(body) && Array.isArray(body['permission_overwrites']) ? body['permission_overwrites'] : [];
  return (read.permission_overwrites ?? []).map((each, index) => overwrite(each.id, each, said[index]));
}

/** Bits from the body itself: as numbers the high ones would be rounded. */
function overwrite(id: string, { type }: OverwriteForm, body: unknown): Overwrite {
  const bits = (key: string): string => {
    const value = isRecord(body) ? body[key] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? BigInt(value).toString() : '0';
  };
  return { id, type: type ?? 0, allow: bits('allow'), deny: bits('deny') };
}

function patch(call: Call): Answer {
  const channel = own(call);
  if (isThread(channel)) return ok(channelJson(call.world, patchThread(call, channel), call.caller));
  const { guild_id } = channel;
  if (guild_id === undefined) throw refusal('wrongChannelType');
  demandPermission(call.world, channel, call.caller, Permission.ManageChannels);
  const read = form(UpdateGuildChannelRequestPartialSchema, readFirst(call.body, overwriteList));
  checkPlace(call, guild_id, channel.type, read);
  const changed = call.world.channels.put({
    ...channel,
    name: read.name ? channelName(read.name, channel.type) : channel.name,
    ...(read.topic === undefined ? {} : { topic: read.topic }),
    ...(read.parent_id === undefined ? {} : { parent_id: read.parent_id }),
    position: read.position ?? channel.position,
    nsfw: read.nsfw ?? channel.nsfw ?? false,
    rate_limit_per_user: read.rate_limit_per_user ?? channel.rate_limit_per_user ?? 0,
    permission_overwrites: read.permission_overwrites ? overwritesFrom(call.body, read) : channel.permission_overwrites,
  });
  tell(call, 'CHANNEL_UPDATE', changed);
  return ok(channelJson(call.world, changed, call.caller));
}

function erase(call: Call): Answer {
  const channel = own(call);
  const before = channelJson(call.world, channel, call.caller);
  if (channel.guild_id === undefined) return ok(before);
  demandPermission(
    call.world,
    channel,
    call.caller,
    isThread(channel) ? Permission.ManageThreads : Permission.ManageChannels,
  );
  const told = isThread(channel) ? tellOfThread : tell;
  told(call, isThread(channel) ? 'THREAD_DELETE' : 'CHANNEL_DELETE', channel);
  const threads = [...call.world.channels.in(channel.guild_id).values()].filter(
    ({ parent_id, thread }) => thread !== undefined && parent_id === channel.id,
  );
  for (const { id } of [...threads, channel]) {
    for (const message of [...call.world.messages.in(id).values()]) call.world.messages.delete(message.id);
    call.world.channels.delete(id);
  }
  return ok(before);
}

function tell({ world, gateway }: Discord, t: string, channel: Channel): void {
  gateway.publish({
    t,
    intent: Intent.Guilds,
    guildId: channel.guild_id,
    channel,
    data: (viewer) => channelJson(world, channel, viewer),
  });
}

const OverwriteBody = z.object({
  type: z.union([z.literal(0), z.literal(1)]),
  allow: z.nullish(z.number()),
  deny: z.nullish(z.number()),
});

function putOverwrite(call: Call): Answer {
  const channel = own(call);
  demandPermission(call.world, channel, call.caller, Permission.ManageRoles);
  const read = form(OverwriteBody, readFirst(call.body, overwriteBits));
  const id = param(call, 'overwrite_id');
  const others = channel.permission_overwrites.filter((each) => each.id !== id);
  const permission_overwrites = [...others, overwrite(id, read, call.body)];
  tell(call, 'CHANNEL_UPDATE', call.world.channels.put({ ...channel, permission_overwrites }));
  return noContent;
}

function dropOverwrite(call: Call): Answer {
  const channel = own(call);
  demandPermission(call.world, channel, call.caller, Permission.ManageRoles);
  const id = param(call, 'overwrite_id');
  const permission_overwrites = channel.permission_overwrites.filter((each) => each.id !== id);
  if (permission_overwrites.length === channel.permission_overwrites.length) throw refusal('unknownOverwrite');
  tell(call, 'CHANNEL_UPDATE', call.world.channels.put({ ...channel, permission_overwrites }));
  return noContent;
}

function typing(call: Call): Answer {
  const channel = own(call);
  const speak = isThread(channel) ? Permission.SendMessagesInThreads : Permission.SendMessages;
  demandPermission(call.world, channel, call.caller, speak);
  const data = { channel_id: channel.id, user_id: call.caller.id, timestamp: Math.floor(call.world.now() / 1_000) };
  call.gateway.publish({
    t: 'TYPING_START',
    intent: channel.guild_id === undefined ? Intent.DirectMessageTyping : Intent.GuildMessageTyping,
    guildId: channel.guild_id,
    channel,
    data: () => ({ ...data, ...(channel.guild_id ? { guild_id: channel.guild_id } : {}) }),
  });
  return noContent;
}
