import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiFootballFeed } from '../../../src/feed/api-football/api-football-feed.ts';
import { type Catalogue, catalogueOf } from '../../../src/feed/catalogue.ts';
import type { Feed } from '../../../src/feed/feed.ts';
import { footballDataFeed } from '../../../src/feed/football-data/football-data-feed.ts';
import { optaFeed } from '../../../src/feed/opta/opta-feed.ts';
import { recordedFeed } from '../../../src/feed/recorded-feed.ts';
import { type Recording, snapshotAt } from '../../../src/feed/recording.ts';
import { recordingSchema } from '../../../src/feed/recording-schema.ts';
import type { Log } from '../../../src/log.ts';
import { type Clock, SECOND } from '../../../src/match/instant.ts';
import type { Snapshot } from '../../../src/match/snapshot.ts';
import { leagueCode } from '../feeds/api-football.ts';
import { type Fault, startApiFootball } from '../feeds/api-football-server.ts';
import { competitionCode, type FootballDataFault, startFootballData } from '../feeds/football-data.ts';
import { optaF9, optaMa1 } from '../feeds/opta.ts';

/** A recorded match, told by somebody. */
export interface Source {
  readonly feed: Feed;
  /** Before each look: a delivery writes its files. */
  deliver?(): void;
  /** What can be wrong with it, by name: from then on until it is well again. A delivery is wrong once it has been made. */
  readonly faults?: Readonly<Record<string, () => void>>;
  beWell?(): void;
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

/** A client's means, and how to have nothing answer it; it does not wait for that, nor between two tries. */
function connection() {
  let isSilent = false;
  const fetch: typeof globalThis.fetch = (...asked) =>
    isSilent ? Promise.reject(new DOMException('No answer.', 'TimeoutError')) : globalThis.fetch(...asked);
  return {
    http: { fetch, sleep: async () => undefined, random: () => 0, timeOutMs: 5 * SECOND },
    silence: (silent: boolean) => {
      isSilent = silent;
    },
  };
}

/** What a provider on the network does wrong, by the fault its server is told. */
const NETWORK_FAULTS = {
  'hang-up': { kind: 'hang-up' },
  'not-json': { kind: 'not-json' },
  'status-500': { kind: 'status', status: 500 },
  'status-503': { kind: 'status', status: 503 },
  'status-429': { kind: 'status', status: 429 },
  nothing: { kind: 'change', change: () => ({}) },
} as const;

function faultsOf<Fault>(
  known: Readonly<Record<string, Fault>>,
  server: { failAlways(fault: Fault | undefined): void },
  silence: (silent: boolean) => void,
): Required<Pick<Source, 'faults' | 'beWell'>> {
  const told = Object.entries(known).map(([name, fault]) => [name, () => server.failAlways(fault)] as const);
  return {
    faults: { ...Object.fromEntries(told), silent: () => silence(true) },
    beWell() {
      server.failAlways(undefined);
      silence(false);
    },
  };
}

export function recordingFrom(path: string): Recording {
  return recordingSchema.parse(JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')));
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
    const { http, silence } = connection();
    const usage = { load: async () => undefined, save: async () => undefined };
    const options = { key: KEY, baseUrl: server.url, ...wanted(recording), clock, log, http, usage };
    const refused: Fault = { kind: 'errors', errors: { rateLimit: 'Too many requests.' } };
    const faults = faultsOf<Fault>({ ...NETWORK_FAULTS, refused }, server, silence);
    return { feed: apiFootballFeed(options), ...faults, close: () => server.stop() };
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
  const { http, silence } = connection();
  const options = { key: KEY, baseUrl: server.url, ...wanted(recording), clock, log, http };
  const faults = faultsOf<FootballDataFault>(NETWORK_FAULTS, server, silence);
  return { feed: footballDataFeed(options), ...faults, close: () => server.stop() };
}

function opta(
  { recording, round, clock, log }: Telling,
  write: (snapshot: Snapshot, options: { readonly round?: string }) => string,
): Source {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'));
  const file = join(folder, 'match');
  const text = () => write(snapshotAt(recording, clock.now()), round ? { round } : {});
  const put = (content: string) => {
    writeFileSync(file, content);
    // Two files of one moment of ours would be one to a reader.
    utimesSync(file, clock.now() / SECOND, clock.now() / SECOND);
  };
  return {
    feed: optaFeed({ folder, ...wanted(recording), clock, log }),
    deliver: () => put(text()),
    faults: {
      'half-written': () => put(text().slice(0, text().length / 2)),
      empty: () => put(''),
      garbage: () => put('\u0000\u0001 not a file of anybody’s <'),
      gone: () => rmSync(file),
    },
    beWell: () => undefined,
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
