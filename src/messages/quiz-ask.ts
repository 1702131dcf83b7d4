import type { Ask } from '../quiz/question.ts';
import type { Texts } from './texts.ts';

/** What is asked, as a sentence. */
export function askWords(ask: Ask, { quiz: { ask: say } }: Texts): string {
  switch (ask.kind) {
    case 'points-after':
      return say[ask.kind](ask);
    case 'best-start':
      return say[ask.kind](ask);
    case 'champion':
      return say[ask.kind](ask);
    case 'title-season':
      return say[ask.kind](ask);
    case 'champion-points':
      return say[ask.kind](ask);
    case 'final-place':
      return say[ask.kind](ask);
    case 'score-of':
      return say[ask.kind](ask);
    case 'common-score':
      return say[ask.kind](ask);
    case 'meetings-won':
      return say[ask.kind](ask);
    case 'biggest-win':
      return say[ask.kind](ask);
    case 'longest-run':
      return say[ask.kind](ask);
  }
}
