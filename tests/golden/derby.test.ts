import { describe } from 'vitest';
import { DERBY } from '../support/live/matches.ts';
import { FIRST, readsRight, readsRightFrom } from '../support/live/reads-right.ts';

describe('the derby', () => {
  readsRight(DERBY);
  readsRightFrom(FIRST, DERBY);
});
