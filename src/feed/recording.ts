import type { MatchEvent } from '../match/event.ts';
import { type Instant, MINUTE } from '../match/instant.ts';
import type { Match } from '../match/match.ts';
import type { Minute } from '../match/minute.ts';
import type { Phase } from '../match/phase.ts';
import type { Snapshot } from '../match/snapshot.ts';

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
