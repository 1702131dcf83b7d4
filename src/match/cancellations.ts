import { assign, NEVER } from './assignment.ts';
import { playerSide, type VarDecision } from './event.ts';
import { comparePlayers } from './same-player.ts';
import type { TrackedEvent } from './state.ts';
import type { TrackedGoal } from './tracked-goal.ts';

/** How many minutes of play after a goal its VAR decision comes at most: of the same player, and of another or nobody. */
const LATEST_OF_SAME_PLAYER = 5;
const LATEST = 3;
/** Feeds give either of them a minute too early or too late. */
const EARLIEST = -1;

/** Dearer than any row that fits: most rows are about a goal that never counted. */
const ABOUT_NO_GOAL = 100;

/**
 * How sure it is that a VAR decision cancels a goal: only `likely` where it names another player than the scorer, or is not
 * listed now, as on an old page of the feed, that has neither.
 */
export type Cancellation = 'sure' | 'likely';

/**
 * The goals that VAR rows speak of, each row of one goal at most. A row is not a pointer to a player's last goal: it must
 * fit in time, and a decision that was known before a goal was is not about it.
 */
export function cancelledGoals(
  goals: readonly TrackedGoal[],
  events: readonly TrackedEvent[],
): ReadonlyMap<string, Cancellation> {
  const order = new Map(events.map(({ id }, index) => [id, index]));
  const known = goals.filter(({ id }) => order.has(id));
  const rows = events.flatMap((tracked) => {
    const { event, stands, id, doubt } = tracked;
    return stands && event.kind === 'var-decision' && event.decision === 'goal-cancelled'
      ? [{ event, id, isListed: !doubt }]
      : [];
  });
  const isKnownBefore = (row: string, goal: string) => (order.get(row) ?? 0) < (order.get(goal) ?? 0);
  const costs = rows.map((row) =>
    known.map((goal) => (isKnownBefore(row.id, goal.id) ? NEVER : unlikeness(row.event, goal))),
  );
  const cancelled = new Map<string, Cancellation>();
  for (const [row, column] of assign(costs, ABOUT_NO_GOAL).entries()) {
    const [decision, goal] = [rows[row], known[column ?? known.length]];
    if (!decision || !goal) continue;
    const isOther = comparePlayers(decision.event.player, goal.event.scorer) === 'different';
    cancelled.set(goal.id, isOther || !decision.isListed ? 'likely' : 'sure');
  }
  return cancelled;
}

function unlikeness(row: VarDecision, { event: goal, around }: TrackedGoal): number {
  if (row.side !== goal.side && row.side !== playerSide(goal)) return NEVER;
  const players = comparePlayers(row.player, goal.scorer);
  const minute = goal.minute ?? around;
  if (!minute || !row.minute) return players === 'same' ? 1 : NEVER;
  const after = row.minute.base + (row.minute.added ?? 0) - minute.base - (minute.added ?? 0);
  if (after < EARLIEST || after > (players === 'same' ? LATEST_OF_SAME_PLAYER : LATEST)) return NEVER;
  return Math.abs(after) + { same: 0, unknown: 2, different: 5 }[players];
}
