import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiFootballFeed } from '../../src/feed/api-football/api-football-feed.ts';
import { type Catalogue, catalogueOf } from '../../src/feed/catalogue.ts';
import type { Feed } from '../../src/feed/feed.ts';
import { footballDataFeed } from '../../src/feed/football-data/football-data-feed.ts';
import { optaFeed } from '../../src/feed/opta/opta-feed.ts';
import { recordedFeed } from '../../src/feed/recorded-feed.ts';
import { type Recording, snapshotAt } from '../../src/feed/recording.ts';
import { recordingSchema } from '../../src/feed/recording-schema.ts';
import type { Log } from '../../src/log.ts';
import { type Clock, SECOND } from '../../src/match/instant.ts';
import type { Snapshot } from '../../src/match/snapshot.ts';
import { leagueCode } from '../feed-shapes/api-football.ts';
import { startApiFootball } from '../feed-shapes/api-football-server.ts';
import { competitionCode, startFootballData } from '../feed-shapes/football-data.ts';
import { optaF9, optaMa1 } from '../feed-shapes/opta.ts';

/** A recorded match, told by somebody. */
export interface Source {
  readonly feed: Feed;
  /** Before each look: a delivery writes its files. */
  deliver?(): void;
  close(): Promise<void> | void;
}

export interface Telling {
  readonly recording: Recording;
  /** `Final`, of a cup. */
  readonly round?: string;
  readonly clock: Clock;
  readonly log: Log;
}

const KEY = 'a-key-of-our-own';
const http = { fetch: globalThis.fetch, sleep: async () => undefined, random: () => 0, timeOutMs: 5 * SECOND };

export function recordingFrom(path: string): Recording {
  return recordingSchema.parse(JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')));
}

/** Who tells a match, by the name that the stored texts have. */
export const SOURCES = {
  recorded: ({ recording, clock }: Telling): Source => ({
    feed: recordedFeed({ recordings: [recording], clock, speed: 1, resumeAt: async () => clock.now() }),
    close: () => undefined,
  }),

  'api-football': async ({ recording, round, clock, log }: Telling): Promise<Source> => {
    const match = { fixtureId: 7, at: sayingAt(recording), ...(round && { round }) };
    const server = await startApiFootball({ key: KEY, matches: [match], clock, ofDay: 7_500, perMinute: 300 });
    const usage = { load: async () => undefined, save: async () => undefined };
    const options = { key: KEY, baseUrl: server.url, ...wanted(recording), clock, log, http, usage };
    return { feed: apiFootballFeed(options), close: () => server.stop() };
  },

  'football-data': (telling: Telling) => footballData(telling, 'free'),
  'football-data-paid': (telling: Telling) => footballData(telling, 'paid'),

  'opta-f9': (telling: Telling) => opta(telling, optaF9),
  'opta-ma1': (telling: Telling) => opta(telling, optaMa1),
} as const;

export type SourceName = keyof typeof SOURCES;

async function footballData(telling: Telling, plan: 'free' | 'paid'): Promise<Source> {
  const { recording, round, clock, log } = telling;
  const server = await startFootballData({
    key: KEY,
    matches: [{ id: 7, at: sayingAt(recording) }],
    clock,
    plan,
    ...(round && { stage: round.toUpperCase() }),
  });
  const options = { key: KEY, baseUrl: server.url, ...wanted(recording), clock, log, http };
  return { feed: footballDataFeed(options), close: () => server.stop() };
}

function opta(
  { recording, round, clock, log }: Telling,
  write: (snapshot: Snapshot, options: { readonly round?: string }) => string,
): Source {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'));
  const file = join(folder, 'match');
  return {
    feed: optaFeed({ folder, ...wanted(recording), clock, log }),
    deliver() {
      writeFileSync(file, write(snapshotAt(recording, clock.now()), round ? { round } : {}));
      // Two files of one moment of ours would be one to a reader.
      utimesSync(file, clock.now() / SECOND, clock.now() / SECOND);
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

function sayingAt(recording: Recording) {
  return (moment: number) => snapshotAt(recording, moment);
}

function wanted({ match: { competition } }: Recording): { competitions: string[]; catalogue: Catalogue } {
  const codes = {
    'api-football': leagueCode(competition.id),
    'football-data': competitionCode(competition.id),
    // Where Opta's code is not known, its name will do.
    ...(competition.id === 'serie-a' && { opta: '21' }),
  };
  const catalogue = catalogueOf([{ ...competition, codes, seasonWithin: 'two-years' }], []);
  return { competitions: [competition.id], catalogue };
}
