import { isDeepStrictEqual } from 'node:util';
import type { Snapshot } from '../match/snapshot.ts';
import { firstMinuteOf } from './minute-of-play.ts';
import { type Droppable, type Frame, type FrameValues, type Recording, snapshotAt } from './recording.ts';

const DROPPABLE = [
  'score',
  'halfTime',
  'shootOut',
  'addedTime',
  'lists',
  'lineups',
  'officials',
  'statistics',
] as const satisfies readonly Droppable[];

/**
 * What must be recorded at `after.at`, given what the recording would say at that moment; undefined when it says all of it
 * already. A minute that `after` leaves out is not recorded: the recording goes on deriving one.
 */
export function frameBetween(before: Snapshot, after: Snapshot): Frame | undefined {
  const set: { -readonly [Key in keyof FrameValues]?: FrameValues[Key] } = {};
  const drop: Droppable[] = [];
  if (after.phase !== before.phase) set.phase = after.phase;
  for (const key of DROPPABLE) {
    if (isDeepStrictEqual(before[key], after[key])) continue;
    if (after[key] === undefined) drop.push(key);
    else Object.assign(set, { [key]: after[key] });
  }
  const running = set.phase ? firstMinuteOf(after.phase) : before.minute;
  if (after.minute && !isDeepStrictEqual(running, after.minute)) set.minute = after.minute;
  const grew = isDeepStrictEqual(before.events, after.events.slice(0, before.events.length));
  const add = grew ? after.events.slice(before.events.length) : [];
  if (!grew) set.events = after.events;
  const changes = {
    ...(Object.keys(set).length > 0 && { set }),
    ...(drop.length > 0 && { drop }),
    ...(add.length > 0 && { add }),
  };
  return Object.keys(changes).length > 0 ? { at: after.at, ...changes } : undefined;
}

/**
 * The recording that says a snapshot too; the same one where nothing is new, or where the snapshot is older than its last
 * frame. Of the match itself the latest word counts: a kick-off may be moved.
 */
export function withSnapshot(recording: Recording | undefined, snapshot: Snapshot): Recording {
  const { match } = snapshot;
  const known = recording ?? { match, frames: [] };
  if (snapshot.at < (known.frames.at(-1)?.at ?? snapshot.at)) return known;
  const frame =
    known.frames.length === 0 ? firstFrame(snapshot) : frameBetween(snapshotAt(known, snapshot.at), snapshot);
  if (!frame && isDeepStrictEqual(known.match, match)) return known;
  return { match, frames: frame ? [...known.frames, frame] : known.frames };
}

/** A recording has at least one frame, though it may say no more than that the match is to come. */
function firstFrame(snapshot: Snapshot): Frame {
  const nothing: Snapshot = { match: snapshot.match, at: snapshot.at, phase: 'scheduled', events: [] };
  return frameBetween(nothing, snapshot) ?? { at: snapshot.at };
}
