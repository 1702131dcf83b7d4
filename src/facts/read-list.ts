import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

/** Takes one problem found in the data, in a line. Loaders go on after it, so that all problems are told at once. */
export type Complain = (problem: string) => void;

/** The entries of a JSON file that holds a list. Whatever cannot be read is left out, each problem told with its entry. */
export async function readList<T>(file: string, entry: z.ZodType<T>, complain: Complain): Promise<readonly T[]> {
  const list = await readJson(file, complain);
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    complain(`${file}: must hold a list`);
    return [];
  }
  return list.flatMap((raw: unknown, index) => {
    const parsed = entry.safeParse(raw);
    if (parsed.success) return [parsed.data];
    for (const { path, message } of parsed.error.issues) {
      complain([file, nameOf(raw, index), ...(path.length > 0 ? [path.join('.')] : []), message].join(': '));
    }
    return [];
  });
}

/** Tells every id that an earlier entry has already. */
export function findRepeats(what: string, ids: readonly string[], complain: Complain): void {
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  for (const id of repeated) complain(`${what}: the id "${id}" is there more than once`);
}

export function problemOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function readJson(file: string, complain: Complain): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    complain(`${file}: ${problemOf(error)}`);
    return undefined;
  }
}

function nameOf(raw: unknown, index: number): string {
  const named = typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string';
  return named ? `"${raw.id}"` : `entry ${index + 1}`;
}
