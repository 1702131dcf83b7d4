import { isReplay, type Match } from '../match/match.ts';
import type { FollowTarget, Hearing, Subscription } from './subscription.ts';

/** Everything that can be followed and then brings this match. */
export function targetsOf(match: Match): readonly FollowTarget[] {
  // Whoever follows a club does not wish to hear of a match that somebody else plays again.
  if (isReplay(match.id)) return [{ kind: 'match', id: match.id }];
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

/** A channel that a piece of news is for, and how it wishes to hear. */
export interface AudienceMember extends Hearing {
  readonly channelId: string;
  /** Absent for a direct message. */
  readonly guildId?: string;
}

/** The subscription of a channel that was made last; of two made in one moment, the later in the list. */
export function newestOf(subscriptions: readonly Subscription[]): Subscription | undefined {
  return subscriptions.reduce<Subscription | undefined>(
    (newest, each) => (newest && newest.createdAt > each.createdAt ? newest : each),
    undefined,
  );
}

/**
 * The channels of these subscriptions, each once, even one that follows both clubs: it hears the way it asked for last.
 * The channels that wait least come first.
 */
export function audienceOf(subscriptions: readonly Subscription[]): readonly AudienceMember[] {
  const newest = new Map<string, Subscription>();
  for (const subscription of subscriptions) {
    const known = newest.get(subscription.channelId);
    if (!known || subscription.createdAt >= known.createdAt) newest.set(subscription.channelId, subscription);
  }
  return [...newest.values()].map(memberOf).sort((a, b) => a.delayMs - b.delayMs);
}

function memberOf({ id, target, createdAt, paused, ...member }: Subscription): AudienceMember {
  return member;
}
