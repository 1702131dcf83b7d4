import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FeedLook } from '../../../src/feed/feed.ts';
import { frameBetween, withSnapshot } from '../../../src/feed/frame-between.ts';
import { readRecording, recordingText } from '../../../src/feed/load-recordings.ts';
import { recordMatch } from '../../../src/feed/record-match.ts';
import { type Recording, snapshotAt } from '../../../src/feed/recording.ts';
import { recordingSchema } from '../../../src/feed/recording-schema.ts';
import { SILENT } from '../../../src/log.ts';
import { HOUR, MINUTE, SECOND } from '../../../src/match/instant.ts';
import type { Snapshot } from '../../../src/match/snapshot.ts';
import { CLUBS, card, fakeFeed, goal, snapshotOf } from './fake-feed.ts';

const KICK_OFF = CLUBS.kickOff;

const minute = fc.record(
  { base: fc.integer({ min: 1, max: 90 }), added: fc.integer({ min: 1, max: 9 }) },
  { requiredKeys: ['base'] },
);
const score = fc.record({ home: fc.nat(5), away: fc.nat(5) });
const event = fc.oneof(
  fc.integer({ min: 1, max: 90 }).map((base) => goal('home', base, 'Ŕ')),
  fc.integer({ min: 1, max: 90 }).map((base) => card('away', base, 'Ø')),
);
const player = fc.record(
  { name: fc.constantFrom('Ŕ', 'Ø', 'ẞ'), shirt: fc.integer({ min: 1, max: 99 }) },
  { requiredKeys: ['name'] },
);
const lineup = fc.record({ starters: fc.array(player, { maxLength: 3 }), bench: fc.array(player, { maxLength: 2 }) });

