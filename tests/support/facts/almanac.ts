import { factEngine } from '../../../src/facts/engine/fact-engine.ts';
import { families } from '../../../src/facts/engine/families/index.ts';
import { factLibrary } from '../../../src/facts/fact-library.ts';
import { type Almanac, loadAlmanac } from '../../../src/facts/load-almanac.ts';
import { SILENT } from '../../../src/log.ts';

/** The data that Tifo ships, read once for a test file. */
export const almanac: Almanac = await loadAlmanac('data');
export const { results } = almanac;

export const serieA = almanac.competitions.find(({ id }) => id === 'serie-a')!;

export const engine = factEngine({ source: almanac, families, log: SILENT });
/** As of the day after the last result that Tifo ships. */
export const facts = factLibrary({ almanac, engine, clock: { now: () => Date.UTC(2026, 4, 25, 12) } });
