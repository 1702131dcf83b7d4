import { afterEach, describe, expect, it } from 'vitest';
import { apiFootballFeed } from '../../../../src/feed/api-football/api-football-feed.ts';
import type { CallUsage, UsageStore } from '../../../../src/feed/api-football/call-budget.ts';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../../../src/match/instant.ts';
import type { Match } from '../../../../src/match/match.ts';
import type { Phase } from '../../../../src/match/phase.ts';
import type { Snapshot } from '../../../../src/match/snapshot.ts';
import {
  type ApiFootballServer,
  type ApiFootballServerOptions,
  played,
  startApiFootball,
} from '../../../support/feeds/api-football-server.ts';
import { CATALOGUE, DERBY, KICK_OFF, keptLog, LINEUPS } from './given.ts';

const KEY = 'secret-key-0123456789';
const servers: ApiFootballServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

function usageStore(): UsageStore & { usage: CallUsage | undefined } {
  return {
    usage: undefined,
    async load() {
      return this.usage;
    },
    async save(usage) {
      this.usage = usage;
    },
  };
}

/** A match from its kick-off to its end, with a goal in the 10th minute and line-ups half an hour before. */
function course(match: Match = DERBY): readonly Snapshot[] {
  const { kickOff } = match;
  const goal = {
    kind: 'goal',
    minute: { base: 10 },
    side: 'home',
    manner: 'open-play',
    scorer: { name: 'Leão' },
  } as const;
  const say = (after: number, phase: Phase, more: Partial<Snapshot> = {}): Snapshot => ({
    match,
    at: kickOff + after * MINUTE,
    phase,
    events: [],
    ...(after >= -30 && { lineups: LINEUPS }),
    ...more,
  });
  const scored = { score: { home: 1, away: 0 }, events: [goal] };
  return [
    say(-10_000, 'scheduled'),
    say(-30, 'scheduled'),
    say(0, 'first-half', { score: { home: 0, away: 0 }, minute: { base: 1 } }),
    say(10, 'first-half', { ...scored, minute: { base: 10 } }),
    say(47, 'half-time', { ...scored, halfTime: scored.score }),
    say(62, 'second-half', { ...scored, halfTime: scored.score, minute: { base: 46 } }),
    say(110, 'full-time', { ...scored, halfTime: scored.score }),
  ];
}

async function given(
  options: Partial<ApiFootballServerOptions> & { readonly usage?: UsageStore; readonly key?: string } = {},
) {
  const clock = { at: KICK_OFF - 2 * HOUR, now: (): Instant => clock.at };
  const server = await startApiFootball({ matches: [played(7, course())], clock, ...options, key: KEY });
  servers.push(server);
  const log = keptLog();
  const start = () =>
    apiFootballFeed({
      key: options.key ?? KEY,
      baseUrl: server.url,
      competitions: ['serie-a', 'coppa-italia'],
      catalogue: CATALOGUE,
      clock,
      http: { fetch: globalThis.fetch, sleep: async () => undefined, random: () => 0, timeOutMs: 2_000 },
      usage: options.usage ?? usageStore(),
      log,
    });
  const feed = start();
  /** Looks as a follower does, until a moment; what was heard, and what was called for. */
  const follow = async (until: Instant, ids: readonly string[] = [DERBY.id], using = feed) => {
    const before = server.calls.length;
    const heard: Snapshot[] = [];
    const problems: string[] = [];
    while (clock.at < until) {
      await using.matches();
      const look = await using.look(ids);
      if (look.ok) heard.push(...look.snapshots);
      else problems.push(look.problem);
      clock.at += using.lookEveryMs;
    }
    return { heard, problems, calls: server.calls.slice(before).map(({ query }) => query) };
  };
  return { clock, server, feed, follow, start, log };
}

it('the fixtures of API-Football are those of yesterday, today and tomorrow, a call a day, and are asked for again after hours only', async () => {
  const { feed, server, clock } = await given();
  expect(await feed.matches()).toEqual([DERBY]);
  await feed.matches();
  expect(server.calls.map(({ query }) => query)).toEqual(['date=2026-10-21', 'date=2026-10-22', 'date=2026-10-20']);
  clock.at += 5 * HOUR;
  await feed.matches();
  await feed.look([]);
  expect(server.calls.map(({ query }) => query).slice(3)).toEqual(['date=2026-10-21']);
});

it('the fixtures of API-Football reach further where the plan allows it', async () => {
  const far = { ...DERBY, kickOff: KICK_OFF + 6 * DAY };
  const { feed, clock } = await given({ ofDay: 7_500, perMinute: 300, matches: [played(7, course(far))] });
  await feed.matches();
  clock.at += 5 * HOUR;
  await feed.look([]);
  expect(await feed.matches()).toEqual([far]);
});

