import type { AnswersTo } from '../facts/choose-answer.ts';
import type { Feed } from '../feed/feed.ts';
import type { Log } from '../log.ts';
import { type Clock, DAY, SECOND } from '../match/instant.ts';
import type { Match } from '../match/match.ts';
import type { Snapshot } from '../match/snapshot.ts';
import { isSettled } from '../match/state.ts';
import { Rounds } from '../rounds.ts';
import { targetsOf } from '../subscriptions/audience.ts';
import type { FollowTarget, SubscriptionStore } from '../subscriptions/subscription.ts';
import type { LeaseStore, LiveStore } from './match-store.ts';
import { recordLooks } from './record-looks.ts';
import { noteSilence } from './silence.ts';

export interface FollowMatchesOptions {
  readonly feed: Feed;
  readonly store: LiveStore & { readonly subscriptions: SubscriptionStore; readonly leases: LeaseStore };
  readonly clock: Clock;
  readonly log: Log;
  /** The facts that may follow news; none unless given. */
  readonly answersTo?: AnswersTo;
  /** Names this process among those that share the store: one of them looks for all. */
  readonly name: string;
  /** Called after something was written that the relay has to take on, so that it need not wait for its next look. */
  readonly onWork: () => void;
  /** Called with matches that are over for good. */
  readonly onSettled?: (matchIds: readonly string[]) => void;
}

/** As long as the outbox keeps the deliveries that refer to them. */
const KEEP_NEWS = 60 * DAY;
/** How long another process leaves the looking to one that has stopped without a word, beyond two looks. */
const GRACE = 15 * SECOND;

/** Looks at the feed, again and again, for the matches that somebody follows. A failed look is logged and tried again. */
export class MatchFollower {
  readonly #options: FollowMatchesOptions;
  readonly #rounds: Rounds;
  #problem: string | undefined;

  constructor(options: FollowMatchesOptions) {
    this.#options = options;
    const { feed, log } = options;
    this.#rounds = new Rounds({
      round: () => this.look().then(() => feed.lookEveryMs),
      onFailure: (error) => {
        log.error({ err: error }, 'a look at the feed failed; the next one may not');
        return feed.lookEveryMs;
      },
    });
  }

  start(): void {
    this.#rounds.start();
  }

  /** Resolves when the look under way has been written. */
  async stop(): Promise<void> {
    await this.#rounds.stop();
    await this.#options.store.leases.release(LEASE, this.#options.name);
  }

  /** One look at every match that is followed and not yet settled; none where another process looks. */
  async look(): Promise<void> {
    const { feed, store, clock, log, name, answersTo, onWork, onSettled } = this.#options;
    if (!(await store.leases.take(LEASE, name, clock.now(), 2 * feed.lookEveryMs + GRACE))) return;
    const { wanted, channels, toCome } = await this.#wanted();
    if (wanted.length === 0) return;
    // A match that is to come is known from now on, so that the first that is heard of it, be it line-ups, is news.
    if (toCome.length > 0) await recordLooks(store, toCome, clock.now(), feed.lookEveryMs);
    const look = await feed.look(wanted, channels);
    if (look.ok) {
      const { hasWork, settled } = await recordLooks(store, look.snapshots, clock.now(), feed.lookEveryMs, answersTo);
      if (hasWork) onWork();
      if (settled.length > 0) {
        onSettled?.(settled);
        await store.matches.prune(clock.now() - KEEP_NEWS);
      }
    } else {
      // Said once, and not at every look until it is mended.
      if (look.problem !== this.#problem)
        log.warn({ feed: feed.name, problem: look.problem }, 'the feed could not be read');
    }
    this.#problem = look.ok ? undefined : look.problem;
    if (await noteSilence(store, wanted, clock.now(), feed.silentAfterMs)) onWork();
  }

  async #wanted(): Promise<{
    readonly wanted: readonly string[];
    readonly channels: ReadonlyMap<string, number>;
    readonly toCome: readonly Snapshot[];
  }> {
    const { feed, store, clock } = this.#options;
    const targets = await store.subscriptions.followedTargets();
    if (targets.length === 0) return { wanted: [], channels: new Map(), toCome: [] };
    const followed = new Map(targets.map((target) => [keyOf(target), target.channels]));
    const known = new Map((await feed.matches()).map((match) => [match.id, match]));
    // What is followed by its own id may be known to the feed though it lists it no more, or not to everybody.
    const named = targets.filter(({ kind }) => kind === 'match').map(({ id }) => id);
    const wanted: string[] = [];
    const channels = new Map<string, number>();
    const toCome: Snapshot[] = [];
    const at = clock.now();
    for (const id of new Set([...known.keys(), ...named])) {
      const match = known.get(id);
      const count = match ? channelsOf(match, followed) : (followed.get(keyOf({ kind: 'match', id })) ?? 0);
      if (count === 0) continue;
      const state = await store.matches.state(id);
      if (!state || !isSettled(state)) wanted.push(id);
      channels.set(id, count);
      if (!state && match && at < match.kickOff) toCome.push({ match, at, phase: 'scheduled', events: [] });
    }
    return { wanted, channels, toCome };
  }
}

const LEASE = 'feed';

function keyOf({ kind, id }: FollowTarget): string {
  return `${kind} ${id}`;
}

/** In how many channels a match is followed; one that follows both clubs counts twice, for it is the proportion that counts. */
function channelsOf(match: Match, followed: ReadonlyMap<string, number>): number {
  return targetsOf(match).reduce((sum, target) => sum + (followed.get(keyOf(target)) ?? 0), 0);
}
