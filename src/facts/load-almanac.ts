import { join } from 'node:path';
import type { Result } from '../match/result.ts';
import { OperatorError } from '../operator-error.ts';
import type { OpeningBalance } from './head-to-head.ts';
import { loadFacts } from './load-facts.ts';
import { type Known, loadKnown } from './load-known.ts';
import { loadOpeningBalances, loadResults } from './results/load-results.ts';
import { type WrittenFacts, writtenFacts } from './written-facts.ts';

/** All that Tifo carries with it: clubs, competitions, results and the facts that were written by hand. */
export interface Almanac extends Known {
  /** In the order of their days. */
  readonly results: readonly Result[];
  readonly openingBalances: readonly OpeningBalance[];
  readonly facts: WrittenFacts;
}

/** Data that cannot be read; the message names every file and every problem in it. */
export class AlmanacError extends OperatorError {
  override readonly name = 'AlmanacError';
}

/** Reads a data folder: all of it, or an AlmanacError that lists every problem. */
export async function loadAlmanac(folder: string): Promise<Almanac> {
  const problems: string[] = [];
  const complain = (problem: string) => problems.push(problem);
  const known = await loadKnown(folder, complain);
  const [results, openingBalances, facts] = await Promise.all([
    loadResults(join(folder, 'results'), known, complain),
    loadOpeningBalances(join(folder, 'results', 'opening-balances.json'), complain),
    loadFacts(join(folder, 'facts'), known, complain),
  ]);
  if (problems.length > 0) {
    throw new AlmanacError(`The data in ${folder} has ${problems.length} problems:\n${problems.sort().join('\n')}`);
  }
  return { ...known, results, openingBalances, facts: writtenFacts(facts, known) };
}
