import { quizNotice } from '../src/messages/quiz-notice.ts';
import { texts } from '../src/messages/texts.ts';
import type { QuizGame, QuizMode } from '../src/quiz/game.ts';
import { judgeTyped } from '../src/quiz/judge-answer.ts';
import type { Question } from '../src/quiz/question.ts';
import { type Answer, ask, privately, refuse } from './answer.ts';
import type { Context } from './context.ts';

/** What is typed and is none of the answers. */
const NONE = -1;
/** Longer than any club's name. */
const LONGEST_ANSWER = 60;

/** A question that can still be answered, or what is said instead. */
type Open =
  | { readonly ok: true; readonly game: QuizGame; readonly at: number; readonly question: Question }
  | { readonly ok: false; readonly answer: Answer };

/** An option was chosen. */
export async function answerByButton(context: Context, gameId: string, at: string, option: string): Promise<Answer> {
  const open = await openQuestion(context, 'buttons', gameId, at);
  if (!open.ok) return open.answer;
  const place = wholeNumber(option);
  if (place === undefined || !open.question.options[place]) return tooOld(context);
  return take(context, open, place);
}

/** Somebody wishes to type his answer. */
export async function askForAnswer(context: Context, gameId: string, at: string): Promise<Answer> {
  const open = await openQuestion(context, 'typed', gameId, at);
  if (!open.ok) return open.answer;
  const { quiz } = texts(context.reader.locale);
  const { modalTitle: title, modalLabel: label } = quiz;
  const customId = `quiz:typed:${open.game.id}:${open.at}`;
  return ask({ customId, title, label, maxLength: LONGEST_ANSWER }, quiz.pressAgain);
}

/** An answer was typed. */
export async function answerTyped(context: Context, typed: string, gameId: string, at: string): Promise<Answer> {
  const open = await openQuestion(context, 'typed', gameId, at);
  if (!open.ok) return open.answer;
  const isRight = judgeTyped(typed, open.question, context.clubs) === 'right';
  return take(context, open, isRight ? open.question.right : NONE, typed);
}

/**
 * The question that a component names, if it is asked here and now. An id may be old, or made up: what it names in another
 * channel or another server does not exist here.
 */
async function openQuestion(
  { quiz, place, reader, now }: Context,
  mode: QuizMode,
  gameId: string,
  at: string,
): Promise<Open> {
  const game = await quiz.game(gameId);
  const asked = wholeNumber(at);
  const isHere = game && game.channelId === place.channelId && game.guildId === place.server?.id;
  const question = asked === undefined ? undefined : game?.questions[asked];
  if (!isHere || game.mode !== mode || asked === undefined || !question || asked > game.at) {
    return { ok: false, answer: refuse(texts(reader.locale).errors.buttonTooOld) };
  }
  const isOpen = game.stage === 'asking' && game.at === asked && now < game.dueAt;
  if (!isOpen) return { ok: false, answer: privately(quizNotice({ kind: 'too-late' }, reader)) };
  return { ok: true, game, at: asked, question };
}

async function take(
  { quiz, reader, now }: Context,
  { game, at, question }: Extract<Open, { ok: true }>,
  option: number,
  typed?: string,
): Promise<Answer> {
  const outcome = await quiz.answer({
    gameId: game.id,
    at,
    userId: reader.userId,
    option,
    answeredAt: now,
    isRight: option === question.right,
  });
  if (!outcome.taken) return privately(quizNotice({ kind: 'too-late' }, reader));
  const isChange = outcome.before !== undefined && (typed !== undefined || outcome.before !== option);
  return privately(quizNotice({ kind: isChange ? 'changed' : 'answered', question, option, typed }, reader));
}

function tooOld({ reader }: Context): Answer {
  return refuse(texts(reader.locale).errors.buttonTooOld);
}

/** As a custom id writes it; nothing else is one. */
function wholeNumber(text: string): number | undefined {
  return /^\d{1,2}$/.test(text) ? Number(text) : undefined;
}
