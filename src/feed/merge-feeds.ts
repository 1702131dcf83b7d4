import type { Log } from '../log.ts';
import { type Clock, DAY, type Instant, SECOND } from '../match/instant.ts';
import { phaseOrder } from '../match/phase.ts';
import type { Snapshot } from '../match/snapshot.ts';
import { EVERY_KIND, type Feed, type FeedStatus } from './feed.ts';
import { type Account, leadOf, mergeSnapshots } from './merge-snapshots.ts';
import { PacedFeed } from './paced-feed.ts';
import { type SharedMatch, shareMatches } from './same-match.ts';

/** A look waits this long for the feeds it has asked; who is later is heard at the next. */
const PATIENCE_MS = 2_000;
const FASTEST_LOOK_MS = 50;
const WHILE_ONE_IS_AWAITED_MS = 1_000;
/** A later feed that takes over may be behind by its delay and this, before it is believed. */
const CATCHES_UP_WITHIN = 90 * SECOND;

export interface MergeFeedsOptions {
  readonly log: Log;
  readonly clock: Clock;
  readonly patienceMs?: number;
}

/** Several feeds as one. */
export interface MergedFeed extends Feed {
  /** Of each feed, richest first. */
  statuses(): readonly FeedStatus[];
}

/** What was last told of a match, and by whom: the lead's place and the number of its look. */
interface Told {
  readonly by: number;
  readonly turn: number;
  readonly when: Instant;
  readonly snapshot: Snapshot;
}

interface Witness extends Account {
  readonly place: number;
  readonly turn: number;
}

/**
 * Merges feeds, the richest first: field by field the richer wins, phase and score come from the one that is least late.
 * A feed that fails is left out until it answers again; what it alone tells is then not told, and so not taken back. A
 * match is told only when its lead has looked anew, because who counts looks must not count one twice.
 */
export function mergeFeeds(feeds: readonly Feed[], options: MergeFeedsOptions): MergedFeed {
  const { log, clock, patienceMs = PATIENCE_MS } = options;
  const paced = feeds.map((feed) => new PacedFeed(feed, clock, log));
  let shared: ReadonlyMap<string, SharedMatch> | undefined;
  const told = new Map<string, Told>();

  async function share(): Promise<ReadonlyMap<string, SharedMatch>> {
    await within(patienceMs, Promise.all(paced.map((feed) => feed.refresh())));
    const matches = shareMatches(
      paced.map(({ list }) => list),
      [...(shared?.values() ?? [])],
    );
    shared = new Map(matches.map((match) => [match.match.id, match]));
    return shared;
  }

  /** What is new of a match; undefined where nothing is. */
  function tell(id: string, known: SharedMatch | undefined): Snapshot | undefined {
    const witnesses = paced.flatMap((feed, place): Witness[] => {
      const heard = feed.heard(known?.ids.get(place) ?? id);
      const { delaySeconds } = feed.feed.capabilities;
      return heard ? [{ place, turn: heard.turn, snapshot: heard.snapshot, delaySeconds }] : [];
    });
    const lead = leadOf(witnesses);
    const before = told.get(id);
    if (!lead || (before && !isNews(lead, before, clock.now()))) return undefined;
    const merged = mergeSnapshots(witnesses, lead);
    const match = known?.match ?? merged.match;
    // Feeds have clocks of their own; what is told goes only forward.
    const snapshot = { ...merged, match, at: Math.max(merged.at, before?.snapshot.at ?? merged.at) };
    told.set(id, { by: lead.place, turn: lead.turn, when: clock.now(), snapshot });
    return snapshot;
  }

  const statuses = () => paced.map(statusOf);

  return {
    name: feeds.map(({ name }) => name).join(' + '),
    get capabilities() {
      const all = feeds.map(({ capabilities }) => capabilities);
      return {
        events: EVERY_KIND.filter((kind) => all.some(({ events }) => events.includes(kind))),
        lineups: all.some(({ lineups }) => lineups),
        statistics: all.some(({ statistics }) => statistics),
        delaySeconds: Math.min(...all.map(({ delaySeconds }) => delaySeconds)),
      };
    },
    get lookEveryMs() {
      return Math.max(FASTEST_LOOK_MS, Math.min(...paced.map(nextLookIn)));
    },
    get silentAfterMs() {
      return Math.max(...feeds.map(({ silentAfterMs }) => silentAfterMs));
    },
    statuses,
    status: () => inOne(statuses()),
    async matches() {
      return [...(await share()).values()].map(({ match }) => match);
    },
    async look(matchIds, channels = new Map()) {
      const known = shared ?? (await share());
      const theirs = (place: number, id: string) => known.get(id)?.ids.get(place) ?? id;
      const looks = paced.map((feed, place) => {
        const followed = [...channels].map(([id, count]) => [theirs(place, id), count] as const);
        return feed.look(
          matchIds.map((id) => theirs(place, id)),
          new Map(followed),
        );
      });
      await within(patienceMs, Promise.all(looks));
      for (const [id, { when }] of told) if (clock.now() - when > DAY) told.delete(id);
      if (paced.every((feed) => !feed.isHeard)) {
        const problems = paced.map(({ feed, problem }) => `${feed.name}: ${problem ?? 'no answer yet'}`);
        return { ok: false, problem: problems.join('; ') };
      }
      const snapshots = matchIds.map((id) => tell(id, known.get(id))).filter((snapshot) => snapshot !== undefined);
      return { ok: true, snapshots };
    },
  };
}

/** Whether a lead says anything that was not told yet, and is to be believed: a later feed may first have to catch up. */
function isNews({ place, turn, snapshot, delaySeconds }: Witness, before: Told, now: Instant): boolean {
  if (place === before.by) return turn !== before.turn;
  const goals = ({ score }: Snapshot) => (score ? score.home + score.away : 0);
  const isBehind =
    phaseOrder(snapshot.phase) < phaseOrder(before.snapshot.phase) || goals(snapshot) < goals(before.snapshot);
  return !isBehind || now - before.when >= delaySeconds * SECOND + CATCHES_UP_WITHIN;
}

/** A feed that is due and was not asked, because nobody follows anything, is waited for as if it had been. */
function nextLookIn(paced: PacedFeed): number {
  if (paced.isUnderWay) return WHILE_ONE_IS_AWAITED_MS;
  return paced.dueIn() || paced.feed.lookEveryMs;
}

function statusOf({ feed, problem }: PacedFeed): FeedStatus {
  return { ...(problem && { problem }), ...feed.status() };
}

function inOne(all: readonly FeedStatus[]): FeedStatus {
  const budget = all.find((status) => status.budget)?.budget;
  const problems = all.flatMap(({ name, problem }) => (problem ? [`${name}: ${problem}`] : []));
  return {
    name: all.map(({ name }) => name).join(' + '),
    lookEveryMs: Math.min(...all.map(({ lookEveryMs }) => lookEveryMs)),
    ...(budget && { budget }),
    ...(problems.length > 0 && { problem: problems.join('; ') }),
  };
}

/** Waits for a promise, but no longer than this. */
async function within(ms: number, promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([promise, tooLong]).finally(() => clearTimeout(timer));
}
