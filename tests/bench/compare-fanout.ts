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

/** One goal for thousands of channels, on a local Discord that takes a true 50 requests a second and not one more. */
export async function* compareFanout(quick: boolean): AsyncGenerator<string> {
  const size = quick ? 500 : 5_000;
  const outcomes: Record<string, Outcome> = {};
  for (const side of ['tifo', 'bare'] as const) outcomes[side] = await onStage((stage) => fanOut(stage, side, size));
  const [ours, theirs] = [outcomes['tifo'], outcomes['bare']];
  if (!ours || !theirs) return;
  const line = (name: string, of: (outcome: Outcome) => string) =>
    `${name.padEnd(46)}${of(ours).padStart(9)}${of(theirs).padStart(9)}`;
  yield [
    `${`A goal in ${size.toLocaleString('en')} channels`.padEnd(46)}${'Tifo'.padStart(9)}${'bare'.padStart(9)}`,
    line('rate reached, as a share of 50 a second', ({ firstMs, lastMs }) =>
      (((size - 1) / ((lastMs - firstMs) / 1_000) / LIMIT) as number).toFixed(3),
    ),
    line('answers of 429', ({ tooMany }) => String(tooMany)),
    line('from snapshot to the first channel, ms', ({ firstMs }) => firstMs.toFixed(0)),
    line('from snapshot to the last channel, s', ({ lastMs }) => (lastMs / 1_000).toFixed(1)),
    line('memory taken meanwhile, MB', ({ memoryMb }) => memoryMb.toFixed(0)),
  ].join('\n');
}

async function fanOut(stage: Stage, side: 'tifo' | 'bare', size: number): Promise<Outcome> {
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
  const bot = stage.start('fanout-bot.ts', [side, `${url}/api`, BOT_TOKEN, file, database]);
  const [, result = ''] = await bot.says(/^done (.*)/);
  const counts = await ask<{ statuses: Readonly<Record<string, number>> }>('GET', 'counts');
  return { ...JSON.parse(result), tooMany: counts.statuses['429'] ?? 0 };
}
