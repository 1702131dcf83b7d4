/**
 * `npm run bench [-- commands] [-- guilds] [-- fanout] [-- season] [-- facts] [-- --quick]`: Tifo beside a bare discord.js
 * bot, on the same local Discord, in the same run; the facts by themselves, against what they may take. It is read by people: machines differ, so no test depends on a figure of it.
 */
import { availableParallelism, loadavg } from 'node:os';
import { compareCommands } from './compare-commands.ts';
import { compareFanout } from './compare-fanout.ts';
import { compareGuilds } from './compare-guilds.ts';
import { measureFacts } from './facts.ts';
import { seasonMemory } from './season-memory.ts';

const PARTS = {
  commands: compareCommands,
  guilds: compareGuilds,
  fanout: compareFanout,
  season: seasonMemory,
  facts: measureFacts,
} as const;
const isPart = (name: string): name is keyof typeof PARTS => Object.hasOwn(PARTS, name);

const HOW_TO_READ = `
How to read it: each figure is the median over the rounds; the ratio, Tifo / bare, is the median of the rounds' own ratios,
with the lowest and the highest in brackets. Ratios travel between machines, absolute figures do not. Below 1.00 Tifo takes
less; only for commands a second is more better. Both bots run from TypeScript through tsx and send the same answer, the bare
one from memory, with discord.js's default caches and the Guilds intent. A command's time runs from the reader's POST to
INTERACTION_SUCCESS, through sandbox and bot; the bot's CPU time is what the bot alone adds. Facts are measured by themselves,
against what they may take; below 1.00 they keep to it.
`;

async function main(args: readonly string[]): Promise<void> {
  const names = args.filter((arg) => arg !== '--quick');
  const unknown = names.filter((name) => !isPart(name));
  if (unknown.length > 0) {
    console.error(
      `Not something to measure: ${unknown.join(', ')}. There is: ${Object.keys(PARTS).join(', ')}, --quick.`,
    );
    process.exitCode = 1;
    return;
  }
  const asked = names.length > 0 ? names.filter(isPart) : Object.keys(PARTS).filter(isPart);
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `\nTifo beside a bare discord.js bot · ${availableParallelism()} cores (load ${load}), Node ${process.version}, ${process.platform} ${process.arch}`,
  );
  for (const part of asked) for await (const table of PARTS[part](args.includes('--quick'))) console.log(`\n${table}`);
  console.log(HOW_TO_READ);
}

await main(process.argv.slice(2));
