import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../match/instant.ts';
import { Rounds } from '../rounds.ts';
import { type Attempt, type CarryingOut, carryOut, PATIENCE } from './carry-out.ts';
import type { Delivery } from './delivery.ts';
import { channelAnswers } from './mass-refusal.ts';
import { type Circumstances, type Settling, settleDelivery } from './settle-delivery.ts';
import { type Compose, composeOnce } from './variants.ts';
import { within } from './within.ts';

export interface RelayOptions extends Omit<CarryingOut, 'compose'>, Settling {
  readonly compose: Compose;
  /** Names this process among those that share the outbox. */
  readonly name: string;
  /** How many sends may be under way at once; 50 unless said. */
  readonly inFlight?: number;
  /** The token is dead and the relay has stopped; what waits is kept. */
  onHalted?(problem: string): void;
}

/** How long nobody else may try what a relay holds: longer than it tries itself. */
const LEASE = PATIENCE + 5 * SECOND;
/** The longest and the shortest sleep between two looks: another process may have enqueued, or hold what is due. */
const LONGEST_SLEEP = 15 * SECOND;
const SHORTEST_SLEEP = 50;
const STOP_WITHIN = 3 * SECOND;
/** How soon it is tried again to write down what came of a try, and how often it is said that nothing can be written. */
const SETTLE_AGAIN = 5 * SECOND;
const COMPLAIN_EVERY = MINUTE;
/** A look at the outbox should be able to take a tenth of what may be under way. */
const WORTH_A_LOOK = 10;
/** How long a settled key still keeps its post from being repeated, and how often older ones are forgotten. */
const KEEP_SETTLED = 60 * DAY;
const PRUNE_EVERY = 6 * HOUR;

/** Takes deliveries from the outbox to Discord: posts in order within a channel, channels side by side. */
export class Relay {
  readonly #options: RelayOptions;
  readonly #doing: CarryingOut;
  readonly #flights = new Map<string, Promise<void>>();
  readonly #tries = new Set<Promise<Attempt>>();
  readonly #circumstances: Circumstances;
  readonly #rounds: Rounds;
  readonly #stopped: Promise<true>;
  #setStopped = () => {};
  #complainedAt = Number.NEGATIVE_INFINITY;
  #prunedAt = Number.NEGATIVE_INFINITY;

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#doing = { ...options, compose: composeOnce(options.compose) };
    this.#circumstances = {
      channels: channelAnswers(options.clock),
      othersLanded: () => Promise.all(this.#tries),
    };
    this.#stopped = new Promise((resolve) => {
      this.#setStopped = () => resolve(true);
    });
    this.#rounds = new Rounds({
      round: () => this.#look(),
      onFailure: (error) => {
        this.#complain({ err: error }, 'The outbox could not be read; trying again.');
        return LONGEST_SLEEP;
      },
    });
  }

  start(): void {
    this.#rounds.start();
  }

  /** Looks at the outbox now: call it once something was enqueued and committed. */
  wake(): void {
    this.#rounds.wake();
  }

  /** Starts no further send and waits a little for those under way; a lease that is left behind runs out. */
  async stop(): Promise<void> {
    await this.#rounds.stop();
    this.#setStopped();
    await within(STOP_WITHIN, Promise.all(this.#flights.values()));
  }

  /** Resolves to how long it can sleep; not at all where a flight that lands will wake it. */
  async #look(): Promise<number | undefined> {
    const { outbox, clock, name, inFlight = 50 } = this.#options;
    const room = inFlight - this.#flights.size;
    // Each flight that lands looks again; a look that finds next to no room is not worth its while.
    if (room < inFlight / WORTH_A_LOOK) return undefined;
    const claimed = await outbox.claim(name, room, clock.now(), LEASE);
    for (const delivery of claimed) {
      // One whose lease ran out before it could be settled lands by itself: what came of it is known here.
      if (!this.#flights.has(delivery.key)) this.#launch(delivery);
    }
    if (claimed.length === room) return undefined;
    const due = await outbox.nextDue();
    await this.#prune(clock.now());
    return due === null ? LONGEST_SLEEP : Math.min(LONGEST_SLEEP, Math.max(SHORTEST_SLEEP, due - clock.now()));
  }

  async #prune(now: Instant): Promise<void> {
    if (now - this.#prunedAt < PRUNE_EVERY) return;
    this.#prunedAt = now;
    await this.#options.outbox.prune(now - KEEP_SETTLED);
  }

  #launch(delivery: Delivery): void {
    const flight = this.#deliver(delivery).finally(() => {
      this.#flights.delete(delivery.key);
      this.wake();
    });
    this.#flights.set(delivery.key, flight);
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const trying = carryOut(delivery, this.#doing);
    this.#tries.add(trying);
    const attempt = await trying;
    this.#tries.delete(trying);
    await this.#settle(delivery, attempt);
  }

  /**
   * Writes down what came of a try, however long the store takes nothing: nobody else knows it. Where the process ends
   * before, the lease runs out, and the nonce keeps the next try from being a second message.
   */
  async #settle(delivery: Delivery, attempt: Attempt): Promise<void> {
    do {
      try {
        const { haltedBy } = await settleDelivery(delivery, attempt, this.#options, this.#circumstances);
        if (haltedBy !== undefined) this.#halt(haltedBy);
        return;
      } catch (error) {
        this.#complain({ err: error, key: delivery.key }, 'A delivery could not be settled; trying again.');
      }
    } while (!(await within(SETTLE_AGAIN, this.#stopped)));
  }

  /** What keeps the store from being written strikes every delivery at every try, and is said now and then. */
  #complain(context: object, message: string): void {
    const { clock, log } = this.#options;
    if (clock.now() - this.#complainedAt < COMPLAIN_EVERY) return;
    this.#complainedAt = clock.now();
    log.error(context, message);
  }

  #halt(problem: string): void {
    if (!this.#rounds.isRunning) return;
    void this.#rounds.stop();
    this.#options.log.error({ problem }, 'Discord refuses the token: posting has stopped. Check DISCORD_TOKEN.');
    this.#options.onHalted?.(problem);
  }
}
