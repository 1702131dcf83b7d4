import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem, refusal, SandboxError } from '../problem.ts';
import type { User } from '../state/model.ts';
import { botOf } from '../state/world.ts';
import type { Faults } from '../switchboard/fault.ts';
import type { Recorder } from '../switchboard/recorder.ts';
import type { SwitchboardCall } from '../switchboard/switchboard.ts';
import { readBody } from './body.ts';
import type { Answer, Discord } from './call.ts';
import { isTrusted } from './origin.ts';
import { pageFile } from './page.ts';
import type { Meter } from './rate-limit.ts';
import type { Match, Route, Router } from './router.ts';
import { targetOf } from './target.ts';

export interface ApiParts {
  readonly discord: Discord;
  readonly router: Router;
  readonly meter: Meter;
  readonly faults: Faults;
  readonly recorder: Recorder;
  readonly switchboard: (call: SwitchboardCall) => unknown;
}

export interface Reply extends Answer {
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes instead of JSON. */
  readonly file?: { readonly data: Buffer; readonly type: string };
}

/** Answers one HTTP request of a client of the sandbox. */
export async function answer(parts: ApiParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { path, query } = targetOf(request);
  const method = request.method ?? 'GET';
  if (!isTrusted(request)) return send(response, failed(new Problem(421, 0, 'Misdirected Request: loopback only')));
  const api = /^\/api(?:\/v10)?(\/.*)$/.exec(path)?.[1];
  if (api !== undefined) return answerDiscord(parts, request, response, { method, path: api, query });
  try {
    const side = /^\/sandbox(\/.*)$/.exec(path)?.[1];
    const upload = parts.discord.uploads.at(path);
    if (side !== undefined) {
      const { body } = await readBody(request);
      const result = await parts.switchboard({ method, path: side, query, body });
      send(response, result === undefined ? { status: 204 } : { status: 200, body: result });
    } else if (method !== 'GET') throw refusal('notFound');
    else if (upload !== undefined) send(response, { status: 200, file: upload, headers: UPLOADED });
    else send(response, pageFile(path));
  } catch (error) {
    send(response, failed(error));
  }
}

/** What anyone may have uploaded is shown, and does nothing. */
const UPLOADED = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" };

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** What is learnt of a request on the way to its answer. */
interface Sent {
  body?: unknown;
  by?: string;
}

async function answerDiscord(parts: ApiParts, request: IncomingMessage, response: ServerResponse, asked: Asked) {
  const match = parts.router(asked.method, asked.path);
  const aim = match?.route && { route: match.route, path: asked.path, channelId: channelOf(parts, match) };
  const sent: Sent = {};
  const reply = await replyTo(parts, request, asked, match, aim, sent).catch(failed);
  parts.recorder.record({
    at: parts.discord.world.now(),
    method: asked.method,
    route: match?.route?.template ?? null,
    path: asked.path,
    status: reply.status,
    ...codeOf(reply),
    ...sent,
  });
  if (aim !== undefined && parts.faults.take('lost-answer', aim) !== undefined) request.socket.destroy();
  else send(response, reply);
}

async function replyTo(
  parts: ApiParts,
  request: IncomingMessage,
  { query }: Asked,
  match: Match | undefined,
  aim: Parameters<Faults['take']>[1] | undefined,
  sent: Sent,
): Promise<Reply> {
  if (match === undefined) throw refusal('notFound');
  if (match.route === undefined || aim === undefined) throw refusal('methodNotAllowed');
  const { route, params } = match;
  const delay = parts.faults.take('delay', aim);
  if (delay !== undefined) await wait(delay.ms, undefined, { ref: false });
  const caller = callerOf(parts.discord, request, route);
  sent.by = caller.username;
  const struck = parts.faults.take('status', aim);
  if (struck?.status === 429) {
    const { retryAfter = 1, scope = 'user' } = struck;
    const isGlobal = scope === 'global';
    const headers = { 'x-ratelimit-scope': scope, ...(isGlobal && { 'x-ratelimit-global': 'true' }) };
    return tooMany(retryAfter, isGlobal, { ...headers, 'retry-after': String(retryAfter) });
  }
  if (struck !== undefined)
    throw new Problem(struck.status, struck.code ?? 0, struck.message ?? `${struck.status}: scripted`);
  const metered = caller.bot ? parts.meter.count(route, params, caller.id) : { headers: {} };
  if (metered.refused !== undefined)
    return tooMany(metered.refused.retryAfter, metered.refused.global, metered.headers);
  if (caller.bot && route.exempt !== true) parts.recorder.pass(parts.discord.world.now());
  try {
    const { body, files } = await readBody(request);
    sent.body = body;
    checkIds(params);
    const locale = request.headers['x-discord-locale'];
    const result = await route.handle({
      ...parts.discord,
      caller,
      params,
      query,
      body,
      files,
      locale: typeof locale === 'string' ? locale : undefined,
    });
    return { ...result, headers: metered.headers };
  } catch (error) {
    const reply = failed(error);
    return { ...reply, headers: { ...metered.headers, ...reply.headers } };
  }
}

