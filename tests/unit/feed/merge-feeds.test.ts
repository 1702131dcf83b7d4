import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FeedLook } from '../../../src/feed/feed.ts';
import { mergeFeeds } from '../../../src/feed/merge-feeds.ts';
import { SILENT } from '../../../src/log.ts';
import { HOUR, MINUTE, SECOND } from '../../../src/match/instant.ts';
import type { Snapshot } from '../../../src/match/snapshot.ts';
import { CLUBS, card, fakeFeed, goal, snapshotOf } from './fake-feed.ts';

const SCORE_ALONE = { events: [], lists: [] } as const satisfies Partial<Snapshot>;
const ok = (...snapshots: Snapshot[]): FeedLook => ({ ok: true, snapshots });
const clock = { now: () => Date.now() };

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

/** A rich feed that is a little late, one that knows scores alone and is later, both looked at every 15 s. */
function pair() {
  const rich = fakeFeed('rich', { clock, delaySeconds: 20 });
  const plain = fakeFeed('plain', { clock, delaySeconds: 60, events: [], lineups: false, statistics: false });
  const merged = mergeFeeds([rich, plain], { log: SILENT, clock });
  const look = async () => {
    const seen = await merged.look([CLUBS.id]);
    return seen.ok ? seen.snapshots[0] : seen.problem;
  };
  const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { rich, plain, merged, look, later };
}

it('several feeds as one promise together what each can, and are looked at as often as the fastest asks', async () => {
  const slow = fakeFeed('slow', { clock, events: ['card'], lineups: false, delaySeconds: 5, lookEveryMs: 60_000 });
  const fast = fakeFeed('fast', {
    clock,
    events: ['goal'],
    statistics: false,
    delaySeconds: 30,
    lookEveryMs: 10_000,
  });
  const merged = mergeFeeds([slow, fast], { log: SILENT, clock });
  expect(merged.name).toBe('slow + fast');
  expect(merged.capabilities).toEqual({ events: ['goal', 'card'], lineups: true, statistics: true, delaySeconds: 5 });
  expect(merged.lookEveryMs).toBe(10_000);
  expect(merged.statuses().map(({ name }) => name)).toEqual(['slow', 'fast']);
});

it('several feeds as one are each looked at no faster than they ask', async () => {
  const slow = fakeFeed('slow', { clock, lookEveryMs: 60_000 });
  const fast = fakeFeed('fast', { clock, lookEveryMs: 10_000 });
  const merged = mergeFeeds([slow, fast], { log: SILENT, clock });
  for (let step = 0; step < 60; step++) {
    await merged.look([CLUBS.id]);
    await vi.advanceTimersByTimeAsync(2_000);
  }
  expect([slow.looks, fast.looks]).toEqual([2, 12]);
  expect(merged.lookEveryMs).toBeLessThanOrEqual(10_000);
});

it('several feeds as one know one match by one id, that of the first feed, and each is asked by its own', async () => {
  const first = fakeFeed('first', { clock, list: [CLUBS] });
  const theirs = { ...CLUBS, id: 'other-id', kickOff: CLUBS.kickOff + HOUR, round: 7, venue: { name: 'Nuvole' } };
  const returnLeg = { ...CLUBS, id: 'return-leg', kickOff: CLUBS.kickOff + 13 * HOUR };
  const second = fakeFeed('second', { clock, list: [theirs, returnLeg], delaySeconds: -1 });
  const merged = mergeFeeds([first, second], { log: SILENT, clock });
  expect(await merged.matches()).toEqual([{ ...CLUBS, round: 7, venue: { name: 'Nuvole' } }, returnLeg]);
  first.says({ ok: false, problem: 'down' });
  second.says(ok(snapshotOf('first-half', 3, [], { match: theirs })));
  const seen = await merged.look([CLUBS.id, 'a-b~1']);
  expect([first.asked, second.asked]).toEqual([
    [CLUBS.id, 'a-b~1'],
    ['other-id', 'a-b~1'],
  ]);
  expect(seen).toMatchObject({ ok: true, snapshots: [{ match: { id: CLUBS.id, round: 7 } }] });
});

it('several feeds as one keep the id of a match when a richer feed names it later', async () => {
  const first = fakeFeed('first', { clock, list: [] });
  const second = fakeFeed('second', { clock, list: [{ ...CLUBS, id: 'known-by-this' }] });
  const merged = mergeFeeds([first, second], { log: SILENT, clock });
  await merged.matches();
  first.list = [CLUBS];
  expect((await merged.matches()).map(({ id }) => id)).toEqual(['known-by-this']);
});

it('a match that several feeds tell has phase and score from the least late, events and line-ups from the richest that has them', async () => {
  const { rich, plain, look } = pair();
  const lineups = { home: { starters: [], bench: [] }, away: { starters: [], bench: [] } };
  rich.says(ok(snapshotOf('first-half', 20, [goal('home', 19, 'Ŕ')], { lineups, minute: { base: 20 } })));
  plain.says(ok(snapshotOf('first-half', 19, [], { ...SCORE_ALONE, addedTime: [1] })));
  expect(await look()).toEqual({
    ...snapshotOf('first-half', 20, [goal('home', 19, 'Ŕ')], { lineups, minute: { base: 20 }, addedTime: [1] }),
  });
});

