import { expect, it } from 'vitest';
import { readRecording } from '../../../src/feed/load-recordings.ts';
import { recordedFeed } from '../../../src/feed/recorded-feed.ts';
import { endOf } from '../../../src/feed/recording.ts';
import { MINUTE, SECOND } from '../../../src/match/instant.ts';

const read = await readRecording('data/matches/2021-11-07-milan-inter.json');
if (!read.ok) throw new Error(read.problem);
const derby = read.recording;
const DERBY = derby.match.id;

function feedAt(options: { listed?: boolean; resumed?: Readonly<Record<string, number>> } = {}) {
  const clock = { time: 1_000_000, now: () => clock.time };
  const resumeAt = async (id: string) => options.resumed?.[id];
  const feed = recordedFeed({ recordings: [derby], clock, speed: 60, resumeAt, listed: options.listed ?? true });
  const look = async (...ids: string[]) => {
    const seen = await feed.look(ids);
    if (!seen.ok) throw new Error(seen.problem);
    return seen.snapshots.map(({ match, at }) => [match.id, (at - derby.match.kickOff) / MINUTE]);
  };
  return { clock, feed, look };
}

it('a replay that somebody asked for plays the match from its start, at its own speed, under its own id, beside the main one', async () => {
  const { clock, feed, look } = feedAt();
  await look(DERBY);
  clock.time += 10 * SECOND;
  expect(feed.startReplay(`${DERBY}~1`, { matchId: DERBY, speed: 10 })).toBe(true);
  await look(DERBY, `${DERBY}~1`);
  clock.time += 6 * SECOND;
  expect(await look(DERBY, `${DERBY}~1`)).toEqual([
    [DERBY, 13],
    [`${DERBY}~1`, -2],
  ]);
  expect((await feed.matches()).map(({ id }) => id)).toEqual([DERBY]);
});

it('a replay that somebody asked for is nothing that the panel steers or breaks', async () => {
  const { clock, feed, look } = feedAt({ resumed: { [DERBY]: derby.match.kickOff + 30 * MINUTE } });
  feed.startReplay(`${DERBY}~1`, { matchId: DERBY, speed: 60 });
  await look(DERBY, `${DERBY}~1`);
  feed.pause();
  feed.fault('silent-until-the-end');
  clock.time += 5 * SECOND;
  feed.skipToNextFrame();
  expect(await look(DERBY, `${DERBY}~1`)).toEqual([[`${DERBY}~1`, 2]]);
});

it('a replay that somebody asked for goes on after a restart from where it stood, and is not begun anew when it is started twice', async () => {
  const { clock, feed, look } = feedAt({ resumed: { [`${DERBY}~2`]: derby.match.kickOff + 12 * MINUTE } });
  feed.startReplay(`${DERBY}~2`, { matchId: DERBY, speed: 60 });
  expect(await look(`${DERBY}~2`)).toEqual([[`${DERBY}~2`, 12]]);
  clock.time += SECOND;
  feed.startReplay(`${DERBY}~2`, { matchId: DERBY, speed: 600 });
  expect(await look(`${DERBY}~2`)).toEqual([[`${DERBY}~2`, 13]]);
});

it('a replay that somebody asked for cannot be of a match that is not recorded, and is gone once it was stopped', async () => {
  const { feed, look } = feedAt();
  expect(feed.startReplay('other~1', { matchId: 'other', speed: 60 })).toBe(false);
  feed.startReplay(`${DERBY}~1`, { matchId: DERBY, speed: 60 });
  feed.stopReplay(`${DERBY}~1`);
  expect(await look(`${DERBY}~1`, 'other~1')).toEqual([]);
});

it('a replay that somebody asked for sets the pace of the looks while it runs and is the fastest', async () => {
  const { clock, feed, look } = feedAt();
  feed.startReplay(`${DERBY}~1`, { matchId: DERBY, speed: 600 });
  await look(`${DERBY}~1`);
  expect(feed.lookEveryMs).toBe(100);
  clock.time += 30 * SECOND;
  expect(await look(`${DERBY}~1`)).toEqual([[`${DERBY}~1`, (endOf(derby) - derby.match.kickOff) / MINUTE + 65]]);
  expect(feed.lookEveryMs).toBe(1_000);
});

it('recordings beside a live feed are no matches to follow and are not shown, but may be replayed', async () => {
  const { feed, look } = feedAt({ listed: false });
  expect([await feed.matches(), await look(DERBY), feed.lookEveryMs, feed.silentAfterMs]).toEqual([
    [],
    [],
    2_000,
    3 * MINUTE,
  ]);
  feed.startReplay(`${DERBY}~1`, { matchId: DERBY, speed: 10 });
  expect(await look(`${DERBY}~1`)).toEqual([[`${DERBY}~1`, -3]]);
  expect([feed.lookEveryMs, feed.silentAfterMs, feed.replay()]).toEqual([1_000, 18_000, undefined]);
});
