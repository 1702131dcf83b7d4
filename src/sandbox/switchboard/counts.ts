/** How requests of one route were answered, and when the first and the last was, in ms since the epoch. */
export interface RouteCounts {
  readonly statuses: Readonly<Record<string, number>>;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** How all requests were answered since the counters were last reset. */
export interface Counts {
  readonly since: number;
  readonly total: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** The most requests that passed in any one second, of those that count against the bot's global limit. */
  readonly busiestSecond: number;
  /** By method and template: `POST /channels/{channel_id}/messages`. */
  readonly routes: Readonly<Record<string, RouteCounts>>;
}

export interface Counted {
  readonly at: number;
  readonly method: string;
  readonly route: string | null;
  readonly status: number;
}

/** Counters that cost next to nothing, for what a benchmark wants to know of a million requests. */
export interface Counter {
  count(request: Counted): void;
  /** A request passes the bot's global limit. */
  pass(at: number): void;
  read(): Counts;
  reset(now: number): void;
}

interface Tally {
  readonly statuses: Record<string, number>;
  readonly firstAt: number;
  lastAt: number;
}

export function openCounter(now: number): Counter {
  let since = now;
  let busiestSecond = 0;
  const statuses: Record<string, number> = {};
  const routes = new Map<string, Tally>();
  /** When the requests of the last second passed, oldest first. */
  let recent: number[] = [];
  let oldest = 0;

  function pass(at: number): void {
    recent.push(at);
    while ((recent[oldest] ?? at) <= at - 1_000) oldest += 1;
    busiestSecond = Math.max(busiestSecond, recent.length - oldest);
    if (oldest < 1_000) return;
    recent = recent.slice(oldest);
    oldest = 0;
  }

  return {
    pass,
    count({ at, method, route, status }) {
      bump(statuses, status);
      const name = `${method} ${route ?? 'unknown'}`;
      const tally = routes.get(name) ?? { statuses: {}, firstAt: at, lastAt: at };
      routes.set(name, tally);
      tally.lastAt = at;
      bump(tally.statuses, status);
    },
    read: () => ({
      since,
      total: Object.values(statuses).reduce((sum, count) => sum + count, 0),
      statuses: { ...statuses },
      busiestSecond,
      routes: Object.fromEntries(routes),
    }),
    reset(at) {
      since = at;
      busiestSecond = 0;
      recent = [];
      oldest = 0;
      routes.clear();
      for (const status of Object.keys(statuses)) delete statuses[status];
    },
  };
}

function bump(statuses: Record<string, number>, status: number): void {
  statuses[status] = (statuses[status] ?? 0) + 1;
}
