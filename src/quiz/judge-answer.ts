import { foldName, type NameCandidate, withinOneEdit } from '../match/name-search.ts';
import type { Question, QuizOption } from './question.ts';

/**
 * Whether what somebody typed is the answer. In names, accents, case, punctuation and one slip are forgiven, unless the
 * text is as close to another of the names; numbers, seasons and scores must be exact. `names` are all that there are.
 */
export function judgeTyped(typed: string, question: Question, names: readonly NameCandidate[]): 'right' | 'wrong' {
  const option = question.options[question.right];
  return option && means(typed, option, question, names) ? 'right' : 'wrong';
}

function means(typed: string, option: QuizOption, { ask }: Question, names: readonly NameCandidate[]): boolean {
  switch (option.kind) {
    case 'club':
      return isNamed(typed, { value: option.club.id, label: option.club.name }, names);
    case 'season':
      return isSeason(typed, option.season);
    case 'number':
      return isNumber(typed, option.number);
    case 'score':
      // Whose goals come first matters only where there is a home side.
      return isScore(typed, option.score) || (ask.kind !== 'score-of' && isScore(typed, option.score.toReversed()));
  }
}

/** In four letters or fewer, one slip could be any name. */
const SHORTEST_WITH_SLIP = 5;

function isNamed(typed: string, right: NameCandidate, names: readonly NameCandidate[]): boolean {
  const text = folded(typed);
  if (text === '') return false;
  const isOwn = ({ value }: NameCandidate) => value === right.value;
  const own = Math.min(...[right, ...names.filter(isOwn)].map((name) => slips(text, name)));
  const others = names.filter((name) => !isOwn(name)).map((name) => slips(text, name));
  return own < Math.min(Number.POSITIVE_INFINITY, ...others);
}

/** None, one, or too many: what is only the beginning of a name, or a part of it, is another text. */
function slips(text: string, { label, aliases = [] }: NameCandidate): number {
  const own = [label, ...aliases].map(folded);
  if (own.includes(text)) return 0;
  const isNear = own.some((name) => name.length >= SHORTEST_WITH_SLIP && withinOneEdit(text, name));
  return isNear ? 1 : Number.POSITIVE_INFINITY;
}

function folded(name: string): string {
  return foldName(name).replaceAll(' ', '');
}

const SEASON = /^(\d{4}|\d\d)(?:\s*[-/]\s*|\s+)(\d{4}|\d\d)$/;

/** `2003-04`, `2003/04`, `03-04`, `2003-2004`; a year alone names two seasons, unless one is played within it. */
function isSeason(typed: string, season: string): boolean {
  const text = tidy(typed);
  if (text === season) return true;
  const [from = '', to] = season.split('-');
  const [, first, last] = SEASON.exec(text) ?? [];
  if (to === undefined || first === undefined || last === undefined) return false;
  const isFrom = first === from || first === from.slice(-2);
  return isFrom && (last === to || last === String(Number(from) + 1));
}

/** What may stand after a number: "24 points", "3rd". */
const NUMBER =
  /^(\d{1,3})\s*(?:points?|pts|games?|times|wins?|punt[oi]|partit[ae]|volt[ae]|vittori[ae]|st|nd|rd|th|[º°ª])?$/;

function isNumber(typed: string, number: number): boolean {
  const [, digits] = NUMBER.exec(tidy(typed)) ?? [];
  return digits !== undefined && Number(digits) === number;
}

const SCORE = /^(\d{1,2})(?:\s*[-:]\s*|\s+)(\d{1,2})$/;

function isScore(typed: string, [one, other]: readonly number[]): boolean {
  const [, first, second] = SCORE.exec(tidy(typed)) ?? [];
  return first !== undefined && Number(first) === one && Number(second) === other;
}

/** In small letters, with one kind of dash and no full stop. */
function tidy(typed: string): string {
  const oneDash = typed.normalize('NFC').replaceAll(/[\u2010-\u2015\u2212]/g, '-');
  return oneDash
    .toLowerCase()
    .trim()
    .replace(/\s*\.$/, '');
}
