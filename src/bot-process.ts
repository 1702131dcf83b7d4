import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { RunningBot } from './bot.ts';
import type { BotStatus, Steering } from './bot-status.ts';
import type { Panel, PanelAction, PanelStatus } from './sandbox/switchboard/panel.ts';

/** What a bot says once it is connected: whether the match of the demo is still to be seen. */
type Ready = { readonly ready: true; readonly derby: 'on' | 'over' };

/** What crosses between the two processes. */
type Question = { readonly id: number; readonly steer?: Steering };
type Reply = Ready | { readonly id: number; readonly status: BotStatus };

export interface BotProcessOptions {
  /** What the bot's own process finds in its environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Called when the bot ends without having been asked to. */
  onEnded(code: number | null): void;
}

/**
 * The bot in a process of its own, so that it can be killed as a bot is killed in earnest: by SIGKILL, at any moment.
 * It is what the sandbox's panel steers.
 */
export class BotProcess implements Panel {
  readonly #options: BotProcessOptions;
  readonly #waiting = new Map<number, (status: BotStatus | undefined) => void>();
  #child: ChildProcess | undefined;
  /** Whether the child has connected, and so answers what it is asked. */
  #isReady = false;
  /** What it said of itself last. */
  #last: BotStatus | undefined;
  /** Settles when the latest child has ended. */
  #gone: Promise<void> = Promise.resolve();
  #asked = 0;

  constructor(options: BotProcessOptions) {
    this.#options = options;
  }

  /** Resolves once the bot is connected. Rejects when it ends before; it has said why by then. */
  async start(fresh: boolean): Promise<Ready> {
    const [main = ''] = process.argv.slice(1);
    const child = spawn(process.execPath, [...process.execArgv, main, 'bot', ...(fresh ? ['--fresh'] : [])], {
      env: this.#options.env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child = child;
    this.#isReady = false;
    if (fresh) this.#last = undefined;
    const ended = once(child, 'exit').then(([code]: (number | null)[]) => {
      const wasOurs = this.#child === child;
      if (wasOurs) this.#child = undefined;
      for (const tell of this.#waiting.values()) tell(undefined);
      return { wasOurs, code: code ?? null };
    });
    this.#gone = ended.then(() => undefined);
    const ready = new Promise<Ready>((resolve) => {
      child.on('message', (reply: Reply) => {
        if ('ready' in reply) resolve(reply);
        else this.#waiting.get(reply.id)?.(reply.status);
      });
    });
    const first = await Promise.race([ready, ended]);
    if (!('ready' in first)) throw new BotEnded(first.code);
    this.#isReady = true;
    void ended.then(({ wasOurs, code }) => wasOurs && this.#options.onEnded(code));
    return first;
  }

  /** Asks the bot to stop in good order, and resolves when it has. */
  async stop(): Promise<void> {
    const child = this.#letGo();
    if (!child) return;
    // To lose its parent is what tells the bot to stop; a signal may have reached it already.
    child.disconnect();
    await this.#gone;
  }

  async status(): Promise<PanelStatus> {
    const status = await this.#ask();
    if (status) return { bot: 'running', ...status };
    return { bot: this.#child ? 'starting' : 'stopped', ...this.#last };
  }

  async act(action: PanelAction): Promise<void> {
    switch (action.kind) {
      case 'kill-bot': {
        const child = this.#letGo();
        if (!child) return;
        child.kill('SIGKILL');
        await this.#gone;
        return;
      }
      case 'start-bot':
        if (!this.#child) await this.start(false);
        return;
      case 'restart':
        if ((await this.#ask(action)) === undefined) return;
        await this.stop();
        await this.start(false);
        return;
      case 'pause':
      case 'play':
      case 'next-event':
      case 'feed-fault':
        await this.#ask(action);
    }
  }

  /** From now on the process is nobody's: that it ends is no surprise. */
  #letGo(): ChildProcess | undefined {
    const child = this.#child;
    this.#child = undefined;
    return child;
  }

  async #ask(steer?: Steering): Promise<BotStatus | undefined> {
    const child = this.#child;
    if (!child?.connected || !this.#isReady) return undefined;
    this.#asked += 1;
    const question: Question = { id: this.#asked, ...(steer && { steer }) };
    child.send(question);
    // A bot that ends before it has answered says nothing any more.
    const status = await new Promise<BotStatus | undefined>((resolve) => this.#waiting.set(question.id, resolve));
    this.#waiting.delete(question.id);
    this.#last = status ?? this.#last;
    return status;
  }
}

/** The bot ended before it was connected. It has printed why. */
export class BotEnded extends Error {
  override readonly name = 'BotEnded';
  readonly code: number | null;
  constructor(code: number | null) {
    super(`The bot ended (${code ?? 'killed'}).`);
    this.code = code;
  }
}

/** The bot's end of it: says that it is connected, answers what it is asked, and stops when its parent is gone. */
export function serveParent(bot: RunningBot, stop: () => void): void {
  const send = (reply: Reply) => process.connected && process.send?.(reply);
  process.on('message', async ({ id, steer }: Question) => {
    if (steer) await bot.steer(steer);
    send({ id, status: await bot.status() });
  });
  process.on('disconnect', stop);
  if (!process.connected) stop();
  send({ ready: true, derby: bot.derby });
}
