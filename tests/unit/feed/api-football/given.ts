import { readFileSync } from 'node:fs';
import { FixtureBook, type Heard } from '../../../../src/feed/api-football/fixture-book.ts';
import { fixtureShape } from '../../../../src/feed/api-football/shapes.ts';
import { type CatalogueCompetition, catalogueOf } from '../../../../src/feed/catalogue.ts';
import { logOnce } from '../../../../src/feed/log-once.ts';
import type { Log } from '../../../../src/log.ts';
import { SILENT } from '../../../../src/log.ts';
import type { Match } from '../../../../src/match/match.ts';
import type { Lineup, Snapshot } from '../../../../src/match/snapshot.ts';

const data = (name: string) => JSON.parse(readFileSync(new URL(`../../../../data/${name}`, import.meta.url), 'utf8'));
const competitions: readonly CatalogueCompetition[] = data('feeds.json').competitions;

/** The catalogue that Tifo ships with. */
export const CATALOGUE = catalogueOf(competitions, [...data('clubs.json'), ...data('feeds.json').clubs]);

export const KICK_OFF = Date.UTC(2026, 9, 21, 18, 45);

export const DERBY: Match = {
  id: 'serie-a-2026-27-milan-inter',
  competition: { id: 'serie-a', name: 'Serie A' },
  season: '2026-27',
  round: 8,
  home: { id: 'milan', name: 'Milan' },
  away: { id: 'inter', name: 'Inter' },
  kickOff: KICK_OFF,
  venue: { name: 'San Siro', city: 'Milan' },
};

export function snapshot(more: Partial<Snapshot> = {}): Snapshot {
  return { match: DERBY, at: KICK_OFF, phase: 'first-half', score: { home: 0, away: 0 }, events: [], ...more };
}

export function eleven(team: string): Lineup {
  const players = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `${team} ${from + index}`, shirt: from + index }));
  return { formation: '4-3-3', coach: { name: `${team} coach` }, starters: players(1, 11), bench: players(12, 9) };
}

export const LINEUPS = { home: eleven('Milan'), away: eleven('Inter') };

export function fixtureBook(log: Log = SILENT): FixtureBook {
  return new FixtureBook({
    competitions: CATALOGUE.competitions,
    catalogue: CATALOGUE,
    onUnknown: logOnce(log, 'api-football'),
  });
}

/** What the adapter says of a fixture, once it went over the wire. */
export function heard(
  fixture: object,
  { how = 'asked', book = fixtureBook(), at = KICK_OFF }: { how?: Heard; book?: FixtureBook; at?: number } = {},
) {
  return book.hear(fixtureShape.parse(JSON.parse(JSON.stringify(fixture))), how, at);
}

/** A log that keeps what is warned of. */
export function keptLog(): Log & { readonly warnings: readonly object[] } {
  const warnings: object[] = [];
  return { ...SILENT, warnings, warn: (context) => void warnings.push(context) };
}
