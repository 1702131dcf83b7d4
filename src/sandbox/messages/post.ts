import type { APIEmbed } from 'discord-api-types/v10';
import { messageIntent } from '../gateway/event.ts';
import type { Discord } from '../http/call.ts';
import { Permission, permissionsIn } from '../permission.ts';
import { refusal } from '../problem.ts';
import type { Attachment, Channel, Message, User } from '../state/model.ts';
import { botOf } from '../state/world.ts';
import { COMPONENTS_V2, numbered } from './component.ts';
import type { Draft } from './draft.ts';
import { settled } from './embed.ts';
import { mentionsIn, NOBODY } from './mention.ts';
import { messageEvent } from './message-json.ts';

export const EPHEMERAL = 64;
export const LOADING = 128;
const SUPPRESS_EMBEDS = 4;
/** What a body may set: suppressed embeds, suppressed notifications, components V2. */
const SETTABLE = SUPPRESS_EMBEDS | 4_096 | COMPONENTS_V2;

export interface Posting {
  readonly channel: Channel;
  readonly author: User;
  readonly draft: Draft;
  /** 0 an ordinary one, 19 a reply, 20 what answers a command. */
  readonly type: number;
  readonly flags?: number;
  readonly reference?: Message['reference'];
  readonly interaction?: Message['interaction'];
  readonly ephemeralFor?: string | undefined;
}

/** Puts a message into a channel and tells those who see it. */
export function post(discord: Discord, posting: Posting): Message {
  const { world } = discord;
  const { channel, author, draft, type, flags = 0, reference, interaction, ephemeralFor } = posting;
  const id = world.nextId();
  const content = (draft.content ?? '').trim();
  const embeds = embedsFor(discord, posting, content);
  const attachments = keepFiles(discord, draft);
  if ((flags & LOADING) === 0) demandSomething(content, draft, attachments);
  const replied = reference && world.messages.get(reference.message_id ?? '')?.author_id;
  const allowed = draft.allowed_mentions ?? undefined;
  const called = ephemeralFor === undefined ? mentionsIn(world, channel, author, content, allowed, replied) : NOBODY;
  const message = world.messages.put({
    id,
    channel_id: channel.id,
    author_id: author.id,
    type,
    content,
    embeds,
    components: numbered(draft.components ?? []),
    attachments,
    flags: ((draft.flags ?? 0) & SETTABLE) | flags,
    tts: draft.tts === true,
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    ...called,
    ...(draft.nonce === undefined || draft.nonce === null ? {} : { nonce: draft.nonce }),
    ...(reference === undefined ? {} : { reference }),
    ...(interaction === undefined ? {} : { interaction }),
    ...(ephemeralFor === undefined ? {} : { ephemeral_for: ephemeralFor }),
  });
  announce(discord, 'MESSAGE_CREATE', channel, message);
  return message;
}

/**
 * The embeds that may be shown: without Embed Links none, and a message of nothing else is refused. What an interaction answers
 * is not held to the bot's rights in the channel.
 */
function embedsFor(
  discord: Discord,
  { channel, author, draft, interaction }: EmbedRights,
  content: string,
): APIEmbed[] {
  const embeds = (draft.embeds ?? []).map(settled);
  const may = (permissionsIn(discord.world, channel, author.id) & Permission.EmbedLinks) !== 0n;
  if (embeds.length === 0 || may || interaction !== undefined) return embeds;
  if (content === '' && draft.files.length === 0) throw refusal('missingPermissions');
  return [];
}

type EmbedRights = Pick<Posting, 'channel' | 'author' | 'draft' | 'interaction'>;

function demandSomething(content: string, draft: Draft, attachments: readonly Attachment[]): void {
  const parts = [draft.embeds, draft.components, draft.sticker_ids, attachments];
  const empty = content === '' && !draft.poll && parts.every((part) => (part?.length ?? 0) === 0);
  if (empty) throw refusal('emptyMessage');
}

function keepFiles({ uploads }: Discord, draft: Draft): Attachment[] {
  return draft.files.map((file) => {
    const said = draft.attachments?.find(({ id }) => id === file.number);
    return uploads.keep({ ...file, filename: said?.filename ?? file.filename }, said?.description ?? undefined);
  });
}

/** Changes a message: what the draft does not say stays. A loading message is filled, and calls whom it names. */
export function amend(discord: Discord, channel: Channel, message: Message, draft: Draft): Message {
  const { world } = discord;
  const loading = (message.flags & LOADING) !== 0;
  const listed = draft.attachments;
  const stay = listed
    ? message.attachments.filter(({ id }) => listed.some((each) => each.id === id))
    : message.attachments;
  const attachments = [...stay, ...keepFiles(discord, draft)];
  const content = draft.content === undefined ? message.content : (draft.content ?? '').trim();
  const author = world.users.get(message.author_id) ?? botOf(world);
  const rights = { channel, author, draft, interaction: message.interaction };
  const embeds = draft.embeds === undefined ? message.embeds : embedsFor(discord, rights, content);
  const components = draft.components === undefined ? message.components : numbered(draft.components ?? []);
  demandSomething(content, { ...draft, embeds: [...embeds], components: [...components] }, attachments);
  const replied = message.reference && world.messages.get(message.reference.message_id ?? '')?.author_id;
  const allowed = draft.allowed_mentions ?? undefined;
  const recounted = draft.content !== undefined && message.ephemeral_for === undefined;
  const settable =
    draft.flags === undefined || draft.flags === null ? message.flags & SETTABLE : draft.flags & SETTABLE;
  const changed = world.messages.put({
    ...message,
    content,
    embeds,
    components,
    attachments,
    ...(recounted ? mentionsIn(world, channel, author, content, allowed, replied) : {}),
    flags: (message.flags & ~SETTABLE & ~LOADING) | settable | (message.flags & COMPONENTS_V2),
    edited_timestamp: loading ? null : new Date(world.now()).toISOString(),
  });
  announce(discord, 'MESSAGE_UPDATE', channel, changed);
  return changed;
}

/** Takes a message away. */
export function remove({ world, gateway }: Discord, channel: Channel, message: Message): void {
  world.messages.delete(message.id);
  const { id, ephemeral_for } = message;
  gateway.publish({
    t: 'MESSAGE_DELETE',
    intent: messageIntent(channel),
    guildId: channel.guild_id,
    channel,
    ...(ephemeral_for === undefined ? {} : { to: [ephemeral_for] }),
    data: () => ({ id, channel_id: channel.id, ...(channel.guild_id ? { guild_id: channel.guild_id } : {}) }),
  });
}

/** Tells of a message those who may see it; an ephemeral one, its one reader. */
export function announce(discord: Discord, t: string, channel: Channel, message: Message): void {
  discord.gateway.publish({
    t,
    intent: messageIntent(channel),
    guildId: channel.guild_id,
    channel,
    ...(message.ephemeral_for === undefined ? {} : { to: [message.ephemeral_for] }),
    data: (viewer) => messageEvent(discord, message, viewer),
  });
}
