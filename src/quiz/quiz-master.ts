import type { Log } from '../log.ts';
import { type Clock, DAY, HOUR, type Instant, SECOND } from '../match/instant.ts';
import { Rounds } from '../rounds.ts';
import type { QuizGame } from './game.ts';
import { postSubject } from './quiz-posts.ts';
import type { QuizStores } from './quiz-store.ts';
import { endGame, takeStep } from './take-step.ts';

export interface QuizMasterOptions {
  readonly store: QuizStores;
  readonly clock: Clock;
  readonly log: Log;
  /** Called after something was written that the relay has to take on. */
  onWork(): void;
}

/** Steps that are taken at one look. */
const AT_ONCE = 100;
/** The longest sleep between two looks: another process may have started a game. */
const LONGEST_SLEEP = 15 * SECOND;
const SHORTEST_SLEEP = 20;
/** How often it is looked whether a question has been seen that another process may have posted, and how soon after a failure. */
const LOOK_AGAIN = SECOND;
/** How often an open question's post is brought up to date with how many have answered. */
const COUNT_EVERY = 4 * SECOND;
/** How long games are kept once they are over, and how often older ones are forgotten. */
const KEEP_GAMES = 60 * DAY;
const PRUNE_EVERY = 6 * HOUR;

/**
 * Takes every game from step to step when its time comes. All that it knows is in the store, and each step is claimed by
 * the write that takes it: it may be killed at any moment, and any number of processes may have one.
 */
export class QuizMaster {
  readonly #options: QuizMasterOptions;
  readonly #rounds: Rounds;
  #prunedAt = Number.NEGATIVE_INFINITY;
  /** Questions that were answered since their posts were last brought up to date. */
  readonly #answered = new Map<string, Pick<QuizGame, 'id' | 'at'>>();
  #counting: NodeJS.Timeout | undefined;

  constructor(options: QuizMasterOptions) {
    this.#options = options;
    this.#rounds = new Rounds({
      round: () => this.#round(),
      onFailure: (error) => {
        options.log.error({ err: error }, 'The quizzes could not be read; trying again.');
        return LOOK_AGAIN;
      },
    });
  }

  start(): void {
    this.#rounds.start();
  }

  /** Looks at the games now: call it once one was started, or a question's post has landed. */
  wake(): void {
    this.#rounds.wake();
  }

  /** Resolves when the step under way has been written. */
  async stop(): Promise<void> {
    clearTimeout(this.#counting);
    await this.#rounds.stop();
  }

  /** Ends a game now; false when it was over already. */
  async end(gameId: string): Promise<boolean> {
    const { store, clock, onWork } = this.#options;
    for (;;) {
      const game = await store.quiz.game(gameId);
      if (!game || game.stage === 'over') return false;
      // It may move on between the look and the write; then it is looked at once more.
      if (!(await store.transaction((tx) => endGame(tx, game, clock.now())))) continue;
      onWork();
      return true;
    }
  }

  /** Has the post of an open question say how many have answered, in a while. */
  noteAnswer(game: Pick<QuizGame, 'id' | 'at'>): void {
    this.#answered.set(`${game.id}/${game.at}`, game);
    if (this.#rounds.isRunning) this.#counting ??= setTimeout(() => void this.#recount(), COUNT_EVERY);
  }

  /** Takes every step that is due now, and returns how many were taken. */
  async look(): Promise<number> {
    const { store, clock } = this.#options;
    let steps = 0;
    for (;;) {
      const games = [...(await store.quiz.unseen()), ...(await store.quiz.due(clock.now(), AT_ONCE))];
      const before = steps;
      for (const game of games) if (await this.#step(game)) steps += 1;
      if (steps === before) return steps;
    }
  }

  async #step(game: QuizGame): Promise<boolean> {
    const { store, clock, log, onWork } = this.#options;
    try {
      const taken = await store.transaction((tx) => takeStep(tx, game, clock.now(), log));
      if (taken) onWork();
      return taken;
    } catch (error) {
      log.error({ err: error, game: game.id }, 'A quiz could not go on; trying again.');
      return false;
    }
  }

  async #round(): Promise<number> {
    await this.look();
    await this.#prune(this.#options.clock.now());
    return Math.min(LONGEST_SLEEP, await this.#untilNext());
  }

  async #untilNext(): Promise<number> {
    const { store, clock } = this.#options;
    const due = await store.quiz.nextDue();
    if (due === undefined) return LONGEST_SLEEP;
    const wait = due - clock.now();
    // What is due and was not done has failed, or somebody else is at it.
    const next = wait <= 0 ? LOOK_AGAIN : Math.max(SHORTEST_SLEEP, wait);
    return (await store.quiz.unseen()).length > 0 ? Math.min(LOOK_AGAIN, next) : next;
  }

  async #recount(): Promise<void> {
    const { store, clock, log, onWork } = this.#options;
    this.#counting = undefined;
    const subjects = [...this.#answered.values()].map(({ id, at }) => postSubject(id, at));
    this.#answered.clear();
    try {
      if ((await store.outbox.revise(subjects, clock.now())) > 0) onWork();
    } catch (error) {
      log.error({ err: error }, 'A question does not say how many have answered.');
    }
  }

  async #prune(now: Instant): Promise<void> {
    if (now - this.#prunedAt < PRUNE_EVERY) return;
    this.#prunedAt = now;
    await this.#options.store.quiz.prune(now - KEEP_GAMES);
  }
}
