import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogueOf } from '../../../../src/feed/catalogue.ts';
import type { Feed } from '../../../../src/feed/feed.ts';
import { footballDataFeed } from '../../../../src/feed/football-data/football-data-feed.ts';
import { MatchList } from '../../../../src/feed/football-data/match-list.ts';
import { type Log, SILENT } from '../../../../src/log.ts';
import type { MatchEvent } from '../../../../src/match/event.ts';
import { HOUR, MINUTE, SECOND } from '../../../../src/match/instant.ts';
import type { Phase } from '../../../../src/match/phase.ts';
import { NIL_NIL } from '../../../../src/match/score.ts';
import type { Snapshot } from '../../../../src/match/snapshot.ts';
import { anySnapshot, comparable, DERBY } from '../../../support/feeds/any-snapshot.ts';
import { type FootballDataServer, footballDataMatch, startFootballData } from '../../../support/feeds/football-data.ts';

const CATALOGUE = catalogueOf(
  [
    { id: 'serie-a', name: 'Serie A', seasonWithin: 'two-years', codes: { 'football-data': 'SA' } },
    { id: 'champions-league', name: 'Champions League', seasonWithin: 'two-years', codes: { 'football-data': 'CL' } },
  ],
  [],
);
const KEY = 'a-secret-key';
const GOAL: MatchEvent = {
  kind: 'goal',
  side: 'home',
  manner: 'open-play',
  minute: { base: 17 },
  scorer: { name: 'Leão' },
};

function at(phase: Phase, more: Partial<Snapshot> = {}): Snapshot {
  return { match: DERBY, at: DERBY.kickOff, phase, events: [], ...more };
}

/** What a list of one match makes of rows that come one after the other, each so many minutes after kick-off. */
function reader() {
  const unknown: string[] = [];
  const list = new MatchList({
    competitions: CATALOGUE.competitions,
    catalogue: CATALOGUE,
    onUnknown: (where, what) => unknown.push(`${where}: ${what}`),
  });
  const hear = (row: object, minutes = 0) => list.hear({ matches: [row] }, DERBY.kickOff + minutes * MINUTE)?.[0];
  return { list, hear, unknown };
}

it('an answer of football-data.org says the same match where the plan tells everything, as far as the provider can', () => {
  const shows = (event: MatchEvent) => event.kind !== 'missed-penalty' && event.kind !== 'var-decision';
  fc.assert(
    fc.property(anySnapshot, fc.constantFrom('benefits' as const, 'scorer' as const), (snapshot, ownGoals) => {
      const { hear } = reader();
      // Breaks are told apart by what came before them.
      if (snapshot.phase === 'extra-time-half-time') hear(footballDataMatch(at('extra-time-first-half'), 1), 95);
      if (snapshot.phase === 'extra-time-break') hear(footballDataMatch(at('second-half'), 1), 89);
      const told = hear(footballDataMatch(snapshot, 1, { ownGoals }), usualMinute(snapshot))!;
      const { events, at: _, ...state } = snapshot;
      expect(told).toMatchObject(state);
      if (told.lists?.length === 0)
        expect(events.filter(shows).filter(({ kind }) => kind !== 'shoot-out-kick')).toEqual([]);
      else expect(comparable(told.events)).toEqual(comparable(events.filter(shows)));
    }),
  );
});

it('an answer of football-data.org tells of a free plan the score alone, and that it lists nothing', () => {
  fc.assert(
    fc.property(anySnapshot, (snapshot) => {
      const told = reader().hear(footballDataMatch(snapshot, 1, { plan: 'free' }), usualMinute(snapshot))!;
      expect(told).toMatchObject({ score: snapshot.score, events: [], lists: [] });
      expect(told.shootOut).toEqual(snapshot.shootOut ?? (snapshot.phase === 'shoot-out' ? NIL_NIL : undefined));
    }),
  );
});

