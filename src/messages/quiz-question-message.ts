import type { Fact } from '../facts/fact.ts';
import { HOUR } from '../match/instant.ts';
import { limitInSeconds, type QuestionView } from '../quiz/game.ts';
import type { Question } from '../quiz/question.ts';
import { SETTLED } from './colour.ts';
import { type Button, compose } from './compose.ts';
import { plain } from './escape.ts';
import { factSentence, groundsOf } from './fact-message.ts';
import type { MessageBody } from './message.ts';
import { askWords } from './quiz-ask.ts';
import { optionLabel, optionLetter, optionWords, rightWords } from './quiz-option.ts';
import { player, standingLines } from './quiz-standings.ts';
import { stamp } from './stamp.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/** A question as its post shows it; `fact` is what it was made from, where that is still true. */
export interface ShownQuestion extends QuestionView {
  readonly fact?: Fact;
}

/** As many players as a line can name, and a table between two questions. */
const NAMED = 10;
const LEADERS = 3;

/** A question that is open, with how long yet, or, once it is closed, with its answer and who knew it. */
export function quizQuestionMessage(view: ShownQuestion, reader: View): MessageBody {
  const say = texts(reader.locale);
  const { revealed } = view;
  const asked = `**${headingOf(view, say)}**\n${askWords(view.question.ask, say)}`;
  if (!revealed) {
    return compose({ content: [asked, ...openLines(view, say)].join('\n'), buttons: openButtons(view, say) });
  }
  const { fact } = view;
  const told = fact ? [factSentence(fact, reader), ...groundsOf(fact, reader, say).map((line) => `-# ${line}`)] : [];
  const standings = standingsNow(view, say);
  const description = [...told, ...standings].join('\n');
  return compose({
    content: [asked, ...closedLines(view, revealed, say)].join('\n'),
    ...(description && { embed: { description, color: SETTLED } }),
    buttons: closedButtons(view, say),
  });
}

function headingOf({ game, at, question: { competition } }: ShownQuestion, { quiz }: Texts): string {
  const heading = game.isDaily ? quiz.questionOfTheDay : quiz.question(at + 1, game.questions.length);
  return competition ? `${heading} · ${plain(competition.name)}` : heading;
}

function openLines({ game, question, answered }: ShownQuestion, say: Texts): readonly string[] {
  const { quiz } = say;
  const { mode, limitMs, openedAt } = game;
  const limit = limitMs >= HOUR ? quiz.hours(Math.round(limitMs / HOUR)) : quiz.seconds(limitInSeconds(game));
  // It may have to be answered as one of those given even where it is typed.
  const isChoice = mode === 'buttons' || question.ask.kind === 'title-season';
  return [
    ...(isChoice ? [optionLine(question, mode, say)] : []),
    ...(mode === 'typed' ? [quiz.howToType] : []),
    [
      openedAt === undefined ? limit : quiz.closes(stamp(openedAt + limitMs, 'R')),
      ...(answered > 0 ? [quiz.answered(answered)] : []),
    ].join(' '),
  ];
}

function optionLine(question: Question, mode: 'buttons' | 'typed', say: Texts): string {
  const words = question.options.map((_, place) => optionWords(question, place, say) ?? '');
  return words.map((word) => (mode === 'typed' ? word.slice('A: '.length) : word)).join(' · ');
}

function closedLines(
  { game, question, answered }: ShownQuestion,
  { right, chosen }: NonNullable<QuestionView['revealed']>,
  say: Texts,
): readonly string[] {
  const { quiz } = say;
  const isTyped = game.mode === 'typed';
  const words = isTyped ? undefined : optionWords(question, question.right, say);
  const answer = quiz.answer(words ?? rightWords(question, say));
  if (answered === 0) return [`${answer} ${quiz.nobodyAnswered}`];
  const scored = right.map(({ userId, points, streak }) => quiz.scored(player(userId), points, streak));
  const knew =
    scored.length === 0 ? quiz.nobodyRight : quiz.right(scored.slice(0, NAMED), Math.max(0, scored.length - NAMED));
  const counts = chosen.map((count, place) => `${optionLetter(place)} ${count}`).join(', ');
  return [answer, knew, isTyped ? quiz.rightOf(right.length, answered) : quiz.chosen(counts)];
}

/** Where the game stands before its next question; after the last one, and the only one, it is told apart. */
function standingsNow({ game, at, revealed }: ShownQuestion, say: Texts): readonly string[] {
  const isLast = at + 1 >= game.questions.length;
  if (!revealed || isLast || revealed.standings.length === 0) return [];
  const lines = standingLines(revealed.standings.slice(0, LEADERS), at + 1, say);
  return [`**${say.quiz.standings}**`, ...lines];
}

function openButtons({ game, at, question }: ShownQuestion, say: Texts): readonly Button[] {
  if (game.mode === 'typed') return [{ id: `quiz:type:${game.id}:${at}`, label: say.quiz.typeButton }];
  return question.options.map((_, place) => ({
    id: `quiz:answer:${game.id}:${at}:${place}`,
    label: optionLabel(question, place, say) ?? optionLetter(place),
  }));
}

function closedButtons(view: ShownQuestion, say: Texts): readonly Button[] {
  const isRight = (place: number) => view.game.mode === 'buttons' && place === view.question.right;
  return openButtons(view, say).map(({ id, label }, place) => ({
    id,
    label: isRight(place) ? say.quiz.rightButton(label) : label,
    disabled: true,
  }));
}
