import type { Locale } from '../locale.ts';
import { type Instant, SECOND } from '../match/instant.ts';
import type { Question } from './question.ts';

/** How answers are given: chosen among buttons, or typed. */
export type QuizMode = 'buttons' | 'typed';

/** A game in a channel; one at a time. A daily question is a game of one question that stays open for long. */
export interface QuizGame {
  readonly id: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly locale: Locale;
  readonly mode: QuizMode;
  /** How long a question is open, in milliseconds. */
  readonly limitMs: number;
  readonly isDaily: boolean;
  /** Who started it; nobody, where it is a daily question. */
  readonly startedBy?: string;
  readonly questions: readonly Question[];
  readonly startedAt: Instant;
  /** Which question it is at, from 0, and what is being done with it. */
  readonly at: number;
  readonly stage: 'asking' | 'revealed' | 'over';
  /** When the question at hand was seen in the channel; unset until its post has landed. */
  readonly openedAt?: Instant;
  /** When the next thing happens: the question closes, the next one is asked. */
  readonly dueAt: Instant;
}

/** One player's answer to one question; his first counts, or, until time is up, his last. */
export interface QuizAnswer {
  readonly gameId: string;
  readonly at: number;
  readonly userId: string;
  /** The place of the option, from 0; -1 for what was typed and is none of them. */
  readonly option: number;
  readonly answeredAt: Instant;
  readonly isRight: boolean;
  /** Known once the question is closed. */
  readonly points?: number;
  /** Right answers in a row in this game, this one included; known once the question is closed. */
  readonly streak?: number;
}

/** How long a question is open, in whole seconds as they are told: one at least, whatever the game was started with. */
export function limitInSeconds({ limitMs }: Pick<QuizGame, 'limitMs'>): number {
  return Math.max(1, Math.round(limitMs / SECOND));
}

/** A player's line in a game or on a server's leaderboard. Shared ranks are shared. */
export interface QuizStanding {
  readonly rank: number;
  readonly userId: string;
  readonly points: number;
  readonly right: number;
  readonly answered: number;
  /** Right answers in a row: the current streak in a game, the best one on a leaderboard. */
  readonly streak: number;
}

/** What a question's post shows. */
export interface QuestionView {
  readonly game: QuizGame;
  readonly at: number;
  readonly question: Question;
  /** While it is open: how many have answered. Nothing that tells what. */
  readonly answered: number;
  /** Once it is closed: who was right, fastest first, and how many chose each option. */
  readonly revealed?: {
    readonly right: readonly { readonly userId: string; readonly points: number; readonly streak: number }[];
    readonly chosen: readonly number[];
    readonly standings: readonly QuizStanding[];
  };
}
