import { meetingsOf, type Result } from '../../../../match/result.ts';
import type { OpeningBalance } from '../../../head-to-head.ts';
import type { Venue } from '../../../meetings.ts';
import type { Focus } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { type Scope, scopeOf } from '../../scope.ts';

/** Two clubs and where they met: anywhere, or with the first of them at home. */
export interface Pair {
  readonly clubs: readonly [a: string, b: string];
  readonly host?: string;
  /** Earliest first. */
  readonly meetings: readonly Result[];
}

/** Of fewer meetings nothing is the most. */
export const FEWEST_MEETINGS = 8;

/** What two clubs are looked at for; nothing of a club alone, or of two that have never met. */
export function ofPair(focus: Focus, find: (a: string, b: string) => readonly Finding[]): readonly Finding[] {
  const [a, b] = focus;
  return b === undefined || a === b ? [] : find(a, b);
}

/** All the meetings of two clubs, then those at the ground of the match of the moment; without one, at either ground. */
export function pairsOf(ledger: Ledger, a: string, b: string): readonly Pair[] {
  const meetings = ledger.meetings(a, b);
  const host = ledger.moment.match?.home;
  const hosts = host === undefined ? [a, b] : [host];
  return [
    { clubs: [a, b], meetings },
    ...hosts.map((host): Pair => {
      const guest = host === a ? b : a;
      return { clubs: [host, guest], host, meetings: meetingsOf(meetings, a, b).filter(({ home }) => home === host) };
    }),
  ];
}

/** What was looked at of such a pair, from the first season that is known unless said. */
export function pairScope(ledger: Ledger, pair: Pair, since?: string): Scope {
  return scopeOf(ledger, { ...(since !== undefined && { since }), ...venueOf(pair), clubs: pair.clubs });
}

/** What a statement about a pair says of it. */
export function toldOf(ledger: Ledger, pair: Pair) {
  const [a, b] = pair.clubs;
  return { clubs: [ledger.club(a), ledger.club(b)], ...venueOf(pair) } as const;
}

/** Seen from the first of the two. */
function venueOf({ clubs: [a], host }: Pair): { readonly venue?: Venue } {
  return host === undefined ? {} : { venue: host === a ? 'home' : 'away' };
}

/** The same two, seen from one of them. */
export function seenFrom(pair: Pair, club: string): Pair {
  const [a, b] = pair.clubs;
  return { ...pair, clubs: club === a ? [a, b] : [b, a] };
}

/**
 * The end of a key: who was at home, `/milan`, and of what is about one of the clubs where it was, `/away`; nothing where
 * it is of all meetings. As short as can be, for keys are a part of ids of buttons.
 */
export function keyOfHost({ host }: Pair, club?: string): string {
  if (host === undefined) return '';
  return club === undefined ? `/${host}` : `/${club === host ? 'home' : 'away'}`;
}

/** What two clubs made of each other before the first season that is known, where its totals are. */
export function openingOf({ openingBalances }: Ledger, a: string, b: string): OpeningBalance | undefined {
  return openingBalances.find(({ clubs }) => clubs.includes(a) && clubs.includes(b));
}
