import { type Capabilities, EVERY_KIND, type Feed, type FeedLook } from '../../../src/feed/feed.ts';
import type { Card, Goal, MatchEvent } from '../../../src/match/event.ts';
import { type Clock, MINUTE } from '../../../src/match/instant.ts';
import type { Match, Side } from '../../../src/match/match.ts';
import type { Phase } from '../../../src/match/phase.ts';
import { scoreOf } from '../../../src/match/score.ts';
import type { Snapshot } from '../../../src/match/snapshot.ts';

export const CLUBS: Match = {
  id: 'alpine-league-2026-fiumalba-ormsund',
  competition: { id: 'alpine-league', name: 'Alpine League' },
  season: '2026',
  home: { id: 'fiumalba', name: 'Fiumalba' },
  away: { id: 'ormsund', name: 'Ørmsund' },
  kickOff: Date.parse('2026-04-05T15:00:00Z'),
};

export const goal = (side: Side, base: number, name?: string): Goal => ({
  kind: 'goal',
  side,
  manner: 'open-play',
  minute: { base },
  ...(name && { scorer: { name } }),
});

export const card = (side: Side, base: number, name: string): Card => ({
  kind: 'card',
  side,
  colour: 'yellow',
  minute: { base },
  player: { name },
});

/** A snapshot so many minutes after kick-off, its score what its goals add up to. */
export function snapshotOf(
  phase: Phase,
  minutes: number,
  events: readonly MatchEvent[] = [],
  more: Partial<Snapshot> = {},
): Snapshot {
  return { match: CLUBS, at: CLUBS.kickOff + minutes * MINUTE, phase, score: scoreOf(events), events, ...more };
}

export interface FakeFeed extends Feed {
  /** How often it was looked at. */
  readonly looks: number;
  /** What it answers from now on; a promise is an answer that takes its time. */
  says(look: FeedLook | Promise<FeedLook>): void;
  /** What it was asked for last. */
  readonly asked: readonly string[];
  list: readonly Match[];
}

interface FakeFeedOptions extends Partial<Capabilities> {
  readonly clock: Clock;
  /** Its answers in turn; the last one for ever. */
  readonly said?: readonly FeedLook[];
  readonly lookEveryMs?: number;
  readonly list?: readonly Match[];
}

/** A feed that says what it is told to say. */
export function fakeFeed(name: string, options: FakeFeedOptions): FakeFeed {
  const { events = EVERY_KIND, lineups = true, statistics = true, delaySeconds = 0, lookEveryMs = 15_000 } = options;
  const answers: (FeedLook | Promise<FeedLook>)[] = [...(options.said ?? [])];
  let looks = 0;
  let asked: readonly string[] = [];
  return {
    name,
    capabilities: { events, lineups, statistics, delaySeconds },
    lookEveryMs,
    silentAfterMs: 5 * MINUTE,
    list: options.list ?? [CLUBS],
    get looks() {
      return looks;
    },
    get asked() {
      return asked;
    },
    says: (look) => void answers.splice(0, answers.length, look),
    async matches() {
      return this.list;
    },
    async look(ids) {
      looks += 1;
      asked = ids;
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      return answer ?? { ok: true, snapshots: [] };
    },
    status: () => ({ name, lookEveryMs }),
  };
}
