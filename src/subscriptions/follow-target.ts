import type { Locale } from '../locale.ts';
import { USUAL_NEWS } from '../match/news.ts';
import { newestOf, sameTarget } from './audience.ts';
import type { FollowTarget, Hearing, PauseReason, Subscription, SubscriptionStore } from './subscription.ts';

/** What came of following: something new, what was followed already, perhaps otherwise, or what had been paused, and why. */
export type FollowOutcome =
  | { readonly kind: 'added' | 'changed' | 'unchanged' }
  | { readonly kind: 'resumed'; readonly why: PauseReason | undefined };

/** Has a channel follow a target. Following again takes the new hearing, and ends a pause. */
export async function followTarget(
  store: Pick<SubscriptionStore, 'follow' | 'inChannel'>,
  wish: Omit<Subscription, 'id' | 'paused'>,
): Promise<FollowOutcome> {
  // Asked before it is renewed: afterwards nobody knows any more what it was, nor why it was paused.
  const before = (await store.inChannel(wish.channelId)).find(({ target }) => sameTarget(target, wish.target));
  const { outcome } = await store.follow(wish);
  if (outcome === 'resumed') return { kind: 'resumed', why: before?.paused?.reason };
  return { kind: outcome === 'unchanged' && before && !hearsAlike(before, wish) ? 'changed' : outcome };
}

/**
 * How a channel is to hear of a target: as it wishes; where it does not say, as it heard of it before, else as it asked
 * last for anything; the usual way where it follows nothing yet.
 */
export function hearingFor(
  wished: Partial<Hearing>,
  target: FollowTarget,
  inChannel: readonly Subscription[],
  locale: Locale,
): Hearing {
  const before = inChannel.find((each) => sameTarget(each.target, target)) ?? newestOf(inChannel);
  const pingRole = wished.pingRole ?? before?.pingRole;
  return {
    locale: wished.locale ?? before?.locale ?? locale,
    hears: wished.hears ?? before?.hears ?? USUAL_NEWS,
    delayMs: wished.delayMs ?? before?.delayMs ?? 0,
    spoilers: wished.spoilers ?? before?.spoilers ?? 'show',
    thread: wished.thread ?? before?.thread ?? false,
    ...(pingRole !== undefined && { pingRole }),
  };
}

/** Whether two channels would get the same posts at the same time. */
export function hearsAlike(a: Hearing, b: Hearing): boolean {
  return (
    a.locale === b.locale &&
    a.delayMs === b.delayMs &&
    a.spoilers === b.spoilers &&
    a.thread === b.thread &&
    a.pingRole === b.pingRole &&
    sameNews(a.hears, b.hears)
  );
}

export function sameNews(a: Hearing['hears'], b: Hearing['hears']): boolean {
  return a.length === b.length && a.every((group) => b.includes(group));
}
