import type { Ask, Question, QuizOption } from '../quiz/question.ts';
import { clean, plain } from './escape.ts';
import { writtenSeason } from './stamp.ts';
import type { Texts } from './texts.ts';

/** How an option is called where all of them stand: A to D. */
export function optionLetter(place: number): string {
  return String.fromCodePoint('A'.charCodeAt(0) + place);
}

/** "C: 32 points", for a message; undefined for an option that the question does not have. */
export function optionWords({ ask, options }: Question, place: number, say: Texts): string | undefined {
  const option = options[place];
  return option && `${optionLetter(place)}: ${answerWords(ask, option, say, plain)}`;
}

/** The same for a button, where Discord reads no markup. */
export function optionLabel({ ask, options }: Question, place: number, say: Texts): string | undefined {
  const option = options[place];
  return option && `${optionLetter(place)}: ${answerWords(ask, option, say, clean)}`;
}

/** An answer without its letter, for those who typed theirs: "32 points". */
export function rightWords({ ask, options, right }: Question, say: Texts): string {
  const option = options[right];
  return option ? answerWords(ask, option, say, plain) : '?';
}

function answerWords(ask: Ask, option: QuizOption, say: Texts, name: (text: string) => string): string {
  switch (option.kind) {
    case 'club':
      return name(option.club.name);
    case 'season':
      return writtenSeason(option.season);
    case 'score':
      return option.score.join('–');
    case 'number':
      return say.quiz.counted[COUNTS[ask.kind] ?? 'points'](option.number);
  }
}

/** What a number counts. */
const COUNTS: Readonly<Partial<Record<Ask['kind'], 'points' | 'games' | 'times' | 'place'>>> = {
  'points-after': 'points',
  'champion-points': 'points',
  'final-place': 'place',
  'meetings-won': 'times',
  'longest-run': 'games',
};
