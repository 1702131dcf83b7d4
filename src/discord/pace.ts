import { type Clock, SECOND } from '../match/instant.ts';

/** What a clock that counts whole milliseconds may be wrong by. */
const MARGIN = 2;
/** What of the shortest round trip, in milliseconds, is spent at its two ends and not on the way, until more is known. */
const AT_THE_ENDS = 20;

/** Runs requests no faster than Discord takes them. */
export interface Pace {
  /** Runs a request once there is a place for it. */
  run<T>(request: () => Promise<T>): Promise<T>;
  /** Discord has said that all the bot's requests together were too many. */
  tooFast(): void;
}

/**
 * As many requests as Discord takes in a second, whenever that second begins, and no more: who paces his requests sees no
 * global 429. When Discord counted one, nobody here knows; but it was before the answer came, by no less than the way back
 * takes. So the place of a request is free again a second after its answer, less what the shortest trip seen was on its way. (The REST
 * client counts in seconds that begin with a request, and the end of one and the beginning of the next hold up to twice
 * as many.) How much of a trip is spent at its ends, on a busy machine or in Discord's own queues, is a guess: whoever is told
 * that he was too fast takes it to be twice as much.
 */
export function paceOf(perSecond: number, clock: Clock, sleep: (ms: number) => Promise<void>): Pace {
  const waiting: (() => void)[] = [];
  let free = perSecond;
  let shortestTrip = SECOND;
  let trips = 0;
  let atTheEnds = AT_THE_ENDS;
  let slowedAt = Number.NEGATIVE_INFINITY;

  async function take(): Promise<void> {
    if (free > 0) {
      free -= 1;
      return;
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  async function giveBack(tripMs: number): Promise<void> {
    shortestTrip = Math.min(shortestTrip, tripMs);
    trips += 1;
    // The first all set out together and waited for one another, which says nothing of the way.
    const onTheWay = trips > perSecond ? Math.max(0, shortestTrip - atTheEnds) : 0;
    await sleep(SECOND + MARGIN - onTheWay);
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return {
    async run(request) {
      await take();
      const began = clock.now();
      try {
        return await request();
      } finally {
        void giveBack(clock.now() - began);
      }
    },
    tooFast() {
      // Many are told of one second that was too full.
      if (clock.now() - slowedAt < SECOND) return;
      slowedAt = clock.now();
      atTheEnds = Math.min(SECOND, 2 * atTheEnds);
    },
  };
}
