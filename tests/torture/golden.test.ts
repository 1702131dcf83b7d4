import { describe } from 'vitest';
import { ABANDONED, DERBY } from '../support/live/matches.ts';
import { OTHERS, readsRightFrom } from '../support/live/reads-right.ts';

// `npm test` has the cup final, which holds the most, from everybody, and these two from their recording and one provider.
describe.each([ABANDONED, DERBY])('the match of the stored texts "$name"', (match) => {
  readsRightFrom(OTHERS, match);
});
