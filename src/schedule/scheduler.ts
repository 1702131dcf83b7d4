import { type RunCoordinator, type ScheduledTask, schedule as scheduleTask } from 'node-cron';
import type { Fact } from '../facts/fact.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../match/instant.ts';
import type { Question } from '../quiz/question.ts';
import { runDueSchedules } from './run-due-schedules.ts';
import type { Schedule, SchedulingStore } from './schedule.ts';

export interface SchedulerOptions {
  readonly store: SchedulingStore;
  /** All there is to tell in turns to a server. */
  deck(serverId: string | undefined): Promise<readonly Fact[]>;
  readonly clock: Clock;
  readonly log: Log;
  /** A question for a server's day; undefined where there is nothing to ask about. */
  dailyQuestion?(schedule: Schedule): Promise<Question | undefined>;
  /** Called once deliveries were written, to wake the relay. */
  onEnqueued(): void;
}

type Time = Pick<Schedule, 'cron' | 'timeZone'>;

const EVERY_MINUTE: Time = { cron: '* * * * *', timeZone: 'UTC' };

/**
 * Runs schedules on time. node-cron only says when to look: one task for each time and zone that somebody chose, however
 * many channels share it, and one a minute for what those may miss (a process killed after it won a run, a night when
 * clocks change, schedules that another process was given). What is due is decided by what the store holds.
 */
export class Scheduler {
  readonly #options: SchedulerOptions;
  readonly #tasks = new Map<string, ScheduledTask>();
  readonly #coordinator: RunCoordinator;
  #running = false;
  #looking: Promise<void> = Promise.resolve();

  constructor(options: SchedulerOptions) {
    this.#options = options;
    const { store, clock } = options;
    this.#coordinator = { shouldRun: (key) => store.schedules.winRun(key, clock.now()) };
  }

  /** Makes up for what was missed, then runs on time. */
  async start(): Promise<void> {
    this.#running = true;
    this.#keepTasks([]);
    await this.refresh();
  }

  /** Takes up schedules that were added, changed or removed. */
  refresh(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#look());
    return this.#looking;
  }

  /** Ends every task and waits for the run that is under way. */
  async stop(): Promise<void> {
    this.#running = false;
    this.#keepTasks([]);
    await this.#looking;
  }

  async #look(): Promise<void> {
    if (!this.#running) return;
    const { store, deck, clock, log, dailyQuestion, onEnqueued } = this.#options;
    try {
      const schedules = await store.schedules.all();
      this.#keepTasks(schedules);
      const runs = await runDueSchedules({
        store,
        deck,
        schedules,
        now: clock.now(),
        log,
        ...(dailyQuestion && { dailyQuestion }),
      });
      if (runs > 0) onEnqueued();
    } catch (error) {
      log.error({ err: error }, 'The schedules could not be read; trying again within a minute.');
    }
  }

  /** Makes node-cron's tasks those that the schedules want, and no others; none once stopped. */
  #keepTasks(schedules: readonly Schedule[]): void {
    const times: readonly Time[] = this.#running ? [EVERY_MINUTE, ...schedules] : [];
    const wanted = new Map(times.map((time) => [`facts ${time.cron} ${time.timeZone}`, time]));
    for (const [name, task] of this.#tasks) {
      if (wanted.has(name)) continue;
      this.#tasks.delete(name);
      void task.destroy();
    }
    for (const [name, time] of wanted) {
      if (!this.#tasks.has(name)) this.#tasks.set(name, this.#task(name, time));
    }
  }

  /** `name` is the same in every process: one of them wins each run. */
  #task(name: string, { cron, timeZone }: Time): ScheduledTask {
    return scheduleTask(cron, () => this.refresh(), {
      name,
      timezone: timeZone,
      noOverlap: true,
      distributed: true,
      runCoordinator: this.#coordinator,
      suppressMissedWarning: true,
      logger: this.#logger(),
    });
  }

  #logger() {
    const { log } = this.#options;
    const text = (message: string | Error) => (message instanceof Error ? message.message : message);
    return {
      debug: (message: string | Error) => log.debug({}, text(message)),
      info: (message: string) => log.info({}, message),
      warn: (message: string) => log.warn({}, message),
      error: (message: string | Error, err?: Error) => log.error({ err: err ?? message }, text(message)),
    };
  }
}
