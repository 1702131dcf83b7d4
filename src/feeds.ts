import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type Config, ConfigError, type FeedName } from './config.ts';
import { apiFootballFeed } from './feed/api-football/api-football-feed.ts';
import type { UsageStore } from './feed/api-football/call-budget.ts';
import { type Catalogue, type WhatToFollow, whatToFollow } from './feed/catalogue.ts';
import type { ClubMemory } from './feed/club-book.ts';
import type { Feed } from './feed/feed.ts';
import { FEED_FAULTS, type FeedFault, type FeedFaultKind } from './feed/feed-faults.ts';
import { footballDataFeed } from './feed/football-data/football-data-feed.ts';
import type { NamedClub } from './feed/known-clubs.ts';
import { loadCatalogue } from './feed/load-catalogue.ts';
import { loadRecordings } from './feed/load-recordings.ts';
import { type MergedFeed, mergeFeeds } from './feed/merge-feeds.ts';
import { optaFeed } from './feed/opta/opta-feed.ts';
import { type RecordedFeed, recordedFeed } from './feed/recorded-feed.ts';
import type { Recording } from './feed/recording.ts';
import type { MatchStore } from './live/match-store.ts';
import type { Log } from './log.ts';
import type { Clock } from './match/instant.ts';
import type { ClubCodeStore, SettingsStore } from './store/store.ts';

export interface FeedsOptions {
  readonly config: Config;
  /** Where Tifo's own data lies. */
  readonly data: string;
  readonly clubs: readonly NamedClub[];
  readonly matches: Pick<MatchStore, 'state'>;
  readonly settings: SettingsStore;
  readonly clubCodes: ClubCodeStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether recorded matches are followed too, though a live feed runs. */
  readonly withRecorded: boolean;
}

/** Everything that tells of matches. */
export interface Feeds {
  readonly feed: MergedFeed;
  /** The recorded matches: replayed as if they were live, or on demand, beside what is. */
  readonly recorded: RecordedFeed;
  readonly recordings: readonly Recording[];
  /** What can be followed, whatever is on. */
  toFollow(): WhatToFollow;
  /** Breaks the replay that runs; false where that cannot be. It stays broken across a restart. */
  fault(kind: FeedFaultKind): Promise<boolean>;
}

const FAULTS = 'feed-faults';
const USAGE = 'api-football-usage';

/**
 * Opens the feeds that the operator chose, as one; nothing is asked of a provider yet. Throws an OperatorError for data that
 * cannot be read, and for a competition that there is not.
 */
export async function openFeeds(options: FeedsOptions): Promise<Feeds> {
  const { config, data, clubs, matches, settings, clubCodes, clock, log } = options;
  const recordings = await loadAllRecordings(join(data, 'matches'), config.recordingsFolder);
  const catalogue = await loadCatalogue(join(data, 'feeds.json'), clubs, await memoryIn(clubCodes, log));
  refuseUnknown(config.competitions, catalogue);
  const faults = readFaults(await settings.get(FAULTS));
  const recorded = recordedFeed({
    recordings,
    clock,
    speed: config.replaySpeed,
    resumeAt: async (matchId) => (await matches.state(matchId))?.snapshot.at,
    listed: options.withRecorded || config.feeds.includes('recorded'),
    faults,
  });
  const { competitions } = config;
  const http = { fetch, sleep: (ms: number) => sleep(ms), random: Math.random };
  const open = (name: FeedName): readonly Feed[] => {
    switch (name) {
      case 'api-football': {
        const { key, url: baseUrl } = config.apiFootball;
        const usage = usageIn(settings);
        return key ? [apiFootballFeed({ key, baseUrl, competitions, catalogue, clock, log, http, usage })] : [];
      }
      case 'football-data': {
        const { key, url: baseUrl } = config.footballData;
        return key ? [footballDataFeed({ key, baseUrl, competitions, catalogue, clock, log, http })] : [];
      }
      case 'opta':
        return config.optaPath ? [optaFeed({ folder: config.optaPath, competitions, catalogue, clock, log })] : [];
      case 'recorded':
        return [];
    }
  };
  return {
    feed: mergeFeeds([...config.feeds.flatMap(open), recorded], { log, clock }),
    recorded,
    recordings,
    toFollow: () => whatToFollow(catalogue, competitions),
    async fault(kind) {
      const fault = recorded.fault(kind);
      if (!fault) return false;
      faults.push(fault);
      await settings.set(FAULTS, JSON.stringify(faults));
      return true;
    },
  };
}

/** A match that is played again from its start has a feed with nothing wrong. */
export async function forgetFaults(settings: SettingsStore, matchId: string): Promise<void> {
  const others = readFaults(await settings.get(FAULTS)).filter((each) => each.matchId !== matchId);
  await settings.set(FAULTS, JSON.stringify(others));
}

/** Those that Tifo comes with, and those that were recorded here; of two of one match, the one that was looked over. */
export async function loadAllRecordings(ours: string, recordedHere: string): Promise<readonly Recording[]> {
  const shipped = await loadRecordings(ours);
  const here = existsSync(recordedHere) ? await loadRecordings(recordedHere) : [];
  const byId = new Map([...here, ...shipped].map((recording) => [recording.match.id, recording]));
  return [...byId.values()].sort((a, b) => a.match.kickOff - b.match.kickOff);
}

/** A competition that nobody knows would bring no match, say nothing of it, and still cost calls. */
function refuseUnknown(asked: readonly string[], { competitions }: Catalogue): void {
  const ids = competitions.map(({ id }) => id);
  const unknown = asked.filter((id) => !ids.includes(id));
  if (asked.length > 0 && unknown.length === 0) return;
  const wrong = unknown.map((id) => `"${id}"`).join(', ');
  throw new ConfigError(
    `The configuration is not right:\n  COMPETITIONS must be one or several, with commas, of ${ids.join(', ')}${wrong && `; not ${wrong}`}`,
  );
}

/** What was learnt of clubs, as the store has it; a club that cannot be written down is found by its name the next time. */
async function memoryIn(store: ClubCodeStore, log: Log): Promise<ClubMemory> {
  return {
    learnt: await store.all(),
    keep: (learnt) => {
      store.add(learnt).catch((error: unknown) => log.warn({ err: error }, 'what a club is called was not kept'));
    },
  };
}

const usage = z.object({ day: z.string(), used: z.int(), ofDay: z.int().exactOptional() });

function usageIn(settings: SettingsStore): UsageStore {
  return {
    async load() {
      const text = await settings.get(USAGE);
      return text === undefined ? undefined : usage.safeParse(JSON.parse(text)).data;
    },
    save: (used) => settings.set(USAGE, JSON.stringify(used)),
  };
}

const fault = z.object({ kind: z.enum(FEED_FAULTS), matchId: z.string(), from: z.number() });
const storedFaults = z.array(z.custom<FeedFault>((value) => fault.safeParse(value).success));

function readFaults(text: string | undefined): FeedFault[] {
  return text === undefined ? [] : (storedFaults.safeParse(JSON.parse(text)).data ?? []);
}
