/** A local Discord without rate limits, in a process of its own: `sandbox-process.ts GUILDS TOKEN`. */
import { BOT_ID, openSandbox } from '../../src/sandbox/sandbox.ts';

const [guilds, token = ''] = process.argv.slice(2);
const { url, world } = await openSandbox({
  port: 0,
  seed: { guilds: Number(guilds), channelsPerGuild: 50 },
  limits: { global: Number.POSITIVE_INFINITY, route: Number.POSITIVE_INFINITY },
});
const bot = world.users.get(BOT_ID);
if (bot) world.users.put({ ...bot, token });
console.log(`open at ${url}`);