it('an answer of football-data.org follows a match without minutes through its halves and breaks', () => {
  const { hear } = reader();
  const row = (phase: Phase, more: Partial<Snapshot> = {}) => footballDataMatch(at(phase, more), 1, { plan: 'free' });
  const halfTime = { home: 0, away: 0 };
  const course: [Phase, number][] = [
    ['scheduled', -5],
    ['first-half', 2],
    ['first-half', 48],
    ['half-time', 50],
    ['second-half', 64],
    ['second-half', 110],
    ['extra-time-break', 112],
    ['extra-time-first-half', 115],
    ['extra-time-half-time', 132],
    ['extra-time-second-half', 135],
    ['shoot-out', 155],
    ['full-time', 170],
  ];
  for (const [phase, minutes] of course) {
    expect(hear(row(phase, minutes > 45 ? { halfTime } : {}), minutes)?.phase).toBe(phase);
  }
});

it('an answer of football-data.org finds the half after a restart by the clock and by half-time’s score', () => {
  const inPlay = (more: Partial<Snapshot>, minutes: number) =>
    reader().hear(footballDataMatch(at('first-half', more), 1, { plan: 'free' }), minutes)?.phase;
  expect(inPlay({}, 40)).toBe('first-half');
  expect(inPlay({ halfTime: { home: 0, away: 0 } }, 61)).toBe('second-half');
  expect(inPlay({}, 75)).toBe('second-half');
  const paused = (minutes: number) =>
    reader().hear(footballDataMatch(at('half-time'), 1, { plan: 'free' }), minutes)?.phase;
  expect([paused(48), paused(112)]).toEqual(['half-time', 'extra-time-break']);
});

it('an answer of football-data.org takes the kicks out of the full-time score, and leaves the score out where it cannot', () => {
  const score = (node: object) =>
    reader().hear({ ...footballDataMatch(at('full-time'), 1), score: { duration: 'PENALTY_SHOOTOUT', ...node } }, 180);
  const fullTime = { home: 4, away: 5 };
  const level = { home: 1, away: 1 };
  const none = { home: 0, away: 0 };
  const right = { score: level, shootOut: { home: 3, away: 4 } };
  expect(score({ fullTime, penalties: { home: 3, away: 4 } })).toMatchObject(right);
  expect(score({ fullTime, regularTime: level, extraTime: none, penalties: null })).toMatchObject(right);
  // It has happened that the provider gave a level shoot-out.
  expect(score({ fullTime, regularTime: level, extraTime: none, penalties: { home: 4, away: 4 } })).toMatchObject(
    right,
  );
  expect(score({ fullTime, penalties: null })).not.toHaveProperty('score');
  const secondLeg = { regularTime: { home: 2, away: 1 }, extraTime: none, penalties: { home: 2, away: 4 } };
  expect(score({ fullTime, ...secondLeg })).toMatchObject({ score: { home: 2, away: 1 } });
});

it('an answer of football-data.org tells a match that is off from one that ended', () => {
  for (const phase of ['postponed', 'suspended', 'abandoned', 'awarded'] as const) {
    expect(reader().hear(footballDataMatch(at(phase), 1), 30)?.phase).toBe(phase);
  }
  const cancelled = { ...footballDataMatch(at('scheduled'), 1), status: 'CANCELLED' };
  expect(reader().hear(cancelled)?.phase).toBe('cancelled');
});

it('an answer of football-data.org says that a match took extra time, on a plan that tells no events too', () => {
  const over = footballDataMatch(at('full-time', { score: { home: 2, away: 1 } }), 1, { plan: 'free' });
  const seen = (duration: string) =>
    reader().hear({ ...over, score: { duration, fullTime: { home: 2, away: 1 } } }, 180);
  expect(seen('EXTRA_TIME')?.minute).toEqual({ base: 120 });
  expect(seen('REGULAR')).not.toHaveProperty('minute');
});

it('an answer of football-data.org knows a knock-out by its stage, and passes over one whose teams are not known', () => {
  const match = { ...DERBY, competition: { id: 'champions-league', name: 'Champions League' } };
  const row = footballDataMatch({ ...at('scheduled'), match }, 1, { stage: 'SEMI_FINALS' });
  expect(reader().hear(row)?.match).toMatchObject({ id: 'champions-league-2021-22-semi-finals-milan-inter' });
  const open = reader();
  expect(open.hear({ ...row, homeTeam: { id: null, name: null } })).toBeUndefined();
  expect(open.unknown).toEqual([]);
});

