import type { QuizGame, QuizStanding } from '../quiz/game.ts';
import { SETTLED } from './colour.ts';
import { compose } from './compose.ts';
import type { MessageBody } from './message.ts';
import { player, standingLines } from './quiz-standings.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/** A game that is over, with all who answered, best first. */
export interface QuizResult {
  readonly game: QuizGame;
  readonly standings: readonly QuizStanding[];
}

const SHOWN = 10;
/** More winners than this are no winners. */
const WINNERS = 5;

/** Who has won a game, and how the others did. */
export function quizResultMessage({ game, standings }: QuizResult, reader: View): MessageBody {
  const say = texts(reader.locale);
  const asked = Math.min(game.at + 1, game.questions.length);
  const lines = standingLines(standings.slice(0, SHOWN), asked, say);
  return compose({
    content: whoWon(standings, say),
    ...(lines.length > 0 && {
      embed: { title: say.quiz.finalStandings, description: lines.join('\n'), color: SETTLED },
    }),
  });
}

function whoWon(standings: readonly QuizStanding[], { quiz }: Texts): string {
  const [first] = standings;
  if (!first) return quiz.overNobodyAnswered;
  if (first.points === 0) return quiz.overNobodyRight;
  const winners = standings.filter(({ rank }) => rank === first.rank).slice(0, WINNERS);
  return quiz.won(
    winners.map(({ userId }) => player(userId)),
    first.points,
  );
}
