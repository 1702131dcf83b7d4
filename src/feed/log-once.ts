import type { Log } from '../log.ts';

/** Told what was left out, and where it stands. */
export type OnUnknown = (where: string, what: string) => void;

const REMEMBERED = 500;

/** Logs each thing that a feed leaves out once: a payload that does not fit comes again with every look. */
export function logOnce(log: Log, feed: string): OnUnknown {
  const said = new Set<string>();
  return (where, what) => {
    const key = `${where} ${what}`;
    if (said.has(key)) return;
    if (said.size >= REMEMBERED) said.clear();
    said.add(key);
    log.warn({ feed, where, what }, 'the feed said something that Tifo does not know; it is left out');
  };
}
