import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, DAY, type Instant, MINUTE } from '../../../src/match/instant.ts';
import { isLive } from '../../../src/match/phase.ts';
import type { Snapshot } from '../../../src/match/snapshot.ts';
import { apiFootballAnswer, apiFootballFixture, leagueCode } from './api-football.ts';

/** What goes wrong with an answer. */
export type Fault =
  | { readonly kind: 'hang-up' | 'silent' | 'not-json' }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'change'; readonly change: (answer: { response: object[] }) => unknown };

export interface ServedMatch {
  readonly fixtureId: number;
  /** What is to be said of it at a moment. */
  readonly at: (moment: Instant) => Snapshot;
  readonly substitutions?: 'player-off' | 'player-on';
  readonly round?: string;
}

export interface ApiFootballServerOptions {
  readonly key: string;
  readonly matches: readonly ServedMatch[];
  readonly clock: Clock;
  /** 100 is the free plan, which knows neither `ids` nor days far off. */
  readonly ofDay?: number;
  readonly perMinute?: number;
}

/** API-Football without the wire. */
export interface ApiFootball {
  /** Answers at once, whatever the address. */
  readonly fetch: typeof globalThis.fetch;
  /** Every call that was answered or not, by its query: `live=135`. */
  readonly calls: readonly { readonly at: Instant; readonly query: string }[];
  /** For the next calls, one each; then all is well again. */
  fail(...faults: Fault[]): void;
  /** For the next calls whose query begins so, `live=`, one each. */
  failAt(query: string, ...faults: Fault[]): void;
  /** Until told otherwise. */
  failAlways(fault: Fault | undefined): void;
  /** Calls that somebody else made with the same key. */
  spend(calls: number): void;
}

export interface ApiFootballServer extends ApiFootball {
  readonly url: string;
  stop(): Promise<void>;
}

type Replies = (path: string, key: unknown) => Reply | 'hang-up' | 'silent';

