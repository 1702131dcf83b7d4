import { APPLICATION_ID } from '../../src/sandbox/sandbox.ts';
import { inTurns, type Measures, type Side } from './in-turns.ts';
import { BOT_TOKEN, startBot, startSandbox } from './participants.ts';
import { quantile } from './quantile.ts';
import { openReader, type Reader } from './reader.ts';
import { onStage, type Participant, type Stage } from './stage.ts';
import { table } from './table.ts';

const COMMAND = 'score';
const AT_ONCE = 64;

/** How many commands a turn asks, one at a time and `AT_ONCE` at a time. */
const ALONE = 400;
const CROWDED = 3_000;

/** A bot, and the reader who asks it. */
interface Pair {
  readonly bot: Participant;
  readonly reader: Reader;
}

/** `/score` asked of both bots, each on a sandbox of its own, round after round. */
export async function* compareCommands(quick: boolean): AsyncGenerator<string> {
  const rounds = quick ? 3 : 7;
  yield await onStage(async (stage) => {
    const tifo = await meetTifo(stage);
    const pairs: Record<Side, Pair> = { tifo, bare: await meetBare(stage, await tifo.reader.lastMessage()) };
    // Two untimed turns each: what V8 has not yet compiled is not what a bot that runs for weeks is like.
    await inTurns(2, (side) => turn(pairs[side]));
    const measured = await inTurns(rounds, (side) => turn(pairs[side]));
    for (const { reader } of Object.values(pairs)) reader.close();
    return table(`/${COMMAND}, ${rounds} rounds`, measured);
  });
}

/** Tifo in a server that follows the club, with the match in its store: what `/score` finds on a match day. */
async function meetTifo(stage: Stage): Promise<Pair> {
  const url = await startSandbox(stage, 1);
  const bot = await startBot(stage, 'tifo', url);
  const reader = await openReader(url);
  await reader.ask('follow', [{ name: 'club', type: 3, value: 'Milan' }]);
  await reader.ask(COMMAND);
  return { bot, reader };
}

/** The bare bot, saying to the letter what Tifo said. */
async function meetBare(stage: Stage, answer: object): Promise<Pair> {
  const url = await startSandbox(stage, 1);
  await fetch(`${url}/api/v10/applications/${APPLICATION_ID}/commands`, {
    method: 'POST',
    headers: { authorization: `Bot ${BOT_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: COMMAND, description: 'The score' }),
  });
  const { content, embeds, components } = { content: '', embeds: [], components: [], ...answer };
  return {
    bot: await startBot(stage, 'bare', url, { content, embeds, components, allowedMentions: { parse: [] } }),
    reader: await openReader(url),
  };
}

async function turn({ bot, reader }: Pair): Promise<Measures> {
  const alone = await askMany(reader, ALONE, 1);
  const before = await bot.usage();
  const crowded = await askMany(reader, CROWDED, AT_ONCE);
  const after = await bot.usage();
  return {
    'one at a time, p50 ms': quantile(alone.tookMs, 0.5),
    'one at a time, p99 ms': quantile(alone.tookMs, 0.99),
    [`${AT_ONCE} in flight, commands a second`]: (CROWDED / crowded.wholeMs) * 1_000,
    [`${AT_ONCE} in flight, p50 ms`]: quantile(crowded.tookMs, 0.5),
    [`${AT_ONCE} in flight, p99 ms`]: quantile(crowded.tookMs, 0.99),
    "the bot's CPU µs a command": (after.cpuMicros - before.cpuMicros) / CROWDED,
  };
}

/** Asks `count` times, `atOnce` at a time. */
async function askMany(reader: Reader, count: number, atOnce: number) {
  const tookMs: number[] = [];
  let left = count;
  const askOn = async () => {
    while (left > 0) {
      left -= 1;
      const asked = performance.now();
      await reader.ask(COMMAND);
      tookMs.push(performance.now() - asked);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, askOn));
  return { tookMs, wholeMs: performance.now() - began };
}
