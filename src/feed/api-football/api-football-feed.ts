import type { Log } from '../../log.ts';
import { type Clock, type Instant, MINUTE } from '../../match/instant.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Feed } from '../feed.ts';
import { logOnce } from '../log-once.ts';
import type { ProviderHttpOptions } from '../provider-http.ts';
import { callCounter, type UsageStore } from './call-budget.ts';
import { apiFootballClient } from './client.ts';
import { dayLists } from './day-lists.ts';
import { FixtureBook } from './fixture-book.ts';
import { type Asked, looks } from './looks.ts';
import { FASTEST_LOOK_MS } from './pace.ts';
import type { ApiProblem } from './problems.ts';
import { KINDS } from './read-events.ts';
import { isEnding, isInPlay, type Watched } from './watched.ts';

export const API_FOOTBALL_URL = 'https://v3.football.api-sports.io';

export interface ApiFootballOptions {
  /** Secret: it goes into a header, and nowhere else. */
  readonly key: string;
  readonly baseUrl?: string;
  /** Tifo's ids of the competitions to know of; those that the catalogue has no code for are passed over. */
  readonly competitions: readonly string[];
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly http: Pick<ProviderHttpOptions, 'fetch' | 'sleep' | 'random' | 'timeOutMs'>;
  /** Where the count of the day's calls is kept. */
  readonly usage: UsageStore;
  readonly log: Log;
}

/** How long until the next look while nothing is in play: it then costs no call. */
const IDLE_LOOK_MS = MINUTE;
const SLOWEST_LOOK_MS = 15 * MINUTE;
const SILENT_AFTER_MS = 5 * MINUTE;

/**
 * API-Football v3: one call serves every live match. Calls are counted (100 a day are free) and spread over the hours of
 * play of what is followed; before, between and after, no call is made but for fixtures, line-ups, ends and corrections.
 */
export function apiFootballFeed(options: ApiFootballOptions): Feed {
  const { key, catalogue, clock, http, log, baseUrl = API_FOOTBALL_URL } = options;
  const competitions = catalogue.competitions.filter(({ id }) => options.competitions.includes(id));
  const onUnknown = logOnce(log, 'api-football');
  const counter = callCounter(clock, options.usage);
  const client = apiFootballClient({ key, baseUrl, clock, http, counter, onUnknown });
  const book = new FixtureBook({ competitions, catalogue, onUnknown });
  const lists = dayLists({ client, counter, book, clock });
  const live = looks({ client, counter, book, lists, clock });
  let asked: Asked = { ids: new Set() };
  let callsEveryMs = IDLE_LOOK_MS;
  let problem: ApiProblem | undefined;

  const refresh = () =>
    lists.refresh().catch((error: unknown) => log.error({ err: error }, 'the fixtures of API-Football failed'));

  const isNear = (one: Watched, now: Instant) =>
    isInPlay(one, now) || isEnding(one) || (one.match.kickOff > now && one.match.kickOff - now <= IDLE_LOOK_MS);

  /** Looks are frequent, for most of them make no call: when to make one is decided where the calls are made. */
  function lookEveryMs(): number {
    const now = clock.now();
    const watched = book.all(now).filter(({ match }) => asked.ids.has(match.id));
    return watched.some((one) => isNear(one, now)) ? FASTEST_LOOK_MS : IDLE_LOOK_MS;
  }

  return {
    name: 'api-football',
    capabilities: { events: KINDS, lineups: true, statistics: true, delaySeconds: 30 },
    get lookEveryMs() {
      return lookEveryMs();
    },
    get silentAfterMs() {
      return Math.max(SILENT_AFTER_MS, 3 * callsEveryMs);
    },
    async matches() {
      const refreshed = refresh();
      // Nobody waits for a newer list while there is one.
      if (!lists.isHeard) await refreshed;
      return book.all(clock.now()).map(({ match }) => match);
    },
    async look(matchIds, channels) {
      await refresh();
      if (!lists.isHeard && lists.problem) return { ok: false, problem: lists.problem.text };
      asked = { ids: new Set(matchIds), ...(channels && { channels }) };
      const looked = await live.look(asked);
      const { liveEveryMs, playEveryMs } = looked.pace;
      callsEveryMs = Math.min(SLOWEST_LOOK_MS, Number.isFinite(liveEveryMs) ? liveEveryMs : playEveryMs);
      if (looked.problem || looked.isAnswered) problem = looked.problem;
      // Until a call is answered, looks that make none are no better than the last that failed.
      if (problem && looked.snapshots.length === 0) return { ok: false, problem: problem.text };
      return { ok: true, snapshots: looked.snapshots, isPartial: true };
    },
    status() {
      const trouble = problem ?? lists.problem;
      return {
        name: 'api-football',
        budget: counter.left(),
        ...(trouble && { problem: trouble.text }),
        lookEveryMs: lookEveryMs() === IDLE_LOOK_MS ? IDLE_LOOK_MS : callsEveryMs,
      };
    },
  };
}
