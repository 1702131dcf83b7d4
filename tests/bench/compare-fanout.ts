import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BOT_TOKEN, startSandbox } from './participants.ts';
import { onStage, type Stage } from './stage.ts';

/** Discord's own: requests a second, whenever the second begins. */
const LIMIT = 50;

interface Outcome {
  readonly firstMs: number;
  readonly lastMs: number;
  readonly memoryMb: number;
  readonly tooMany: number;
}

type Way = 'tifo' | 'tifo-picture' | 'bare';

const HEADS: Readonly<Record<Way, string>> = { tifo: 'Tifo', 'tifo-picture': 'picture', bare: 'bare' };

/**
 * One goal for thousands of channels, on a local Discord that takes a true 50 requests a second and not one more; and, for
 * fewer of them, a result with its picture, which goes along with every post.
 */
export async function* compareFanout(quick: boolean): AsyncGenerator<string> {
  const goal = quick ? 500 : 5_000;
  const ways = { tifo: goal, bare: goal, 'tifo-picture': goal / 5 } as const;
  const outcomes: { readonly way: Way; readonly size: number; readonly outcome: Outcome }[] = [];
  for (const way of ['tifo', 'bare', 'tifo-picture'] as const) {
    const size = ways[way];
    outcomes.push({ way, size, outcome: await onStage((stage) => fanOut(stage, way, size)) });
  }
  const line = (name: string, cell: (of: (typeof outcomes)[number]) => string) =>
    name.padEnd(46) + outcomes.map((of) => cell(of).padStart(9)).join('');
  yield [
    line('A goal, or a result with its picture', ({ way }) => HEADS[way]),
    line('channels', ({ size }) => size.toLocaleString('en')),
    line('rate reached, as a share of 50 a second', ({ size, outcome: { firstMs, lastMs } }) =>
      ((size - 1) / ((lastMs - firstMs) / 1_000) / LIMIT).toFixed(3),
    ),
    line('answers of 429', ({ outcome: { tooMany } }) => String(tooMany)),
    line('from snapshot to the first channel, ms', ({ outcome: { firstMs } }) => firstMs.toFixed(0)),
    line('from snapshot to the last channel, s', ({ outcome: { lastMs } }) => (lastMs / 1_000).toFixed(1)),
    line('memory taken meanwhile, MB', ({ outcome: { memoryMb } }) => memoryMb.toFixed(0)),
  ].join('\n');
}

async function fanOut(stage: Stage, way: Way, size: number): Promise<Outcome> {
  const url = await startSandbox(stage, 1);
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${url}/sandbox/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return JSON.parse((await response.text()) || 'null') as T;
  };
  const { ids } = await ask<{ ids: readonly string[] }>('POST', 'channels', { count: size });
  await ask('POST', 'limits', { global: LIMIT, window: 'sliding' });
  const file = join(stage.folder, 'channels.json');
  await writeFile(file, JSON.stringify(ids));
  await ask('DELETE', 'requests');
  const database = `file:${join(stage.folder, 'fanout.db')}`;
  const bot = stage.start('fanout-bot.ts', [way, `${url}/api`, BOT_TOKEN, file, database]);
  const [, result = ''] = await bot.says(/^done (.*)/);
  const counts = await ask<{ statuses: Readonly<Record<string, number>> }>('GET', 'counts');
  return { ...JSON.parse(result), tooMany: counts.statuses['429'] ?? 0 };
}
