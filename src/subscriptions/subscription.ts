import type { Locale } from '../locale.ts';
import { type Instant, MINUTE } from '../match/instant.ts';
import type { NewsGroup } from '../match/news.ts';

/** What a channel may follow. */
export interface FollowTarget {
  readonly kind: 'club' | 'competition' | 'match';
  readonly id: string;
}

/** A target, and how many channels follow it. */
export interface FollowedTarget extends FollowTarget {
  readonly channels: number;
}

/** Why a channel hears nothing for now. The subscription stays, and resumes with all that is posted to its channel when the admin asks for anything there again. */
export type PauseReason = 'channel-gone' | 'server-gone' | 'no-access' | 'no-permission' | 'refused';

/** The longest a channel may hold posts back, in milliseconds. */
export const LONGEST_DELAY = 10 * MINUTE;

/** How a channel wishes to hear. */
export interface Hearing {
  /** The language of what is posted there. */
  readonly locale: Locale;
  /** Which news, and whether a live card. */
  readonly hears: readonly NewsGroup[];
  /** How long posts are held back, in milliseconds, for those who watch a stream that lags. */
  readonly delayMs: number;
  /** `hide`: nothing shows how a match goes until a reader asks. */
  readonly spoilers: 'show' | 'hide';
  /** Whether each match gets a thread of its own. */
  readonly thread: boolean;
  /** A role that is pinged for goals, kick-off and the result. */
  readonly pingRole?: string;
}

/** A channel's wish to hear about a club, a competition or a match. */
export interface Subscription extends Hearing {
  readonly id: string;
  /** Absent for a direct message. */
  readonly guildId?: string;
  readonly channelId: string;
  readonly target: FollowTarget;
  readonly createdAt: Instant;
  readonly paused?: { readonly reason: PauseReason; readonly at: Instant };
}

/** Where subscriptions are kept. One channel follows one target once. */
export interface SubscriptionStore {
  /** Adds the wish, or renews it: an existing one takes the new hearing. Nothing of its channel is paused any longer. */
  follow(
    wish: Omit<Subscription, 'id' | 'paused'>,
  ): Promise<{ subscription: Subscription; outcome: 'added' | 'resumed' | 'unchanged' }>;
  /** Changes which news a channel hears, as its newest wish, which decides; false when it does not follow the target. */
  hear(channelId: string, target: FollowTarget, hears: readonly NewsGroup[]): Promise<boolean>;
  /** False when the channel did not follow it. */
  unfollow(channelId: string, target: FollowTarget): Promise<boolean>;
  inGuild(guildId: string): Promise<readonly Subscription[]>;
  inChannel(channelId: string): Promise<readonly Subscription[]>;
  /** Unpaused subscriptions to any of the targets. */
  to(targets: readonly FollowTarget[]): Promise<readonly Subscription[]>;
  /** Every target somebody follows, unpaused. */
  followedTargets(): Promise<readonly FollowedTarget[]>;
  /** How many are paused, in all. */
  pausedCount(): Promise<number>;
  /** Pauses everything that is posted to a channel, schedules included. */
  pauseChannel(channelId: string, reason: PauseReason, at: Instant): Promise<void>;
}
