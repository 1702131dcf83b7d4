import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from './config.ts';
import { loadAlmanac } from './facts/load-almanac.ts';
import { recordMatch } from './feed/record-match.ts';
import { openFeeds } from './feeds.ts';
import type { Log } from './log.ts';
import type { Match } from './match/match.ts';
import { findName } from './match/name-search.ts';
import { OperatorError } from './operator-error.ts';
import { projectPath } from './project-path.ts';

/** A recording under way. */
export interface RunningRecording {
  /** What the operator reads. */
  readonly says: string;
  /** Resolves once what was seen is on disk. */
  stop(): Promise<void>;
}

/**
 * Records a match of the operator's feeds to a file, from which it can be replayed. Throws an OperatorError when no such
 * match is known: it then lists those that are.
 */
export async function startRecording(typed: string, config: Config, log: Log): Promise<RunningRecording> {
  const clock = { now: () => Date.now() };
  const data = projectPath('data');
  const { clubs } = await loadAlmanac(data);
  const settings = new Map<string, string>();
  const { feed } = await openFeeds({
    config,
    data,
    clubs,
    matches: { state: async () => undefined },
    settings: {
      get: async (name) => settings.get(name),
      set: async (name, value) => void settings.set(name, value),
    },
    clubCodes: { all: async () => [], add: async () => undefined },
    clock,
    log,
    withRecorded: false,
  });
  const match = chosen(typed, await feed.matches());
  await mkdir(config.recordingsFolder, { recursive: true });
  const file = join(config.recordingsFolder, `${match.id}.json`);
  const stopping = new AbortController();
  const recorded = recordMatch({
    feed,
    matchId: match.id,
    file,
    clock,
    log,
    signal: stopping.signal,
    wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
  });
  recorded.then(
    (recording) => {
      console.log(recording ? `Recorded: ${file}` : 'The feed never showed the match; nothing was recorded.');
      if (!stopping.signal.aborted) process.exit(0);
    },
    (error: unknown) => {
      console.error(error instanceof OperatorError ? error.message : error);
      process.exit(1);
    },
  );
  return {
    says: `Recording ${nameOf(match)} to ${file}, until an hour after its end. Ctrl-C stops; a second start goes on.`,
    async stop() {
      stopping.abort();
      await recorded;
    },
  };
}

function chosen(typed: string, matches: readonly Match[]): Match {
  const candidates = matches.map((match) => ({
    value: match.id,
    label: nameOf(match),
    aliases: [match.id, `${match.home.name} ${match.away.name}`],
  }));
  const found = typed ? findName(typed, candidates) : undefined;
  const match = found?.ok ? matches.find(({ id }) => id === found.found.value) : undefined;
  if (match) return match;
  const known = candidates.map(({ value, label }) => `  ${value}  ${label}`).join('\n') || '  none';
  const problem = typed ? `No match called "${typed}" is known.` : 'Say which match: npm run record -- MATCH.';
  throw new OperatorError(`${problem} The feeds know:\n${known}`);
}

function nameOf({ home, away }: Match): string {
  return `${home.name} v ${away.name}`;
}
