import { answersTo } from '../../../src/facts/choose-answer.ts';
import { factEngine } from '../../../src/facts/engine/fact-engine.ts';
import { families } from '../../../src/facts/engine/families/index.ts';
import { factLibrary } from '../../../src/facts/fact-library.ts';
import type { Almanac } from '../../../src/facts/load-almanac.ts';
import { SILENT } from '../../../src/log.ts';
import type { Facts } from './newsroom.ts';

/** All facts that Tifo has, as the bot wires them. */
export function factsOf(almanac: Almanac): Facts {
  const engine = factEngine({ source: almanac, families, log: SILENT });
  const { byId } = factLibrary({ almanac, engine, clock: { now: () => Date.UTC(2026, 6, 1) } });
  return { answersTo: answersTo({ almanac, engine, log: SILENT }), byId };
}
