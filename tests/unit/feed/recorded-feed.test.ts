import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EVERY_KIND } from '../../../src/feed/feed.ts';
import type { FeedFault } from '../../../src/feed/feed-faults.ts';
import { loadRecordings } from '../../../src/feed/load-recordings.ts';
import { recordedFeed } from '../../../src/feed/recorded-feed.ts';
import { endOf, snapshotAt } from '../../../src/feed/recording.ts';
import { detect } from '../../../src/match/detect.ts';
import { MINUTE, SECOND } from '../../../src/match/instant.ts';
import type { News } from '../../../src/match/news.ts';
import type { MatchState } from '../../../src/match/state.ts';

const DERBY = '2021-11-07-milan-inter';
const [derby] = await loadRecordings('data/matches');
if (!derby) throw new Error('the derby is missing');

function feedAt(speed: number, resume?: number, faults: readonly FeedFault[] = []) {
  const clock = { time: 1_000_000, now: () => clock.time };
  const feed = recordedFeed({ recordings: [derby!], clock, speed, resumeAt: async () => resume, faults });
  const look = async () => {
    const seen = await feed.look([DERBY]);
    if (!seen.ok) throw new Error(seen.problem);
    return seen.snapshots[0]!;
  };
  return { clock, feed, look };
}

it('the derby as recorded ends one-all, level at half-time, with every line-up of eleven', () => {
  const end = snapshotAt(derby, endOf(derby));
  expect([end.phase, end.score, end.halfTime]).toEqual(['full-time', { home: 1, away: 1 }, { home: 1, away: 1 }]);
  expect([end.lineups?.home.starters.length, end.lineups?.away.starters.length]).toEqual([11, 11]);
});

it('the derby as recorded tells its whole story, in order, each thing once', () => {
  let state: MatchState | undefined;
  const news: News[] = [];
  for (let at = derby.match.kickOff - 3 * MINUTE; at <= endOf(derby) + 10 * MINUTE; at += MINUTE) {
    const found = detect(state, snapshotAt(derby, at), at);
    state = found.state;
    news.push(...found.news);
  }
  expect(news.map(({ kind, score }) => `${kind} ${score.home}-${score.away}`)).toEqual([
    'kick-off 0-0',
    'goal 0-1',
    'goal 1-1',
    'card 1-1',
    'missed-penalty 1-1',
    'half-time 1-1',
    'second-half 1-1',
    'substitutions 1-1',
    'substitutions 1-1',
    'substitutions 1-1',
    'substitutions 1-1',
    'substitutions 1-1',
    'substitutions 1-1',
    'chance 1-1',
    'full-time 1-1',
    'result 1-1',
  ]);
});

it('a replay starts shortly before kick-off when it is first looked at, and runs at its speed', async () => {
  const { clock, look } = feedAt(60);
  expect((await look()).phase).toBe('scheduled');
  clock.time += 3 * SECOND + 30 * SECOND;
  const later = await look();
  expect([later.phase, later.minute]).toEqual(['first-half', { base: 31 }]);
});

it('a replay goes on after a restart from where it stood', async () => {
  const { look } = feedAt(60, derby.match.kickOff + 20 * MINUTE);
  expect((await look()).minute).toEqual({ base: 21 });
});

it('a replay shows added time as the field does', async () => {
  const { look } = feedAt(60, derby.match.kickOff + 45.5 * MINUTE);
  expect((await look()).minute).toEqual({ base: 45, added: 1 });
});

it('a replay runs on after the last frame for as long as a match is watched, while the panel stays at the end', async () => {
  const { clock, feed, look } = feedAt(60);
  await look();
  clock.time += 180 * SECOND;
  const later = await look();
  expect([later.phase, later.at - endOf(derby)]).toEqual(['full-time', 65 * MINUTE]);
  expect(feed.replay()?.snapshot.at).toBe(endOf(derby));
});

it('a replay stands at the end from the start at speed 0', async () => {
  const { clock, look } = feedAt(0);
  clock.time += 5 * MINUTE;
  expect(await look()).toMatchObject({ phase: 'full-time', at: endOf(derby) });
});

it('a replay leaves out matches that it does not know', async () => {
  expect(await feedAt(60).feed.look(['no-such-match'])).toEqual({ ok: true, snapshots: [] });
});

it('a replay says what it tells and when it counts as silent, which is sooner the faster it runs', () => {
  const { feed } = feedAt(10);
  expect(feed.capabilities).toMatchObject({ events: EVERY_KIND, lineups: true, delaySeconds: 0 });
  expect([feed.silentAfterMs, feedAt(60).feed.silentAfterMs]).toEqual([18_000, 3_000]);
  expect(feed.status()).toEqual({ name: 'recorded', lookEveryMs: 1_000 });
});

