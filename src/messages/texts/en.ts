import type { Texts } from '../texts.ts';
import { matchTexts } from './en-match.ts';
import { serviceTexts } from './en-service.ts';
import { tableTexts } from './en-table.ts';

export const en: Texts = { ...matchTexts, ...serviceTexts, ...tableTexts };
