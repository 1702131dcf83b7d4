import type { Family } from '../family.ts';
import { meetingFamilies } from './meetings/index.ts';
import { playerFamilies } from './players/index.ts';
import { runFamilies } from './runs/index.ts';
import { seasonFamilies } from './season/index.ts';

/** Every family of facts that Tifo looks for. */
export const families: readonly Family[] = [...seasonFamilies, ...meetingFamilies, ...runFamilies, ...playerFamilies];
