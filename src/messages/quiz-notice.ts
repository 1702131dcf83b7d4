import { limitInSeconds, type QuizGame } from '../quiz/game.ts';
import type { Question } from '../quiz/question.ts';
import { plain } from './escape.ts';
import type { MessageBody } from './message.ts';
import { noticeMessage } from './notice-message.ts';
import { optionWords } from './quiz-option.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/** Something to say in a line to whoever plays, starts or stops. */
export type QuizNotice =
  | { readonly kind: 'started'; readonly game: QuizGame }
  /** `post` is its latest, where that is known. */
  | {
      readonly kind: 'running';
      readonly game: QuizGame;
      readonly post?: { readonly channelId: string; readonly messageId: string };
    }
  /** An answer was taken. What was typed is said again, and not whether it is right: the time is not up yet. */
  | {
      readonly kind: 'answered' | 'changed';
      readonly question: Question;
      readonly option: number;
      readonly typed?: string | undefined;
    }
  | { readonly kind: 'too-late' | 'nothing-to-ask' | 'stopped' | 'nothing-runs' | 'not-yours' };

export function quizNotice(notice: QuizNotice, reader: View): MessageBody {
  return noticeMessage(noticeWords(notice, texts(reader.locale)));
}

function noticeWords(notice: QuizNotice, say: Texts): string {
  const { quiz } = say;
  switch (notice.kind) {
    case 'started': {
      const { questions, mode } = notice.game;
      return quiz.started(questions.length, limitInSeconds(notice.game), mode);
    }
    case 'running': {
      const { game, post } = notice;
      const link = post && `https://discord.com/channels/${game.guildId}/${post.channelId}/${post.messageId}`;
      return quiz.running(game.at + 1, game.questions.length, link);
    }
    case 'answered':
    case 'changed':
      return answerWords(notice, say);
    case 'too-late':
      return quiz.tooLate;
    case 'nothing-to-ask':
      return quiz.nothingToAsk;
    case 'stopped':
      return quiz.stopped;
    case 'nothing-runs':
      return quiz.nothingRuns;
    case 'not-yours':
      return quiz.notYours;
  }
}

function answerWords(
  { kind, question, option, typed }: Extract<QuizNotice, { kind: 'answered' | 'changed' }>,
  say: Texts,
): string {
  const { quiz } = say;
  if (typed !== undefined) return (kind === 'changed' ? quiz.youTypedAnew : quiz.youTyped)(plain(typed));
  const words = optionWords(question, option, say) ?? '?';
  return (kind === 'changed' ? quiz.youChanged : quiz.youAnswered)(words);
}
