import type { Finding } from './finding.ts';
import type { Ledger } from './ledger.ts';

/** Whom facts are looked for about: a club, or two that meet. */
export type Focus = readonly [club: string] | readonly [a: string, b: string];

/**
 * A family of facts: a pure function of the results as of a moment. Where the ledger's moment is a match's, the focus are its
 * two clubs, home first. It finds nothing where the data do not hold it, and may throw: then it is passed over and logged.
 */
export interface Family {
  readonly name: string;
  find(ledger: Ledger, focus: Focus): readonly Finding[];
}