it('the fixtures of API-Football keep their id when kick-off moves', async () => {
  const moved = { ...DERBY, kickOff: KICK_OFF + HOUR };
  const [before] = course();
  const changed = { ...before!, match: moved, at: KICK_OFF - HOUR };
  const { feed, clock } = await given({ matches: [played(7, [before!, changed])] });
  expect((await feed.matches())[0]?.kickOff).toBe(KICK_OFF);
  clock.at += 5 * HOUR;
  await feed.look([]);
  expect(await feed.matches()).toEqual([moved]);
});

it('the fixtures of API-Football stay known while the provider is down, which is asked ever more rarely', async () => {
  const { feed, server, clock } = await given();
  await feed.matches();
  server.failAlways({ kind: 'status', status: 503 });
  for (let minute = 0; minute < 12 * 60; minute += 1) {
    clock.at += MINUTE;
    await feed.look([]);
    expect(await feed.matches()).toEqual([DERBY]);
  }
  expect(server.calls.length).toBeLessThan(40);
  expect(feed.status().problem).toBe('API-Football answered 503');
});

it('a look at API-Football tells a match from its line-ups to its end, and costs nothing before or after', async () => {
  const { follow, server } = await given();
  const { heard, problems } = await follow(KICK_OFF + 6 * HOUR);
  expect(problems).toEqual([]);
  const phases = heard.map(({ phase }) => phase).filter((phase, index, all) => phase !== all[index - 1]);
  expect(phases).toEqual(['scheduled', 'first-half', 'half-time', 'second-half', 'full-time']);
  expect(heard.find(({ lineups }) => lineups)?.at).toBeLessThan(KICK_OFF);
  expect(heard.find(({ events }) => events.length > 0)?.at).toBeLessThan(KICK_OFF + 12 * MINUTE);
  const ends = heard.filter(({ phase }) => phase === 'full-time');
  expect(ends.length).toBeGreaterThanOrEqual(4);
  expect(ends.at(-1)!.at - ends[0]!.at).toBeGreaterThanOrEqual(HOUR);
  const live = server.calls.filter(({ query }) => query.startsWith('live'));
  expect(live[0]!.at).toBeGreaterThanOrEqual(KICK_OFF);
  expect(live.every(({ query }) => query === 'live=135')).toBe(true);
  const singles = server.calls.filter(({ query }) => query.startsWith('id'));
  expect(singles.at(-1)!.at).toBeLessThan(KICK_OFF + 4 * HOUR);
  expect(server.calls.length).toBeLessThanOrEqual(100);
});

it('a look at API-Football asks for nothing while no match asked for is near', async () => {
  const { feed, server, clock } = await given();
  await feed.matches();
  const before = server.calls.length;
  clock.at = KICK_OFF - HOUR;
  expect(await feed.look([DERBY.id])).toMatchObject({ ok: true, snapshots: [] });
  clock.at = KICK_OFF + MINUTE;
  expect(await feed.look(['another-match'])).toMatchObject({ ok: true, snapshots: [] });
  expect(server.calls).toHaveLength(before);
});

it('a look at API-Football serves every live match with one call', async () => {
  const cup: Match = {
    ...DERBY,
    id: 'coppa-italia-2026-27-roma-lazio',
    competition: { id: 'coppa-italia', name: 'Coppa Italia' },
    home: { id: 'roma', name: 'Roma' },
    away: { id: 'lazio', name: 'Lazio' },
  };
  const { feed, server, clock } = await given({ matches: [played(7, course()), played(8, course(cup))] });
  clock.at = KICK_OFF + 20 * MINUTE;
  const look = await feed.look([DERBY.id, cup.id]);
  expect(look.ok && look.snapshots.map(({ match }) => match.id)).toEqual([DERBY.id, cup.id]);
  expect(server.calls.filter(({ query }) => query.startsWith('live')).map(({ query }) => query)).toEqual([
    'live=135-137',
  ]);
});

it('a look at API-Football asks for several ends with one call, where the plan allows it', async () => {
  const matches = Array.from({ length: 5 }, (_, index) => ({
    ...DERBY,
    home: { id: `home-${index}`, name: `Home ${index}` },
    id: `serie-a-2026-27-home-${index}-inter`,
  }));
  const served = matches.map((match, index) => played(index + 1, course(match)));
  const { follow } = await given({ ofDay: 7_500, perMinute: 300, matches: served });
  const ids = matches.map(({ id }) => id);
  const { heard, calls } = await follow(KICK_OFF + 3 * HOUR, ids);
  expect(calls).toContain('ids=1-2-3-4-5');
  expect(calls.filter((query) => query.startsWith('id='))).toEqual([]);
  for (const id of ids) expect(heard.findLast(({ match }) => match.id === id)?.phase).toBe('full-time');
});

