import { expect, it } from 'vitest';
import { readRecording } from '../../../src/feed/load-recordings.ts';
import { endOf, type Frame, type Recording, snapshotAt } from '../../../src/feed/recording.ts';
import type { Goal } from '../../../src/match/event.ts';
import { MINUTE } from '../../../src/match/instant.ts';
import { formatMinute } from '../../../src/match/minute.ts';
import { scoreOf, shootOutOf } from '../../../src/match/score.ts';

const KICK_OFF = Date.parse('2026-03-01T15:00:00Z');

function recordingOf(...frames: (Omit<Frame, 'at'> & { readonly minutes: number })[]): Recording {
  const match = {
    id: 'a-b',
    competition: { id: 'cup', name: 'Cup' },
    season: '2026',
    home: { id: 'a', name: 'A' },
    away: { id: 'b', name: 'B' },
    kickOff: KICK_OFF,
  };
  return { match, frames: frames.map(({ minutes, ...frame }) => ({ at: KICK_OFF + minutes * MINUTE, ...frame })) };
}

async function fixture(name: string): Promise<Recording> {
  const read = await readRecording(`tests/fixtures/matches/${name}.json`);
  if (!read.ok) throw new Error(read.problem);
  return read.recording;
}

const goal = (base: number): Goal => ({ kind: 'goal', side: 'home', manner: 'open-play', minute: { base } });

it('a recording may replace the whole list of events, and stop saying what it said', () => {
  const recording = recordingOf(
    { minutes: 0, set: { phase: 'first-half', score: { home: 0, away: 0 }, lists: ['goal'] } },
    { minutes: 5, add: [goal(5), goal(6)] },
    { minutes: 8, set: { events: [goal(6)] }, add: [goal(8)], drop: ['score'] },
  );
  const then = (minutes: number) => snapshotAt(recording, KICK_OFF + minutes * MINUTE);
  expect(then(7)).toMatchObject({ events: [goal(5), goal(6)], score: { home: 0, away: 0 }, lists: ['goal'] });
  expect(then(8).events).toEqual([goal(6), goal(8)]);
  expect(then(8)).not.toHaveProperty('score');
});

it('a recording runs its clock from the start of a phase, or from the minute it was set to', () => {
  const recording = recordingOf(
    { minutes: 1, set: { phase: 'first-half' } },
    { minutes: 20, set: { phase: 'suspended' } },
    { minutes: 30, set: { phase: 'first-half', minute: { base: 21 } } },
    { minutes: 60, set: { phase: 'half-time' } },
  );
  const clock = (minutes: number) => {
    const { minute } = snapshotAt(recording, KICK_OFF + minutes * MINUTE);
    return minute && formatMinute(minute);
  };
  expect([0, 1, 19.9, 25, 30, 31, 54, 55, 59, 61].map(clock)).toEqual([
    undefined,
    "1'",
    "19'",
    undefined,
    "21'",
    "22'",
    "45'",
    "45+1'",
    "45+5'",
    undefined,
  ]);
});

it('the invented cup final agrees with itself in every frame: score and list say the same, the shoot-out is no part of it', async () => {
  const recording = await fixture('cup-final');
  for (const { at } of recording.frames) {
    const { score, events, shootOut, phase } = snapshotAt(recording, at);
    if (phase === 'scheduled') continue;
    expect([at, score]).toEqual([at, scoreOf(events)]);
    if (shootOut) expect(shootOut).toEqual(shootOutOf(events));
  }
  const end = snapshotAt(recording, endOf(recording));
  expect([end.phase, end.score, end.halfTime, end.shootOut]).toEqual([
    'full-time',
    { home: 2, away: 2 },
    { home: 1, away: 0 },
    { home: 4, away: 3 },
  ]);
});

it('the invented cup final takes a goal away and names the scorer of another later', async () => {
  const recording = await fixture('cup-final');
  const goals = recording.frames.map(
    ({ at }) => snapshotAt(recording, at).events.filter(({ kind }) => kind === 'goal').length,
  );
  const falls = goals.filter((count, index) => count < (goals[index - 1] ?? 0));
  expect(falls).toEqual([1]);
  const nameless = recording.frames.flatMap(({ add = [] }) => add.filter((e) => e.kind === 'goal' && !e.scorer));
  expect(nameless).toHaveLength(1);
});

it('the invented abandoned match is suspended, goes on where it stopped, and never reaches full-time', async () => {
  const recording = await fixture('abandoned');
  const phases = recording.frames.flatMap(({ set }) => set?.phase ?? []);
  expect(phases).toEqual(['first-half', 'half-time', 'second-half', 'suspended', 'second-half', 'abandoned']);
  const last = snapshotAt(recording, endOf(recording) - 1);
  expect([last.minute, last.score]).toEqual([{ base: 71 }, { home: 2, away: 1 }]);
});
