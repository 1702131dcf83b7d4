import type { Locale } from '../locale.ts';
import type { Instant } from '../match/instant.ts';

/** What a channel may follow. */
export interface FollowTarget {
  readonly kind: 'club' | 'competition' | 'match';
  readonly id: string;
}

/** Why a channel hears nothing for now. The subscription stays, and resumes when the admin asks again. */
export type PauseReason = 'channel-gone' | 'server-gone' | 'no-access' | 'no-permission' | 'refused';

/** A channel's wish to hear about a club, a competition or a match. */
export interface Subscription {
  readonly id: string;
  /** Absent for a direct message. */
  readonly guildId?: string;
  readonly channelId: string;
  readonly target: FollowTarget;
  /** The language of what is posted there. */
  readonly locale: Locale;
  readonly createdAt: Instant;
  readonly paused?: { readonly reason: PauseReason; readonly at: Instant };
}

/** Where subscriptions are kept. One channel follows one target once. */
export interface SubscriptionStore {
  /** Adds the wish, or renews it: an existing one takes the new locale and is no longer paused. */
  follow(
    wish: Omit<Subscription, 'id' | 'paused'>,
  ): Promise<{ subscription: Subscription; outcome: 'added' | 'resumed' | 'unchanged' }>;
  /** False when the channel did not follow it. */
  unfollow(channelId: string, target: FollowTarget): Promise<boolean>;
  inGuild(guildId: string): Promise<readonly Subscription[]>;
  inChannel(channelId: string): Promise<readonly Subscription[]>;
  /** Unpaused subscriptions to any of the targets. */
  to(targets: readonly FollowTarget[]): Promise<readonly Subscription[]>;
  /** Every target somebody follows, unpaused. */
  followedTargets(): Promise<readonly FollowTarget[]>;
  /** How many are paused, in all. */
  pausedCount(): Promise<number>;
  /** Pauses everything that is posted to a channel, schedules included. */
  pauseChannel(channelId: string, reason: PauseReason, at: Instant): Promise<void>;
}
