import type { MatchEvent } from '../match/event.ts';
import { type Instant, MINUTE } from '../match/instant.ts';
import type { Match } from '../match/match.ts';
import type { Minute } from '../match/minute.ts';
import type { Snapshot } from '../match/snapshot.ts';
import { firstMinuteOf, minuteLater } from './minute-of-play.ts';

/** What a frame may set: `events` is the whole list, for what a feed took back or changed. */
export type FrameValues = Omit<Snapshot, 'match' | 'at'>;

/** What a feed may stop saying. */
export type Droppable = Exclude<keyof FrameValues, 'phase' | 'events' | 'minute'>;

/**
 * What a feed changed at one moment: values that replace earlier ones, values that it says no more, and events that join
 * the list. A `minute` is where the match's clock stood; it runs on from there while the phase lasts. Without one it runs
 * from the start of the phase.
 */
export interface Frame {
  readonly at: Instant;
  readonly set?: Partial<FrameValues>;
  readonly drop?: readonly Droppable[];
  readonly add?: readonly MatchEvent[];
}

/** A match as it was recorded: frames in the order of time. */
export interface Recording {
  readonly match: Match;
  readonly frames: readonly Frame[];
}

/** What the feed said at a moment: every frame up to it, folded. */
export function snapshotAt({ match, frames }: Recording, at: Instant): Snapshot {
  let told: Omit<FrameValues, 'minute'> = { phase: 'scheduled', events: [] };
  let clock: { readonly minute: Minute | undefined; readonly since: Instant } | undefined;
  for (const frame of frames) {
    if (frame.at > at) break;
    const { minute, ...values } = frame.set ?? {};
    const phase = values.phase ?? told.phase;
    if (phase !== told.phase) clock = { minute: firstMinuteOf(phase), since: frame.at };
    if (minute) clock = { minute, since: frame.at };
    told = { ...told, ...values };
    if (frame.drop) told = without(told, frame.drop);
    if (frame.add) told = { ...told, events: [...told.events, ...frame.add] };
  }
  const minute = clock?.minute && minuteLater(clock.minute, told.phase, Math.floor((at - clock.since) / MINUTE));
  return { match, at, ...told, ...(minute && { minute }) };
}

function without<Told extends object>(told: Told, dropped: readonly Droppable[]): Told {
  const kept = { ...told };
  for (const key of dropped) Reflect.deleteProperty(kept, key);
  return kept;
}

/** The moment of the last frame. */
export function endOf(recording: Recording): Instant {
  return recording.frames.at(-1)?.at ?? recording.match.kickOff;
}

/** A match is watched for another hour after its end, so a replay runs on for longer than that. */
const RUNS_ON = 65 * MINUTE;

/** A replay opens this long before kick-off, so that whoever starts it sees the kick-off come. */
const LEAD_IN = 3 * MINUTE;

/** The moments that a replay shows, from the first to the last; nothing new comes after the recording's own end. */
export function replayedSpan(recording: Recording): { readonly from: Instant; readonly to: Instant } {
  return { from: recording.match.kickOff - LEAD_IN, to: endOf(recording) + RUNS_ON };
}
