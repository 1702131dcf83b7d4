import { setTimeout as sleep } from 'node:timers/promises';
import { inTurns, type Measures, SIDES } from './in-turns.ts';
import { startBot, startSandbox } from './participants.ts';
import { onStage, type Participant } from './stage.ts';
import { table } from './table.ts';

const SIZES = [1, 1_000, 2_500] as const;
const MEGABYTE = 2 ** 20;

/** Starts both bots again and again in ever more servers: how soon they are connected, and what memory they then hold. */
export async function* compareGuilds(quick: boolean): AsyncGenerator<string> {
  for (const guilds of SIZES) yield await compareAt(guilds, quick ? 1 : 5);
}

function compareAt(guilds: number, rounds: number): Promise<string> {
  return onStage(async (stage) => {
    const url = await startSandbox(stage, guilds);
    // Untimed: the first start ever makes the database and registers the commands, and later ones do not.
    for (const side of SIDES) await (await startBot(stage, side, url)).end();
    const measured = await inTurns(rounds, async (side): Promise<Measures> => {
      const began = performance.now();
      const bot = await startBot(stage, side, url);
      const startMs = performance.now() - began;
      const memory = (await settledRss(bot)) / MEGABYTE;
      await bot.end();
      return { 'start to connected, ms': startMs, 'memory once settled, MB': memory };
    });
    const servers = `${guilds.toLocaleString('en')} ${guilds === 1 ? 'server' : 'servers'}`;
    return table(`${servers}, ${rounds} ${rounds === 1 ? 'start' : 'starts'}`, measured);
  });
}

const LOOK_EVERY_MS = 500;
const LOOKS_AT_MOST = 10;

/** Resident memory in bytes, once it has stopped moving by more than a hundredth. */
async function settledRss(bot: Participant): Promise<number> {
  let { rssBytes } = await bot.usage();
  for (let look = 0; look < LOOKS_AT_MOST; look += 1) {
    await sleep(LOOK_EVERY_MS);
    const before = rssBytes;
    ({ rssBytes } = await bot.usage());
    if (Math.abs(rssBytes - before) < before / 100) break;
  }
  return rssBytes;
}
