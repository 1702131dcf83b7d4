import type { Log } from '../log.ts';
import { type Clock, MINUTE } from '../match/instant.ts';
import { OperatorError } from '../operator-error.ts';

export interface Persistence {
  readonly clock: Clock;
  readonly log: Log;
  /** How long to wait, in milliseconds, after the `attempt`-th try failed (1 is the first). */
  wait(attempt: number): number;
  /** Rejects where nobody wants to wait any longer. */
  sleep(ms: number): Promise<unknown>;
}

/** How often it is said that it is still tried, in milliseconds. */
const SAY_EVERY = MINUTE;

/**
 * Tries something until it succeeds, and says once in a while why it has not yet. What only the operator can mend is
 * thrown at once, as an OperatorError; so is what `sleep` throws.
 */
export async function keepTrying<T>(attempt: () => Promise<T>, { clock, log, wait, sleep }: Persistence): Promise<T> {
  let saidAt = Number.NEGATIVE_INFINITY;
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof OperatorError) throw error;
      if (clock.now() - saidAt >= SAY_EVERY) {
        saidAt = clock.now();
        log.warn({ tries }, `${error instanceof Error ? error.message : String(error)} Trying again.`);
      }
    }
    await sleep(wait(tries));
  }
}

/**
 * Does something now or, where it fails at first, beside everything else as soon as it can be done. Throws only when the
 * first try has shown that only the operator can mend it; later that is logged.
 */
export async function nowOrLater(attempt: () => Promise<unknown>, persistence: Persistence): Promise<void> {
  let isLater = false;
  return new Promise<void>((resolve, reject) => {
    const sleep = (ms: number) => {
      isLater = true;
      resolve();
      return persistence.sleep(ms);
    };
    keepTrying(attempt, { ...persistence, sleep }).then(
      () => resolve(),
      (error: unknown) => {
        // Whoever stops no longer wants it; that is no news.
        if (isLater && error instanceof OperatorError) persistence.log.error({}, error.message);
        reject(error);
      },
    );
  });
}
