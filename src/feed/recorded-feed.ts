import { type Clock, type Instant, MINUTE } from '../match/instant.ts';
import type { Feed } from './feed.ts';
import { endOf, type Recording, snapshotAt } from './recording.ts';

/** A replay opens this long before kick-off, so that whoever starts it sees the kick-off come. */
const LEAD_IN = 3 * MINUTE;
const SLOWEST_LOOK_MS = 1_000;
const FASTEST_LOOK_MS = 50;

export interface RecordedFeedOptions {
  readonly recordings: readonly Recording[];
  readonly clock: Clock;
  /** How many recorded minutes pass in one minute of ours; 0 stands still at the end of every recording. */
  readonly speed: number;
  /** Where a match's replay stood when it was last looked at, so that a restart goes on from there. */
  resumeAt(matchId: string): Promise<Instant | undefined>;
}

/** Replays recorded matches. A match's replay starts when somebody first looks at it. */
export function recordedFeed({ recordings, clock, speed, resumeAt }: RecordedFeedOptions): Feed {
  const byId = new Map(recordings.map((recording) => [recording.match.id, recording]));
  const started = new Map<string, { readonly from: Instant; readonly at: Instant }>();

  async function moment(recording: Recording): Promise<Instant> {
    const end = endOf(recording);
    if (speed === 0) return end;
    const { id, kickOff } = recording.match;
    let start = started.get(id);
    if (!start) {
      start = { from: (await resumeAt(id)) ?? kickOff - LEAD_IN, at: clock.now() };
      started.set(id, start);
    }
    return Math.min(end, start.from + (clock.now() - start.at) * speed);
  }

  return {
    name: 'recorded',
    lookEveryMs: speed === 0 ? SLOWEST_LOOK_MS : Math.max(FASTEST_LOOK_MS, Math.min(SLOWEST_LOOK_MS, MINUTE / speed)),
    async matches() {
      return recordings.map((recording) => recording.match);
    },
    async look(matchIds) {
      const asked = matchIds.flatMap((id) => byId.get(id) ?? []);
      return {
        ok: true,
        snapshots: await Promise.all(asked.map(async (recording) => snapshotAt(recording, await moment(recording)))),
      };
    },
  };
}
