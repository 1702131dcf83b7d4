import type { MatchState } from '../../match/state.ts';
import type { Almanac } from '../load-almanac.ts';
import { type ResultBook, withSeen } from './result-book.ts';
import { resultOf } from './result-of.ts';

/** An almanac whose results grow with what is followed live. */
export interface GrowingAlmanac {
  /** Its `results` are those known at the moment one asks for them. */
  readonly almanac: Almanac;
  /** Takes the results of matches that are over for good; a state that has none is passed over. */
  settle(states: readonly (MatchState | undefined)[]): Promise<void>;
}

/** What Tifo carries, with the results that the book has seen since. */
export async function growingAlmanac(carried: Almanac, book: ResultBook): Promise<GrowingAlmanac> {
  const known = async () => withSeen(carried.results, await book.all(), carried);
  let results = await known();
  return {
    almanac: {
      ...carried,
      get results() {
        return results;
      },
    },
    async settle(states) {
      for (const state of states) {
        const result = state && resultOf(state, carried.competitions);
        if (result) await book.add(result);
      }
      results = await known();
    },
  };
}
