import { join } from 'node:path';
import { onStage } from './stage.ts';

/** Many matches, one after another, to a hundred channels: what memory is held after each quarter of it. */
export async function* seasonMemory(quick: boolean): AsyncGenerator<string> {
  const matches = quick ? 12 : 120;
  yield await onStage(async (stage) => {
    const bot = stage.start('season-bot.ts', [`file:${join(stage.folder, 'season.db')}`, String(matches)]);
    const [, result = ''] = await bot.says(/^done (.*)/);
    const { readings, posted }: { readings: readonly number[]; posted: number } = JSON.parse(result);
    const quarters = readings.map((reading) => reading.toFixed(0).padStart(6)).join('');
    return [
      `${matches} matches in 100 channels, ${posted.toLocaleString('en')} messages`,
      `memory after each quarter, MB        ${quarters}`,
    ].join('\n');
  });
}
