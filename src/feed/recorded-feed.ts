import { type Clock, type Instant, MINUTE } from '../match/instant.ts';
import type { Snapshot } from '../match/snapshot.ts';
import type { Feed } from './feed.ts';
import { endOf, type Recording, snapshotAt } from './recording.ts';
import { ReplayClock } from './replay-clock.ts';

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

/** The replay that runs, for whoever watches and steers it. */
export interface ReplayView {
  readonly snapshot: Snapshot;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly speed: number;
  readonly paused: boolean;
}

/** A feed of recorded matches that can be steered. */
export interface RecordedFeed extends Feed {
  /** Undefined until somebody has looked at a match. */
  replay(): ReplayView | undefined;
  pause(): void;
  play(speed: number): void;
  /** To the moment at which something next happens. */
  skipToNextFrame(): void;
}

/** Replays recorded matches. A match's replay starts when somebody first looks at it. */
export function recordedFeed({ recordings, clock, speed, resumeAt }: RecordedFeedOptions): RecordedFeed {
  const replays = new ReplayClock(clock, speed);
  const byId = new Map(recordings.map((recording) => [recording.match.id, recording]));
  const startOf = ({ match }: Recording) => match.kickOff - LEAD_IN;

  async function momentOf(recording: Recording): Promise<Instant> {
    const { id } = recording.match;
    const running = replays.momentOf(id);
    if (running !== undefined) return running;
    const end = endOf(recording);
    const start = speed === 0 ? end : ((await resumeAt(id)) ?? startOf(recording));
    replays.start(id, start, end);
    return start;
  }

  /** The one that started last in the calendar, where several run. */
  function running(): { readonly recording: Recording; readonly at: Instant } | undefined {
    const started = recordings.flatMap((recording) => {
      const at = replays.momentOf(recording.match.id);
      return at === undefined ? [] : [{ recording, at }];
    });
    return started.at(-1);
  }

  return {
    name: 'recorded',
    get lookEveryMs() {
      const minute = MINUTE / (replays.speed || 1);
      return Math.max(FASTEST_LOOK_MS, Math.min(SLOWEST_LOOK_MS, minute));
    },
    async matches() {
      return recordings.map(({ match }) => match);
    },
    async look(matchIds) {
      const asked = matchIds.flatMap((id) => byId.get(id) ?? []);
      const look = async (recording: Recording) => snapshotAt(recording, await momentOf(recording));
      return { ok: true, snapshots: await Promise.all(asked.map(look)) };
    },
    replay() {
      const now = running();
      if (!now) return undefined;
      const { recording, at } = now;
      return {
        snapshot: snapshotAt(recording, at),
        startsAt: startOf(recording),
        endsAt: endOf(recording),
        speed: replays.speed,
        paused: replays.paused,
      };
    },
    pause: () => replays.pause(),
    play: (faster) => replays.play(faster),
    skipToNextFrame() {
      const now = running();
      const next = now?.recording.frames.find((frame) => frame.at > now.at);
      if (now && next) replays.jump(now.recording.match.id, next.at);
    },
  };
}
