import type { Scope } from '../../facts/engine/scope.ts';
import type { Venue } from '../../facts/meetings.ts';
import type { Club } from '../../match/match.ts';
import type { Result } from '../../match/result.ts';
import { type Plain, plain } from '../escape.ts';
import { writtenDay, writtenSeason } from '../stamp.ts';
import { fromDay, onDay } from './italian.ts';

/** Two clubs that met. */
export type Two = readonly [a: Club, b: Club];

/** " in casa", after what was done there; nothing where it was anywhere. */
export function where(venue: Venue | undefined): '' | ' in casa' | ' in trasferta' {
  return venue === undefined ? '' : venue === 'home' ? ' in casa' : ' in trasferta';
}

/** "Milan–Inter 1–1". */
export function fixture({ home, away, score: { home: h, away: a } }: Result, clubs: readonly Club[]): string {
  const called = (id: string) => plain(clubs.find((club) => club.id === id)?.name ?? id);
  return `${called(home)}–${called(away)} ${score([h, a])}`;
}

/** "dal 1º ottobre 2021 all'8 novembre 2021". */
export function fromTo({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${fromDay(day(from))} ${onDay(day(to))}`;
}

export function score([one, other]: readonly [number, number]): string {
  return `${one}–${other}`;
}

export function both([a, b]: Two): string {
  return `${name(a)} e ${name(b)}`;
}

export function name(club: Club): Plain {
  return plain(club.name);
}

/** "Serie A". */
export function league({ competition }: Scope): string {
  return plain(competition.name);
}

/** "dal 1993–94". */
export function since(scope: Scope, from: 'dal' | 'Dal' = 'dal'): string {
  return `${from} ${writtenSeason(scope.since)}`;
}

/** "7 novembre 2021". */
export function day(written: string): string {
  return writtenDay(written, 'it');
}

/** With a capital, at the start of a sentence. */
export function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
