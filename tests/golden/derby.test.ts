import { describe } from 'vitest';
import { DERBY } from './matches.ts';
import { FIRST, readsRight, readsRightFrom } from './reads-right.ts';

describe('the derby', () => {
  readsRight(DERBY);
  readsRightFrom(FIRST, DERBY);
});
