import { existsSync, mkdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { StoreError } from './store-error.ts';

/** Where the lock of a database lies: beside it, by its real name. */
export const lockOf = (path: string): string => `${path}.lock`;

/**
 * Where a file is, whatever symbolic links lead there; its folder is made where there is none yet. Throws a StoreError for a
 * hard link, and what the file system throws.
 */
export function realName(path: string): string {
  const name = followLinks(path);
  const file = statSync(name, { throwIfNoEntry: false });
  const isLinked = file?.isFile() === true && file.nlink > 1;
  // What was written last lies beside a database, by its name. Only the name that it was opened by has a lock beside it.
  if (isLinked && !existsSync(lockOf(name))) {
    throw new StoreError(
      'second-name',
      `${path} is a second name (a hard link) of a file whose newest rows lie beside the name that Tifo has used so far. Start Tifo with that name, or give this one a DATABASE_URL of its own.`,
    );
  }
  return name;
}

function followLinks(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (!isAbsence(error)) throw error;
  }
  const target = linkAt(path);
  if (target !== undefined) return followLinks(resolve(dirname(path), target));
  mkdirSync(dirname(path), { recursive: true });
  return join(realpathSync.native(dirname(path)), basename(path));
}

/** Where a symbolic link leads to; undefined where there is none. */
function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
