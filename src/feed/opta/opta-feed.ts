import { setImmediate } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import { type Clock, type Instant, MINUTE, SECOND } from '../../match/instant.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Feed } from '../feed.ts';
import { logOnce } from '../log-once.ts';
import type { ReadingContext } from './account.ts';
import { decodeFile } from './decode-file.ts';
import { deliveredFiles } from './delivered-files.ts';
import { MatchBook } from './match-book.ts';
import { type Refusal, readOptaFile } from './read-file.ts';
import { KINDS } from './read-srml-events.ts';

const LOOK_EVERY_MS = 5 * SECOND;
const SILENT_AFTER_MS = 3 * MINUTE;
/** A delivery takes no longer to write a file. */
const WRITTEN_WITHIN_MS = MINUTE;

/** What the operator reads of a file that is whole and not read. */
const REFUSALS: Readonly<Record<Exclude<Refusal, 'not-whole'>, string>> = {
  'srml-in-json': 'F1, F7 or F9 as JSON, which is not read: ask for XML',
  'not-opta': 'neither F1, F7 or F9 as XML nor MA1 as JSON or XML',
};

export interface OptaOptions {
  /** Where the delivery puts its files; a single file will do. */
  readonly folder: string;
  /** Tifo's ids of the competitions to tell of; all that the catalogue has when absent. */
  readonly competitions?: readonly string[];
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Opta's files as a delivery leaves them in a folder: F1 (fixtures and results), F9 and F7 (one match), MA1 (one or more). A file that is
 * still being written is not read; until it is whole, the last good one counts.
 */
export function optaFeed({ folder, competitions, catalogue, clock, log }: OptaOptions): Feed {
  const files = deliveredFiles(folder);
  const book = new MatchBook();
  const onUnknown = logOnce(log, 'opta');
  const context: ReadingContext = {
    catalogue,
    competitions: catalogue.competitions.filter(({ id }) => competitions?.includes(id) ?? true),
    onUnknown,
  };
  /** Files that are not whole, and since when. */
  const broken = new Map<string, Instant>();
  let problem: string | undefined;
  let reading: Promise<void> | undefined;
  let hasRead = false;

  async function read(): Promise<void> {
    try {
      for (const { path, bytes } of await files.changed()) {
        take(path, bytes);
        // A folder full of large files must not hold up everything else.
        await setImmediate();
      }
      hasRead = true;
      problem = undefined;
    } catch (error) {
      problem = `Opta's folder cannot be read (${codeOf(error)})`;
      onUnknown(folder, problem);
    }
    const now = clock.now();
    for (const [path, since] of broken) {
      if (now - since >= WRITTEN_WITHIN_MS)
        onUnknown(path, 'a file that does not become whole; the last good one counts');
    }
  }

  function take(path: string, bytes: Uint8Array): void {
    const now = clock.now();
    const decoded = decodeFile(bytes);
    if (!decoded.ok) {
      refuse(path, `an encoding that is not known: ${decoded.encoding}`);
      return;
    }
    const file = readOptaFile(decoded.text, context);
    if (!file.ok) {
      if (file.reason === 'not-whole') broken.set(path, broken.get(path) ?? now);
      else refuse(path, REFUSALS[file.reason]);
      return;
    }
    broken.delete(path);
    for (const account of file.accounts) {
      book.take(account, path, hasRead ? now : Math.min(now, account.writtenAt ?? now));
    }
  }

  function refuse(path: string, why: string): void {
    broken.delete(path);
    onUnknown(path, why);
  }

  /** One reading at a time, whoever asks. */
  async function refresh(): Promise<void> {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    await reading;
  }

  return {
    name: 'opta',
    capabilities: { events: KINDS, lineups: true, statistics: true, delaySeconds: 10 },
    lookEveryMs: LOOK_EVERY_MS,
    silentAfterMs: SILENT_AFTER_MS,
    async matches() {
      await refresh();
      return book.matches();
    },
    async look(matchIds) {
      await refresh();
      if (problem) return { ok: false, problem };
      return { ok: true, snapshots: matchIds.flatMap((id) => book.look(id, clock.now()) ?? []) };
    },
    status: () => ({ name: 'opta', lookEveryMs: LOOK_EVERY_MS, ...(problem && { problem }) }),
  };
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown reason';
}
