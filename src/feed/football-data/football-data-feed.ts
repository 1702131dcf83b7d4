import type { Log } from '../../log.ts';
import { type Clock, DAY, HOUR, type Instant, MINUTE, SECOND } from '../../match/instant.ts';
import type { Match } from '../../match/match.ts';
import type { Snapshot } from '../../match/snapshot.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Feed } from '../feed.ts';
import { logOnce } from '../log-once.ts';
import { type ProviderHttpOptions, providerHttp } from '../provider-http.ts';
import { MatchList } from './match-list.ts';
import { minuteLeft, type Problem, problemOf } from './problems.ts';
import { KINDS } from './read-events.ts';

export const FOOTBALL_DATA_URL = 'https://api.football-data.org/v4';

export interface FootballDataOptions {
  /** Secret: it goes into a header, and nowhere else. */
  readonly key: string;
  readonly baseUrl?: string;
  /** Tifo's ids of the competitions to know of; those that the catalogue has no code for are passed over. */
  readonly competitions: readonly string[];
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly http: Pick<ProviderHttpOptions, 'fetch' | 'sleep' | 'random' | 'timeOutMs'>;
  readonly log: Log;
}

const LOOK_EVERY_MS = 30 * SECOND;
/** Timers may fire a little early. */
const ALMOST = 0.9;
const SILENT_AFTER_MS = 5 * MINUTE;
const LIST_LASTS = 6 * HOUR;
const LIST_AGAIN_AFTER = 5 * MINUTE;
/** The provider gives ten days at a time, at the most. */
const DAYS_BACK = 1;
const DAYS_AHEAD = 8;

/**
 * football-data.org v4: one call serves every match. A free plan tells fixtures, scores and results, a little late, and no
 * scorers; a paid one tells goals, cards and substitutions, which are then read. Calls are made only while a match that is
 * asked for may be on, twice a minute of the ten that are free.
 */
export function footballDataFeed(options: FootballDataOptions): Feed {
  const { key, catalogue, clock, log, baseUrl = FOOTBALL_DATA_URL } = options;
  const onUnknown = logOnce(log, 'football-data');
  const competitions = catalogue.competitions.filter(
    ({ id, codes }) => options.competitions.includes(id) && codes['football-data'] !== undefined,
  );
  const codes = competitions.map((competition) => competition.codes['football-data']).join(',');
  const list = new MatchList({ competitions, catalogue, onUnknown });
  /** The calls of this minute, and when it ends. */
  let minute = { calls: Number.POSITIVE_INFINITY, until: 0 };
  const http = providerHttp({
    ...options.http,
    provider: 'football-data.org',
    baseUrl,
    clock,
    // Lists are folded unless they are asked for; a free plan ignores this.
    headers: {
      'x-auth-token': key,
      'x-unfold-goals': 'true',
      'x-unfold-bookings': 'true',
      'x-unfold-subs': 'true',
      'x-unfold-lineups': 'true',
    },
    mayRetry: () => minute.until <= clock.now() || minute.calls > 2,
  });
  let paused: { readonly until: Instant; readonly problem: Problem } | undefined;
  let problem: Problem | undefined;
  let listed: { readonly at: Instant; readonly ok: boolean } | undefined;
  let listing: Promise<void> | undefined;
  let lookedAt: Instant | undefined;

  /** All matches between two days, both included. */
  async function ask(from: Instant, to: Instant): Promise<readonly Snapshot[] | undefined> {
    const now = clock.now();
    if (paused && now < paused.until) {
      problem = paused.problem;
      return undefined;
    }
    if (minute.calls < 1 && now < minute.until) {
      problem = { text: 'football-data.org: the calls of this minute are used up' };
      return undefined;
    }
    const answer = await http.get('/matches', { competitions: codes, dateFrom: dayOf(from), dateTo: dayOf(to) });
    const left = minuteLeft(answer.headers);
    if (left) minute = { calls: left.calls, until: clock.now() + left.forMs };
    if (!answer.ok) {
      problem = problemOf(answer);
      paused = problem.pauseMs === undefined ? undefined : { until: clock.now() + problem.pauseMs, problem };
      return undefined;
    }
    const heard = list.hear(answer.body, clock.now());
    problem = heard ? undefined : { text: 'football-data.org answered something that is no list of matches' };
    return heard;
  }

  async function refresh(): Promise<void> {
    const now = clock.now();
    const lasts = listed?.ok ? LIST_LASTS : LIST_AGAIN_AFTER;
    if (codes === '' || (listed && now - listed.at < lasts)) return;
    listing ??= ask(now - DAYS_BACK * DAY, now + DAYS_AHEAD * DAY)
      .then((heard) => {
        listed = { at: now, ok: heard !== undefined };
      })
      .finally(() => {
        listing = undefined;
      });
    await listing;
  }

  return {
    name: 'football-data',
    get capabilities() {
      const events = list.tellsEvents ? KINDS : [];
      return { events, lineups: list.tellsEvents, statistics: list.tellsEvents, delaySeconds: 120 };
    },
    lookEveryMs: LOOK_EVERY_MS,
    silentAfterMs: SILENT_AFTER_MS,
    async matches() {
      await refresh();
      return list.matches();
    },
    async look(matchIds) {
      await refresh();
      const now = clock.now();
      const watched = list.inWindow(matchIds, now);
      if (watched.length === 0) {
        return problem && !listed?.ok ? { ok: false, problem: problem.text } : { ok: true, snapshots: [] };
      }
      if (lookedAt !== undefined && now - lookedAt < LOOK_EVERY_MS * ALMOST) return { ok: true, snapshots: [] };
      lookedAt = now;
      const heard = await ask(...daysOf(watched));
      if (!heard) return { ok: false, problem: problem?.text ?? 'football-data.org did not answer' };
      const asked = new Set(watched.map(({ id }) => id));
      return { ok: true, snapshots: heard.filter(({ match }) => asked.has(match.id)) };
    },
    status: () => ({
      name: 'football-data',
      lookEveryMs: LOOK_EVERY_MS,
      ...(codes === '' && { problem: 'football-data.org has none of the competitions that are followed' }),
      ...(problem && { problem: problem.text }),
    }),
  };
}

/** From the day of the first kick-off to the one after the last: a day ends elsewhere later than in UTC. */
function daysOf(matches: readonly Match[]): [from: Instant, to: Instant] {
  const kickOffs = matches.map(({ kickOff }) => kickOff);
  return [Math.min(...kickOffs), Math.max(...kickOffs) + DAY];
}

/** `2026-08-22`, in UTC. */
function dayOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}
