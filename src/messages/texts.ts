import type { Locale } from '../locale.ts';
import { en } from './texts/en.ts';
import type { FactTexts } from './texts/fact-texts.ts';
import { it } from './texts/it.ts';
import type { MatchTexts } from './texts/match-texts.ts';
import type { PictureTexts } from './texts/picture-texts.ts';
import type { QuizTexts } from './texts/quiz-texts.ts';
import type { ServiceTexts } from './texts/service-texts.ts';
import type { TableTexts } from './texts/table-texts.ts';

/** Everything Tifo says, in one language. A text added here is missed by the compiler until every language has it. */
export interface Texts extends MatchTexts, ServiceTexts, TableTexts, PictureTexts, FactTexts, QuizTexts {}

const CATALOGUES: Readonly<Record<Locale, Texts>> = { en, it };

export function texts(locale: Locale): Texts {
  return CATALOGUES[locale];
}
