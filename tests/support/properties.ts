import fc, { type RunDetails } from 'fast-check';
import { countTried } from './cases.ts';

/**
 * Before each test file: every run tries the same cases, so that a change is judged by what it changed and not by luck.
 * `PROPERTY_SEED=$RANDOM` looks for new trouble.
 */
fc.configureGlobal({
  seed: Number(process.env['PROPERTY_SEED'] ?? 20_211_107),
  reporter: countCases,
});

function countCases<T>(details: RunDetails<T>): void {
  countTried({ cases: details.numRuns });
  if (details.failed) throw new Error(fc.defaultReportMessage(details) ?? 'The property failed.');
}
