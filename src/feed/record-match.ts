import type { Log } from '../log.ts';
import { type Clock, HOUR, type Instant } from '../match/instant.ts';
import { isOver } from '../match/phase.ts';
import type { Snapshot } from '../match/snapshot.ts';
import type { Feed, FeedLook } from './feed.ts';
import { withSnapshot } from './frame-between.ts';
import { RecordingError, readRecording, writeRecording } from './load-recordings.ts';
import type { Recording } from './recording.ts';

/** How long a match is recorded after its end, for what is corrected then. */
const RECORDED_AFTER_THE_END = HOUR;

export interface RecordMatchOptions {
  readonly feed: Feed;
  readonly matchId: string;
  /** Where the recording goes; one that is there already is gone on with. */
  readonly file: string;
  readonly clock: Clock;
  /** Resolves after so many milliseconds, at once when the signal is given. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Ends the recording in good order. */
  readonly signal: AbortSignal;
  readonly log: Log;
}

/**
 * Looks at a match again and again and writes down what changes, until an hour after its end or until it is told to stop.
 * Resolves with the recording, undefined when the feed never showed the match. Throws a RecordingError where the file
 * holds something else, and whatever the disk says.
 */
export async function recordMatch(options: RecordMatchOptions): Promise<Recording | undefined> {
  const { feed, matchId, file, clock, wait, signal, log } = options;
  let recording = await goOnWith(file, matchId);
  let over: Ending | undefined;
  while (!signal.aborted) {
    const snapshot = seen(await feed.look([matchId]), matchId, log);
    if (snapshot) {
      const longer = withSnapshot(recording, snapshot);
      if (longer !== recording) {
        await writeRecording(file, longer);
        log.info({ file, frames: longer.frames.length, phase: snapshot.phase }, 'recorded');
      }
      recording = longer;
      over = isOver(snapshot.phase) ? (over ?? { ours: clock.now(), feeds: snapshot.at }) : undefined;
    }
    // A feed may cease to show a match that is over.
    if (over && hasPassed(over, clock.now(), snapshot?.at ?? over.feeds)) break;
    await wait(feed.lookEveryMs, signal);
  }
  return recording;
}

/** When the match was first seen to be over: by our clock and by the feed's, of which one may stand still or run faster. */
interface Ending {
  readonly ours: Instant;
  readonly feeds: Instant;
}

function hasPassed(over: Ending, ours: Instant, feeds: Instant): boolean {
  return Math.max(ours - over.ours, feeds - over.feeds) >= RECORDED_AFTER_THE_END;
}

async function goOnWith(file: string, matchId: string): Promise<Recording | undefined> {
  const known = await readRecording(file);
  if (!known.ok) {
    if (known.missing) return undefined;
    throw new RecordingError(`The recording cannot be gone on with: ${known.problem}`);
  }
  const { match } = known.recording;
  if (match.id === matchId) return known.recording;
  throw new RecordingError(`${file} holds ${match.id}, not ${matchId}: record into another file.`);
}

function seen(look: FeedLook, matchId: string, log: Log): Snapshot | undefined {
  if (!look.ok) {
    log.warn({ problem: look.problem }, 'the feed could not be read; the recording goes on');
    return undefined;
  }
  const snapshot = look.snapshots.find(({ match }) => match.id === matchId);
  if (!snapshot) log.debug({ matchId }, 'the feed does not show the match now');
  return snapshot;
}
