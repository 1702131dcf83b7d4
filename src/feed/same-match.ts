import { HOUR } from '../match/instant.ts';
import type { Match } from '../match/match.ts';

/** Feeds may disagree on when a match kicks off, by less than this. */
const KICK_OFFS_APART = 12 * HOUR;

/** One match as several feeds know it. */
export interface SharedMatch {
  /** Under the id that the merged feed goes by, each field from the first feed that has it. */
  readonly match: Match;
  /** The id it has in a feed, by the feed's place in the list. */
  readonly ids: ReadonlyMap<number, string>;
}

/**
 * Finds which matches of several feeds are the same: those of one id, or of the same two clubs with kick-offs less than
 * twelve hours apart. A match keeps the id it was shared under before, so that a feed which is heard late renames nothing.
 */
export function shareMatches(
  lists: readonly (readonly Match[])[],
  before: readonly SharedMatch[] = [],
): readonly SharedMatch[] {
  const shared: { match: Match; readonly ids: Map<number, string> }[] = [];
  const byClubs = new Map<string, typeof shared>();
  lists.forEach((matches, feed) => {
    for (const match of matches) {
      const clubs = `${match.home.id} ${match.away.id}`;
      const meetings = byClubs.get(clubs) ?? [];
      byClubs.set(clubs, meetings);
      const free = meetings.filter(({ ids }) => !ids.has(feed));
      const same =
        free.find(({ ids }) => [...ids.values()].includes(match.id)) ??
        free.find((known) => Math.abs(known.match.kickOff - match.kickOff) <= KICK_OFFS_APART);
      if (same) {
        same.ids.set(feed, match.id);
        same.match = { ...match, ...same.match };
      } else {
        const fresh = { match, ids: new Map([[feed, match.id]]) };
        shared.push(fresh);
        meetings.push(fresh);
      }
    }
  });
  const named = namesOf(before);
  return shared
    .map(({ match, ids }) => {
      const names = [...ids].map(([feed, id]) => named.get(`${feed} ${id}`));
      return { match: { ...match, id: names.find((name) => name !== undefined) ?? match.id }, ids };
    })
    .sort((a, b) => a.match.kickOff - b.match.kickOff);
}

function namesOf(shared: readonly SharedMatch[]): ReadonlyMap<string, string> {
  return new Map(
    shared.flatMap(({ match, ids }) => [...ids].map(([feed, id]) => [`${feed} ${id}`, match.id] as const)),
  );
}
