import type { Locale } from '../locale.ts';
import type { Instant } from '../match/instant.ts';
import type { QuizAnswer, QuizGame, QuizStanding } from './game.ts';
import type { Question } from './question.ts';

/** Where a game is: of these, only what comes next ever changes. */
export type QuizStep = Pick<QuizGame, 'at' | 'stage' | 'openedAt' | 'dueAt'>;

/** An answer as it is given: what it is worth is known once its question is closed. */
export type GivenAnswer = Omit<QuizAnswer, 'points' | 'streak'>;

/** What became of an answer; `before` is the option that it replaces. */
export type AnswerOutcome = { readonly taken: true; readonly before?: number } | { readonly taken: false };

/** A leaderboard, with the reader's own line even where it is further down. */
export interface Leaderboard {
  readonly top: readonly QuizStanding[];
  readonly own?: QuizStanding;
}

/** Where games and their answers are kept. */
export interface QuizStore {
  /** Adds a game. False where the channel has one already: one game at a time, and one daily question besides. */
  add(game: QuizGame): Promise<boolean>;
  game(id: string): Promise<QuizGame | undefined>;
  /** The games of a channel that are not over: a game before a daily question. */
  running(channelId: string): Promise<readonly QuizGame[]>;
  /** Games whose next step is due, the longest overdue first. */
  due(now: Instant, limit: number): Promise<readonly QuizGame[]>;
  /** Games that ask a question of which nobody knows yet that it has been seen. */
  unseen(): Promise<readonly QuizGame[]>;
  /** When the next step of any game is due; undefined when none runs. */
  nextDue(): Promise<Instant | undefined>;
  /**
   * Takes a game from where it was read to its next step; false when it has moved on meanwhile: the write is the claim.
   * Answers that are being written are waited for, and none is taken after it.
   */
  move(from: QuizGame, to: QuizStep): Promise<boolean>;
  /** Takes an answer while its question is open and time is not up; the same answer again keeps its first moment. */
  answer(answer: GivenAnswer): Promise<AnswerOutcome>;
  /** All answers of a game, in the order in which they were given. */
  answers(gameId: string): Promise<readonly QuizAnswer[]>;
  /** Writes what the answers to a question were worth. They count on the server's leaderboards from then on. */
  score(game: QuizGame, scored: readonly QuizAnswer[], closedAt: Instant): Promise<void>;
  /** A server's best since an instant, ranks shared, with one member's own line. */
  leaderboard(guildId: string, since: Instant, limit: number, userId: string): Promise<Leaderboard>;
  /** What a server was asked in the games that began since an instant. */
  asked(guildId: string, since: Instant): Promise<readonly Question[]>;
  /** Forgets games that were over before an instant; what their answers were worth is kept. */
  prune(before: Instant): Promise<void>;
}

/** A question's post, or a game's last one, as the outbox takes it. */
export interface QuizDelivery {
  readonly key: string;
  readonly channelId: string;
  readonly subject: { readonly kind: 'quiz'; readonly id: string };
  readonly variant: { readonly locale: Locale; readonly spoilers: 'show'; readonly delayMs: number };
  readonly notBefore: Instant;
  readonly expiresAt: Instant;
  readonly replaces?: string;
}

/** A post that stands in Discord. */
export interface QuizPosted {
  readonly messageId: string;
  readonly channelId: string;
  readonly at: Instant;
}

/** What a game needs of the outbox. */
export interface QuizOutbox {
  enqueue(deliveries: readonly QuizDelivery[], now: Instant): Promise<number>;
  revise(subjects: readonly QuizDelivery['subject'][], now: Instant): Promise<number>;
  /** Where a delivery's message stands, and since when; undefined while it does not. */
  posted(key: string): Promise<QuizPosted | undefined>;
}

/** One transaction: a game's step and what is posted of it, or neither. */
export interface QuizTransaction {
  readonly quiz: QuizStore;
  readonly outbox: QuizOutbox;
}

export interface QuizStores extends QuizTransaction {
  transaction<T>(work: (tx: QuizTransaction) => Promise<T>): Promise<T>;
}
