import { dirname } from 'node:path';
import { config as loadDotenv } from 'dotenv';
import { pino } from 'pino';
import type { RunningBot } from './bot.ts';
import { BotEnded, BotProcess, serveParent } from './bot-process.ts';
import { type Config, readConfig, SANDBOX_TOKEN } from './config.ts';
import type { Log } from './log.ts';
import { OperatorError } from './operator-error.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { describeStaleBuild } from './stale-build.ts';
import { botRuns, postLine, SANDBOX_IS_UP, STARTING, sandboxRuns, terminalLog, welcome } from './terminal.ts';

/** Ctrl-C must not take longer than this, whatever hangs. */
const STOP_WITHIN_MS = 4_500;

/** What the command line asks for: everything, or one of the two halves. */
interface Task {
  readonly run: 'all' | 'bot' | 'sandbox' | 'record';
  /** Begin anew: forget the sandbox's channels and what the bot knows of them. */
  readonly fresh: boolean;
  /** The match to be recorded, as it was typed. */
  readonly match: string;
}

/** Something that runs until it is stopped. */
interface Running {
  stop(): Promise<void>;
  /** What the operator reads once it runs. */
  readonly says: string;
  /** The bot, where this is a bot's own process. */
  readonly bot?: RunningBot;
}

async function main(args: readonly string[]): Promise<void> {
  // The bot beside a sandbox is the same build as its parent, which has said so.
  const stale = process.send ? undefined : describeStaleBuild();
  if (stale) console.warn(stale);
  if (args[0] === 'results') {
    const { mergeResultsFiles } = await import('./results.ts');
    return console.log(await mergeResultsFiles(args.slice(1)));
  }
  loadDotenv({ quiet: true });
  const task = readTask(args);
  const config = readConfig(process.env);
  const log = openLog(config);
  const endWaiting = endOnSignals();
  const running = await start(task, config, log);
  endWaiting();
  const stop = stopOnSignals(running);
  // Whoever reads that it runs may stop it the next moment. A parent says it in its own words.
  if (process.send && running.bot) serveParent(running.bot, stop);
  else console.log(running.says);
}

/** People read a terminal; whatever else takes the log in reads JSON. */
function openLog({ logLevel }: Config): Log {
  const { stderr } = process;
  if (stderr.isTTY) return terminalLog(logLevel, (line) => stderr.write(line));
  return pino({ level: logLevel }, pino.destination({ dest: 2, sync: true }));
}

function readTask(args: readonly string[]): Task {
  if (args[0] === 'record') return { run: 'record', fresh: false, match: args.slice(1).join(' ') };
  const unknown = args.find((arg) => !['bot', 'sandbox', '--fresh'].includes(arg));
  if (unknown)
    throw new OperatorError(`"${unknown}" is not something Tifo knows. Try: npm start, npm start -- --fresh.`);
  const run = args.includes('bot') ? 'bot' : args.includes('sandbox') ? 'sandbox' : 'all';
  return { run, fresh: args.includes('--fresh'), match: '' };
}

async function start({ run, fresh, match }: Task, config: Config, log: Log): Promise<Running> {
  if (run === 'record') {
    const { startRecording } = await import('./record.ts');
    return startRecording(match, config, log);
  }
  if (run === 'sandbox') {
    console.log(STARTING.sandbox);
    const sandbox = await startSandbox(fresh, config);
    return { says: sandboxRuns(sandbox.url), stop: () => sandbox.close() };
  }
  if (run === 'all' && !config.token) return startOnSandbox(fresh, config);
  const { token } = config;
  if (!token) throw new OperatorError('DISCORD_TOKEN is not set. Set it, or run npm start to try Tifo without one.');
  const onSandbox = token === SANDBOX_TOKEN;
  if (fresh && !onSandbox)
    throw new OperatorError('--fresh is for the sandbox alone: on Discord, Tifo does not forget what it posted.');
  // The bot beside a sandbox starts while its parent says so.
  if (!process.send) console.log(STARTING.bot);
  const { startBot } = await import('./bot.ts');
  const bot = await startBot({
    config,
    token,
    log,
    fresh,
    demo: onSandbox,
    ...(onSandbox && { onPost: (channel, content) => console.log(postLine(channel, content)) }),
  });
  return { bot, says: botRuns(bot.name), stop: () => bot.stop() };
}

/** Bot and sandbox are loaded where they run: a bot on Discord need not carry a Discord of its own along. */
async function startSandbox(fresh: boolean, config: Config): Promise<Sandbox> {
  const { openSandbox } = await import('./sandbox/sandbox.ts');
  return openSandbox({ port: config.sandboxPort, journal: config.sandboxJournal, fresh });
}

/** The local Discord here, and the bot beside it, in a process of its own. */
async function startOnSandbox(fresh: boolean, config: Config): Promise<Running> {
  console.log(STARTING.all);
  const sandbox = await startSandbox(fresh, config);
  const bot = new BotProcess({
    env: { ...process.env, DISCORD_API_URL: sandbox.apiUrl, DISCORD_TOKEN: SANDBOX_TOKEN },
    onEnded: (code) => fail(new BotEnded(code)),
  });
  sandbox.attachPanel(bot);
  console.log(SANDBOX_IS_UP);
  const { derby } = await bot.start(fresh);
  return {
    says: welcome(sandbox.url, dirname(config.sandboxJournal), derby),
    async stop() {
      await bot.stop();
      await sandbox.close();
    },
  };
}

/**
 * A start may wait long for Discord, with nothing under way that a stop could break: until the function that is returned
 * is called, a signal, or the loss of the parent, ends it at once.
 */
function endOnSignals(): () => void {
  const end = () => process.exit(0);
  const events = ['SIGINT', 'SIGTERM', 'disconnect'] as const;
  for (const event of events) process.once(event, end);
  return () => {
    for (const event of events) process.removeListener(event, end);
  };
}

/** The first signal stops in good order, within a bound; one more, later, at once. */
function stopOnSignals(running: Running): () => void {
  let stoppingSince: number | undefined;
  const stop = () => {
    // A terminal and npm may both pass on the same Ctrl-C.
    if (stoppingSince !== undefined) return performance.now() - stoppingSince > 1_000 ? process.exit(1) : undefined;
    stoppingSince = performance.now();
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    running.stop().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return stop;
}

/** An operator's error is told in its own words; anything else is a bug, and comes with its stack. */
function fail(error: unknown): never {
  // A bot that could not start has said why itself.
  if (!(error instanceof BotEnded)) console.error(error instanceof OperatorError ? error.message : error);
  process.exit(1);
}

main(process.argv.slice(2)).catch(fail);
