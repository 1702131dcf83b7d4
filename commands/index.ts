import type { AnyCommand } from './command.ts';
import { facts } from './facts.ts';
import { fixtures } from './fixtures.ts';
import { follow } from './follow.ts';
import { following } from './following.ts';
import { h2h } from './h2h.ts';
import { help } from './help.ts';
import { lineups } from './lineups.ts';
import { quiz } from './quiz.ts';
import { replay } from './replay.ts';
import { report } from './report.ts';
import { score } from './score.ts';
import { table } from './table.ts';
import { timeline } from './timeline.ts';
import { unfollow } from './unfollow.ts';

/** Every slash command. What is registered with Discord and what is answered both follow from this list. */
export const commands: readonly AnyCommand[] = [
  score,
  timeline,
  lineups,
  report,
  fixtures,
  table,
  h2h,
  replay,
  facts,
  quiz,
  follow,
  unfollow,
  following,
  help,
];
