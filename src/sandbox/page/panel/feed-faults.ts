import { FEED_FAULTS, type FeedFault } from '../../switchboard/feed-fault.ts';
import type { PanelStatus } from '../../switchboard/panel.ts';

export { FEED_FAULTS, type FeedFault };

/** Why there is nothing that a fault could do now. */
export type Barred = 'no-goal' | 'over';

/** Those that do something with the last goal. */
const OF_A_GOAL: readonly FeedFault[] = ['var-takes-goal', 'drops-and-recreates', 'flickers'];

export function barredBy(fault: FeedFault, replay: NonNullable<PanelStatus['replay']>): Barred | undefined {
  if (OF_A_GOAL.includes(fault)) return goalsOf(replay.score) === 0 ? 'no-goal' : undefined;
  return fault === 'silent-until-the-end' && replay.at >= replay.endsAt ? 'over' : undefined;
}

/** `1–1` are two goals; no score, none. */
const goalsOf = (score = ''): number => [...score.matchAll(/\d+/g)].reduce((sum, [goals]) => sum + Number(goals), 0);
