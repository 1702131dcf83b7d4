import { createHash } from 'node:crypto';
import type { Route } from './router.ts';

/** How often a bot may ask, and how soon it must answer. `Infinity` lifts a limit of how often. */
export interface Limits {
  /** Requests a second of one bot over all routes; interaction callbacks and follow-ups do not count. */
  readonly global: number;
  /** Multiplies every route's own allowance. */
  readonly route: number;
  /**
   * How the global limit counts: in seconds that begin with the first request after the last one ended, or, the stricter
   * way, so that no second whenever it begins ever holds more.
   */
  readonly window: 'fixed' | 'sliding';
  /** How long a bot has for its first answer to an interaction, in ms. */
  readonly answerWithinMs: number;
}

export const DISCORD_LIMITS: Limits = { global: 50, route: 1, window: 'fixed', answerWithinMs: 3_000 };

/** What a route allows that says nothing itself, a guess in Discord's order of size. */
const ORDINARY = [10, 10_000] as const;
const SECOND = 1_000;

interface Window {
  count: number;
  readonly ends: number;
}

export interface Verdict {
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds to wait, when the request is one too many. */
  readonly refused?: { readonly retryAfter: number; readonly global: boolean };
}

export interface Meter {
  /** Counts a request and says whether it is one too many. */
  count(route: Route, params: Readonly<Record<string, string>>, callerId: string): Verdict;
  limits(): Limits;
  /** Changes the limits; counting begins anew. */
  limit(change: Partial<Limits>): void;
}

/** What makes two requests of one route count apart, as Discord documents it. */
const MAJOR = ['channel_id', 'guild_id', 'webhook_id', 'token'];

export function openMeter(first: Limits, now: () => number): Meter {
  let limits = first;
  const windows = new Map<string, Window>();
  const passed = new Map<string, number[]>();
  const within = (key: string, per: number): Window => {
    const known = windows.get(key);
    if (known !== undefined && now() < known.ends) return known;
    if (windows.size > 10_000) for (const [old, { ends }] of windows) if (ends <= now()) windows.delete(old);
    const window = { count: 0, ends: now() + per };
    windows.set(key, window);
    return window;
  };

  /** Ms to wait for the global limit; 0 when the request passes, and is counted. */
  function globalWait(callerId: string): number {
    if (!Number.isFinite(limits.global)) return 0;
    if (limits.window === 'fixed') {
      const window = within(`global:${callerId}`, SECOND);
      if (window.count >= limits.global) return window.ends - now();
      window.count += 1;
      return 0;
    }
    const times = passed.get(callerId) ?? [];
    const oldest = times.length < limits.global ? undefined : times[0];
    if (oldest !== undefined && oldest + SECOND > now()) return oldest + SECOND - now();
    if (oldest !== undefined) times.shift();
    times.push(now());
    passed.set(callerId, times);
    return 0;
  }

  return {
    limits: () => limits,
    limit(change) {
      limits = { ...limits, ...change };
      windows.clear();
      passed.clear();
    },
    count(route, params, callerId) {
      const wait = route.exempt === true ? 0 : globalWait(callerId);
      if (wait > 0)
        return {
          headers: { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' },
          refused: { retryAfter: wait / SECOND, global: true },
        };
      if (route.limit === null || !Number.isFinite(limits.route)) return { headers: {} };
      const [requests, per] = route.limit ?? ORDINARY;
      const allowed = Math.max(1, Math.floor(requests * limits.route));
      const bucket = bucketOf(route);
      const window = within(`${bucket}:${MAJOR.map((name) => params[name] ?? '').join(':')}`, per);
      const left = (window.ends - now()) / SECOND;
      const over = window.count >= allowed;
      if (!over) window.count += 1;
      const headers = {
        'x-ratelimit-limit': String(allowed),
        'x-ratelimit-remaining': String(allowed - window.count),
        'x-ratelimit-reset': (window.ends / SECOND).toFixed(3),
        'x-ratelimit-reset-after': left.toFixed(3),
        'x-ratelimit-bucket': bucket,
      };
      if (!over) return { headers };
      return { headers: { ...headers, 'x-ratelimit-scope': 'user' }, refused: { retryAfter: left, global: false } };
    },
  };
}

const buckets = new WeakMap<Route, string>();

function bucketOf(route: Route): string {
  const known = buckets.get(route);
  if (known !== undefined) return known;
  const bucket = createHash('sha256').update(`${route.method} ${route.template}`).digest('hex').slice(0, 32);
  buckets.set(route, bucket);
  return bucket;
}
