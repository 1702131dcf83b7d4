import type { Locale } from '../locale.ts';
import type { Match } from '../match/match.ts';
import type { FollowTarget, Subscription } from './subscription.ts';

/** Everything that can be followed and then brings this match. */
export function targetsOf(match: Match): readonly FollowTarget[] {
  return [
    { kind: 'club', id: match.home.id },
    { kind: 'club', id: match.away.id },
    { kind: 'competition', id: match.competition.id },
    { kind: 'match', id: match.id },
  ];
}

export function sameTarget(a: FollowTarget, b: FollowTarget): boolean {
  return a.kind === b.kind && a.id === b.id;
}

/** A channel that a piece of news is for, and the language it hears it in. */
export interface AudienceMember {
  readonly channelId: string;
  readonly locale: Locale;
}

/**
 * The channels of these subscriptions, each once, even one that follows both clubs: it hears the language that it asked
 * for last.
 */
export function audienceOf(subscriptions: readonly Subscription[]): readonly AudienceMember[] {
  const newest = new Map<string, Subscription>();
  for (const subscription of subscriptions) {
    const known = newest.get(subscription.channelId);
    if (!known || subscription.createdAt >= known.createdAt) newest.set(subscription.channelId, subscription);
  }
  return [...newest.values()].map(({ channelId, locale }) => ({ channelId, locale }));
}
