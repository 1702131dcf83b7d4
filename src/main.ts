import { dirname } from 'node:path';
import { config as loadDotenv } from 'dotenv';
import { pino } from 'pino';
import { startBot } from './bot.ts';
import { type Config, readConfig, SANDBOX_TOKEN } from './config.ts';
import type { Log } from './log.ts';
import { OperatorError } from './operator-error.ts';
import { openSandbox } from './sandbox/sandbox.ts';
import { botRuns, postLine, sandboxRuns, welcome } from './terminal.ts';

/** Ctrl-C must not take longer than this, whatever hangs. */
const STOP_WITHIN_MS = 4_500;

/** What the command line asks for: everything, or one of the two halves. */
interface Task {
  readonly run: 'all' | 'bot' | 'sandbox';
  /** Begin anew: forget the sandbox's channels and what the bot knows of them. */
  readonly fresh: boolean;
}

/** Something that runs until it is stopped. */
interface Running {
  stop(): Promise<void>;
}

async function main(args: readonly string[]): Promise<void> {
  loadDotenv({ quiet: true });
  const task = readTask(args);
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));
  stopOnSignal(await start(task, config, log));
}

function readTask(args: readonly string[]): Task {
  const unknown = args.find((arg) => !['bot', 'sandbox', '--fresh'].includes(arg));
  if (unknown)
    throw new OperatorError(`"${unknown}" is not something Tifo knows. Try: npm start, npm start -- --fresh.`);
  const run = args.includes('bot') ? 'bot' : args.includes('sandbox') ? 'sandbox' : 'all';
  return { run, fresh: args.includes('--fresh') };
}

async function start({ run, fresh }: Task, config: Config, log: Log): Promise<Running> {
  if (run === 'sandbox') {
    const sandbox = await openSandbox({ port: config.sandboxPort, journal: config.sandboxJournal, fresh });
    console.log(sandboxRuns(sandbox.url));
    return { stop: () => sandbox.close() };
  }
  if (run === 'all' && !config.token) return startOnSandbox(fresh, config, log);
  if (fresh)
    throw new OperatorError('--fresh is for the sandbox alone: on Discord, Tifo does not forget what it posted.');
  if (!config.token)
    throw new OperatorError('DISCORD_TOKEN is not set. Set it, or run npm start to try Tifo without one.');
  const bot = await startBot({ config, token: config.token, log, demo: config.token === SANDBOX_TOKEN });
  console.log(botRuns(bot.name));
  return bot;
}

/** Everything in one process: the local Discord, and the bot on it. */
async function startOnSandbox(fresh: boolean, config: Config, log: Log): Promise<Running> {
  const sandbox = await openSandbox({ port: config.sandboxPort, journal: config.sandboxJournal, fresh });
  try {
    const bot = await startBot({
      config: { ...config, api: sandbox.apiUrl },
      token: SANDBOX_TOKEN,
      log,
      demo: true,
      fresh,
      onPost: (channel, content) => console.log(postLine(channel, content)),
    });
    console.log(welcome(sandbox.url, dirname(config.sandboxJournal)));
    return {
      async stop() {
        await bot.stop();
        await sandbox.close();
      },
    };
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

/** The first signal stops in good order, within a bound; the second at once. */
function stopOnSignal(running: Running): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** An operator's error is told in its own words; anything else is a bug, and comes with its stack. */
function fail(error: unknown): never {
  console.error(error instanceof OperatorError ? error.message : error);
  process.exit(1);
}

main(process.argv.slice(2)).catch(fail);
