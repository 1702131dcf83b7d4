import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { MatchEvent } from '../match/event.ts';
import { type Instant, MINUTE } from '../match/instant.ts';
import type { Match } from '../match/match.ts';
import type { Minute } from '../match/minute.ts';
import type { Phase } from '../match/phase.ts';
import type { Snapshot } from '../match/snapshot.ts';
import { OperatorError } from '../operator-error.ts';
import { recordingSchema } from './recording-schema.ts';

/** What a feed changed at one moment: values that replace earlier ones, and events that join the list. */
export interface Frame {
  readonly at: Instant;
  readonly set?: Partial<Omit<Snapshot, 'match' | 'at' | 'events' | 'minute'>>;
  readonly add?: readonly MatchEvent[];
}

/** A match as it was recorded: frames in the order of time, the first of them before kick-off. */
export interface Recording {
  readonly match: Match;
  readonly frames: readonly Frame[];
}

/** A recording that cannot be read; the message names the file and every problem in it. */
export class RecordingError extends OperatorError {
  override readonly name = 'RecordingError';
}

/** Reads every recorded match of a folder, earliest first. Throws a RecordingError that lists all problems of all files. */
export async function loadRecordings(folder: string): Promise<readonly Recording[]> {
  const recordings: Recording[] = [];
  const problems: string[] = [];
  for (const name of await listJson(folder)) {
    const file = join(folder, name);
    try {
      const parsed = recordingSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
      if (parsed.success) recordings.push(parsed.data);
      else problems.push(`${file}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`);
    } catch (error) {
      problems.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (problems.length > 0) throw new RecordingError(`Recorded matches cannot be read:\n${problems.join('\n')}`);
  return recordings.sort((a, b) => a.match.kickOff - b.match.kickOff);
}

async function listJson(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch (error) {
    throw new RecordingError(
      `Recorded matches cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** What the feed said at a moment: every frame up to it, folded. */
export function snapshotAt(recording: Recording, at: Instant): Snapshot {
  let snapshot: Snapshot = { match: recording.match, at, phase: 'scheduled', events: [] };
  let phaseSince = recording.match.kickOff;
  for (const frame of recording.frames) {
    if (frame.at > at) break;
    if (frame.set?.phase && frame.set.phase !== snapshot.phase) phaseSince = frame.at;
    snapshot = { ...snapshot, ...frame.set, events: [...snapshot.events, ...(frame.add ?? [])] };
  }
  const minute = minuteOf(snapshot.phase, at - phaseSince);
  return minute ? { ...snapshot, minute } : snapshot;
}

/** The moment of the last frame. */
export function endOf(recording: Recording): Instant {
  return recording.frames.at(-1)?.at ?? recording.match.kickOff;
}

const PLAY: Readonly<Partial<Record<Phase, { readonly from: number; readonly length: number }>>> = {
  'first-half': { from: 0, length: 45 },
  'second-half': { from: 45, length: 45 },
  'extra-time-first-half': { from: 90, length: 15 },
  'extra-time-second-half': { from: 105, length: 15 },
};

function minuteOf(phase: Phase, elapsed: number): Minute | undefined {
  const play = PLAY[phase];
  if (!play) return undefined;
  const running = Math.floor(elapsed / MINUTE) + 1;
  if (running <= play.length) return { base: play.from + running };
  return { base: play.from + play.length, added: running - play.length };
}
