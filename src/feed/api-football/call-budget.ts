import { type Clock, DAY, type Instant, MINUTE } from '../../match/instant.ts';
import type { CallBudget } from '../feed.ts';
import type { ApiProblem } from './problems.ts';

/** What the free plan allows, until the provider says otherwise. */
export const FREE_CALLS_A_DAY = 100;
const FREE_CALLS_A_MINUTE = 10;

/** How many calls were made on a day of UTC, `2026-10-25`. */
export interface CallUsage {
  readonly day: string;
  readonly used: number;
  /** How many the plan allows, once the provider has said so. */
  readonly ofDay?: number;
}

/** Where the count of calls outlives the process, and is shared with others that use the same key. */
export interface UsageStore {
  load(): Promise<CallUsage | undefined>;
  save(usage: CallUsage): Promise<void>;
}

/** Counts calls by day and by minute, before they are made: a call that is not counted is not made. */
export interface CallCounter {
  /** Takes one call; answers with the problem if there is none to take. */
  take(): Promise<ApiProblem | undefined>;
  /** Believes what an answer says of the limits, where that is stricter than our own count. */
  hear(headers: Headers): Promise<void>;
  /** No call at all for so long, or for the rest of the day. */
  pause(problem: ApiProblem): void;
  useUp(): Promise<void>;
  left(): CallBudget;
}

export function callCounter(clock: Clock, store: UsageStore): CallCounter {
  let usage: CallUsage = { day: dayOf(clock.now()), used: 0 };
  let perMinute = FREE_CALLS_A_MINUTE;
  let recent: readonly Instant[] = [];
  let paused: { readonly until: Instant; readonly problem: ApiProblem } | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const ofDay = () => usage.ofDay ?? FREE_CALLS_A_DAY;

  /** The day's count; another process may have counted further. */
  async function catchUp(): Promise<void> {
    const stored = await store.load();
    const day = dayOf(clock.now());
    const counts = [usage, ...(stored ? [stored] : [])].filter((one) => one.day === day).map(({ used }) => used);
    const limit = usage.ofDay ?? stored?.ofDay;
    usage = { day, used: Math.max(0, ...counts), ...(limit !== undefined && { ofDay: limit }) };
  }

  /** One after the other, so that no two calls are counted as one. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const next = turn.then(act, act);
    turn = next.catch(() => undefined);
    return next;
  }

  async function count(used: number): Promise<void> {
    usage = { ...usage, used };
    await store.save(usage);
  }

  async function takeOne(): Promise<ApiProblem | undefined> {
    const now = clock.now();
    if (paused && now < paused.until) return paused.problem;
    try {
      await catchUp();
      if (usage.used >= ofDay()) {
        return {
          kind: 'budget',
          text: `API-Football: all ${ofDay()} calls of this day are used; more after midnight UTC`,
        };
      }
      recent = recent.filter((at) => now - at < MINUTE);
      if (recent.length >= perMinute) {
        return { kind: 'too-fast', text: `API-Football: ${perMinute} calls were made in the last minute` };
      }
      await count(usage.used + 1);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { kind: 'budget', text: `API-Football: the count of calls cannot be kept (${reason})` };
    }
    recent = [...recent, now];
    return undefined;
  }

  return {
    take: () => inTurn(takeOne),
    hear: (headers) =>
      inTurn(async () => {
        const minuteLimit = read(headers, 'x-ratelimit-limit');
        if (minuteLimit) perMinute = minuteLimit;
        const limit = read(headers, 'x-ratelimit-requests-limit');
        const remaining = read(headers, 'x-ratelimit-requests-remaining');
        if (!limit) return;
        const used = Math.max(usage.used, remaining === undefined ? 0 : limit - remaining);
        if (limit === usage.ofDay && used === usage.used) return;
        usage = { ...usage, ofDay: limit };
        await count(used);
      }).catch(() => undefined),
    pause: (problem) => {
      if (problem.pauseMs) paused = { until: clock.now() + problem.pauseMs, problem };
    },
    useUp: () => inTurn(() => count(ofDay())).catch(() => undefined),
    left() {
      const used = usage.day === dayOf(clock.now()) ? usage.used : 0;
      return { left: Math.max(0, ofDay() - used), ofDay: ofDay() };
    },
  };
}

/** The day of UTC, on which the provider counts. */
export function dayOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The midnight that ends a day of UTC. */
export function endOfDay(at: Instant): Instant {
  return (Math.floor(at / DAY) + 1) * DAY;
}

function read(headers: Headers, name: string): number | undefined {
  const text = headers.get(name);
  const value = Number(text);
  return text !== null && text.trim() !== '' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
