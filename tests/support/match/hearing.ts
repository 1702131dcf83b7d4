import { USUAL_NEWS } from '../../../src/match/news.ts';
import type { Hearing, Subscription } from '../../../src/subscriptions/subscription.ts';

/** How a channel hears that has chosen nothing. */
export const HEARING: Hearing = { locale: 'en', hears: USUAL_NEWS, delayMs: 0, spoilers: 'show', thread: false };

/** A channel's wish to hear about Milan, or what a test changes. */
export function subscription(channelId: string, createdAt = 0, change: Partial<Subscription> = {}): Subscription {
  const target = { kind: 'club', id: 'milan' } as const;
  return { ...HEARING, id: `${channelId}/${createdAt}`, channelId, target, createdAt, ...change };
}
