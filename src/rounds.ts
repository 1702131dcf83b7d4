export interface RoundsOptions {
  /** One round; resolves to the milliseconds until the next, or to undefined where the wait begun before it goes on. */
  round(): Promise<number | undefined>;
  /** A round has thrown: says so, and in how many milliseconds it is tried again. */
  onFailure(error: unknown): number;
}

/**
 * Rounds of some work, one after the other and never two at a time: when woken, and by themselves after as long as the last
 * one said. Woken during a round, another follows at once.
 */
export class Rounds {
  readonly #options: RoundsOptions;
  #running = false;
  #wanted = false;
  #going: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: RoundsOptions) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#running;
  }

  start(): void {
    this.#running = true;
    this.wake();
  }

  /** Has a round follow now, or as soon as the one under way is over; before the start, with the start. */
  wake(): void {
    this.#wanted = true;
    if (this.#running) this.#going ??= this.#goOn();
  }

  /** Begins no further round; resolves when the one under way is over. */
  async stop(): Promise<void> {
    this.#running = false;
    clearTimeout(this.#timer);
    await this.#going;
  }

  async #goOn(): Promise<void> {
    const { round, onFailure } = this.#options;
    while (this.#wanted && this.#running) {
      this.#wanted = false;
      this.#sleep(await round().catch(onFailure));
    }
    this.#going = undefined;
  }

  #sleep(ms: number | undefined): void {
    if (ms === undefined || !this.#running) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.wake(), ms);
  }
}
