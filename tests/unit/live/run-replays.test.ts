import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ThreadResult } from '../../../src/live/replay.ts';
import { replays, type Wish } from '../../../src/live/run-replays.ts';
import { SILENT } from '../../../src/log.ts';
import { detect } from '../../../src/match/detect.ts';
import { HOUR, MINUTE } from '../../../src/match/instant.ts';
import { LOOKS_TO_RESULT, type MatchState } from '../../../src/match/state.ts';
import type { Store } from '../../../src/store/store.ts';
import { look, MATCH } from '../../support/match/build.ts';
import { memoryStore } from '../../support/store/memory-store.ts';

let store: Store;
/** What the player plays, by the replay's id. */
let playing: Map<string, { readonly matchId: string; readonly speed: number }>;
let opened: string[];
/** What opening a thread comes to; by itself it opens one. */
let opens: (thread: string) => Promise<ThreadResult>;

beforeEach(async () => {
  store = await memoryStore();
  playing = new Map();
  opened = [];
  opens = async (threadId) => ({ ok: true, threadId });
});
afterEach(() => store.close());

/** What a process has of replays, as it starts; the store outlives it, the player does not. */
function begun(has: { readonly store?: Store; readonly recorded?: readonly string[] } = {}) {
  const recorded = has.recorded ?? [MATCH.id];
  playing.clear();
  return replays({
    store: has.store ?? store,
    player: {
      startReplay: (id, replay) => recorded.includes(replay.matchId) && playing.set(id, replay).size > 0,
      stopReplay: (id) => playing.delete(id),
    },
    openThread: (channelId, name, userId) => {
      opened.push(`${channelId} ${name} ${userId}`);
      return opens(`t${opened.length}`);
    },
    recorded: [MATCH],
    clock: { now: () => 1_000 },
    log: SILENT,
  });
}

const wish = (userId: string, more: Partial<Wish> = {}): Wish => ({
  guildId: '1',
  channelId: '10',
  userId,
  matchId: MATCH.id,
  speed: 60,
  locale: 'en',
  ...more,
});

const kept = async () => (await store.replays.all()).map(({ id, threadId }) => ({ id, threadId }));
const followed = async () =>
  (await store.subscriptions.inGuild('1')).map(({ channelId, target }) => ({ id: target.id, threadId: channelId }));

async function nothingIsLeft(): Promise<void> {
  expect({ kept: await kept(), followed: await followed(), playing: [...playing] }).toEqual({
    kept: [],
    followed: [],
    playing: [],
  });
}

/** The replay of a reader is played to its end and an hour beyond. */
async function ends(id: string): Promise<void> {
  const match = { ...MATCH, id };
  let state: MatchState | undefined;
  for (let looks = 0; looks < LOOKS_TO_RESULT; looks += 1)
    state = detect(state, look('full-time', [], { match, at: looks * MINUTE }), 0).state;
  await store.matches.save(detect(state, look('full-time', [], { match, at: 2 * HOUR }), 0).state);
}

it('a replay plays under an id of its own into a private thread that follows it and nothing else', async () => {
  expect(await begun().start(wish('a'))).toEqual({ ok: true, threadId: 't1' });
  expect(opened).toEqual([`10 Milan v Inter · Serie A 12 a`]);
  const [replay] = await kept();
  expect(replay?.id).toMatch(/^milan-inter~\w+$/);
  expect(await followed()).toEqual([replay]);
  expect([...playing]).toEqual([[replay?.id, { matchId: MATCH.id, speed: 60 }]]);
  const [subscription] = await store.subscriptions.inChannel('t1');
  expect(subscription).toMatchObject({ locale: 'en', delayMs: 0, spoilers: 'show', thread: false });
});

it('a replay is let go of when it has come to its end, and no other with it', async () => {
  const running = begun();
  await running.start(wish('a'));
  await running.start(wish('b'));
  const [first, second] = await kept();
  await running.settled([first?.id ?? '', MATCH.id]);
  expect(await kept()).toEqual([second]);
  expect(await followed()).toEqual([second]);
  expect([...playing.keys()]).toEqual([second?.id]);
  expect(await running.start(wish('a'))).toMatchObject({ ok: true });
});

