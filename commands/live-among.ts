import type { Match } from '../src/match/match.ts';
import { isLive } from '../src/match/phase.ts';
import { sameTarget, targetsOf } from '../src/subscriptions/audience.ts';
import type { FollowTarget } from '../src/subscriptions/subscription.ts';
import type { Context } from './context.ts';

/** Of the matches that these targets bring, those that are being played: a match that is named, or the one that matters now. */
export async function liveAmong(
  targets: readonly FollowTarget[],
  { matches, place }: Pick<Context, 'matches' | 'place'>,
): Promise<readonly Match[]> {
  const named = targets.flatMap(({ kind, id }) => (kind === 'match' ? [id] : []));
  const current = await matches.current(place.server?.id);
  const asked = new Set([...named, ...(current ? [current.id] : [])]);
  const states = await Promise.all([...asked].map((id) => matches.state(id)));
  return states.flatMap((state) => {
    if (!state || !isLive(state.snapshot.phase)) return [];
    const { match } = state.snapshot;
    const brought = targetsOf(match).some((one) => targets.some((other) => sameTarget(one, other)));
    return brought ? [match] : [];
  });
}