it('a match that several feeds tell lacks what a failed feed alone tells, and so takes nothing back; it has it again with the feed', async () => {
  const { rich, plain, look, later } = pair();
  const events = [goal('home', 19, 'Ŕ'), card('away', 12, 'Ø')];
  rich.says(ok(snapshotOf('first-half', 20, events)));
  plain.says(ok(snapshotOf('first-half', 20, events, SCORE_ALONE)));
  expect(await look()).not.toHaveProperty('lists');
  rich.says({ ok: false, problem: 'out of calls' });
  await later(15_000);
  expect(await look()).toMatchObject({ events: [], lists: [], score: { home: 1, away: 0 } });
  rich.says(ok(snapshotOf('first-half', 21, events)));
  await later(15_000);
  expect(await look()).toMatchObject({ events });
});

it('a match that several feeds tell does not go back when a later feed takes over, until that has had time to catch up', async () => {
  const { rich, plain, look, later } = pair();
  rich.says(ok(snapshotOf('full-time', 95, [goal('home', 94, 'Ŕ')])));
  plain.says(ok(snapshotOf('second-half', 95, [], SCORE_ALONE)));
  expect(await look()).toMatchObject({ phase: 'full-time' });
  rich.says({ ok: false, problem: 'down' });
  await later(15 * SECOND);
  expect(await look()).toBeUndefined();
  await later(134 * SECOND);
  expect(await look()).toBeUndefined();
  await later(15 * SECOND);
  expect(await look()).toMatchObject({ phase: 'second-half', score: { home: 0, away: 0 } });
});

it('a match that several feeds tell is told once for each look of its lead, never goes back in time, and not at all while nothing is new', async () => {
  const { rich, plain, look, later } = pair();
  rich.says(ok(snapshotOf('first-half', 20)));
  plain.says(ok(snapshotOf('first-half', 17, [], SCORE_ALONE)));
  expect(await look()).toMatchObject({ at: CLUBS.kickOff + 20 * MINUTE });
  expect(await look()).toBeUndefined();
  rich.says(ok());
  await later(15_000);
  expect(await look()).toMatchObject({ at: CLUBS.kickOff + 20 * MINUTE, lists: [] });
});

it('a match that several feeds tell is as its lead said last while that asks about others, and is not told again by one that knows less', async () => {
  const { rich, plain, look, later } = pair();
  rich.says(ok(snapshotOf('first-half', 20)));
  plain.says(ok(snapshotOf('first-half', 17, [], SCORE_ALONE)));
  await look();
  rich.says({ ok: true, snapshots: [], isPartial: true });
  await later(15_000);
  expect(await look()).toBeUndefined();
});

it('a match that several feeds tell names its goals by the next feed where the richest names none of those that it counts', async () => {
  const one = fakeFeed('one', { clock });
  const two = fakeFeed('two', { clock, delaySeconds: 30 });
  const merged = mergeFeeds([one, two], { log: SILENT, clock });
  one.says(ok(snapshotOf('first-half', 20, [], { score: { home: 1, away: 0 } })));
  two.says(ok(snapshotOf('first-half', 20, [goal('home', 19, 'Ŕ')])));
  expect(await merged.look([CLUBS.id])).toMatchObject({ snapshots: [{ events: [goal('home', 19, 'Ŕ')] }] });
});

it('a feed that does not answer holds nobody up, and is heard when its answer comes', async () => {
  const { rich, plain, merged, look, later } = pair();
  let answer: (look: FeedLook) => void = () => {};
  rich.says(new Promise((resolve) => (answer = resolve)));
  plain.says(ok(snapshotOf('first-half', 20, [], SCORE_ALONE)));
  const first = look();
  await later(2_000);
  expect(await first).toMatchObject({ lists: [] });
  const lookedAt = Date.now();
  expect([await look(), Date.now()]).toEqual([undefined, lookedAt]);
  expect(merged.lookEveryMs).toBe(1_000);
  answer(ok(snapshotOf('first-half', 20, [goal('home', 19, 'Ŕ')])));
  await later(1_000);
  expect(await look()).toMatchObject({ events: [goal('home', 19, 'Ŕ')], score: { home: 1, away: 0 } });
});

it('a feed that does not answer is left out once its last word is old, and is asked again when a look never ends', async () => {
  const { rich, plain, look, later } = pair();
  rich.says(ok(snapshotOf('first-half', 20)));
  await look();
  rich.says(new Promise(() => {}));
  await later(15_000);
  const hanging = look();
  await later(2_000);
  await hanging;
  expect(rich.looks).toBe(2);
  rich.says(ok(snapshotOf('first-half', 22)));
  await later(60_000);
  expect(await look()).toMatchObject({ at: CLUBS.kickOff + 22 * MINUTE });
  await later(5 * MINUTE + 1);
  rich.says(new Promise(() => {}));
  plain.says({ ok: false, problem: 'down' });
  const unheard = look();
  await later(2_000);
  expect(await unheard).toBe('rich: no answer yet; plain: down');
});

it('a feed that does not answer is a failure of all only when none is left, with what each said; a feed that breaks is one that fails', async () => {
  const warnings: string[] = [];
  const log = { ...SILENT, warn: (_: object, message: string) => void warnings.push(message) };
  const rich = fakeFeed('rich', { clock });
  const plain = fakeFeed('plain', { clock });
  const merged = mergeFeeds([rich, plain], { log, clock });
  rich.says({ ok: false, problem: 'wrong key' });
  plain.look = () => Promise.reject(new Error('a bug'));
  expect(await merged.look([CLUBS.id])).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/rich: wrong key; plain: it broke/),
  });
  await vi.advanceTimersByTimeAsync(15_000);
  await merged.look([CLUBS.id]);
  expect(warnings.filter((message) => /could not be read/.test(message))).toHaveLength(2);
  expect(merged.status()).toMatchObject({ name: 'rich + plain', problem: expect.stringContaining('wrong key') });
});
