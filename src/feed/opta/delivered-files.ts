import type { BigIntStats } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** No feed of one match or season is larger; what is, is something else. */
const LARGEST_BYTES = 30_000_000n;
const READ_AT_ONCE = 8;

export interface DeliveredFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files of a folder that somebody else fills, or a single file. */
export interface DeliveredFiles {
  /**
   * Those that are new or have changed since they were last read, each as it lay still while it was read. Throws where the
   * folder cannot be read.
   */
  changed(): Promise<readonly DeliveredFile[]>;
}

export function deliveredFiles(folder: string): DeliveredFiles {
  /** How each file looked when it was last read. */
  const read = new Map<string, string>();

  async function readIfChanged(path: string): Promise<readonly DeliveredFile[]> {
    const before = await look(path);
    if (!before?.isFile() || before.size > LARGEST_BYTES || read.get(path) === marks(before)) return [];
    const bytes = await readFile(path).catch(() => undefined);
    const after = await look(path);
    // It moved while it was read: half of it may be old. The next look reads it.
    if (bytes === undefined || !after || marks(after) !== marks(before)) return [];
    read.set(path, marks(before));
    return [{ path, bytes }];
  }

  return {
    async changed() {
      const paths = await listPaths(folder);
      const there = new Set(paths);
      for (const path of read.keys()) if (!there.has(path)) read.delete(path);
      const files: DeliveredFile[] = [];
      for (let index = 0; index < paths.length; index += READ_AT_ONCE) {
        files.push(...(await Promise.all(paths.slice(index, index + READ_AT_ONCE).map(readIfChanged))).flat());
      }
      return files;
    },
  };
}

async function listPaths(folder: string): Promise<readonly string[]> {
  if ((await stat(folder)).isFile()) return [folder];
  const entries = await readdir(folder, { recursive: true });
  return entries.map((entry) => join(folder, entry)).sort();
}

/** Undefined for a file that is gone by now, or may not be read. */
async function look(path: string): Promise<BigIntStats | undefined> {
  return stat(path, { bigint: true }).catch(() => undefined);
}

/** Two files that agree in all of this are one. */
function marks({ mtimeNs, size, ino }: BigIntStats): string {
  return `${mtimeNs} ${size} ${ino}`;
}
