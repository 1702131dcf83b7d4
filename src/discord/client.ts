import { Client, DiscordAPIError, DiscordjsError, Events, Options } from 'discord.js';
import { OperatorError } from '../operator-error.ts';
import { restOptions } from './rest-transport.ts';
import { type TakeEventsOptions, takeEvents } from './take-events.ts';

/** Why the bot could not start, in a line for the operator. */
export class DiscordStartError extends OperatorError {
  override readonly name = 'DiscordStartError';
}

export interface ClientOptions extends TakeEventsOptions {
  /** Where Discord's API is, without the version; Discord's own when absent. */
  readonly api?: string;
}

/**
 * A discord.js client that answers and posts, and so needs neither intents nor caches: interactions bring what is to be
 * known of server, channel and reader with them. That is most of a client's memory.
 */
export function createClient({ api, log, ...taking }: ClientOptions): Client {
  const client = new Client({
    intents: [],
    makeCache: Options.cacheWithLimits(NO_CACHES),
    rest: restOptions(api),
  });
  takeEvents(client, { log, ...taking });
  client.on(Events.Error, (error) => log.error({ err: error }, 'the client reported an error'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'the client warned'));
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.error({ code, shard }, 'the gateway is closed for good'));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'the gateway is reconnecting'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'the gateway session goes on'));
  return client;
}

const NO_CACHES = {
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  GuildTextThreadManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadManager: 0,
  ThreadMemberManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
} as const;

/**
 * Connects, and resolves to the client once the gateway is ready. Throws a DiscordStartError that says what to do where
 * only the operator can, and else an Error that says what was the matter: another client may be let in a moment later.
 */
export async function connect(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve, reject) => {
    client.once(Events.ClientReady, resolve);
    client.once(Events.ShardDisconnect, ({ code }) => reject(closed(code)));
    client.once(Events.Invalidated, () => reject(new Error('Discord ended the session.')));
  });
  // Whichever comes first decides; the other must not become an unhandled rejection.
  ready.catch(() => {});
  try {
    await client.login(token);
    return await ready;
  } catch (error) {
    await client.destroy();
    throw error instanceof DiscordStartError ? error : refusedLogin(error);
  }
}

/** What a gateway that closed for good means. */
function closed(code: number): Error {
  switch (code) {
    case 4004:
      return new DiscordStartError(WRONG_TOKEN);
    case 4010:
    case 4011:
      return new DiscordStartError('Discord wants more shards than the bot was told to run (4011).');
    case 4013:
    case 4014:
      return new DiscordStartError(
        `Discord refused the bot's intents (${code}): in the Developer Portal, open the application's Bot page and check Privileged Gateway Intents; Tifo needs none.`,
      );
    default:
      return new Error(`The gateway closed the connection (${code}).`);
  }
}

const WRONG_TOKEN =
  'Discord did not accept the token (4004): copy it anew from the Developer Portal (Bot, Reset Token) into DISCORD_TOKEN.';

function refusedLogin(error: unknown): Error {
  if (isWrongToken(error)) return new DiscordStartError(WRONG_TOKEN);
  if (error instanceof Error && /disallowed intents|invalid intents/i.test(error.message)) return closed(4014);
  const reason = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : '';
  return new Error(
    `Discord could not be reached${reason ? ` (${reason})` : ''}: check the network and DISCORD_API_URL.`,
  );
}

function isWrongToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof DiscordjsError && error.code === 'TokenInvalid';
}