it('a look at API-Football reads many ends from the list of the day on the free plan, which says nothing of events', async () => {
  const matches = Array.from({ length: 5 }, (_, index) => ({
    ...DERBY,
    home: { id: `home-${index}`, name: `Home ${index}` },
    id: `serie-a-2026-27-home-${index}-inter`,
  }));
  const { follow, server } = await given({
    matches: matches.map((match, index) => played(index + 1, course(match))),
  });
  const { heard } = await follow(
    KICK_OFF + 4 * HOUR,
    matches.map(({ id }) => id),
  );
  const ends = heard.filter(({ phase }) => phase === 'full-time');
  expect(new Set(ends.map(({ match }) => match.id)).size).toBe(5);
  expect(ends.every(({ lists, score }) => lists?.length === 0 && score?.home === 1)).toBe(true);
  expect(server.calls.length).toBeLessThanOrEqual(100);
});

it('a look at API-Football hears that a match which does not start was put off', async () => {
  const [before] = course();
  const off: Snapshot = { ...before!, phase: 'postponed', at: KICK_OFF - 5 * MINUTE };
  const { follow, feed } = await given({ matches: [played(7, [before!, off])] });
  const { heard } = await follow(KICK_OFF + HOUR);
  expect(heard.at(-1)?.phase).toBe('postponed');
  expect(feed.lookEveryMs).toBe(MINUTE);
});

it('a look at API-Football asks ever more rarely for one that is neither live nor over, so that others have calls left', async () => {
  const matches = [played(7, course())];
  const { follow, server } = await given({ matches });
  await follow(KICK_OFF + 20 * MINUTE);
  matches.pop();
  const { calls } = await follow(KICK_OFF + 2 * HOUR);
  expect(calls.filter((query) => query === 'id=7').length).toBeLessThan(12);
  expect(server.calls.length).toBeLessThan(100);
});

it('a look at API-Football leaves out a fixture that does not fit and goes on with the others, and does not think that it ended', async () => {
  const other: Match = { ...DERBY, id: 'serie-a-2026-27-roma-inter', home: { id: 'roma', name: 'Roma' } };
  const { feed, server, clock, log } = await given({ matches: [played(7, course()), played(8, course(other))] });
  await feed.matches();
  clock.at = KICK_OFF + 20 * MINUTE;
  await feed.look([DERBY.id, other.id]);
  const calls = server.calls.length;
  clock.at += 10 * MINUTE;
  server.fail({
    kind: 'change',
    change: ({ response: [first, ...rest] }) => ({ errors: [], response: [{ ...first, goals: 'one' }, ...rest] }),
  });
  const look = await feed.look([DERBY.id, other.id]);
  expect(look.ok && look.snapshots.map(({ match }) => match.id)).toEqual([other.id]);
  expect(log.warnings).toMatchObject([{ where: 'goals' }]);
  expect(server.calls.slice(calls).map(({ query }) => query)).toEqual(['live=135']);
});

describe('what goes wrong at API-Football', () => {
  async function live() {
    const all = await given();
    await all.feed.matches();
    all.clock.at = KICK_OFF + 20 * MINUTE;
    return all;
  }

  it('what goes wrong at API-Football is said in plain words when the key is wrong, and never repeats it', async () => {
    const { feed, server, log } = await given({ key: 'wrong-key-987' });
    const look = await feed.look([DERBY.id]);
    expect(look).toEqual({ ok: false, problem: 'API-Football does not accept the key in API_FOOTBALL_KEY' });
    expect(JSON.stringify([look, feed.status(), log.warnings])).not.toContain('wrong-key-987');
    expect(server.calls).toEqual([]);
  });

  it.each([
    [{ kind: 'errors', errors: { plan: 'Free plans do not have access to this season.' } }, /plan does not allow/],
    [
      { kind: 'errors', errors: { live: 'The Live field is wrong.' } },
      /refused the question \(live: The Live field is wrong\.\)/,
    ],
    [{ kind: 'errors', errors: { requests: 'You have reached the request limit for the day' } }, /used up/],
    [{ kind: 'errors', errors: { rateLimit: 'Too many requests.' } }, /fewer calls a minute/],
    [{ kind: 'status', status: 429, retryAfter: 30 }, /fewer calls a minute/],
    [{ kind: 'not-json' }, /not JSON/],
    [{ kind: 'change', change: () => ({}) }, /a shape that is not known/],
  ] as const)('what goes wrong at API-Football is said in plain words: %j', async (fault, words) => {
    const { feed, server } = await live();
    server.fail(fault);
    const look = await feed.look([DERBY.id]);
    expect(look.ok ? '' : look.problem).toMatch(words);
    expect(feed.status().problem).toMatch(words);
  });

  it('what goes wrong at API-Football passes: the next look is good again', async () => {
    const { feed, server, clock } = await live();
    server.fail({ kind: 'errors', errors: { rateLimit: 'Too many requests.' } });
    await feed.look([DERBY.id]);
    const calls = server.calls.length;
    clock.at += 30 * SECOND;
    await feed.look([DERBY.id]);
    expect(server.calls).toHaveLength(calls);
    clock.at += 5 * MINUTE;
    const look = await feed.look([DERBY.id]);
    expect(look.ok && look.snapshots).toHaveLength(1);
    expect(feed.status()).not.toHaveProperty('problem');
  });

  it('what goes wrong at API-Football is tried twice more when the connection breaks, and then not until it is back', async () => {
    const { feed, server, clock } = await live();
    server.fail({ kind: 'hang-up' }, { kind: 'status', status: 502 });
    const look = await feed.look([DERBY.id]);
    expect(look.ok && look.snapshots).toHaveLength(1);
    const calls = server.calls.length;
    server.failAlways({ kind: 'hang-up' });
    for (let minute = 0; minute < 10; minute += 5) {
      clock.at += 5 * MINUTE;
      expect((await feed.look([DERBY.id])).ok).toBe(false);
    }
    expect(server.calls).toHaveLength(calls + 3 + 1);
  });
});

