import type { Fact } from '../facts/fact.ts';
import { quizQuestionMessage } from '../messages/quiz-question-message.ts';
import { quizResultMessage } from '../messages/quiz-result-message.ts';
import type { View } from '../messages/view.ts';
import type { Composed } from '../outbox/variants.ts';
import type { QuestionView, QuizAnswer, QuizGame } from '../quiz/game.ts';
import { partOfSubject } from '../quiz/quiz-posts.ts';
import type { QuizStore } from '../quiz/quiz-store.ts';
import { standingsOf } from '../quiz/score-answers.ts';

export interface QuizComposerOptions {
  readonly quiz: Pick<QuizStore, 'game' | 'answers'>;
  readonly factById: (id: string) => Fact | undefined;
}

/**
 * Composes a question of a game as it stands now, or the game's end. Null when there is nothing to say any more: the game
 * was forgotten, or the question's time went by before it was seen.
 */
export async function composeQuiz(
  id: string,
  view: View,
  stands: boolean,
  { quiz, factById }: QuizComposerOptions,
): Promise<Composed | null> {
  const subject = partOfSubject(id);
  const game = subject && (await quiz.game(subject.gameId));
  if (!subject || !game) return null;
  const answers = await quiz.answers(game.id);
  if (subject.part === 'end' && !game.isDaily) {
    return { message: quizResultMessage({ game, standings: standingsOf(answers) }, view) };
  }
  const at = subject.part === 'end' ? 0 : subject.part;
  const isOpen = game.stage === 'asking' && game.at === at;
  const shown = questionView(game, at, answers, isOpen);
  // What was not seen while it was open is not worth asking any more.
  if (!shown || (!isOpen && !stands && subject.part !== 'end')) return null;
  const fact = isOpen ? undefined : factById(shown.question.factId);
  return { message: quizQuestionMessage({ ...shown, ...(fact && { fact }) }, view) };
}

function questionView(
  game: QuizGame,
  at: number,
  answers: readonly QuizAnswer[],
  isOpen: boolean,
): QuestionView | undefined {
  const question = game.questions[at];
  if (!question) return undefined;
  const own = answers.filter((answer) => answer.at === at);
  const view = { game, at, question, answered: own.length };
  if (isOpen) return view;
  const right = own
    .filter(({ isRight }) => isRight)
    .map(({ userId, points = 0, streak = 0 }) => ({ userId, points, streak }));
  const chosen = question.options.map((_, place) => own.filter(({ option }) => option === place).length);
  return { ...view, revealed: { right, chosen, standings: standingsOf(answers.filter((answer) => answer.at <= at)) } };
}
