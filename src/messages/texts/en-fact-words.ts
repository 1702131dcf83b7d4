import type { Scope } from '../../facts/engine/scope.ts';
import type { Venue } from '../../facts/meetings.ts';
import type { Club } from '../../match/match.ts';
import type { Result } from '../../match/result.ts';
import { plain } from '../escape.ts';
import { writtenDay, writtenSeason } from '../stamp.ts';

/** Two clubs that met. */
export type Two = readonly [a: Club, b: Club];

/** "home ", before what was done there; nothing where it was anywhere. */
export function where(venue: Venue | undefined): '' | 'home ' | 'away ' {
  return venue === undefined ? '' : `${venue} `;
}

/** "Milan 1–1 Inter". */
export function fixture({ home, away, score: { home: h, away: a } }: Result, clubs: readonly Club[]): string {
  const called = (id: string) => plain(clubs.find((club) => club.id === id)?.name ?? id);
  return `${called(home)} ${score([h, a])} ${called(away)}`;
}

export function score([one, other]: readonly [number, number]): string {
  return `${one}–${other}`;
}

export function both([a, b]: Two): string {
  return `${name(a)} and ${name(b)}`;
}

export function name(club: Club): string {
  return plain(club.name);
}

/** "Serie A". */
export function league({ competition }: Scope): string {
  return plain(competition.name);
}

/** "since 1993–94". */
export function since(scope: Scope): string {
  return `since ${writtenSeason(scope.since)}`;
}

/** "7 November 2021". */
export function day(written: string): string {
  return writtenDay(written, 'en');
}
