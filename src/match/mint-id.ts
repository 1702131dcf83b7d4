import type { MatchEvent } from './event.ts';

/** The id of the `serial`th event of a match. */
export function mintId(event: MatchEvent, serial: number): string {
  return `${event.kind}-${serial}`;
}
