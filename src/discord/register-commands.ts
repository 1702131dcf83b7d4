import { DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { AnyCommand } from '../../commands/command.ts';
import { DiscordStartError } from './client.ts';
import { sameCommands } from './same-commands.ts';

export interface RegisterOptions {
  readonly commands: readonly AnyCommand[];
  readonly rest: Pick<REST, 'get' | 'put'>;
  readonly applicationId: string;
  /** The one server to register in, where commands show at once; everywhere when absent. */
  readonly guildId?: string;
}

/**
 * Makes Discord's list of commands this one, in one request, and only where it differs: Discord takes 200 new commands a
 * day. True when it did. Throws a DiscordStartError that says what to do where only the operator can, and an Error where
 * it may be tried again.
 */
export async function registerCommands({ commands, rest, applicationId, guildId }: RegisterOptions): Promise<boolean> {
  const route = guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId);
  const wanted = commands.map(({ data }) => data);
  try {
    const registered = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
    if (sameCommands(wanted, registered)) return false;
    await rest.put(route, { body: wanted });
    return true;
  } catch (error) {
    const message = `The slash commands could not be registered: ${adviceFor(error, guildId)}`;
    throw isForGood(error) ? new DiscordStartError(message) : new Error(message);
  }
}

/** Whether Discord itself has refused, with a reason that another try does not change. */
function isForGood(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError) || error.status === 429) return false;
  return error.status === 401 || Boolean(error.code);
}

function adviceFor(error: unknown, guildId: string | undefined): string {
  if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.MissingAccess && guildId)
    return `Tifo is not in server ${guildId}, or was invited without the scope applications.commands; invite it again, or unset DISCORD_GUILD_ID.`;
  const said = error instanceof Error ? error.message : String(error);
  return /[.!?]$/.test(said) ? said : `${said}.`;
}
