import { DiscordAPIError, HTTPError, RateLimitError, REST, type RESTOptions, Routes, SnowflakeUtil } from 'discord.js';
import { z } from 'zod';
import { type Instant, SECOND } from '../match/instant.ts';
import type { SendResult, Transport } from '../outbox/transport.ts';

/** Longer waits than this are the outbox's business: it can keep a post for later, a waiting request cannot. */
const LONGEST_WAIT_MS = 6 * SECOND;

export interface RestTransportOptions {
  readonly token: string;
  /** Where Discord's API is, without the version; Discord's own when absent. */
  readonly api?: string;
}

/** As many messages as are looked through for one that may have been posted already. */
const LOOK_BACK = 100;

/**
 * Sends through a REST client of its own, so that no reader's answer ever waits behind a fan-out. It tries each message
 * once: trying again is the outbox's work, which survives a restart.
 */
export function restTransport({ token, api }: RestTransportOptions): Transport {
  const rest = new REST({ ...restOptions(api), retries: 0 }).setToken(token);
  return {
    async send(channelId, message, nonce) {
      try {
        const sent = await rest.post(Routes.channelMessages(channelId), {
          body: { ...message, nonce, enforce_nonce: true },
        });
        return { ok: true, messageId: idOf(sent) };
      } catch (error) {
        return failure(error);
      }
    },
    async find(channelId, message, since) {
      const query = new URLSearchParams({ after: snowflakeAt(since), limit: String(LOOK_BACK) });
      try {
        const own = await me(rest);
        const found = messages.parse(await rest.get(Routes.channelMessages(channelId), { query }));
        return found.find(({ author, content }) => author.id === own && content === message.content)?.id;
      } catch (error) {
        if (error instanceof DiscordAPIError && (error.status === 403 || error.status === 404)) return undefined;
        throw error;
      }
    },
  };
}

/** What every REST client of Tifo has in common. */
export function restOptions(api: string | undefined): Partial<RESTOptions> {
  return {
    ...(api && { api }),
    version: '10',
    timeout: 15 * SECOND,
    // A shared limit says its true wait in the body alone, and rest would wait for the header's for ever.
    rejectOnRateLimit: ({ scope, retryAfter }) => scope === 'shared' || retryAfter > LONGEST_WAIT_MS,
  };
}

const messages = z.array(z.object({ id: z.string(), content: z.string(), author: z.object({ id: z.string() }) }));

async function me(rest: REST): Promise<string> {
  return z.object({ id: z.string() }).parse(await rest.get(Routes.user())).id;
}

/** The earliest id that a message of that moment can have. */
function snowflakeAt(at: Instant): string {
  return SnowflakeUtil.generate({ timestamp: at, increment: 0n, workerId: 0n, processId: 0n }).toString();
}

function idOf(message: unknown): string {
  if (typeof message === 'object' && message !== null && 'id' in message) return String(message.id);
  throw new Error('Discord took a message and gave it no id');
}

function failure(error: unknown): SendResult {
  if (error instanceof DiscordAPIError) {
    const code = Number(error.code);
    if (error.status >= 500 || error.status === 429) return { ok: false, reason: 'busy', problem: describe(error) };
    return { ok: false, reason: 'rejected', status: error.status, code, problem: describe(error) };
  }
  if (error instanceof RateLimitError) {
    return { ok: false, reason: 'busy', problem: `rate limited (${error.scope})`, retryAfterMs: error.retryAfter };
  }
  if (error instanceof HTTPError) {
    if (error.status >= 500 || error.status === 429)
      return { ok: false, reason: 'busy', problem: `HTTP ${error.status}` };
    return { ok: false, reason: 'rejected', status: error.status, code: 0, problem: `HTTP ${error.status}` };
  }
  // Time-outs, refused connections, sockets closed from the other side: whether it was taken is unknown, the nonce tells.
  return { ok: false, reason: 'busy', problem: error instanceof Error ? describe(error) : 'no answer' };
}

function describe(error: Error): string {
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.message}${cause}`;
}
