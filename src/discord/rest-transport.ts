import {
  DiscordAPIError,
  HTTPError,
  RateLimitError,
  REST,
  RESTEvents,
  RESTJSONErrorCodes,
  type RESTOptions,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import { z } from 'zod';
import { DAY, type Instant, MINUTE, SECOND } from '../match/instant.ts';
import type { MessageBody } from '../messages/message.ts';
import type { DoneResult, Failure, SendResult, Transport } from '../outbox/transport.ts';
import { dress, orWithout, type PictureOptions, requestOf } from './attach-picture.ts';
import { askDiscord } from './own-answers.ts';
import type { Pace } from './pace.ts';

/** Longer waits than this are the outbox's business: it can keep a post for later, a waiting request cannot. */
const LONGEST_WAIT_MS = 6 * SECOND;

export interface RestTransportOptions {
  readonly token: string;
  /** Where Discord's API is, without the version; Discord's own when absent. */
  readonly api?: string;
  /** Keeps to Discord's limit, which all clients of one bot share; without it requests go at once. */
  readonly pace?: Pace;
  /** Who draws; without it messages go without their pictures. */
  readonly pictures?: PictureOptions;
}

/** Nobody waits. */
export const AT_ONCE: Pace = { run: (request) => request(), tooFast() {} };

/** As many messages as are looked through for one that may have been posted already. */
const LOOK_BACK = 100;

/**
 * Sends through a REST client of its own, so that no reader's answer ever waits behind a fan-out. It tries each message
 * once: trying again is the outbox's work, which survives a restart.
 */
export function restTransport({ token, api, pace = AT_ONCE, pictures }: RestTransportOptions): Transport {
  const rest = pacedRest({ token, ...(api && { api }), pace });
  const self = ownId(rest);
  /** `asGood`: Discord's codes that say that what was asked for is so already. */
  const settled = async (request: () => Promise<unknown>, asGood: readonly number[] = []): Promise<DoneResult> => {
    try {
      await request();
      return { ok: true };
    } catch (error) {
      const failed = failure(error);
      return failed.reason === 'rejected' && asGood.includes(failed.code) ? { ok: true } : failed;
    }
  };
  const done = (request: () => Promise<unknown>, ...asGood: readonly number[]) =>
    settled(() => pace.run(request), asGood);
  const post = async (channelId: string, message: MessageBody, more: object): Promise<SendResult> => {
    try {
      const sent = await orWithout(message, await dress(message, pictures), (dressed) =>
        pace.run(() => rest.post(Routes.channelMessages(channelId), requestOf(dressed, more))),
      );
      return { ok: true, messageId: idOf(sent) };
    } catch (error) {
      return failure(error);
    }
  };
  return {
    async send(channelId, message, nonce, replyTo) {
      const once = { nonce, enforce_nonce: true };
      if (replyTo === undefined) return post(channelId, message, once);
      const message_reference = { message_id: replyTo, fail_if_not_exists: false };
      const sent = await post(channelId, message, { ...once, message_reference });
      // Where Tifo may not read back, it may still speak.
      return isRejected(sent, RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory)
        ? post(channelId, message, once)
        : sent;
    },
    edit: (channelId, messageId, message) =>
      settled(async () =>
        orWithout(message, await dress(message, pictures), (dressed) =>
          pace.run(() =>
            rest.patch(Routes.channelMessage(channelId, messageId), requestOf(dressed, {}, { replacing: true })),
          ),
        ),
      ),
    remove: (channelId, messageId) =>
      done(() => rest.delete(Routes.channelMessage(channelId, messageId)), RESTJSONErrorCodes.UnknownMessage),
    pin: (channelId, messageId, pinned) =>
      done(() => rest[pinned ? 'put' : 'delete'](Routes.channelMessagesPin(channelId, messageId))),
    openThread: (channelId, messageId, name) =>
      done(
        () => rest.post(Routes.threads(channelId, messageId), { body: { name, auto_archive_duration: DAY / MINUTE } }),
        RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage,
      ),
    closeThread: (threadId) =>
      done(
        () => rest.patch(Routes.channel(threadId), { body: { archived: true } }),
        RESTJSONErrorCodes.UnknownChannel,
        RESTJSONErrorCodes.InvalidActionOnArchivedThread,
      ),
    async find(channelId, message, since) {
      const query = new URLSearchParams({ after: snowflakeAt(since), limit: String(LOOK_BACK) });
      try {
        const id = await self();
        const found = messages.parse(await pace.run(() => rest.get(Routes.channelMessages(channelId), { query })));
        return found.find((posted) => posted.author.id === id && isSame(posted, message))?.id;
      } catch (error) {
        const isUnreadable = error instanceof DiscordAPIError && (error.status === 403 || error.status === 404);
        // Without a code it is not known whether the channel can be read, and so whether the message stands.
        if (isUnreadable && codeOf(error) !== 0) return undefined;
        throw error;
      }
    },
  };
}

/** A REST client that tries each request once, and tells who keeps the pace when Discord found it too fast. */
export function pacedRest({ token, api, pace = AT_ONCE }: Omit<RestTransportOptions, 'pictures'>): REST {
  // Who keeps the pace need not be kept to another, which counts from other moments and would only hold requests up.
  const unlimited = pace !== AT_ONCE && { globalRequestsPerSecond: Number.MAX_SAFE_INTEGER };
  const rest = new REST({ ...restOptions(api), ...unlimited, retries: 0 }).setToken(token);
  rest.on(RESTEvents.RateLimited, ({ global }) => {
    if (global) pace.tooFast();
  });
  return rest;
}

/** What every REST client of Tifo has in common. */
export function restOptions(api: string | undefined): Partial<RESTOptions> {
  return {
    ...(api && { api }),
    version: '10',
    makeRequest: askDiscord,
    timeout: 15 * SECOND,
    // A shared limit says its true wait in the body alone, and rest would wait for the header's for ever.
    rejectOnRateLimit: ({ scope, retryAfter }) => scope === 'shared' || retryAfter > LONGEST_WAIT_MS,
  };
}

/** Rows of buttons, as far as it is told where they lead. */
const rows = z.array(z.object({ components: z.array(z.object({ custom_id: z.string().nullish() })).nullish() }));

const messages = z.array(
  z.object({
    id: z.string(),
    content: z.string(),
    author: z.object({ id: z.string() }),
    embeds: z.array(z.object({ title: z.string().nullish() })),
    components: rows.default([]),
  }),
);

/**
 * Whether a message that stands is the one that was to be posted. A live card may read differently by the time it is
 * looked for, so of a message with buttons its title and where the buttons lead count.
 */
function isSame(posted: z.infer<typeof messages>[number], message: MessageBody): boolean {
  if (posted.content === message.content) return true;
  const buttons = buttonIds(rows.parse(message.components ?? []));
  const isSameTitle = (posted.embeds[0]?.title ?? '') === (message.embeds?.[0]?.title ?? '');
  return buttons !== '' && isSameTitle && buttonIds(posted.components) === buttons;
}

function buttonIds(of: z.infer<typeof rows>): string {
  return of.flatMap(({ components }) => (components ?? []).map(({ custom_id }) => custom_id ?? '')).join(' ');
}

/** The bot's own id, asked for once. */
export function ownId(rest: REST): () => Promise<string> {
  let known: string | undefined;
  return async () => {
    known ??= z.object({ id: z.string() }).parse(await rest.get(Routes.user())).id;
    return known;
  };
}

/** The earliest id that a message of that moment can have. */
function snowflakeAt(at: Instant): string {
  return SnowflakeUtil.generate({ timestamp: at, increment: 0n, workerId: 0n, processId: 0n }).toString();
}

function idOf(message: unknown): string {
  if (typeof message === 'object' && message !== null && 'id' in message) return String(message.id);
  throw new Error('Discord took a message and gave it no id');
}

function failure(error: unknown): Failure {
  if (error instanceof DiscordAPIError) {
    if (error.status >= 500 || error.status === 429) return { ok: false, reason: 'busy', problem: describe(error) };
    return { ok: false, reason: 'rejected', status: error.status, code: codeOf(error), problem: describe(error) };
  }
  if (error instanceof RateLimitError) {
    return { ok: false, reason: 'busy', problem: `rate limited (${error.scope})`, retryAfterMs: error.retryAfter };
  }
  if (error instanceof HTTPError)
    return { ok: false, reason: 'busy', problem: `HTTP ${error.status}: ${error.message}` };
  // Time-outs, refused connections, sockets closed from the other side: whether it was taken is unknown, the nonce tells.
  return { ok: false, reason: 'busy', problem: error instanceof Error ? describe(error) : 'no answer' };
}

/** Discord's own error code; 0 where it gave none, or something else has answered. */
function codeOf({ code }: DiscordAPIError): number {
  return typeof code === 'number' ? code : 0;
}

function isRejected(result: SendResult, code: number): boolean {
  return !result.ok && result.reason === 'rejected' && result.code === code;
}

function describe(error: Error): string {
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.message}${cause}`;
}
