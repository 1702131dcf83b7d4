import type { Texts } from '../texts.ts';
import { matchTexts } from './it-match.ts';
import { serviceTexts } from './it-service.ts';
import { tableTexts } from './it-table.ts';

export const it: Texts = { ...matchTexts, ...serviceTexts, ...tableTexts };
