import { createHash } from 'node:crypto';
import type { Route } from './router.ts';

/** How often a bot may ask. `Infinity` lifts a limit. */
export interface RateLimits {
  /** Requests a second of one bot over all routes; interaction callbacks and follow-ups do not count. */
  readonly global: number;
  /** Multiplies every route's own allowance. */
  readonly route: number;
}

export const DISCORD_LIMITS: RateLimits = { global: 50, route: 1 };

/** What a route allows that says nothing itself, a guess in Discord's order of size. */
const ORDINARY = [10, 10_000] as const;

interface Window {
  count: number;
  readonly ends: number;
}

export interface Verdict {
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds to wait, when the request is one too many. */
  readonly refused?: { readonly retryAfter: number; readonly global: boolean };
}

/** Counts a request and says whether it is one too many. */
export type Meter = (route: Route, params: Readonly<Record<string, string>>) => Verdict;

/** What makes two requests of one route count apart, as Discord documents it. */
const MAJOR = ['channel_id', 'guild_id', 'webhook_id', 'token'];

export function openMeter(limits: RateLimits, now: () => number): Meter {
  const windows = new Map<string, Window>();
  const within = (key: string, per: number): Window => {
    const known = windows.get(key);
    if (known !== undefined && now() < known.ends) return known;
    if (windows.size > 10_000) for (const [old, { ends }] of windows) if (ends <= now()) windows.delete(old);
    const window = { count: 0, ends: now() + per };
    windows.set(key, window);
    return window;
  };
  return (route, params) => {
    const everything = route.exempt === true ? undefined : within('global', 1_000);
    if (everything !== undefined && everything.count >= limits.global) {
      const retryAfter = (everything.ends - now()) / 1_000;
      return {
        headers: { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' },
        refused: { retryAfter, global: true },
      };
    }
    if (everything !== undefined) everything.count += 1;
    if (route.limit === null || !Number.isFinite(limits.route)) return { headers: {} };
    const [requests, per] = route.limit ?? ORDINARY;
    const allowed = Math.max(1, Math.floor(requests * limits.route));
    const bucket = bucketOf(route);
    const window = within(`${bucket}:${MAJOR.map((name) => params[name] ?? '').join(':')}`, per);
    const left = (window.ends - now()) / 1_000;
    const over = window.count >= allowed;
    if (!over) window.count += 1;
    const headers = {
      'x-ratelimit-limit': String(allowed),
      'x-ratelimit-remaining': String(allowed - window.count),
      'x-ratelimit-reset': (window.ends / 1_000).toFixed(3),
      'x-ratelimit-reset-after': left.toFixed(3),
      'x-ratelimit-bucket': bucket,
    };
    if (!over) return { headers };
    return { headers: { ...headers, 'x-ratelimit-scope': 'user' }, refused: { retryAfter: left, global: false } };
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