it('the calls of a day are never more than the plan allows, whatever is followed, and reach to the last whistle', async () => {
  const hours = [-6, -4, -2, 0];
  const matches = hours.map((hour, index) => ({
    ...DERBY,
    home: { id: `home-${index}`, name: `Home ${index}` },
    id: `serie-a-2026-27-home-${index}-inter`,
    kickOff: KICK_OFF + hour * HOUR,
  }));
  const { follow, clock, server, feed } = await given({
    matches: matches.map((match, index) => played(index + 1, course(match))),
  });
  clock.at = KICK_OFF - 7 * HOUR;
  const { heard, problems } = await follow(
    KICK_OFF + 4 * HOUR,
    matches.map(({ id }) => id),
  );
  expect(problems).toEqual([]);
  const onDay = server.calls.filter(({ at }) => at < KICK_OFF + 5 * HOUR);
  expect(onDay.length).toBeLessThanOrEqual(100);
  for (const { id } of matches) expect(heard.findLast(({ match }) => match.id === id)?.phase).toBe('full-time');
  expect(feed.status().budget?.ofDay).toBe(100);
});

it('the calls of a day are as fast as the provider renews itself, where there are enough of them', async () => {
  const { feed, clock } = await given({ ofDay: 7_500, perMinute: 300 });
  await feed.matches();
  clock.at = KICK_OFF + MINUTE;
  await feed.look([DERBY.id]);
  expect(feed.lookEveryMs).toBe(15 * SECOND);
});

it('the calls of a day are counted over a restart', async () => {
  const usage = usageStore();
  const { feed, start, clock } = await given({ usage });
  await feed.matches();
  clock.at = KICK_OFF + MINUTE;
  await feed.look([DERBY.id]);
  const { budget } = feed.status();
  const again = start();
  await again.matches();
  expect(again.status().budget?.left).toBe(budget!.left - 3);
});

it('the calls of a day that others made with the same key are counted too, and when all are used it says so until midnight', async () => {
  const { feed, server, clock } = await given();
  await feed.matches();
  server.spend(95);
  clock.at = KICK_OFF + MINUTE;
  const looks = [];
  for (let minute = 0; minute < 60; minute += 1) {
    looks.push(await feed.look([DERBY.id]));
    clock.at += MINUTE;
  }
  expect(looks.at(-1)).toEqual({ ok: false, problem: expect.stringMatching(/calls of this day/) });
  expect(feed.status()).toMatchObject({
    budget: { ofDay: 100 },
    problem: expect.stringMatching(/calls of this day/),
  });
  expect(server.calls.length + 95).toBeLessThanOrEqual(100);
  clock.at = KICK_OFF + 6 * HOUR;
  expect((await feed.look([DERBY.id])).ok).toBe(true);
});

it('the calls of a day are not made where they cannot be counted', async () => {
  const broken: UsageStore = {
    load: async () => undefined,
    save: async () => {
      throw new Error('the disk is full');
    },
  };
  const { feed, server } = await given({ usage: broken });
  expect(await feed.look([DERBY.id])).toEqual({
    ok: false,
    problem: 'API-Football: the count of calls cannot be kept (the disk is full)',
  });
  expect(server.calls).toEqual([]);
});
