import type { Texts } from '../texts.ts';
import { factTexts } from './en-facts.ts';
import { matchTexts } from './en-match.ts';
import { pictureTexts } from './en-picture.ts';
import { quizTexts } from './en-quiz.ts';
import { serviceTexts } from './en-service.ts';
import { tableTexts } from './en-table.ts';

export const en: Texts = { ...matchTexts, ...serviceTexts, ...tableTexts, ...pictureTexts, ...quizTexts, ...factTexts };
