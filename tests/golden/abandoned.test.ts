import { describe } from 'vitest';
import { ABANDONED } from '../support/live/matches.ts';
import { FIRST, readsRight, readsRightFrom } from '../support/live/reads-right.ts';

describe('a match that is suspended, goes on and is abandoned', () => {
  readsRight(ABANDONED);
  readsRightFrom(FIRST, ABANDONED);
});