it('an answer of football-data.org leaves out what does not fit, says where it stands, and tells the rest', () => {
  const { list, hear, unknown } = reader();
  const good = footballDataMatch(at('full-time', { score: { home: 1, away: 0 }, events: [GOAL] }), 1);
  const heard = list.hear(
    { matches: [{ ...good, utcDate: 'soon' }, { ...good, status: 'DREAMT' }, good] },
    DERBY.kickOff,
  );
  expect(heard).toHaveLength(1);
  expect(unknown).toEqual([expect.stringContaining('matches.utcDate'), 'matches.status: DREAMT']);
  const odd = hear({
    ...good,
    goals: [{ minute: 3, type: 'REGULAR', team: { id: 98 }, scorer: 7 }, ...Object(good).goals],
  });
  expect(odd?.events).toHaveLength(1);
  expect(unknown.at(-1)).toContain('goals.scorer');
});

/** When a phase is usual, in minutes since kick-off, for what has no minute of its own. */
function usualMinute({ phase }: Snapshot): number {
  const usual: Partial<Record<Phase, number>> = {
    'first-half': 20,
    'half-time': 50,
    'second-half': 80,
    'extra-time-break': 112,
    'extra-time-first-half': 118,
    'extra-time-half-time': 132,
  };
  return usual[phase] ?? 145;
}