it('unreadable recordings are refused with every problem of every file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tifo-'));
  await writeFile(join(folder, 'a.json'), '{ "match": ');
  await writeFile(join(folder, 'b.json'), JSON.stringify({ match: { id: 'x' }, frames: [] }));
  await expect(loadRecordings(folder)).rejects.toThrow(/a\.json.*\n.*b\.json.*kickOff/s);
});

it('unreadable recordings are refused when the folder is not there', async () => {
  await expect(loadRecordings('/nowhere/at/all')).rejects.toThrow(/cannot be read/);
});

it('whoever steers a replay pauses it where it stands and goes on at another speed, from there', async () => {
  const { clock, feed, look } = feedAt(60, derby.match.kickOff);
  await look();
  clock.time += 10 * SECOND;
  feed.pause();
  clock.time += 100 * SECOND;
  expect((await look()).minute).toEqual({ base: 11 });
  feed.play(600);
  clock.time += SECOND;
  expect((await look()).minute).toEqual({ base: 21 });
  expect(feed.replay()).toMatchObject({ speed: 600, paused: false, endsAt: endOf(derby) });
});

it('whoever steers a replay jumps to the moment at which something next happens', async () => {
  const { feed, look } = feedAt(60, derby.match.kickOff);
  await look();
  feed.skipToNextFrame();
  expect((await look()).events.map(({ kind }) => kind)).toEqual(['penalty-awarded']);
  for (let step = 0; step < 30; step++) feed.skipToNextFrame();
  expect((await look()).phase).toBe('full-time');
});

it('whoever steers a replay sees nothing before somebody has looked, and looks oftener the faster it runs', async () => {
  const { feed, look } = feedAt(60);
  expect([feed.replay(), feed.lookEveryMs]).toEqual([undefined, 1_000]);
  await look();
  feed.play(600);
  expect(feed.lookEveryMs).toBe(100);
});

it('a replay that somebody breaks cannot lose a goal before there is one, nor before it runs', async () => {
  const { feed, look } = feedAt(60);
  expect(feed.fault('goes-silent')).toBeUndefined();
  await look();
  expect([feed.fault('var-takes-goal'), feed.replay()?.faults]).toEqual([undefined, []]);
});

it('a replay that somebody breaks loses its last goal to VAR for good, also after a restart that is told of it', async () => {
  const { feed, look } = feedAt(60, derby.match.kickOff + 30 * MINUTE);
  await look();
  const fault = feed.fault('var-takes-goal')!;
  expect((await look()).score).toEqual({ home: 0, away: 1 });
  expect(feed.replay()).toMatchObject({ faults: ['var-takes-goal'], snapshot: { score: { home: 0, away: 1 } } });
  const again = feedAt(60, derby.match.kickOff + 40 * MINUTE, [fault]);
  expect((await again.look()).score).toEqual({ home: 0, away: 1 });
});

it('a replay that somebody breaks fails every look while it is silent, says so, and is back ten minutes of match later', async () => {
  const { clock, feed, look } = feedAt(60, derby.match.kickOff + 30 * MINUTE);
  await look();
  feed.fault('goes-silent');
  expect(await feed.look([DERBY])).toMatchObject({ ok: false, problem: expect.stringContaining('fault') });
  expect([feed.status().problem, feed.replay()?.faults]).toEqual([expect.stringContaining('fault'), ['goes-silent']]);
  clock.time += 10 * SECOND;
  expect((await look()).minute).toEqual({ base: 41 });
  expect([feed.status().problem, feed.replay()?.faults]).toEqual([undefined, []]);
});

it('a replay that somebody breaks comes back after the end when it is silent until then', async () => {
  const { clock, feed, look } = feedAt(60, derby.match.kickOff + 80 * MINUTE);
  await look();
  feed.fault('silent-until-the-end');
  clock.time += 25 * SECOND;
  expect((await feed.look([DERBY])).ok).toBe(false);
  clock.time += 5 * SECOND;
  expect((await look()).phase).toBe('full-time');
});

it('a replay that somebody breaks flickers at every other look, from the first on', async () => {
  const { clock, feed, look } = feedAt(10, derby.match.kickOff + 30 * MINUTE);
  await look();
  feed.fault('flickers');
  const goals: number[] = [];
  for (let step = 0; step < 14; step++, clock.time += SECOND) {
    goals.push((await look()).events.filter(({ kind }) => kind === 'goal').length);
  }
  expect(goals).toEqual([1, 2, 1, 2, 2, 2, 1, 2, 1, 2, 2, 2, 2, 2]);
});
