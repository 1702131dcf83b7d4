import type { Locale } from '../locale.ts';
import type { Match } from '../match/match.ts';
import { targetsOf } from '../subscriptions/audience.ts';
import type { Subscription, SubscriptionStore } from '../subscriptions/subscription.ts';
import type { CalendarEntry, CalendarStore, KeptEntry } from './calendar.ts';
import type { MatchStore } from './match-store.ts';
import { wantedEntry } from './wanted-entry.ts';

/** A match in one server's calendar: what stands there as far as is known, and what should. */
export interface Place {
  readonly guildId: string;
  readonly matchId: string;
  readonly kept: KeptEntry | undefined;
  readonly wanted: CalendarEntry;
}

interface PlaceStores {
  readonly matches: Pick<MatchStore, 'state'>;
  readonly subscriptions: Pick<SubscriptionStore, 'to'>;
  readonly calendar: Pick<CalendarStore, 'of'>;
}

/** The calendars that a match belongs in, and those that it no longer does. `listed`: the match as a feed announces it. */
export async function placesOf(
  { matches, subscriptions, calendar }: PlaceStores,
  matchId: string,
  listed: Match | undefined,
): Promise<readonly Place[]> {
  const kept = new Map((await calendar.of(matchId)).map((each) => [each.guildId, each]));
  const match = listed ?? (await matches.state(matchId))?.snapshot.match;
  const locales = localesOf(match ? await subscriptions.to(targetsOf(match)) : []);
  if (kept.size + locales.size === 0) return [];
  const state = await matches.state(matchId);
  return [...new Set([...kept.keys(), ...locales.keys()])].flatMap((guildId) => {
    const known = kept.get(guildId);
    const locale = locales.get(guildId);
    if (match && locale) return [{ guildId, matchId, kept: known, wanted: wantedEntry(match, state, locale) }];
    if (!known) return [];
    // Of a match that nobody tells of any more there is nothing to say.
    const wanted: CalendarEntry = match ? { ...known.entry, status: 'cancelled' } : known.entry;
    return [{ guildId, matchId, kept: known, wanted }];
  });
}

/** The servers that follow, each with the language of the channel that was the first to. */
function localesOf(subscriptions: readonly Subscription[]): ReadonlyMap<string, Locale> {
  const locales = new Map<string, Locale>();
  for (const { guildId, locale } of [...subscriptions].sort((a, b) => a.createdAt - b.createdAt)) {
    if (guildId !== undefined && !locales.has(guildId)) locales.set(guildId, locale);
  }
  return locales;
}
