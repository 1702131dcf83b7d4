import type { QuizStanding } from '../quiz/game.ts';
import type { StandingWords } from './texts/quiz-texts.ts';
import type { Texts } from './texts.ts';

/** A player as Discord names him; nobody is pinged, for no message of Tifo's lets mentions do that. */
export function player(userId: string): string {
  return `<@${userId}>`;
}

/** A line for each, of a game in which so many questions were asked. No list of Discord's, which would count anew where a rank is shared. */
export function standingLines(standings: readonly QuizStanding[], of: number, { quiz }: Texts): readonly string[] {
  return standings.map((standing) => quiz.standing(standingWords(standing, of)));
}

/** Of so many questions. Who has no points has no place: all would be first before anybody has one. */
export function standingWords({ userId, rank, points, right }: QuizStanding, of: number): StandingWords {
  return { player: player(userId), rank: points > 0 ? rank : undefined, points, right, of };
}
