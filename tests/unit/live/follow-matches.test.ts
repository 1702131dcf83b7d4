import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Feed, FeedLook } from '../../../src/feed/feed.ts';
import { MatchFollower } from '../../../src/live/follow-matches.ts';
import { SILENT } from '../../../src/log.ts';
import type { Match } from '../../../src/match/match.ts';
import type { Phase } from '../../../src/match/phase.ts';
import type { Snapshot } from '../../../src/match/snapshot.ts';
import { Newsroom } from '../../support/live/newsroom.ts';
import { goal, look, MATCH } from '../../support/match/build.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let room: Newsroom;

beforeEach(async () => {
  room = await Newsroom.open();
});

afterEach(() => room.close());

function feedOf(answer: (asked: readonly string[]) => FeedLook, matches: readonly Match[] = [MATCH]) {
  const asked: (readonly string[])[] = [];
  const feed: Feed = {
    name: 'test',
    capabilities: { events: [], lineups: false, statistics: false, delaySeconds: 0 },
    lookEveryMs: 1_000,
    silentAfterMs: 3 * MINUTE,
    matches: async () => matches,
    look: async (ids) => {
      asked.push(ids);
      return answer(ids);
    },
    status: () => ({ name: 'test', lookEveryMs: 1_000 }),
  };
  return { feed, asked };
}

const SHEET = { starters: [{ name: 'Leão' }], bench: [] };
const LINEUPS = { home: SHEET, away: SHEET };
const NOTHING: FeedLook = { ok: true, snapshots: [] };
const DOWN: FeedLook = { ok: false, problem: 'down' };

const followerOf = (feed: Feed, more: { name?: string; onWork?: () => void; onSettled?: () => void } = {}) =>
  new MatchFollower({
    feed,
    store: room.store,
    clock: { now: () => room.now },
    log: SILENT,
    name: 'one',
    onWork: () => {},
    ...more,
  });

it('the follower looks only at matches that somebody follows', async () => {
  const { feed, asked } = feedOf(() => NOTHING);
  await followerOf(feed).look();
  expect(asked).toEqual([]);
  await room.follow('10', {}, { kind: 'club', id: 'inter' });
  await room.follow('20', {}, { kind: 'club', id: 'inter' });
  await followerOf(feed).look();
  expect(asked).toEqual([[MATCH.id]]);
});

it('the follower says in how many channels each is followed, by whatever brings it', async () => {
  const other: Match = {
    ...MATCH,
    id: 'roma-lazio',
    home: { id: 'roma', name: 'Roma' },
    away: { id: 'lazio', name: 'Lazio' },
  };
  await room.follow('10', {}, { kind: 'club', id: 'inter' });
  await room.follow('20', {}, { kind: 'club', id: 'inter' });
  await room.follow('30', {}, { kind: 'competition', id: 'serie-a' });
  const { feed } = feedOf(() => NOTHING, [MATCH, other]);
  const followed: unknown[] = [];
  const look: Feed['look'] = async (_, channels) => {
    followed.push(...(channels ?? []));
    return NOTHING;
  };
  await followerOf({ ...feed, look }).look();
  expect(followed).toEqual([
    [MATCH.id, 3],
    [other.id, 1],
  ]);
});

it('the follower asks for a match that is followed by its own id though no list names it', async () => {
  await room.follow('10', {}, { kind: 'match', id: 'milan-inter~1' });
  const { feed, asked } = feedOf(() => NOTHING);
  await followerOf(feed).look();
  expect(asked).toEqual([['milan-inter~1']]);
});

it('the follower watches a match for an hour after its end, says that it is settled, and leaves it alone then', async () => {
  await room.follow('10');
  let at = 0;
  const settled: unknown[] = [];
  const { feed, asked } = feedOf(() => ({ ok: true, snapshots: [look('full-time', [], { at })] }));
  const follower = followerOf(feed, { onSettled: (...ids: unknown[]) => settled.push(...ids) });
  for (const passed of [0, 1, 30, 59]) {
    at = passed * MINUTE;
    await follower.look();
  }
  expect(settled).toEqual([]);
  at = HOUR;
  await follower.look();
  expect(settled).toEqual([[MATCH.id]]);
  await follower.look();
  expect(asked).toHaveLength(5);
});

