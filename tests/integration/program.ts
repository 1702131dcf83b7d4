import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

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

/** Starts `src/main.ts`. Nothing of the developer's own environment or `.env` decides what it does. */
export function run(args: readonly string[], env: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...args], {
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
