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

/** Connects, and resolves to the client once the gateway is ready. Throws a DiscordStartError that says what to do. */
export async function connect(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve, reject) => {
    client.once(Events.ClientReady, resolve);
    client.once(Events.ShardDisconnect, ({ code }) => reject(new DiscordStartError(closeAdvice(code))));
    client.once(Events.Invalidated, () =>
      reject(new DiscordStartError('Discord ended the session; start the bot again.')),
    );
  });
  // Whichever comes first decides; the other must not become an unhandled rejection.
  ready.catch(() => {});
  try {
    await client.login(token);
    return await ready;
  } catch (error) {
    throw error instanceof DiscordStartError ? error : new DiscordStartError(loginAdvice(error));
  }
}

function closeAdvice(code: number): string {
  switch (code) {
    case 4004:
      return WRONG_TOKEN;
    case 4010:
    case 4011:
      return 'Discord wants more shards than the bot was told to run (4011).';
    case 4013:
    case 4014:
      return `Discord refused the bot's intents (${code}): in the Developer Portal, open the application's Bot page and check Privileged Gateway Intents; Tifo needs none.`;
    default:
      return `The gateway closed the connection (${code}); try again in a minute.`;
  }
}

const WRONG_TOKEN =
  'Discord did not accept the token (4004): copy it anew from the Developer Portal (Bot, Reset Token) into DISCORD_TOKEN.';

function loginAdvice(error: unknown): string {
  if (error instanceof DiscordAPIError && error.status === 401) return WRONG_TOKEN;
  if (error instanceof DiscordjsError && error.code === 'TokenInvalid') return WRONG_TOKEN;
  if (error instanceof Error && /disallowed intents|invalid intents/i.test(error.message)) return closeAdvice(4014);
  const reason = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : '';
  return `Discord could not be reached${reason ? ` (${reason})` : ''}: check the network and DISCORD_API_URL.`;
}