it('a replay of a match that nobody recorded is refused, and opens nothing', async () => {
  expect(await begun().start(wish('a', { matchId: 'x' }))).toEqual({ ok: false, reason: 'refused' });
  expect(opened).toEqual([]);
});

it('a reader has one replay, wherever he is', async () => {
  const running = begun();
  await running.start(wish('a'));
  expect(await running.start(wish('a', { guildId: '2' }))).toEqual({ ok: false, reason: 'too-many' });
  expect(opened).toHaveLength(1);
});

it('a server has three replays', async () => {
  const running = begun();
  for (const reader of ['a', 'b', 'c']) expect(await running.start(wish(reader))).toMatchObject({ ok: true });
  expect(await running.start(wish('d'))).toEqual({ ok: false, reason: 'too-many' });
  expect(await running.start(wish('d', { guildId: '2' }))).toMatchObject({ ok: true });
});

it('replays are counted whose threads are only being opened', async () => {
  const running = begun();
  const wishes = ['a', 'a', 'b', 'c', 'd'].map((reader) => running.start(wish(reader)));
  const reasons = (await Promise.all(wishes)).map((start) => (start.ok ? 'ok' : start.reason));
  expect(reasons).toEqual(['ok', 'too-many', 'ok', 'ok', 'too-many']);
  expect(opened).toHaveLength(3);
});

it('a replay is not counted whose thread was deleted, or follows it no more', async () => {
  const running = begun();
  await running.start(wish('a'));
  await store.subscriptions.pauseChannel('t1', 'channel-gone', 2_000);
  expect(await running.start(wish('a'))).toEqual({ ok: true, threadId: 't2' });
  const [replay] = await followed();
  await store.subscriptions.unfollow('t2', { kind: 'match', id: replay?.id ?? '' });
  expect(await running.start(wish('a'))).toEqual({ ok: true, threadId: 't3' });
  expect(await kept()).toEqual(await followed());
  expect([...playing.keys()]).toEqual((await kept()).map(({ id }) => id));
});

it.each(['no-permission', 'refused'] as const)(
  'a replay leaves nothing where the thread is not opened (%s)',
  async (reason) => {
    opens = async () => ({ ok: false, reason });
    const running = begun();
    expect(await running.start(wish('a'))).toEqual({ ok: false, reason });
    await nothingIsLeft();
    opens = async (threadId) => ({ ok: true, threadId });
    expect(await running.start(wish('a'))).toMatchObject({ ok: true });
  },
);

it('a replay leaves nothing, and no reader waiting, when opening the thread throws', async () => {
  opens = () => Promise.reject(new Error('a bug'));
  const running = begun();
  await expect(running.start(wish('a'))).rejects.toThrow('a bug');
  await nothingIsLeft();
  opens = async (threadId) => ({ ok: true, threadId });
  expect(await running.start(wish('a'))).toMatchObject({ ok: true });
});

it('a replay leaves nothing that follows when it cannot be written down', async () => {
  const broken: Store = {
    ...store,
    transaction: (work) =>
      store.transaction((tx) =>
        work({ ...tx, subscriptions: { ...tx.subscriptions, follow: () => Promise.reject(new Error('disk full')) } }),
      ),
  };
  await expect(begun({ store: broken }).start(wish('a'))).rejects.toThrow('disk full');
  await nothingIsLeft();
});

it('a replay leaves nothing where the match cannot be played after all', async () => {
  expect(await begun({ recorded: [] }).start(wish('a'))).toEqual({ ok: false, reason: 'refused' });
  await nothingIsLeft();
});

it('a restart goes on with the replays that ran', async () => {
  await begun().start(wish('a', { speed: 10 }));
  const [replay] = await kept();
  const restarted = begun();
  await restarted.resume();
  expect([...playing]).toEqual([[replay?.id, { matchId: MATCH.id, speed: 10 }]]);
  expect(await restarted.start(wish('a'))).toEqual({ ok: false, reason: 'too-many' });
});

it('a restart lets go of a replay that had ended when the process died', async () => {
  await begun().start(wish('a'));
  await ends((await kept())[0]?.id ?? '');
  await begun().resume();
  await nothingIsLeft();
});

it('a restart lets go of a replay of what is recorded no more', async () => {
  await begun().start(wish('a'));
  await begun({ recorded: [] }).resume();
  await nothingIsLeft();
});
