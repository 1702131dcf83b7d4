import { foldName } from '../match/name-search.ts';
import { CITIES } from './cities.ts';

/** What a place may be called, folded, and its zone; and the cities of each zone. */
interface Places {
  readonly zones: readonly string[];
  readonly zoneOf: ReadonlyMap<string, string>;
  readonly citiesIn: ReadonlyMap<string, readonly string[]>;
}

let places: Places | undefined;

/** Intl takes its time to list the zones, and they never change while a process runs. */
function known(): Places {
  places ??= listPlaces();
  return places;
}

function listPlaces(): Places {
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  const zoneOf = new Map<string, string>();
  const citiesIn = new Map<string, readonly string[]>();
  const place = (name: string, zone: string) => {
    const folded = foldName(name);
    if (!zoneOf.has(folded)) zoneOf.set(folded, zone);
  };
  // Most zones bear the name of a city at their end.
  for (const zone of zones) place(zone.split('/').at(-1) ?? '', zone);
  for (const [older, ...cities] of CITIES) {
    const zone = spelt(older);
    if (zone === undefined) continue;
    citiesIn.set(zone, cities);
    for (const city of cities) place(city, zone);
  }
  return { zones, zoneOf, citiesIn };
}

/** Every zone that has a name, as it is spelt: `Europe/Rome`. */
export function timeZones(): readonly string[] {
  return known().zones;
}

/**
 * The zone that is meant, as it is spelt, whatever the case and with blanks for underscores: `america/new york` is
 * `America/New_York`, and so is `new york`, for a city means the zone that it lies in. Undefined when there is none; a bare
 * offset is none, since it knows no summer time.
 */
export function findTimeZone(text: string): string | undefined {
  const name = text.trim().replaceAll(' ', '_');
  const { zones, zoneOf } = known();
  return zones.find((zone) => zone.toLowerCase() === name.toLowerCase()) ?? spelt(name) ?? zoneOf.get(foldName(text));
}

/** The well-known cities of a zone that it is not named after. */
export function citiesIn(zone: string): readonly string[] {
  return known().citiesIn.get(zone) ?? [];
}

/** As Intl spells it, which alone knows older and newer names; it takes offsets too, which are no names. */
function spelt(name: string): string | undefined {
  if (!/^[a-z]/i.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
