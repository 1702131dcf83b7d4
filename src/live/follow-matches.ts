import type { Feed } from '../feed/feed.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../match/instant.ts';
import type { Match } from '../match/match.ts';
import { isSettled } from '../match/state.ts';
import { sameTarget, targetsOf } from '../subscriptions/audience.ts';
import type { FollowTarget, SubscriptionStore } from '../subscriptions/subscription.ts';
import type { LiveStore } from './match-store.ts';
import { recordSnapshot } from './record-snapshot.ts';

export interface FollowMatchesOptions {
  readonly feed: Feed;
  readonly store: LiveStore & { readonly subscriptions: SubscriptionStore };
  readonly clock: Clock;
  readonly log: Log;
  /** Called after news was written, so that the relay need not wait for its next look. */
  readonly onNews: () => void;
}

/** Looks at the feed, again and again, for the matches that somebody follows. A failed look is logged and tried again. */
export class MatchFollower {
  readonly #options: FollowMatchesOptions;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(options: FollowMatchesOptions) {
    this.#options = options;
  }

  start(): void {
    this.#looking = this.#lookAndGoOn();
  }

  /** Resolves when the look under way has been written. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  async #lookAndGoOn(): Promise<void> {
    try {
      await this.look();
    } catch (error) {
      this.#options.log.error({ err: error }, 'a look at the feed failed; the next one may not');
    }
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#looking = this.#lookAndGoOn();
    }, this.#options.feed.lookEveryMs);
  }

  /** One look at every match that is followed and not yet settled. */
  async look(): Promise<void> {
    const { feed, store, clock, log, onNews } = this.#options;
    const wanted = await this.#wanted();
    if (wanted.length === 0) return;
    const look = await feed.look(wanted);
    if (!look.ok) {
      log.warn({ feed: feed.name, problem: look.problem }, 'the feed could not be read');
      return;
    }
    for (const snapshot of look.snapshots) {
      const news = await recordSnapshot(store, snapshot, clock.now());
      if (news.length > 0) onNews();
    }
  }

  async #wanted(): Promise<readonly string[]> {
    const { feed, store } = this.#options;
    const followed = await store.subscriptions.followedTargets();
    if (followed.length === 0) return [];
    const wanted: string[] = [];
    for (const match of await feed.matches()) {
      if (!isFollowed(match, followed)) continue;
      const state = await store.matches.state(match.id);
      if (!state || !isSettled(state)) wanted.push(match.id);
    }
    return wanted;
  }
}

function isFollowed(match: Match, followed: readonly FollowTarget[]): boolean {
  return targetsOf(match).some((target) => followed.some((other) => sameTarget(target, other)));
}
