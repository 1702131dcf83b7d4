import { MessageCreateRequestSchema, MessageEditRequestPartialSchema } from 'discord-api-spec/zod';
import { fault } from '../form.ts';
import { wake } from '../guilds/thread.ts';
import { drawIn } from '../guilds/thread-members.ts';
import { type Answer, type Call, idIn, noContent, numberIn, ok, param } from '../http/call.ts';
import { type Route, route } from '../http/router.ts';
import { demandPermission, isThread, Permission, permissionsIn, visibleChannel } from '../permission.ts';
import { demand, refusal } from '../problem.ts';
import type { Channel, Message } from '../state/model.ts';
import { type Draft, readDraft } from './draft.ts';
import { messageJson } from './message-json.ts';
import { amend, announce, post, remove } from './post.ts';
import { isLasting, isSystem, PINNED, tellInWords } from './system-message.ts';

const HOUR = 3_600_000;
/** Text, announcements, voice and their threads, and direct messages. */
const SPEAKABLE = [0, 1, 2, 5, 10, 11, 12];
const MOST_PINS = 50;

export const messageRoutes: readonly Route[] = [
  route('GET', '/channels/{channel_id}/messages', list, { limit: [50, 10_000] }),
  route('POST', '/channels/{channel_id}/messages', create, { limit: [5, 5_000] }),
  route('GET', '/channels/{channel_id}/messages/{message_id}', (call) => answer(call, find(call, visible(call)))),
  route('PATCH', '/channels/{channel_id}/messages/{message_id}', edit, { limit: [5, 5_000] }),
  route('DELETE', '/channels/{channel_id}/messages/{message_id}', erase, { limit: [5, 1_000] }),
  route('GET', '/channels/{channel_id}/pins', (call) =>
    ok(pins(call).map((each) => messageJson(call, each, call.caller))),
  ),
  route('GET', '/channels/{channel_id}/messages/pins', listPins),
  ...['/channels/{channel_id}/pins/{message_id}', '/channels/{channel_id}/messages/pins/{message_id}'].flatMap(
    (path) => [
      route('PUT', path, (call) => pin(call, true), { limit: [5, 5_000] }),
      route('DELETE', path, (call) => pin(call, false), { limit: [5, 5_000] }),
    ],
  ),
];

const visible = (call: Call): Channel => visibleChannel(call.world, param(call, 'channel_id'), call.caller);

const answer = (call: Call, message: Message): Answer => ok(messageJson(call, message, call.caller));

const isFor = (message: Message, userId: string): boolean =>
  message.ephemeral_for === undefined || message.ephemeral_for === userId;

function find(call: Call, channel: Channel): Message {
  const message = call.world.messages.get(param(call, 'message_id'));
  if (message === undefined || message.channel_id !== channel.id || !isFor(message, call.caller.id))
    throw refusal('unknownMessage');
  return message;
}

function list(call: Call): Answer {
  const channel = visible(call);
  const limit = numberIn(call.query, 'limit', 1, 100, 50);
  const [before, after, around] = ['before', 'after', 'around'].map((name) => idIn(call.query, name));
  const mayRead = (permissionsIn(call.world, channel, call.caller.id) & Permission.ReadMessageHistory) !== 0n;
  const all = mayRead
    ? [...call.world.messages.in(channel.id).values()].filter((each) => isFor(each, call.caller.id))
    : [];
  const earlier = (id: string) => all.filter((message) => BigInt(message.id) < BigInt(id));
  const later = (id: string) => all.filter((message) => BigInt(message.id) > BigInt(id));
  const chosen = () => {
    if (around !== undefined) {
      const half = Math.floor(limit / 2);
      const at = all.filter(({ id }) => id === around);
      return [...earlier(around).slice(-half), ...at, ...later(around).slice(0, limit - half - at.length)];
    }
    if (after !== undefined) return later(after).slice(0, limit);
    return (before === undefined ? all : earlier(before)).slice(-limit);
  };
  return ok(
    chosen()
      .reverse()
      .map((message) => messageJson(call, message, call.caller)),
  );
}

function create(call: Call): Answer {
  const channel = visible(call);
  if (!SPEAKABLE.includes(channel.type)) throw refusal('notText');
  const speak = isThread(channel) ? Permission.SendMessagesInThreads : Permission.SendMessages;
  demandPermission(call.world, channel, call.caller, speak);
  const draft = readDraft(MessageCreateRequestSchema, call.body, call.files);
  if (draft.files.length > 0) demandPermission(call.world, channel, call.caller, Permission.AttachFiles);
  const earlier = sameNonce(call, draft);
  if (earlier !== undefined) return earlier;
  const reference = referenceOf(call, channel, draft);
  const woken = wake(call, channel);
  const message = post(call, {
    channel: woken,
    author: call.caller,
    draft,
    type: reference === undefined ? 0 : 19,
    ...(reference === undefined ? {} : { reference }),
  });
  // The message is kept: whatever fails from here on, its nonce makes no second one.
  if (message.nonce !== undefined) call.nonces.remember(call.caller.id, message.nonce, message.id);
  drawIn(call, woken, message);
  return answer(call, message);
}