interface Reply {
  readonly status?: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A match that says one snapshot after the other, each from its own moment on. */
export function played(fixtureId: number, snapshots: readonly Snapshot[]): ServedMatch {
  return {
    fixtureId,
    at: (moment) => snapshots.findLast(({ at }) => at <= moment) ?? snapshots[0]!,
  };
}

/** API-Football in this process: its plan, its counters, its errors that come with HTTP 200. */
export function apiFootball(options: ApiFootballServerOptions): ApiFootball & { readonly reply: Replies } {
  const { key, matches, clock, ofDay = 100, perMinute = 10 } = options;
  const calls: { at: Instant; query: string }[] = [];
  const faults: Fault[] = [];
  const aimed: { readonly query: string; readonly fault: Fault }[] = [];
  let always: Fault | undefined;
  let spent = 0;

  const usedToday = () =>
    spent + calls.filter(({ at }) => Math.floor(at / DAY) === Math.floor(clock.now() / DAY)).length;
  const usedThisMinute = () => calls.filter(({ at }) => clock.now() - at < MINUTE).length;

  function fixtures(query: URLSearchParams): object {
    const now = clock.now();
    const all = matches.map((match) => ({ ...match, snapshot: match.at(now) }));
    const show = (chosen: typeof all, shows: 'list' | 'live' | 'all') =>
      apiFootballAnswer(
        chosen.map(({ snapshot, fixtureId, substitutions = 'player-on', round }) =>
          apiFootballFixture(snapshot, fixtureId, { shows, substitutions, ...(round && { round }) }),
        ),
      );
    const live = query.get('live');
    if (live !== null) {
      const codes = live.split('-').map(Number);
      const inPlay = (snapshot: Snapshot) => isLive(snapshot.phase) || snapshot.phase === 'suspended';
      return show(
        all.filter(({ snapshot }) => codes.includes(leagueCode(snapshot.match.competition.id)) && inPlay(snapshot)),
        'live',
      );
    }
    const date = query.get('date');
    if (date !== null) {
      const far = Math.abs(Date.parse(date) - Math.floor(now / DAY) * DAY) > DAY;
      if (ofDay <= 100 && far) return apiFootballAnswer([], { plan: 'Free plans do not have access to this date.' });
      return show(
        all.filter(({ snapshot }) => new Date(snapshot.match.kickOff).toISOString().startsWith(date)),
        'list',
      );
    }
    const ids = query.get('ids');
    if (ids !== null && ofDay <= 100) {
      return apiFootballAnswer([], { plan: 'Free plans do not have access to the Ids parameter.' });
    }
    const wanted = (ids ?? query.get('id') ?? '').split('-').map(Number);
    if (wanted.length > 20) return apiFootballAnswer([], { ids: 'Maximum of 20 ids allowed.' });
    return show(
      all.filter(({ fixtureId }) => wanted.includes(fixtureId)),
      'all',
    );
  }

  function takeAimed(query: string): Fault | undefined {
    const index = aimed.findIndex((one) => query.startsWith(one.query));
    return index < 0 ? undefined : aimed.splice(index, 1)[0]?.fault;
  }

  function reply(path: string, given: unknown): Reply | 'hang-up' | 'silent' {
    const url = new URL(path, 'http://127.0.0.1');
    const refuse = (errors: object): Reply => ({ body: apiFootballAnswer([], errors) });
    if (given !== key) return refuse({ token: `Error/Missing application key: ${given}` });
    if (usedThisMinute() >= perMinute) {
      return refuse({ rateLimit: `Too many requests. Your rate limit is ${perMinute} requests per minute.` });
    }
    if (usedToday() >= ofDay) return refuse({ requests: 'You have reached the request limit for the day' });
    calls.push({ at: clock.now(), query: url.searchParams.toString() });
    const counters = {
      'x-ratelimit-requests-limit': String(ofDay),
      'x-ratelimit-requests-remaining': String(ofDay - usedToday()),
      'x-ratelimit-limit': String(perMinute),
      'x-ratelimit-remaining': String(perMinute - usedThisMinute()),
    };
    if (url.pathname !== '/fixtures') return refuse({ endpoint: 'This endpoint does not exist.' });
    const fault = faults.shift() ?? takeAimed(url.searchParams.toString()) ?? always;
    switch (fault?.kind) {
      case undefined:
        return { body: fixtures(url.searchParams), headers: counters };
      case 'hang-up':
      case 'silent':
        return fault.kind;
      case 'not-json':
        return { body: '<html>Bad gateway</html>', headers: counters };
      case 'status': {
        const retry = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
        return { status: fault.status, body: apiFootballAnswer([]), headers: { ...counters, ...retry } };
      }
      case 'errors':
        return { body: apiFootballAnswer([], fault.errors), headers: counters };
      case 'change':
        return { body: fault.change(JSON.parse(JSON.stringify(fixtures(url.searchParams)))), headers: counters };
    }
  }

  return {
    reply,
    fetch: async (address, init) => {
      const { pathname, search } = new URL(String(address));
      const said = reply(`${pathname}${search}`, new Headers(init?.headers).get('x-apisports-key'));
      if (said === 'hang-up' || said === 'silent') throw new TypeError('fetch failed');
      const body = typeof said.body === 'string' ? said.body : JSON.stringify(said.body);
      return new Response(body, { status: said.status ?? 200, ...(said.headers && { headers: said.headers }) });
    },
    calls,
    fail: (...more) => faults.push(...more),
    failAt: (query, ...more) => aimed.push(...more.map((fault) => ({ query, fault }))),
    failAlways: (fault) => {
      always = fault;
    },
    spend: (more) => {
      spent += more;
    },
  };
}

/** API-Football on this machine. */
export async function startApiFootball(options: ApiFootballServerOptions): Promise<ApiFootballServer> {
  const { reply, ...provider } = apiFootball(options);

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const said = reply(request.url ?? '/', request.headers['x-apisports-key']);
    if (said === 'hang-up') request.socket.destroy();
    if (said === 'hang-up' || said === 'silent') return;
    response.writeHead(said.status ?? 200, { 'content-type': 'application/json', ...said.headers });
    response.end(typeof said.body === 'string' ? said.body : JSON.stringify(said.body));
  }

  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    ...provider,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
