import { type Clock, SECOND } from '../match/instant.ts';

/** What a clock that counts whole milliseconds may be wrong by. */
const MARGIN = 2;
/** What of the shortest round trip, in milliseconds, is spent at its two ends and not on the way. */
const AT_THE_ENDS = 20;

/** Runs requests no faster than Discord takes them. */
export type Pace = <T>(request: () => Promise<T>) => Promise<T>;

/**
 * As many requests as Discord takes in a second, whenever that second begins, and no more: who paces his requests sees no
 * global 429. When Discord counted one, nobody here knows; but it was before the answer came, by no less than the way back
 * takes. So the place of a request is free again a second after its answer, less what the shortest trip seen was on its way. (The REST
 * client counts in seconds that begin with a request, and the end of one and the beginning of the next hold up to twice
 * as many.)
 */
export function paceOf(perSecond: number, clock: Clock, sleep: (ms: number) => Promise<void>): Pace {
  const waiting: (() => void)[] = [];
  let free = perSecond;
  let shortestTrip = SECOND;

  async function take(): Promise<void> {
    if (free > 0) {
      free -= 1;
      return;
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  async function giveBack(tripMs: number): Promise<void> {
    shortestTrip = Math.min(shortestTrip, tripMs);
    const onTheWay = Math.max(0, shortestTrip - AT_THE_ENDS);
    await sleep(SECOND + MARGIN - onTheWay);
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return async (request) => {
    await take();
    const began = clock.now();
    try {
      return await request();
    } finally {
      void giveBack(clock.now() - began);
    }
  };
}
