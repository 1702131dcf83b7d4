import { describe } from 'vitest';
import { CUP_FINAL } from '../support/live/matches.ts';
import { FIRST, OTHERS, readsRight, readsRightFrom } from '../support/live/reads-right.ts';

describe('the cup final, with VAR, extra time and a shoot-out', () => {
  readsRight(CUP_FINAL);
  readsRightFrom([...FIRST, ...OTHERS], CUP_FINAL);
});
