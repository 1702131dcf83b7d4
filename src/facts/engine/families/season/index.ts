import type { Family } from '../../family.ts';
import { champion } from './champion.ts';
import { goalsStart } from './goals-start.ts';
import { manyOnPoints, manyUnbeaten } from './many-starts.ts';
import { bestStart, bestStartSince, pointsBySeason, worstStart } from './points-start.ts';
import { tablePlace } from './table-place.ts';
import { unbeatenStart, winlessStart } from './unbeaten-start.ts';
import { whatIf } from './what-if.ts';

/** Facts about a season and about how clubs began it. */
export const seasonFamilies: readonly Family[] = [
  bestStart,
  bestStartSince,
  worstStart,
  unbeatenStart,
  winlessStart,
  goalsStart,
  pointsBySeason,
  manyOnPoints,
  manyUnbeaten,
  tablePlace,
  whatIf,
  champion,
];
