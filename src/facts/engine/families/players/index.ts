import type { Family } from '../../family.ts';
import { scoringRun } from './scoring-run.ts';
import { topScorer } from './top-scorer.ts';

export const playerFamilies: readonly Family[] = [topScorer, scoringRun];