function checkIds(params: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(params))
    if (name.endsWith('_id') && !/^(\d{15,20}|@me|@original)$/.test(value))
      throw new Problem(400, 50035, 'Invalid Form Body', {
        [name]: { _errors: [{ code: 'NUMBER_TYPE_COERCE', message: `Value "${value}" is not snowflake.` }] },
      });
}

function callerOf({ world }: Discord, request: IncomingMessage, { by }: Route): User {
  if (by === 'token') return botOf(world);
  const header = request.headers.authorization ?? '';
  for (const user of world.users.values()) {
    if (header !== (user.bot ? `Bot ${user.token}` : user.token)) continue;
    if (by === 'bot' && !user.bot) throw refusal('botsOnly');
    if (by === 'person' && user.bot) throw refusal('peopleOnly');
    return user;
  }
  throw refusal('unauthorized');
}

/** The channel a request is about, also where only the interaction's token says so. */
function channelOf({ discord }: ApiParts, { params }: Match): string | undefined {
  return (
    params['channel_id'] ??
    (params['token'] === undefined ? undefined : discord.inbox.byToken(params['token'])?.channel_id)
  );
}

function tooMany(seconds: number, global: boolean, headers: Readonly<Record<string, string>>): Reply {
  const body = { message: 'You are being rate limited.', retry_after: seconds, global };
  return { status: 429, body, headers: { 'retry-after': String(Math.max(1, Math.ceil(seconds))), ...headers } };
}

function failed(error: unknown): Reply {
  if (error instanceof Problem) {
    const { status, code, message, errors, retryAfter } = error;
    if (retryAfter === undefined)
      return { status, body: errors === undefined ? { message, code } : { message, code, errors } };
    const limited = tooMany(retryAfter, false, { 'x-ratelimit-scope': 'user' });
    return { ...limited, status, body: { message, code, retry_after: retryAfter, global: false } };
  }
  const words = error instanceof SandboxError ? error.message : 'The sandbox has a bug.';
  console.error('sandbox:', error);
  return { status: 500, body: { message: `500: Internal Server Error. ${words}`, code: 0 } };
}

function codeOf({ status, body }: Reply): { code?: number } {
  const refused = status >= 400 && typeof body === 'object' && body !== null && 'code' in body;
  return refused && typeof body.code === 'number' ? { code: body.code } : {};
}

function send(response: ServerResponse, { status, body, headers, file }: Reply): void {
  if (file !== undefined)
    response
      .writeHead(status, { ...headers, 'content-type': file.type, 'content-length': file.data.length })
      .end(file.data);
  else if (body === undefined) response.writeHead(status, headers).end();
  else {
    const text = JSON.stringify(body);
    const length = Buffer.byteLength(text);
    response.writeHead(status, { ...headers, 'content-type': 'application/json', 'content-length': length }).end(text);
  }
}

/** A server on loopback alone. @throws SandboxError when the port is taken. */
export function listen(port: number): Promise<Server> {
  const server = createServer();
  // Clients keep their connections; one closed by us just as they use it again would look like a fault nobody scripted.
  server.keepAliveTimeout = 120_000;
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(portFault(port, cause)));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function portFault(port: number, cause: Error): SandboxError {
  const why = 'code' in cause && cause.code === 'EADDRINUSE' ? 'is taken' : `cannot be opened (${cause.message})`;
  return new SandboxError('port-taken', `Port ${port} ${why}. Set SANDBOX_PORT to a free one, or to 0 for any.`, {
    cause,
  });
}
