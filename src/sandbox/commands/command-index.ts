import { userJson } from '../guilds/user-json.ts';
import { type Answer, type Call, ok } from '../http/call.ts';
import { demandInGuild, guildPermissions, Permission, permissionsIn, visibleChannel } from '../permission.ts';
import type { Channel, Command, User } from '../state/model.ts';
import { botOf, type World } from '../state/world.ts';
import { commandJson } from './routes.ts';

const [IN_GUILD, WITH_BOT] = [0, 1] as const;

/** Where a command may be used: a server, or the direct messages with the bot. */
function isOffered(command: Command, guildId: string | undefined): boolean {
  if (command.guild_id !== undefined) return command.guild_id === guildId;
  const context = guildId === undefined ? WITH_BOT : IN_GUILD;
  if (command.contexts !== null) return command.contexts.includes(context);
  return context === IN_GUILD || command.dm_permission;
}

/** Whether a person's permissions are enough for a command: administrators need none, "0" leaves it to them alone. */
function isAllowed(command: Command, permissions: bigint): boolean {
  if (command.default_member_permissions === null) return true;
  const needed = BigInt(command.default_member_permissions);
  if ((permissions & Permission.Administrator) !== 0n) return true;
  return needed !== 0n && (permissions & needed) === needed;
}

export interface Place {
  readonly guildId: string | undefined;
  /** What the person may do there. */
  readonly permissions: bigint;
}

export const placeOf = (world: World, channel: Channel, user: User): Place => ({
  guildId: channel.guild_id,
  permissions: permissionsIn(world, channel, user.id),
});

/** The commands a person's client offers in a place: the server's own before global ones of the same name. */
export function offeredIn(world: World, guildId: string | undefined): Command[] {
  const own = guildId === undefined ? [] : [...world.commands.in(guildId).values()];
  const hidden = new Set(own.map(({ type, name }) => `${type}:${name}`));
  const global = [...world.commands.in('global').values()].filter(({ type, name }) => !hidden.has(`${type}:${name}`));
  return [...own, ...global].filter((command) => isOffered(command, guildId));
}

export function mayUse(command: Command, { guildId, permissions }: Place): boolean {
  if (guildId === undefined) return true;
  return (permissions & Permission.UseApplicationCommands) !== 0n && isAllowed(command, permissions);
}

/** What the caller can use in a channel or server, as Discord's own client asks for it. */
export function commandIndex(call: Call): Answer {
  const { world, caller } = call;
  const place = placeAsked(call);
  const usable = offeredIn(world, place.guildId).filter((command) => mayUse(command, place));
  const bot = userJson(botOf(world));
  return ok({
    applications: [{ id: world.applicationId, name: bot.username, description: '', icon: null, bot }],
    application_commands: usable.map((command) => ({
      ...commandJson(world, command),
      ...localized(command, caller.locale),
    })),
    version: usable.reduce((last, { version }) => (version > last ? version : last), '0'),
  });
}

function placeAsked({ world, caller, params }: Call): Place {
  const { channel_id, guild_id } = params;
  if (channel_id !== undefined) return placeOf(world, visibleChannel(world, channel_id, caller), caller);
  demandInGuild(world, guild_id ?? '', caller);
  return { guildId: guild_id, permissions: guildPermissions(world, guild_id ?? '', caller.id) };
}

/** The words in the reader's own language, where the command has them. */
function localized({ name_localizations, description_localizations }: Command, locale: string) {
  const [name, description] = [name_localizations, description_localizations].map(
    (words) => words && Object.entries(words).find(([each]) => each === locale)?.[1],
  );
  return { ...(name ? { name_localized: name } : {}), ...(description ? { description_localized: description } : {}) };
}
