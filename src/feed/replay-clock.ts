import type { Clock, Instant } from '../match/instant.ts';

/** Where replays stand, and how fast they run. Each starts by itself; all that share a clock run at its speed. */
export class ReplayClock {
  readonly #clock: Clock;
  readonly #replays = new Map<string, { from: Instant; readonly end: Instant }>();
  #speed: number;
  #paused = false;
  /** When, by our clock, each replay stood at its `from`. */
  #since: Instant;

  constructor(clock: Clock, speed: number) {
    this.#clock = clock;
    this.#speed = speed;
    this.#since = clock.now();
  }

  /** Recorded minutes in one of ours. */
  get speed(): number {
    return this.#speed;
  }

  get paused(): boolean {
    return this.#paused;
  }

  start(id: string, from: Instant, end: Instant): void {
    this.#settle();
    this.#replays.set(id, { from, end });
  }

  /** The recorded moment that a replay shows now; undefined before it was started. */
  momentOf(id: string): Instant | undefined {
    const replay = this.#replays.get(id);
    if (!replay) return undefined;
    const passed = this.#paused ? 0 : (this.#clock.now() - this.#since) * this.#speed;
    return Math.min(replay.end, replay.from + passed);
  }

  /** Whether a replay has started and is not at its end. */
  runs(id: string): boolean {
    const replay = this.#replays.get(id);
    return replay !== undefined && (this.momentOf(id) ?? replay.end) < replay.end;
  }

  pause(): void {
    this.#settle();
    this.#paused = true;
  }

  play(speed: number): void {
    this.#settle();
    this.#paused = false;
    this.#speed = speed;
  }

  jump(id: string, to: Instant): void {
    this.#settle();
    const replay = this.#replays.get(id);
    if (replay) replay.from = Math.min(to, replay.end);
  }

  /** Takes up the time that has passed, so that another speed counts from now on. */
  #settle(): void {
    for (const [id, replay] of this.#replays) replay.from = this.momentOf(id) ?? replay.from;
    this.#since = this.#clock.now();
  }
}
