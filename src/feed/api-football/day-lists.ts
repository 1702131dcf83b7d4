import { type Clock, DAY, HOUR, type Instant, MINUTE } from '../../match/instant.ts';
import type { Snapshot } from '../../match/snapshot.ts';
import { type CallCounter, dayOf, FREE_CALLS_A_DAY } from './call-budget.ts';
import type { ApiFootballClient } from './client.ts';
import type { FixtureBook, Heard } from './fixture-book.ts';
import type { ApiProblem } from './problems.ts';

/** The free plan answers for yesterday, today and tomorrow; others see further. */
const DAYS_AHEAD_FREE = 1;
const DAYS_AHEAD = 9;
/** After a failure; doubled with each that follows. */
const FIRST_PAUSE = 5 * MINUTE;
const LONGEST_PAUSE = HOUR;

export interface DayListsOptions {
  readonly client: ApiFootballClient;
  readonly counter: CallCounter;
  readonly book: FixtureBook;
  readonly clock: Clock;
}

export type DayAnswer =
  | { readonly ok: true; readonly snapshots: readonly Snapshot[] }
  | { readonly ok: false; readonly problem: ApiProblem };

/**
 * The fixtures of the days around today, a call a day: `date=` is the one question about this season that the free plan
 * answers, and it answers for every competition at once.
 */
export interface DayLists {
  /** Asks again for the days whose lists are old. After a failure it waits, the longer the more there were. */
  refresh(): Promise<void>;
  /** Asks for one day at once. */
  ask(day: string, how: Heard): Promise<DayAnswer>;
  /** Whether any list was ever heard. */
  readonly isHeard: boolean;
  /** What stands in the way of the lists; absent while all is well. */
  readonly problem: ApiProblem | undefined;
}

export function dayLists({ client, counter, book, clock }: DayListsOptions): DayLists {
  const heardAt = new Map<string, Instant>();
  let failures = 0;
  let notBefore: Instant = Number.NEGATIVE_INFINITY;
  let problem: ApiProblem | undefined;
  let underWay: Promise<void> | undefined;

  function oldDays(): readonly string[] {
    const now = clock.now();
    const ahead = counter.left().ofDay > FREE_CALLS_A_DAY ? DAYS_AHEAD : DAYS_AHEAD_FREE;
    // Today first: if there are no more calls, it is what matters.
    const offsets = [0, 1, -1, ...Array.from({ length: ahead - 1 }, (_, index) => index + 2)];
    const isOld = (offset: number) => {
      const heard = heardAt.get(dayOf(now + offset * DAY));
      return heard === undefined || now - heard >= lifetime(offset);
    };
    return offsets.filter(isOld).map((offset) => dayOf(now + offset * DAY));
  }

  async function ask(day: string, how: Heard): Promise<DayAnswer> {
    const answer = await client.fixtures({ date: day });
    const now = clock.now();
    // A day that the plan does not show is not asked for again and again.
    if (answer.ok || answer.problem.kind === 'plan') heardAt.set(day, now);
    if (!answer.ok) return answer;
    const snapshots = answer.fixtures.flatMap((fixture) => book.hear(fixture, how, now) ?? []);
    const listed = new Set([...answer.fixtures.map(({ fixture }) => fixture.id), ...answer.unreadable]);
    if (!listed.has(Number.NaN)) book.hearDay(day, listed, now);
    return { ok: true, snapshots };
  }

  async function askForAll(): Promise<void> {
    for (const day of oldDays()) {
      const answer = await ask(day, 'listed');
      problem = answer.ok ? undefined : answer.problem;
      if (answer.ok || answer.problem.kind === 'plan') {
        failures = 0;
        continue;
      }
      notBefore = clock.now() + Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures);
      failures += 1;
      return;
    }
  }

  return {
    async refresh() {
      if (clock.now() < notBefore) return;
      underWay ??= askForAll().finally(() => {
        underWay = undefined;
      });
      await underWay;
    },
    ask,
    get isHeard() {
      return heardAt.size > 0;
    },
    get problem() {
      return problem;
    },
  };
}

function lifetime(offset: number): number {
  // What becomes of a match after its day is asked for by itself.
  if (offset < 0) return Number.POSITIVE_INFINITY;
  if (offset === 0) return 4 * HOUR;
  return offset === 1 ? 8 * HOUR : 12 * HOUR;
}
