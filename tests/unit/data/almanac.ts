import { type Almanac, loadAlmanac } from '../../../src/facts/load-almanac.ts';

/** The data that Tifo ships, read once for a test file. */
export const almanac: Almanac = await loadAlmanac('data');
export const { results } = almanac;

export const serieA = almanac.competitions.find(({ id }) => id === 'serie-a')!;
