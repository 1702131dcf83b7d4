import type { Texts } from '../texts.ts';
import { factTexts } from './it-facts.ts';
import { matchTexts } from './it-match.ts';
import { pictureTexts } from './it-picture.ts';
import { quizTexts } from './it-quiz.ts';
import { serviceTexts } from './it-service.ts';
import { tableTexts } from './it-table.ts';

export const it: Texts = { ...matchTexts, ...serviceTexts, ...tableTexts, ...pictureTexts, ...quizTexts, ...factTexts };
