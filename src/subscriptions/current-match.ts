import type { Instant } from '../match/instant.ts';
import type { Match } from '../match/match.ts';
import { isLive, isOver, type Phase } from '../match/phase.ts';
import { sameTarget, targetsOf } from './audience.ts';
import type { FollowTarget } from './subscription.ts';

/** A match and where it stands; undefined while nobody has looked at it. */
export interface Standing {
  readonly match: Match;
  readonly phase: Phase | undefined;
}

/**
 * The match that matters now: the one that is live, else the last one played, else the next to come. Of what is
 * followed, or, where nothing of that is known, of all.
 */
export function currentMatch(
  known: readonly Standing[],
  followed: readonly FollowTarget[],
  now: Instant,
): Match | undefined {
  const isFollowed = ({ match }: Standing) =>
    targetsOf(match).some((target) => followed.some((other) => sameTarget(target, other)));
  const ours = known.filter(isFollowed);
  const latestFirst = [...(ours.length > 0 ? ours : known)].sort((a, b) => b.match.kickOff - a.match.kickOff);
  const current =
    latestFirst.find(({ phase }) => phase && isLive(phase)) ??
    latestFirst.find(({ match, phase }) => (phase ? isOver(phase) : match.kickOff < now)) ??
    latestFirst.at(-1);
  return current?.match;
}
