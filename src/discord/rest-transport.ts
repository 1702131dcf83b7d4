import { DiscordAPIError, HTTPError, RateLimitError, REST, type RESTOptions, Routes } from 'discord.js';
import { SECOND } from '../match/instant.ts';
import type { SendResult, Transport } from '../outbox/transport.ts';

/** Longer waits than this are the outbox's business: it can keep a post for later, a waiting request cannot. */
const LONGEST_WAIT_MS = 20 * SECOND;

export interface RestTransportOptions {
  readonly token: string;
  /** Where Discord's API is, without the version; Discord's own when absent. */
  readonly api?: string;
}

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
