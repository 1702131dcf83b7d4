import type { Clock, Instant } from '../match/instant.ts';
import type { Snapshot } from '../match/snapshot.ts';
import { type Recording, replayedSpan, snapshotAt } from './recording.ts';
import { ReplayClock } from './replay-clock.ts';

export interface SideReplay {
  /** The recorded match that is played. */
  readonly matchId: string;
  /** Recorded minutes in one of ours, above 0. */
  readonly speed: number;
}

interface Running {
  readonly recording: Recording;
  /** A clock of its own, so that nobody else's pause or speed reaches it. */
  readonly clock: ReplayClock;
}

export interface SideReplaysOptions {
  readonly recordingOf: (matchId: string) => Recording | undefined;
  readonly clock: Clock;
  resumeAt(id: string): Promise<Instant | undefined>;
}

/** Replays that people asked for, each under an id of its own: `<match>~<n>`. */
export class SideReplays {
  readonly #options: SideReplaysOptions;
  readonly #replays = new Map<string, Running>();

  constructor(options: SideReplaysOptions) {
    this.#options = options;
  }

  /** False where no such match is recorded. One that is there already goes on as it is. */
  start(id: string, { matchId, speed }: SideReplay): boolean {
    const recording = this.#options.recordingOf(matchId);
    if (!recording) return false;
    if (!this.#replays.has(id))
      this.#replays.set(id, { recording, clock: new ReplayClock(this.#options.clock, speed) });
    return true;
  }

  stop(id: string): void {
    this.#replays.delete(id);
  }

  /** What a replay shows now, as a match under the replay's id. The first look starts it. */
  async look(id: string): Promise<Snapshot | undefined> {
    const replay = this.#replays.get(id);
    if (!replay) return undefined;
    const { recording, clock } = replay;
    if (clock.momentOf(id) === undefined) {
      const { from, to } = replayedSpan(recording);
      clock.start(id, (await this.#options.resumeAt(id)) ?? from, to);
    }
    const snapshot = snapshotAt(recording, clock.momentOf(id) ?? recording.match.kickOff);
    return { ...snapshot, match: { ...snapshot.match, id } };
  }

  /** The speeds of those that have not come to their end. */
  speeds(): readonly number[] {
    return [...this.#replays]
      .filter(([id, { clock }]) => clock.momentOf(id) === undefined || clock.runs(id))
      .map(([, { clock }]) => clock.speed);
  }
}
