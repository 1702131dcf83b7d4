import { describe } from 'vitest';
import { ABANDONED } from './matches.ts';
import { FIRST, readsRight, readsRightFrom } from './reads-right.ts';

describe('a match that is suspended, goes on and is abandoned', () => {
  readsRight(ABANDONED);
  readsRightFrom(FIRST, ABANDONED);
});
