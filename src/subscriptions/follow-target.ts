import { sameTarget } from './audience.ts';
import type { PauseReason, Subscription, SubscriptionStore } from './subscription.ts';

/** What came of following: something new, what was followed already, or what had been paused, and why. */
export type FollowOutcome =
  | { readonly kind: 'added' | 'unchanged' }
  | { readonly kind: 'resumed'; readonly why: PauseReason | undefined };

/** Has a channel follow a target. Following again takes the new language, and ends a pause. */
export async function followTarget(
  store: Pick<SubscriptionStore, 'follow' | 'inChannel'>,
  wish: Omit<Subscription, 'id' | 'paused'>,
): Promise<FollowOutcome> {
  // Asked before it is renewed: afterwards nobody knows any more why it was paused.
  const before = await store.inChannel(wish.channelId);
  const { outcome } = await store.follow(wish);
  if (outcome !== 'resumed') return { kind: outcome };
  return { kind: 'resumed', why: before.find(({ target }) => sameTarget(target, wish.target))?.paused?.reason };
}
