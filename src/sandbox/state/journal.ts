import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { SandboxError } from '../problem.ts';
import type { Change } from './table.ts';

const VERSION = 1;
const HEADER = `${JSON.stringify({ journal: 'tifo-sandbox', version: VERSION })}\n`;

/** An append-only file of changes, one JSON line each; a line is in the file before the change is made. */
export interface Journal {
  append(change: Change): void;
  close(): void;
}

/** Where nothing is kept: a world that lives in memory only. */
export const noJournal: Journal = { append: () => {}, close: () => {} };

/**
 * The changes a journal holds. A last line without its end, all that a kill can leave, is dropped.
 * @throws SandboxError when the file is not a sandbox journal, is a newer one, or is damaged before its end.
 */
export function readJournal(path: string): Change[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  if (text === '') return [];
  const lines = text.split('\n');
  lines.pop();
  checkHeader(path, lines[0]);
  return lines.slice(1).map((line, index) => {
    const change = parse(line);
    if (isChange(change)) return change;
    throw new SandboxError(
      'journal-damaged',
      `Line ${index + 2} of ${path} is damaged. Nothing was changed. Move the file away, or start with --fresh to begin anew.`,
    );
  });
}

/**
 * Opens a journal for writing, beginning with `changes` alone: what was superseded goes. The new file takes the old one's
 * place in one step, so a kill leaves either.
 */
export function writeJournal(path: string, changes: Iterable<Change>): Journal {
  const lockName = lock(path);
  const draft = `${path}.new`;
  try {
    rmSync(draft, { force: true });
    const journal = begin(path, draft, changes);
    return {
      append: journal.append,
      close() {
        journal.close();
        unlock(lockName);
      },
    };
  } catch (error) {
    // On a full disk a draft of no use would take what little room there is.
    rmSync(draft, { force: true });
    unlock(lockName);
    throw error;
  }
}

function begin(path: string, draft: string, changes: Iterable<Change>): Journal {
  // Appending: where a failed line is cut off, the next one begins.
  const file = openSync(draft, 'a');
  let length = 0;
  const write = (text: string) => {
    try {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      length += bytes.length;
    } catch (cause) {
      // A half-written line must not swallow the next one.
      ftruncateSync(file, length);
      throw unwritable(path, cause);
    }
  };
  try {
    write(HEADER);
    for (const change of changes) write(`${JSON.stringify(change)}\n`);
    fsyncSync(file);
    renameSync(draft, path);
  } catch (error) {
    closeSync(file);
    throw error;
  }
  return { append: (change) => write(`${JSON.stringify(change)}\n`), close: () => closeSync(file) };
}

function unwritable(path: string, cause: unknown): SandboxError {
  return new SandboxError('disk', `The sandbox cannot write ${path}: ${String(cause)}`, { cause });
}

function checkHeader(path: string, line: string | undefined): void {
  const header = parse(line ?? '');
  const named = typeof header === 'object' && header !== null && 'journal' in header && 'version' in header;
  if (!named || header.journal !== 'tifo-sandbox')
    throw new SandboxError(
      'not-a-journal',
      `${path} is not a sandbox journal. Nothing was changed. Move it away, or name another file.`,
    );
  if (header.version !== VERSION)
    throw new SandboxError('journal-newer', `${path} was written by a newer Tifo. Update Tifo, or name another file.`);
}

/** The locks of this process: a lock with its number that is not among them is a dead process's, which had the same number. */
const held = new Set<string>();

/** Two sandboxes on one journal would each lose what the other writes: the first one's process id keeps the second out. */
function lock(path: string): string {
  const name = `${path}.lock`;
  mkdirSync(dirname(path), { recursive: true });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(name, String(process.pid), { flag: 'wx' });
      held.add(name);
      return name;
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) {
        // A lock that was made and could not be filled is nobody's.
        if (existsSync(name)) rmSync(name);
        throw unwritable(path, cause);
      }
      if (!existsSync(name)) continue;
      const holder = Number(readFileSync(name, 'utf8'));
      if (holder === process.pid ? held.has(name) : isRunning(holder))
        throw new SandboxError('journal-in-use', `${path} is in use by process ${holder}. Stop that one first.`, {
          cause,
        });
      rmSync(name, { force: true });
    }
  }
  throw new SandboxError('journal-in-use', `${name} cannot be taken. Another sandbox is starting on the same journal.`);
}

function unlock(name: string): void {
  rmSync(name, { force: true });
  held.delete(name);
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function isChange(value: unknown): value is Change {
  if (typeof value !== 'object' || value === null || !('k' in value) || typeof value.k !== 'string') return false;
  if ('d' in value) return typeof value.d === 'string';
  return 'v' in value && typeof value.v === 'object' && value.v !== null && 'id' in value.v;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
