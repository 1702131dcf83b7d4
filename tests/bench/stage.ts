import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What a process has used since it began. */
export interface Usage {
  readonly cpuMicros: number;
  readonly rssBytes: number;
}

/** A process that takes part. */
export interface Participant {
  /** Resolves once a line of its output fits. Rejects with all its output when it ends first. */
  says(pattern: RegExp): Promise<RegExpMatchArray>;
  usage(): Promise<Usage>;
  end(): Promise<void>;
}

/** Where processes of one comparison run: a folder of their own, and nothing of the developer's environment. */
export interface Stage {
  readonly folder: string;
  /** Starts a TypeScript program, its path relative to this folder. */
  start(script: string, args: readonly string[], env?: Readonly<Record<string, string>>): Participant;
}

/** Sets a stage for a comparison; whatever happens on it, its processes are ended and its folder removed. */
export async function onStage<T>(play: (stage: Stage) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tifo-bench-'));
  const cast: Participant[] = [];
  const start: Stage['start'] = (...what) => {
    const participant = startParticipant(...what);
    cast.push(participant);
    return participant;
  };
  try {
    return await play({ folder, start });
  } finally {
    await Promise.all(cast.map((participant) => participant.end()));
    await rm(folder, { recursive: true });
  }
}

const PROBE = new URL('probe.ts', import.meta.url).href;

function startParticipant(...[script, args, env = {}]: Parameters<Stage['start']>): Participant {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', PROBE, path, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const listeners = new Set<(line: string) => void>();
  for (const output of [child.stdout, child.stderr])
    createInterface(output).on('line', (line) => {
      said.push(line);
      for (const listener of listeners) listener(line);
    });
  const ended = once(child, 'close');
  const says = (pattern: RegExp) =>
    new Promise<RegExpMatchArray>((resolve, reject) => {
      const listen = (line: string) => {
        const found = line.match(pattern);
        if (!found) return;
        listeners.delete(listen);
        resolve(found);
      };
      listeners.add(listen);
      ended.then(() => reject(new Error(`${script} ended without saying ${pattern}:\n${said.join('\n')}`)), reject);
    });
  return {
    says,
    async usage() {
      child.stdin.write('\n');
      const [, usage = ''] = await says(/^used (.*)/);
      return JSON.parse(usage);
    },
    async end() {
      child.stdin.end();
      await ended;
    },
  };
}
