import type { APIAllowedMentions } from 'discord-api-types/v10';
import { fault } from '../form.ts';
import { Permission, permissionsIn } from '../permission.ts';
import type { FormFault } from '../problem.ts';
import type { Channel, User } from '../state/model.ts';
import { memberOf, type World } from '../state/world.ts';

export interface Mentions {
  readonly mentions: readonly string[];
  readonly mention_roles: readonly string[];
  readonly mention_everyone: boolean;
}

export const NOBODY: Mentions = { mentions: [], mention_roles: [], mention_everyone: false };

/** Code is quoted, not said: nobody is called from within it. */
const spoken = (content: string): string => content.replace(/```[\s\S]*?```|``[\s\S]*?``|`[^`\n]*`/g, ' ');

const idsOf = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].flatMap(([, id]) => (id === undefined ? [] : [id]))),
];

/** Whom a message calls: what its words name, as far as `allowed_mentions` and the author's permissions let it. */
export function mentionsIn(
  world: World,
  channel: Channel,
  author: User,
  content: string,
  allowed: APIAllowedMentions | undefined,
  repliedTo: string | undefined,
): Mentions {
  const text = spoken(content);
  const loud = (permissionsIn(world, channel, author.id) & Permission.MentionEveryone) !== 0n;
  const parses = (kind: 'users' | 'roles' | 'everyone') =>
    allowed === undefined || (allowed.parse as readonly string[] | undefined)?.includes(kind) === true;
  const users = idsOf(text, /<@!?(\d+)>/g)
    .filter((id) => parses('users') || allowed?.users?.includes(id) === true)
    .filter((id) => world.users.get(id) !== undefined && isHere(world, channel, id));
  const roles = idsOf(text, /<@&(\d+)>/g)
    .filter((id) => parses('roles') || allowed?.roles?.includes(id) === true)
    .filter((id) => {
      const role = world.roles.get(id);
      return role !== undefined && role.guild_id === channel.guild_id && (role.mentionable || loud);
    });
  const pingsReplied = allowed === undefined || allowed.replied_user === true;
  const replied = repliedTo !== undefined && pingsReplied && !users.includes(repliedTo) ? [repliedTo] : [];
  return {
    mentions: [...users, ...replied],
    mention_roles: roles,
    mention_everyone: loud && parses('everyone') && /@(everyone|here)\b/.test(text),
  };
}

const isHere = (world: World, channel: Channel, userId: string): boolean =>
  channel.guild_id === undefined
    ? userId === channel.recipient_id || userId === world.applicationId
    : memberOf(world, channel.guild_id, userId) !== undefined;

/** What Discord holds against an `allowed_mentions` that says two things at once. */
export function mentionFaults(allowed: APIAllowedMentions | null | undefined): FormFault[] {
  if (!allowed) return [];
  const both = (['users', 'roles'] as const).filter(
    (kind) => (allowed.parse as readonly string[] | undefined)?.includes(kind) && (allowed[kind]?.length ?? 0) > 0,
  );
  return both.map((kind) =>
    fault(
      ['allowed_mentions'],
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    ),
  );
}
