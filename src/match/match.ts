import type { Instant } from './instant.ts';

/** Which of the two clubs: at home or away. */
export type Side = 'home' | 'away';

export const SIDES: readonly Side[] = ['home', 'away'];

export function otherSide(side: Side): Side {
  return side === 'home' ? 'away' : 'home';
}

/** A club as a match names it. `id` is Tifo's own, for instance `milan`. */
export interface Club {
  readonly id: string;
  readonly name: string;
}

/** A competition as a match names it. `id` is Tifo's own, for instance `serie-a`. */
export interface Competition {
  readonly id: string;
  readonly name: string;
}

export interface Venue {
  readonly name: string;
  readonly city?: string;
}

/** A match as it is known before a ball is kicked. `id` is Tifo's own, for instance `2021-11-07-milan-inter`. */
export interface Match {
  readonly id: string;
  readonly competition: Competition;
  /** As it is written: `2021-22`, or `2026` for a season within one year. */
  readonly season: string;
  readonly round?: number;
  readonly home: Club;
  readonly away: Club;
  readonly kickOff: Instant;
  readonly venue?: Venue;
}

/** Whether a level score may not be the end: what is played in rounds, a league or a group, knows no extra time. */
export function mayGoToExtraTime({ round }: Match): boolean {
  return round === undefined;
}

/** The id that a match has in one of its replays, which is nobody's but the thread's that it is played in. */
export function replayId(matchId: string, serial: string): string {
  return `${matchId}~${serial}`;
}

/** The match that an id is of, be it a replay's or the match's own. */
export function replayedMatch(id: string): string {
  return id.replace(/~.*$/, '');
}

export function isReplay(id: string): boolean {
  return id.includes('~');
}
