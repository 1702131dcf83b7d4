import type { QuizStanding } from '../quiz/game.ts';
import type { Texts } from './texts.ts';

/** A player as Discord names him; nobody is pinged, for no message of Tifo's lets mentions do that. */
export function player(userId: string): string {
  return `<@${userId}>`;
}

/** A line for each, of a game in which so many questions were asked. No list of Discord's, which would count anew where a rank is shared. */
export function standingLines(standings: readonly QuizStanding[], of: number, { quiz }: Texts): readonly string[] {
  return standings.map(({ userId, rank, points, right }) =>
    quiz.standing({ player: player(userId), rank, points, right, of }),
  );
}
