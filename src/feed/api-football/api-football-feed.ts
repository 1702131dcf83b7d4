import type { Log } from '../../log.ts';
import { type Clock, MINUTE } from '../../match/instant.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Feed } from '../feed.ts';
import { logOnce } from '../log-once.ts';
import type { ProviderHttpOptions } from '../provider-http.ts';
import { callCounter, type UsageStore } from './call-budget.ts';
import { apiFootballClient } from './client.ts';
import { dayLists } from './day-lists.ts';
import { FixtureBook } from './fixture-book.ts';
import { looks } from './looks.ts';
import type { ApiProblem } from './problems.ts';
import { KINDS } from './read-events.ts';
import { isEnding, isInPlay } from './watched.ts';

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
  let asked: ReadonlySet<string> = new Set();
  let problem: ApiProblem | undefined;

  const refresh = () =>
    lists.refresh().catch((error: unknown) => log.error({ err: error }, 'the fixtures of API-Football failed'));

  function lookEveryMs(): number {
    const now = clock.now();
    const isWatched = book.all(now).filter(({ match }) => asked.has(match.id));
    if (!isWatched.some((one) => isInPlay(one, now) || isEnding(one))) return IDLE_LOOK_MS;
    return Math.min(SLOWEST_LOOK_MS, live.everyMs(asked));
  }

  return {
    name: 'api-football',
    capabilities: { events: KINDS, lineups: true, statistics: true, delaySeconds: 30 },
    get lookEveryMs() {
      return lookEveryMs();
    },
    get silentAfterMs() {
      return Math.max(SILENT_AFTER_MS, 3 * lookEveryMs());
    },
    async matches() {
      const refreshed = refresh();
      // Nobody waits for a newer list while there is one.
      if (!lists.isHeard) await refreshed;
      return book.all(clock.now()).map(({ match }) => match);
    },
    async look(matchIds) {
      await refresh();
      if (!lists.isHeard && lists.problem) return { ok: false, problem: lists.problem.text };
      asked = new Set(matchIds);
      const looked = await live.look(asked);
      if (looked.problem || looked.isAnswered) problem = looked.problem;
      if (looked.problem && looked.snapshots.length === 0) return { ok: false, problem: looked.problem.text };
      return { ok: true, snapshots: looked.snapshots };
    },
    status() {
      const trouble = problem ?? lists.problem;
      return {
        name: 'api-football',
        budget: counter.left(),
        ...(trouble && { problem: trouble.text }),
        lookEveryMs: lookEveryMs(),
      };
    },
  };
}
