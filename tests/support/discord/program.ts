import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { BUILT } from '../../../src/stale-build.ts';
import { PATIENCE } from './user.ts';

/** A program of ours as the operator runs it: a real process, with its own environment. */
export interface Program {
  readonly process: ChildProcess;
  /** All it has printed so far, standard error included. */
  printed(): string;
  /** Resolves once it has printed something that fits. Rejects when it ends first. */
  says(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Sends a signal and resolves to the exit code (null when the signal itself ended it). */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Resolves to the exit code once it ends by itself. */
  ended(): Promise<number | null>;
}

/**
 * The sandbox that a program of ours has started. It waits long for a bot's first answer from now on, so that a machine which
 * does something else as well is slow, and not wrong.
 */
export async function sandboxOf(program: Program): Promise<{ readonly url: string; readonly apiUrl: string }> {
  const [, url = ''] = await program.says(/(http:\/\/127\.0\.0\.1:\d+)/);
  await answerWithin(url, PATIENCE);
  return { url, apiUrl: `${url}/api` };
}

/** How long the sandbox at `url` waits for a bot's first answer, in ms. */
export async function answerWithin(url: string, answerWithinMs: number): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${url}/sandbox/limits`, { method: 'POST', headers, body: JSON.stringify({ answerWithinMs }) });
}

/** Starts the built program as `npm start` does. Nothing of the developer's own environment or `.env` decides what it does. */
export function run(args: readonly string[], env: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, ['--enable-source-maps', BUILT, ...args], {
    env: { PATH: process.env['PATH'], DISCORD_TOKEN: '', DISCORD_API_URL: '', DISCORD_GUILD_ID: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    text += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const exit = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  return {
    process: child,
    printed: () => text,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = text.match(pattern);
          if (!found) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
        exit.then(() => reject(new Error(`It ended without saying ${pattern}:\n${text}`)), reject);
      }),
    end(signal) {
      child.kill(signal);
      return exit;
    },
    ended: () => exit,
  };
}
