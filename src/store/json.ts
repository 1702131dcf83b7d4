import type { Log } from '../log.ts';

/** What a row holds as JSON. One that cannot be read is told and left out: it must not keep Tifo from starting. */
export function readJson<T>(text: string, row: string, log: Log): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    log.warn({ row }, 'A row of the database cannot be read and is left out.');
    return undefined;
  }
}
