import { apiFootballFeed } from '../../../../src/feed/api-football/api-football-feed.ts';
import type { CallUsage, UsageStore } from '../../../../src/feed/api-football/call-budget.ts';
import { mergeFeeds } from '../../../../src/feed/merge-feeds.ts';
import { SILENT } from '../../../../src/log.ts';
import { detect } from '../../../../src/match/detect.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../../../src/match/instant.ts';
import type { News } from '../../../../src/match/news.ts';
import type { Snapshot } from '../../../../src/match/snapshot.ts';
import { isSettled, type MatchState } from '../../../../src/match/state.ts';
import { apiFootball } from '../../../support/feeds/api-football-server.ts';
import { CATALOGUE } from './given.ts';
import { momentsOf, type Play, servedPlay } from './played-match.ts';

const KEY = 'a-key-of-our-own';
/** Followed this long before the first kick-off and after the last. */
const BEFORE = 2 * HOUR;
const AFTER = 5 * HOUR;
/** While nothing is near, looks are not played one by one. */
const NEAR = 55 * MINUTE;
const LONG_OVER = 4 * HOUR;
const FAR_STEP = 30 * MINUTE;

export interface WeekendOptions {
  readonly plays: readonly Play[];
  /** In how many channels a match is followed; three unless given. */
  readonly channels?: (play: Play) => number;
  readonly ofDay?: number;
  readonly perMinute?: number;
  /** When the process is killed and started again. */
  readonly restarts?: readonly Instant[];
}

/** How long after it happened something was posted, in milliseconds; absent where it never was. */
export interface Delays {
  readonly id: string;
  readonly kickOff: number | undefined;
  readonly goals: readonly (number | undefined)[];
  readonly result: number | undefined;
  /** How far apart the calls for live matches were while it was played, on average. */
  readonly liveEvery: number;
}

export interface Weekend {
  readonly delays: readonly Delays[];
  readonly calls: readonly { readonly at: Instant; readonly query: string }[];
  /** The most calls made on one day of UTC. */
  readonly mostOfDay: number;
}

/** Follows matches as the bot does, against a provider whose time is the test's, from before the first to after the last. */
export async function followWeekend(options: WeekendOptions): Promise<Weekend> {
  const { plays, ofDay = 100, perMinute = 10, restarts = [], channels = () => 3 } = options;
  const kickOffs = plays.map(({ match }) => match.kickOff);
  const clock = { at: Math.min(...kickOffs) - BEFORE, now: (): Instant => clock.at };
  const matches = plays.map((play, index) => servedPlay(index + 1, play));
  const server = apiFootball({ key: KEY, matches, clock, ofDay, perMinute });
  const usage = usageStore();
  const http = { fetch: server.fetch, sleep: async () => undefined, random: () => 0 };
  const wanted = { competitions: ['serie-a'], catalogue: CATALOGUE };
  const start = () => {
    const api = apiFootballFeed({ key: KEY, ...wanted, clock, http, usage, log: SILENT });
    return mergeFeeds([api], { clock, log: SILENT });
  };
  const states = new Map<string, MatchState>();
  const news: News[] = [];
  const takeIn = (snapshot: Snapshot) => {
    const { state, news: found } = detect(states.get(snapshot.match.id), snapshot, clock.at);
    states.set(snapshot.match.id, state);
    news.push(...found);
  };
  for (const { match } of plays) takeIn({ match, at: clock.at, phase: 'scheduled', events: [] });
  let feed = start();
  await feed.matches();
  const toCome = [...restarts];
  while (clock.at < Math.max(...kickOffs) + AFTER) {
    if (toCome[0] !== undefined && clock.at >= toCome[0]) {
      toCome.shift();
      feed = start();
      await feed.matches();
    }
    const open = plays.filter(({ match }) => !isSettled(states.get(match.id)!));
    const look = await feed.look(
      open.map(({ match }) => match.id),
      new Map(open.map((play) => [play.match.id, channels(play)])),
    );
    if (look.ok) look.snapshots.forEach(takeIn);
    const isNear = kickOffs.some((kickOff) => clock.at > kickOff - NEAR && clock.at < kickOff + LONG_OVER);
    clock.at += isNear ? feed.lookEveryMs : FAR_STEP;
  }
  const delays = plays.map((play) =>
    delaysOf(
      play,
      news.filter(({ matchId }) => matchId === play.match.id),
    ),
  );
  const days = server.calls.map(({ at }) => Math.floor(at / DAY));
  const mostOfDay = Math.max(...days.map((day) => days.filter((other) => other === day).length));
  const liveEvery = (play: Play) => {
    const { kickOff, whistle } = momentsOf(play);
    const live = server.calls.filter(({ at, query }) => query.startsWith('live') && at >= kickOff && at < whistle);
    return (whistle - kickOff) / live.length;
  };
  return {
    delays: delays.map((one, index) => ({ ...one, liveEvery: liveEvery(plays[index]!) })),
    calls: server.calls,
    mostOfDay,
  };
}

function delaysOf(play: Play, news: readonly News[]): Omit<Delays, 'liveEvery'> {
  const { kickOff, goals, whistle } = momentsOf(play);
  const posted = (kind: string) =>
    news
      .filter((one) => one.kind === kind)
      .map(({ at }) => at)
      .sort((a, b) => a - b);
  const after = (since: Instant, at: Instant | undefined) => (at === undefined ? undefined : at - since);
  const told = posted('goal');
  return {
    id: play.match.id,
    kickOff: after(kickOff, posted('kick-off')[0]),
    goals: goals.map((goal, index) => after(goal, told[index])),
    result: after(whistle, posted('result')[0]),
  };
}

function usageStore(): UsageStore {
  let kept: CallUsage | undefined;
  return {
    load: async () => kept,
    save: async (usage) => {
      kept = usage;
    },
  };
}

/** For a person to read: a line a match, in seconds. */
export function asTable({ delays }: Weekend): string {
  const seconds = (ms: number | undefined) => (ms === undefined ? 'never' : String(Math.round(ms / 1_000))).padStart(6);
  return delays
    .map(({ id, kickOff, goals, result, liveEvery }) =>
      [seconds(kickOff), seconds(result), seconds(liveEvery), ` ${id} `, ...goals.map(seconds)].join(' '),
    )
    .join('\n');
}
