import type { Family } from '../../family.ts';
import { biggestWin } from './biggest-win.ts';
import { halfTimeLeads } from './half-time-leads.ts';
import { longestRun } from './longest-run.ts';
import { run } from './run.ts';
import { runEnded } from './run-ended.ts';

/** Facts about a club's runs and its other marks over all its seasons. */
export const runFamilies: readonly Family[] = [run, runEnded, longestRun, biggestWin, halfTimeLeads];
