import type { ShootOutKick } from './event.ts';
import type { Instant } from './instant.ts';
import { type Minute, periodOf } from './minute.ts';
import type { News } from './news.ts';
import { type Phase, phaseOrder } from './phase.ts';
import { kickPlace } from './score.ts';

/** What every piece of news of one look shares. */
type Frame = { readonly matchId: string; readonly at: Instant; readonly since: Instant };

/** News on its way, with its place in the match. */
export interface Find {
  readonly place: readonly [period: number, base: number, added: number];
  tell(frame: Frame): News;
}

/** In the order in which it happened. */
export function inOrder(finds: readonly Find[]): readonly Find[] {
  // The sort is stable: what stands at the same minute stays in the order found.
  return [...finds].sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1] || a.place[2] - b.place[2]);
}

/** Where in a match something belongs; without a minute, at the end of the phase it was found in. */
export function placeOf(minute: Minute | undefined, phase: Phase): Find['place'] {
  if (!minute) return [phaseOrder(phase), Number.MAX_SAFE_INTEGER, 0];
  const play: Record<1 | 2 | 3 | 4, Phase> = {
    1: 'first-half',
    2: 'second-half',
    3: 'extra-time-first-half',
    4: 'extra-time-second-half',
  };
  return [phaseOrder(play[periodOf(minute)]), minute.base, minute.added ?? 0];
}

/** Where a kick of the shoot-out belongs, though it be found when all is over. */
export function placeOfKick(kick: ShootOutKick): Find['place'] {
  return [phaseOrder('shoot-out'), Number.MAX_SAFE_INTEGER, kickPlace(kick)];
}