describe('the football-data.org feed', () => {
  let server: FootballDataServer;
  let feed: Feed;
  let now: number;
  let snapshot: Snapshot;
  let said: string[];
  const log: Log = { ...SILENT, warn: (context) => said.push(JSON.stringify(context)) };
  const clock = { now: () => now };

  function open(key = KEY, competitions: readonly string[] = ['serie-a']): Feed {
    return footballDataFeed({
      key,
      baseUrl: server.url,
      competitions,
      catalogue: CATALOGUE,
      clock,
      http: { fetch, sleep: async () => {}, random: () => 0 },
      log,
    });
  }

  beforeEach(async () => {
    now = DERBY.kickOff - 3 * HOUR;
    said = [];
    snapshot = at('scheduled');
    server = await startFootballData({ key: KEY, plan: 'free', clock, matches: [{ id: 7, at: () => snapshot }] });
    feed = open();
  });
  afterEach(() => server.stop());

  const look = () => feed.look([DERBY.id]);
  const play = (minutes: number, phase: Phase, score = { home: 0, away: 0 }) => {
    now = DERBY.kickOff + minutes * MINUTE;
    snapshot = at(phase, { score });
  };

  it('the football-data.org feed knows the matches of the days around, with one call in six hours', async () => {
    const { venue: _, ...match } = DERBY;
    expect(await feed.matches()).toEqual([match]);
    now += 5 * HOUR;
    await feed.matches();
    expect(server.calls.map(({ path }) => path)).toEqual([
      '/matches?competitions=SA&dateFrom=2021-11-06&dateTo=2021-11-15',
    ]);
  });

  it('the football-data.org feed makes no call while none of the matches asked for can be on', async () => {
    await feed.matches();
    expect(await look()).toEqual({ ok: true, snapshots: [] });
    now = DERBY.kickOff - 16 * MINUTE;
    await look();
    play(20, 'first-half');
    await feed.look(['another-match']);
    expect(server.calls).toHaveLength(1);
  });

  it('the football-data.org feed looks from a quarter of an hour before kick-off until an hour after the end, twice a minute at the most', async () => {
    await feed.matches();
    play(-14, 'scheduled');
    expect(await look()).toMatchObject({ ok: true, snapshots: [{ phase: 'scheduled' }] });
    now += 10 * SECOND;
    expect(await look()).toEqual({ ok: true, snapshots: [] });
    expect(server.calls).toHaveLength(2);
    play(20, 'first-half', { home: 1, away: 0 });
    expect(await look()).toMatchObject({
      snapshots: [{ phase: 'first-half', score: { home: 1, away: 0 }, lists: [] }],
    });
    play(112, 'full-time', { home: 1, away: 1 });
    expect(await look()).toMatchObject({ snapshots: [{ phase: 'full-time' }] });
    now += 59 * MINUTE;
    expect(await look()).toMatchObject({ snapshots: [{ phase: 'full-time' }] });
    now += 2 * MINUTE;
    expect(await look()).toEqual({ ok: true, snapshots: [] });
    expect(server.calls).toHaveLength(5);
  });

  it('the football-data.org feed says in plain words that a key is not accepted, never the key, and leaves the provider alone for a while', async () => {
    feed = open('another-secret');
    await feed.matches();
    const problem = 'football-data.org does not accept the key in FOOTBALL_DATA_KEY';
    expect(await look()).toEqual({ ok: false, problem });
    expect(feed.status()).toMatchObject({ problem });
    expect(JSON.stringify([said, feed.status()])).not.toContain('another-secret');
  });

  it('the football-data.org feed waits as long as it is told when it has called too often', async () => {
    await feed.matches();
    play(10, 'first-half');
    server.fail({ kind: 'status', status: 429, message: 'You reached your request limit. Wait 47 seconds.' });
    expect(await look()).toEqual({ ok: false, problem: 'football-data.org asks for fewer calls a minute' });
    now += 31 * SECOND;
    expect(await look()).toMatchObject({ ok: false });
    expect(server.calls).toHaveLength(2);
    now += 31 * SECOND;
    expect(await look()).toMatchObject({ ok: true, snapshots: [{ phase: 'first-half' }] });
  });

  it('the football-data.org feed does not begin a call that the minute has no room for', async () => {
    await server.stop();
    server = await startFootballData({ key: KEY, clock, perMinute: 1, matches: [{ id: 7, at: () => snapshot }] });
    play(10, 'first-half');
    feed = open();
    await feed.matches();
    expect(await look()).toEqual({ ok: false, problem: 'football-data.org: the calls of this minute are used up' });
    expect(server.calls).toHaveLength(1);
    now += MINUTE;
    expect(await look()).toMatchObject({ ok: true, snapshots: [{ phase: 'first-half' }] });
  });

  it('the football-data.org feed tries again after a broken connection, and says when the provider does not answer', async () => {
    await feed.matches();
    play(10, 'first-half');
    server.fail({ kind: 'hang-up' }, { kind: 'status', status: 502 });
    expect(await look()).toMatchObject({ ok: true, snapshots: [{ phase: 'first-half' }] });
    now += MINUTE;
    server.fail({ kind: 'not-json' });
    expect(await look()).toMatchObject({ ok: false, problem: expect.stringContaining('not JSON') });
    now += MINUTE;
    server.fail({ kind: 'change', change: () => ({ hello: 1 }) });
    expect(await look()).toMatchObject({ ok: false, problem: expect.stringContaining('no list of matches') });
    now += MINUTE;
    expect(await look()).toMatchObject({ ok: true });
    expect(feed.status().problem).toBeUndefined();
  });

  it('the football-data.org feed keeps its list when the provider fails, and asks again soon', async () => {
    await feed.matches();
    now += 7 * HOUR;
    server.fail({ kind: 'status', status: 404 });
    expect(await feed.matches()).toHaveLength(1);
    now += 4 * MINUTE;
    await feed.matches();
    expect(server.calls).toHaveLength(2);
    now += 2 * MINUTE;
    await feed.matches();
    expect(server.calls).toHaveLength(3);
  });

  it('the football-data.org feed says what it can tell once it has seen what the plan gives', async () => {
    expect(feed.capabilities).toMatchObject({ events: [], lineups: false });
    await server.stop();
    server = await startFootballData({ key: KEY, clock, matches: [{ id: 7, at: () => snapshot }] });
    feed = open();
    play(20, 'first-half', { home: 1, away: 0 });
    snapshot = { ...snapshot, events: [GOAL] };
    await feed.matches();
    expect(await look()).toMatchObject({ snapshots: [{ events: [GOAL] }] });
    expect(feed.capabilities.events).toContain('goal');
  });

  it('the football-data.org feed says so when it has none of the competitions', async () => {
    feed = open(KEY, ['coppa-italia']);
    expect(await feed.matches()).toEqual([]);
    expect(feed.status().problem).toContain('none of the competitions');
    expect(server.calls).toEqual([]);
  });
});
