import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Feed, FeedLook } from '../../../src/feed/feed.ts';
import { MatchFollower } from '../../../src/live/follow-matches.ts';
import { freshUntil } from '../../../src/live/freshness.ts';
import { recordSnapshot } from '../../../src/live/record-snapshot.ts';
import { SILENT } from '../../../src/log.ts';
import { HOUR, MINUTE } from '../../../src/match/instant.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import type { FollowTarget } from '../../../src/subscriptions/subscription.ts';
import { goal, look, MATCH } from '../match/build.ts';

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tifo-live-'));
  store = await openStore(`file:${join(folder, 'tifo.db')}`, SILENT);
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const follow = (channelId: string, target: FollowTarget) =>
  store.subscriptions.follow({ guildId: '1', channelId, target, locale: 'en', createdAt: 0 });

const claimed = async (now: number) => {
  const deliveries = await store.outbox.claim('test', 100, now, MINUTE);
  for (const { key } of deliveries) await store.outbox.sent(key, 'm', now);
  return deliveries.map(({ channelId, subject }) => `${channelId} ${subject.id}`);
};

describe('a snapshot', () => {
  it('becomes one delivery for each channel of the audience, in the transaction of the state it changed', async () => {
    await follow('10', { kind: 'club', id: 'milan' });
    await follow('10', { kind: 'club', id: 'inter' });
    await follow('20', { kind: 'competition', id: 'serie-a' });
    await follow('30', { kind: 'club', id: 'roma' });
    await recordSnapshot(store, look('scheduled'), 1);
    await recordSnapshot(store, look('first-half'), 2);
    expect(await claimed(2)).toEqual(['10 milan-inter/kick-off', '20 milan-inter/kick-off']);
    expect((await store.matches.state(MATCH.id))?.snapshot.phase).toBe('first-half');
  });

  it('taken in twice is told once', async () => {
    await follow('10', { kind: 'match', id: MATCH.id });
    await recordSnapshot(store, look('first-half'), 1);
    const seen = look('first-half', [goal(11, 'away', 'Çalhanoğlu')]);
    expect(await recordSnapshot(store, seen, 2)).toHaveLength(1);
    expect(await recordSnapshot(store, seen, 3)).toHaveLength(0);
    expect(await claimed(3)).toEqual(['10 milan-inter/goal/goal-1']);
    expect(await claimed(3)).toEqual([]);
  });

  it('that is older than what is known takes nothing back', async () => {
    await follow('10', { kind: 'match', id: MATCH.id });
    await recordSnapshot(store, look('first-half', [], { at: 1 }), 1);
    await recordSnapshot(store, look('first-half', [goal(11, 'away')], { at: 3 }), 3);
    expect(await recordSnapshot(store, look('first-half', [], { at: 2 }), 4)).toEqual([]);
    expect((await store.matches.state(MATCH.id))?.score).toEqual({ home: 0, away: 1 });
  });

  it('of which the deliveries cannot be written changes nothing, so that the next look tells it', async () => {
    await follow('10', { kind: 'match', id: MATCH.id });
    await recordSnapshot(store, look('scheduled'), 1);
    const broken = {
      matches: store.matches,
      transaction: <T>(work: Parameters<typeof store.transaction<T>>[0]) =>
        store.transaction((tx) =>
          work({ ...tx, outbox: { ...tx.outbox, enqueue: () => Promise.reject(new Error('killed')) } }),
        ),
    };
    await expect(recordSnapshot(broken, look('first-half'), 2)).rejects.toThrow('killed');
    expect((await store.matches.state(MATCH.id))?.snapshot.phase).toBe('scheduled');
    await recordSnapshot(store, look('first-half'), 3);
    expect(await claimed(3)).toEqual(['10 milan-inter/kick-off']);
  });

  it('found after a long silence brings how it ended, and no goal of hours ago', async () => {
    await follow('10', { kind: 'match', id: MATCH.id });
    await recordSnapshot(store, look('first-half'), 0);
    const over = look('full-time', [goal(11, 'away')]);
    for (const now of [3 * HOUR, 3 * HOUR + 1, 3 * HOUR + 2]) await recordSnapshot(store, over, now);
    const told: string[] = [];
    for (let step = 0; step < 10; step++) told.push(...(await claimed(3 * HOUR + 3)));
    expect(told).toEqual(['10 milan-inter/full-time', '10 milan-inter/result']);
  });
});

describe('freshness', () => {
  it('lasts a day for a result and minutes for a goal', () => {
    const told = { id: 'x', matchId: 'm', at: 0, since: 0, score: { home: 0, away: 0 } };
    expect(freshUntil({ ...told, kind: 'result' })).toBe(24 * HOUR);
    expect(freshUntil({ ...told, kind: 'goal', eventId: 'g', goal: goal(1, 'home') })).toBe(30 * MINUTE);
  });
});

describe('the follower', () => {
  function feedOf(answer: (asked: readonly string[]) => FeedLook) {
    const asked: (readonly string[])[] = [];
    const feed: Feed = {
      name: 'test',
      lookEveryMs: 1_000,
      matches: async () => [MATCH],
      look: async (ids) => {
        asked.push(ids);
        return answer(ids);
      },
    };
    return { feed, asked };
  }

  const followerOf = (feed: Feed, onNews = () => {}) =>
    new MatchFollower({ feed, store, clock: { now: () => 5 }, log: SILENT, onNews });

  it('looks only at matches that somebody follows', async () => {
    const { feed, asked } = feedOf(() => ({ ok: true, snapshots: [] }));
    await followerOf(feed).look();
    expect(asked).toEqual([]);
    await follow('10', { kind: 'club', id: 'inter' });
    await followerOf(feed).look();
    expect(asked).toEqual([[MATCH.id]]);
  });

  it('leaves a match alone once its result was told', async () => {
    await follow('10', { kind: 'match', id: MATCH.id });
    const { feed, asked } = feedOf(() => ({ ok: true, snapshots: [look('full-time')] }));
    const follower = followerOf(feed);
    for (let step = 0; step < 4; step++) await follower.look();
    expect(asked).toHaveLength(1);
  });

  it('wakes the relay when there is news, and not otherwise', async () => {
    await follow('10', { kind: 'match', id: MATCH.id });
    const looks = [look('scheduled'), look('scheduled'), look('first-half')];
    const { feed } = feedOf(() => ({ ok: true, snapshots: looks.splice(0, 1) }));
    let woken = 0;
    const follower = followerOf(feed, () => woken++);
    for (let step = 0; step < 3; step++) await follower.look();
    expect(woken).toBe(1);
  });

  it('keeps the last good state when the feed cannot be read', async () => {
    await follow('10', { kind: 'match', id: MATCH.id });
    await recordSnapshot(store, look('first-half'), 1);
    const { feed } = feedOf(() => ({ ok: false, problem: 'down' }));
    await followerOf(feed).look();
    expect((await store.matches.state(MATCH.id))?.snapshot.phase).toBe('first-half');
  });
});
