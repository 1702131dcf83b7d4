import { join } from 'node:path';
import type { Side } from './in-turns.ts';
import type { Participant, Stage } from './stage.ts';

/** Not the sandbox's own token, by which Tifo would know it, and post and follow unasked: here it starts as on Discord. */
export const BOT_TOKEN = 'bench';

/** Opens a local Discord of so many servers, 50 channels each, and resolves to its address. */
export async function startSandbox(stage: Stage, guilds: number): Promise<string> {
  const sandbox = stage.start('sandbox-process.ts', [String(guilds), BOT_TOKEN]);
  const [, url = ''] = await sandbox.says(/^open at (.*)/);
  return url;
}

/** Starts a bot on the Discord at `url`, and resolves once it is connected. `answer` is what the bare one always says. */
export async function startBot(stage: Stage, side: Side, url: string, answer: object = {}): Promise<Participant> {
  const discord = { DISCORD_API_URL: `${url}/api`, DISCORD_TOKEN: BOT_TOKEN };
  const bot =
    side === 'bare'
      ? stage.start('bare-bot.ts', [], { ...discord, ANSWER: JSON.stringify(answer) })
      : stage.start('../../src/main.ts', ['bot'], {
          ...discord,
          DISCORD_GUILD_ID: '',
          DATABASE_URL: `file:${join(stage.folder, 'tifo.db')}`,
          REPLAY_SPEED: '0',
          LOG_LEVEL: 'error',
        });
  await bot.says(/ is connected\./);
  return bot;
}