/** With `enforce_nonce`, the message the nonce made before; Unknown Message if that one is gone. */
function sameNonce(call: Call, draft: Draft): Answer | undefined {
  if (draft.enforce_nonce !== true || draft.nonce === undefined || draft.nonce === null) return undefined;
  const id = call.nonces.find(call.caller.id, draft.nonce);
  if (id === undefined) return undefined;
  const message = call.world.messages.get(id);
  if (message === undefined) throw refusal('unknownMessage');
  return answer(call, message);
}

function referenceOf(call: Call, channel: Channel, { message_reference }: Draft): Message['reference'] {
  if (!message_reference) return undefined;
  const { message_id, channel_id, fail_if_not_exists } = message_reference;
  const message = call.world.messages.get(message_id);
  const here = message?.channel_id === channel.id && (channel_id ?? channel.id) === channel.id;
  if (message !== undefined && here && isFor(message, call.caller.id)) {
    if (!(permissionsIn(call.world, channel, call.caller.id) & Permission.ReadMessageHistory))
      throw refusal('noHistoryForReply');
    if (isSystem(message))
      demand([
        fault(['message_reference'], 'REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE', 'Cannot reply to a system message'),
      ]);
    return { channel_id: channel.id, message_id };
  }
  if (fail_if_not_exists !== false)
    demand([fault(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message')]);
  return undefined;
}

function edit(call: Call): Answer {
  const channel = visible(call);
  const message = find(call, channel);
  if (message.author_id !== call.caller.id) throw refusal('notYourMessage');
  if (isSystem(message)) throw refusal('systemMessage');
  if (message.ephemeral_for !== undefined) throw refusal('unknownMessage');
  if (channel.thread?.archived === true) throw refusal('threadArchived');
  const draft = readDraft(MessageEditRequestPartialSchema, call.body, call.files, message.attachments);
  if (draft.files.length > 0) demandPermission(call.world, channel, call.caller, Permission.AttachFiles);
  if (call.world.now() - Date.parse(message.timestamp) > HOUR) throw refusal('editTooOld');
  return answer(call, amend(call, channel, message, draft));
}

function erase(call: Call): Answer {
  const channel = visible(call);
  const message = find(call, channel);
  const own = message.author_id === call.caller.id || message.ephemeral_for === call.caller.id;
  if (!own) demandPermission(call.world, channel, call.caller, Permission.ManageMessages);
  if (isLasting(message)) throw refusal('systemMessage');
  remove(call, channel, message);
  return noContent;
}

function pins(call: Call): Message[] {
  const channel = visible(call);
  if (!(permissionsIn(call.world, channel, call.caller.id) & Permission.ReadMessageHistory)) return [];
  const kept = [...call.world.messages.in(channel.id).values()].filter(({ pinned_at }) => pinned_at !== undefined);
  return kept.sort((one, other) => String(other.pinned_at).localeCompare(String(one.pinned_at)));
}

function listPins(call: Call): Answer {
  const limit = numberIn(call.query, 'limit', 1, 50, 50);
  const before = call.query.get('before');
  const all = pins(call).filter(({ pinned_at }) => before === null || String(pinned_at) < before);
  const items = all.slice(0, limit).map((message) => ({
    pinned_at: message.pinned_at,
    message: messageJson(call, message, call.caller),
  }));
  return ok({ items, has_more: all.length > limit });
}

function pin(call: Call, pinned: boolean): Answer {
  const channel = visible(call);
  demandPermission(call.world, channel, call.caller, Permission.PinMessages);
  const message = find(call, channel);
  if (message.ephemeral_for !== undefined) throw refusal('unknownMessage');
  if (isSystem(message)) throw refusal('systemMessage');
  if (pinned === (message.pinned_at !== undefined)) return noContent;
  if (pinned && pins(call).length >= MOST_PINS) throw refusal('tooManyPins');
  const { pinned_at: _, ...rest } = message;
  const last_pin_timestamp = new Date(call.world.now()).toISOString();
  const changed = call.world.messages.put(pinned ? { ...message, pinned_at: last_pin_timestamp } : rest);
  announce(call, 'MESSAGE_UPDATE', channel, changed);
  call.gateway.publish({
    t: 'CHANNEL_PINS_UPDATE',
    channel,
    guildId: channel.guild_id,
    data: () => ({
      channel_id: channel.id,
      last_pin_timestamp,
      ...(channel.guild_id ? { guild_id: channel.guild_id } : {}),
    }),
  });
  if (pinned) tellInWords(call, channel, PINNED, { reference: { channel_id: channel.id, message_id: message.id } });
  return noContent;
}
