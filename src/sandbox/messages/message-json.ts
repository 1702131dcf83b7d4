import { Intent } from '../gateway/event.ts';
import { threadJson } from '../guilds/channel-json.ts';
import { memberPart, userJson } from '../guilds/user-json.ts';
import type { Discord } from '../http/call.ts';
import type { Message, User } from '../state/model.ts';
import { memberOf } from '../state/world.ts';
import { picturesOf, withPictures } from './embed.ts';
import { attachmentPath } from './uploads.ts';

type Place = Pick<Discord, 'world' | 'url'>;

/** A message as `viewer` sees it. A bot without the message content intent sees only what is said by, to or with it. */
export function messageJson({ world, url }: Place, message: Message, viewer: User, depth = 1): Record<string, unknown> {
  const author = world.users.get(message.author_id);
  const users = message.mentions.flatMap((id) => world.users.get(id) ?? []);
  const files = message.attachments.map((attachment) => {
    const link = url() + attachmentPath(message.channel_id, attachment);
    return { ...attachment, url: link, proxy_url: link };
  });
  const inEmbeds = new Set(message.embeds.flatMap(picturesOf));
  const pictureUrl = (name: string) => files.find(({ filename }) => filename === name)?.url;
  const readable = isReadable(
    world.privilegedIntents,
    world.channels.get(message.channel_id)?.guild_id,
    message,
    viewer,
  );
  const thread = world.channels.get(message.id);
  return {
    id: message.id,
    channel_id: message.channel_id,
    type: message.type,
    author: author
      ? userJson(author)
      : { id: message.author_id, username: 'Deleted User', discriminator: '0', avatar: null },
    content: readable ? message.content : '',
    embeds: readable ? message.embeds.map((embed) => withPictures(embed, pictureUrl)) : [],
    components: readable ? message.components : [],
    attachments: readable ? files.filter(({ filename }) => !inEmbeds.has(filename)) : [],
    flags: message.flags | (thread === undefined ? 0 : 32),
    tts: message.tts,
    timestamp: message.timestamp,
    edited_timestamp: message.edited_timestamp,
    mentions: users.map(userJson),
    mention_roles: message.mention_roles,
    mention_everyone: message.mention_everyone,
    pinned: message.pinned_at !== undefined,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(thread === undefined ? {} : { thread: threadJson(world, thread, viewer) }),
    ...answering(world, message),
    ...(depth > 0 ? replying({ world, url }, message, viewer) : {}),
  };
}

function isReadable(privileged: number, guildId: string | undefined, message: Message, viewer: User): boolean {
  if (!viewer.bot || guildId === undefined || message.author_id === viewer.id) return true;
  return (privileged & Intent.MessageContent) !== 0 || message.mentions.includes(viewer.id);
}

function answering(world: Discord['world'], { interaction }: Message) {
  if (interaction === undefined) return {};
  const { id, type, user_id, name } = interaction;
  const user = world.users.get(user_id);
  const by = user ? { user: userJson(user) } : {};
  return {
    webhook_id: world.applicationId,
    application_id: world.applicationId,
    interaction_metadata: {
      id,
      type,
      ...by,
      authorizing_integration_owners: {},
      ...(name === undefined ? {} : { name }),
    },
    ...(name === undefined ? {} : { interaction: { id, type, name, ...by } }),
  };
}

/** A reply, and the first message of a thread that grew from another. */
const WITH_ORIGINAL = [19, 21];

function replying(place: Place, { reference, type }: Message, viewer: User) {
  if (reference === undefined) return {};
  const { guild_id } = place.world.channels.get(reference.channel_id) ?? {};
  const original = place.world.messages.get(reference.message_id ?? '');
  return {
    message_reference: { type: 0, ...reference, ...(guild_id === undefined ? {} : { guild_id }) },
    ...(WITH_ORIGINAL.includes(type)
      ? { referenced_message: original === undefined ? null : messageJson(place, original, viewer, 0) }
      : {}),
  };
}

/** What MESSAGE_CREATE and MESSAGE_UPDATE carry beside the message itself. */
export function messageEvent(place: Place, message: Message, viewer: User) {
  const guild_id = place.world.channels.get(message.channel_id)?.guild_id;
  const member = guild_id === undefined ? undefined : memberOf(place.world, guild_id, message.author_id);
  return {
    ...messageJson(place, message, viewer),
    ...(guild_id === undefined ? {} : { guild_id }),
    ...(member === undefined ? {} : { member: memberPart(member) }),
  };
}
