import type { Instant } from '../match/instant.ts';
import type { QuizAnswer, QuizStanding } from './game.ts';

/** What an answer can be worth. */
const POINTS = {
  right: 100,
  /** For an answer at once; half of it for one at half time. */
  speed: 50,
  /** For each right answer in a row, from the second on, … */
  inARow: 10,
  /** … and no more than that. */
  mostInARow: 50,
} as const;

export interface RightAnswer {
  /** How long it took, and how long there was, in milliseconds. */
  readonly tookMs: number;
  readonly limitMs: number;
  /** Right answers in a row, this one included. */
  readonly streak: number;
}

/** What a right answer is worth; a wrong one is worth nothing. */
export function pointsFor({ tookMs, limitMs, streak }: RightAnswer): number {
  const left = limitMs > 0 ? Math.min(1, Math.max(0, 1 - tookMs / limitMs)) : 0;
  const row = Math.min(POINTS.mostInARow, POINTS.inARow * Math.max(0, streak - 1));
  return POINTS.right + Math.round(POINTS.speed * left) + row;
}

export interface ClosedQuestion {
  /** All answers to it, one of each player. */
  readonly answers: readonly QuizAnswer[];
  readonly openedAt: Instant;
  readonly limitMs: number;
  /** Each player's right answers in a row up to the question before; nobody's where he did not answer that one. */
  readonly streaks: ReadonlyMap<string, number>;
}

/** The answers to a question with what each is worth, once it is closed. */
export function scoreAnswers({ answers, openedAt, limitMs, streaks }: ClosedQuestion): readonly QuizAnswer[] {
  return answers.map((answer) => {
    if (!answer.isRight) return { ...answer, points: 0, streak: 0 };
    const streak = (streaks.get(answer.userId) ?? 0) + 1;
    return { ...answer, points: pointsFor({ tookMs: answer.answeredAt - openedAt, limitMs, streak }), streak };
  });
}

/** The streaks that a question of a game is answered with, by player, of all the game's answers. */
export function streaksBefore(at: number, answers: readonly QuizAnswer[]): ReadonlyMap<string, number> {
  const before = answers.filter((answer) => answer.at === at - 1);
  return new Map(before.map(({ userId, streak = 0 }) => [userId, streak]));
}

/**
 * Who has made what of a game's answers, best first; as many points are the same rank. Those whose points are not known
 * yet count as answered. A streak is over for whoever did not answer the last question that somebody answered.
 */
export function standingsOf(answers: readonly QuizAnswer[]): readonly QuizStanding[] {
  const last = Math.max(...answers.map(({ at }) => at));
  const players = new Map<string, Omit<QuizStanding, 'rank'>>();
  for (const { userId, at, isRight, points = 0, streak = 0 } of answers) {
    const sum = players.get(userId) ?? { userId, points: 0, right: 0, answered: 0, streak: 0 };
    players.set(userId, {
      userId,
      points: sum.points + points,
      right: sum.right + (isRight ? 1 : 0),
      answered: sum.answered + 1,
      streak: at === last ? streak : sum.streak,
    });
  }
  const best = [...players.values()].sort(
    (a, b) => b.points - a.points || b.right - a.right || (a.userId < b.userId ? -1 : 1),
  );
  return best.map((player) => ({ rank: best.findIndex(({ points }) => points === player.points) + 1, ...player }));
}