it('the follower knows a match before its feed tells of it, so that the first it says is news, however long it took', async () => {
  await room.follow('10');
  let answer = NOTHING;
  const { feed } = feedOf(() => answer);
  const follower = followerOf(feed);
  const step = async (minutes: number, phase: Phase, more: Partial<Snapshot> = {}) => {
    room.now = MATCH.kickOff + minutes * MINUTE;
    answer = { ok: true, snapshots: [look(phase, [], { at: room.now, ...more })] };
    await follower.look();
    await room.deliver();
  };
  room.now = MATCH.kickOff - 3 * HOUR;
  await follower.look();
  await step(-45, 'scheduled', { lineups: LINEUPS });
  await step(2, 'first-half', { lineups: LINEUPS });
  expect(room.channels.posts('10')).toEqual(['Line-ups: Milan v Inter', 'Kick-off: Milan v Inter']);
});

it('the follower wakes the relay when there is something to do, and not otherwise', async () => {
  await room.follow('10', { hears: ['phases'] });
  const looks = [look('scheduled'), look('scheduled'), look('first-half')];
  const { feed } = feedOf(() => ({ ok: true, snapshots: looks.splice(0, 1) }));
  let woken = 0;
  const follower = followerOf(feed, { onWork: () => woken++ });
  for (let step = 0; step < 3; step += 1) await follower.look();
  expect(woken).toBe(1);
});

it('the follower leaves the looking to one process of those that share a store, and takes over when that one is gone', async () => {
  await room.follow('10');
  const { feed, asked } = feedOf(() => NOTHING);
  await followerOf(feed, { name: 'one' }).look();
  await followerOf(feed, { name: 'two' }).look();
  expect(asked).toHaveLength(1);
  room.now += 2 * MINUTE;
  await followerOf(feed, { name: 'two' }).look();
  expect(asked).toHaveLength(2);
  await followerOf(feed, { name: 'one' }).look();
  expect(asked).toHaveLength(2);
});

describe('a feed that falls silent', () => {
  const card = () => JSON.stringify(room.channels.cards('10')[0]?.body);

  it('a feed that falls silent keeps the last good state, says on the card that it is silent, and when it is back', async () => {
    await room.follow('10');
    room.now = MATCH.kickOff;
    let answer: FeedLook = { ok: true, snapshots: [look('first-half', [], { at: room.now })] };
    const { feed } = feedOf(() => answer);
    const follower = followerOf(feed);
    await follower.look();
    await room.deliver();
    expect(card()).not.toMatch(/source/i);
    answer = DOWN;
    for (let minute = 0; minute < 4; minute += 1) {
      room.now += MINUTE;
      await follower.look();
    }
    await room.deliver();
    expect(card()).toContain(`No news from the source since <t:${MATCH.kickOff / 1_000}:`);
    answer = { ok: true, snapshots: [look('first-half', [], { at: room.now })] };
    await follower.look();
    await room.deliver();
    expect(card()).not.toMatch(/No news from the source/);
    expect(card()).toMatch(/source is back/i);
    expect(room.channels.posts('10')).toEqual([]);
  });

  it('a feed that falls silent tells in one roundup what it missed while the source was silent, however fast a replay runs', async () => {
    await room.follow('10');
    const fast = (lookEveryMs: number) => ({ lookEveryMs, silentAfterMs: 3 * lookEveryMs });
    room.now = MATCH.kickOff;
    const substitution = (base: number) =>
      ({
        kind: 'substitution',
        side: 'home',
        minute: { base },
        on: { name: `On ${base}` },
        off: { name: `Off ${base}` },
      }) as const;
    const missed = [goal(50, 'home', 'Leão'), substitution(59), substitution(71), substitution(84)];
    let answer: FeedLook = { ok: true, snapshots: [look('first-half', [], { at: room.now })] };
    const follower = followerOf({ ...feedOf(() => answer).feed, ...fast(1_000) });
    await follower.look();
    answer = DOWN;
    room.now += 4_000;
    await follower.look();
    for (let looks = 0; looks < 4; looks += 1) {
      room.now += 1_000;
      answer = { ok: true, snapshots: [look('full-time', missed, { at: room.now })] };
      await follower.look();
      await room.deliver();
    }
    expect(room.channels.posts('10')).toEqual([
      expect.stringMatching(/^While the source was silent: Milan v Inter\n/),
      'Full-time whistle: Milan 1–0 Inter',
      'Final result: Milan 1–0 Inter',
    ]);
  });

  it('a feed that falls silent is not called silent before a match or after it', async () => {
    await room.follow('10');
    let answer: FeedLook = { ok: true, snapshots: [look('scheduled', [], { at: 0 })] };
    const { feed } = feedOf(() => answer);
    const follower = followerOf(feed);
    await follower.look();
    answer = DOWN;
    room.now = HOUR;
    await follower.look();
    expect((await room.store.matches.state(MATCH.id))?.silentSince).toBeUndefined();
  });
});