/** What one feed may say at successive looks: anything, all of it there or not, and the clock wherever it likes. */
const looks: fc.Arbitrary<readonly Snapshot[]> = fc
  .array(
    fc.record(
      {
        after: fc.integer({ min: 0, max: 20 * MINUTE }),
        phase: fc.constantFrom('scheduled', 'first-half', 'half-time', 'second-half', 'suspended', 'full-time'),
        events: fc.array(event, { maxLength: 4 }),
        minute,
        score,
        halfTime: score,
        shootOut: score,
        addedTime: fc.array(fc.nat(9), { maxLength: 2 }),
        lists: fc.constantFrom([], ['goal'], ['goal', 'card']) as fc.Arbitrary<['goal', 'card']>,
        lineups: fc.record({ home: lineup, away: lineup }),
        officials: fc.record({ referee: fc.constantFrom('Ș', 'Ț') }),
        statistics: fc.record({ shots: fc.tuple(fc.nat(20), fc.nat(20)) }),
      },
      { requiredKeys: ['after', 'phase', 'events'] },
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((said) => {
    let at = KICK_OFF;
    return said.map(({ after, ...rest }) => {
      at += after;
      return { match: CLUBS, at, ...rest } as Snapshot;
    });
  });

function folded(snapshots: readonly Snapshot[]): Recording {
  let recording: Recording | undefined;
  for (const snapshot of snapshots) recording = withSnapshot(recording, snapshot);
  return recording!;
}

it('what is recorded of a feed gives back every snapshot, from memory and from disk; a minute that was not said may be told', () => {
  fc.assert(
    fc.property(looks, (snapshots) => {
      let recording: Recording | undefined;
      for (const snapshot of snapshots) {
        recording = withSnapshot(recording, snapshot);
        const read = recordingSchema.parse(JSON.parse(recordingText(recording)));
        for (const kept of [recording, read]) {
          const { minute, ...told } = snapshotAt(kept, snapshot.at);
          const { minute: said, ...rest } = snapshot;
          expect(told).toEqual(rest);
          if (said) expect(minute).toEqual(said);
        }
      }
    }),
  );
});

it('what is recorded of a feed gives back the earlier ones too, once all of them are recorded', () => {
  fc.assert(
    fc.property(looks, (snapshots) => {
      const recording = folded(snapshots);
      for (const [index, { minute: _, ...snapshot }] of snapshots.entries()) {
        if (snapshots[index + 1]?.at === snapshot.at) continue;
        const { minute: __, ...told } = snapshotAt(recording, snapshot.at);
        expect(told).toEqual(snapshot);
      }
    }),
  );
});

it('what is recorded of a feed is nothing while nothing changes, the clock that runs on included', () => {
  const first = snapshotOf('first-half', 10, [goal('home', 4, 'Ŕ')], { minute: { base: 10 } });
  const later = { ...first, at: first.at + 2 * MINUTE + 5 * SECOND, minute: { base: 12 } };
  const recording = folded([first]);
  expect(withSnapshot(recording, later)).toBe(recording);
  expect(frameBetween(snapshotAt(recording, later.at), later)).toBeUndefined();
});

it('what is recorded of a feed is a difference: what joined the list, or the whole list where something left it', () => {
  const first = snapshotOf('first-half', 10, [goal('home', 4, 'Ŕ')]);
  const more = snapshotOf('first-half', 12, [...first.events, card('away', 12, 'Ø')]);
  const less = snapshotOf('first-half', 14, [card('away', 12, 'Ø')]);
  const [, added, taken] = folded([first, more, less]).frames;
  expect(added).toEqual({ at: more.at, add: [card('away', 12, 'Ø')] });
  expect(taken).toMatchObject({ set: { events: [card('away', 12, 'Ø')], score: { home: 0, away: 0 } } });
});

/** Records what the looks say, one a minute by a clock that only waiting moves. */
async function record(said: readonly FeedLook[], file?: string, stopAfter = 1_000) {
  const to = file ?? join(await mkdtemp(join(tmpdir(), 'tifo-')), 'deep', 'match.json');
  const clock = { time: KICK_OFF, now: () => clock.time };
  const feed = fakeFeed('live', { clock, said, lookEveryMs: MINUTE });
  const stop = new AbortController();
  const recording = await recordMatch({
    feed,
    matchId: CLUBS.id,
    file: to,
    clock,
    log: SILENT,
    signal: stop.signal,
    async wait(ms) {
      clock.time += ms;
      if (feed.looks >= stopAfter) stop.abort();
    },
  });
  return { file: to, recording, feed, clock };
}

const ok = (...snapshots: Snapshot[]): FeedLook => ({ ok: true, snapshots });

it('recording a live match writes what changes, through failures, and ends an hour after the end', async () => {
  const { file, feed, recording } = await record([
    { ok: false, problem: 'no answer' },
    ok(),
    ok(snapshotOf('first-half', 1)),
    ok(snapshotOf('first-half', 5, [goal('home', 5, 'Ŕ')])),
    { ok: false, problem: 'no answer' },
    ok(snapshotOf('full-time', 95, [goal('home', 5, 'Ŕ')])),
  ]);
  expect(feed.looks).toBe(6 + 60);
  const read = await readRecording(file);
  expect(read).toEqual({ ok: true, recording });
  expect(recording?.frames.map(({ set, add = [] }) => [set?.phase, add.length])).toEqual([
    ['first-half', 0],
    [undefined, 1],
    ['full-time', 0],
  ]);
  expect(await readdir(join(file, '..'))).toEqual(['match.json']);
});

it('recording a live match ends by the clock of the feed where that runs faster', async () => {
  const end = snapshotOf('abandoned', 71);
  const { feed } = await record([ok(end), ok({ ...end, at: end.at + HOUR - 1 }), ok({ ...end, at: end.at + HOUR })]);
  expect(feed.looks).toBe(3);
});

it('recording a live match ends, too, when the feed shows the match no more', async () => {
  const { feed } = await record([ok(snapshotOf('full-time', 95)), ok()]);
  expect(feed.looks).toBe(61);
});

it('recording a live match goes on with a file that is there, and stops in good order when it is told to', async () => {
  const { file } = await record([ok(snapshotOf('first-half', 1))], undefined, 1);
  const goneOn = await record([ok(snapshotOf('first-half', 5, [goal('home', 5, 'Ŕ')]))], file, 1);
  expect(goneOn.recording?.frames).toHaveLength(2);
  expect(await readRecording(file)).toEqual({ ok: true, recording: goneOn.recording });
});

it('recording a live match leaves a file alone that holds another match, or none', async () => {
  const { file } = await record([ok(snapshotOf('first-half', 1))], undefined, 1);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(CLUBS.id, 'other-match'));
  await expect(record([], file)).rejects.toThrow(/holds other-match/);
  await writeFile(file, text.slice(0, 40));
  await expect(record([], file)).rejects.toThrow(/cannot be gone on with.*match\.json/);
  expect(await readFile(file, 'utf8')).toBe(text.slice(0, 40));
});
