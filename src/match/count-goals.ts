import { doubted, HOLD, hasHeld, LOOKS_TO_BELIEVE } from './doubt.ts';
import type { Goal } from './event.ts';
import {
  addGoal,
  believeAgain,
  correct,
  doubt,
  type Entry,
  type GoalBook,
  standingOn,
  takeBack,
  unlistedOn,
  use,
} from './goal-book.ts';
import { MINUTE } from './instant.ts';
import { otherSide, SIDES, type Side } from './match.ts';
import { compareMinutes, minutesApart } from './minute.ts';
import { correctReplaced, minutesBetween } from './replaced-goals.ts';
import { minuteAround, minuteOf } from './running-score.ts';
import { distance, isBare } from './same-event.ts';
import type { Score } from './score.ts';
import type { Doubt } from './state.ts';

/** How long a goal that is still listed stands although the score counts fewer and no VAR decision is known. */
const HOLD_LISTED = 3 * MINUTE;

/** In minutes of play: by how much an old page of a feed is old at most. */
const OLDEST_PAGE = 15;

/** By side, goals that the score counts and nothing explains, before they are believed. */
export type Unexplained = Readonly<Partial<Record<Side, Doubt>>>;

/** Takes in a snapshot that states a score: the score says how many goals stand, the list which they are. */
export function countGoals(book: GoalBook, stated: Score, before: Unexplained, mayTakeBack: boolean): Unexplained {
  /** How many more goals the score counts than stand; negative when it counts fewer. */
  const missing = (side: Side) => stated[side] - standingOn(book, side).length;
  settleFlips(book, missing);
  for (const side of SIDES) believeListed(book, side, missing(side));
  const returning = { home: countReturning(book, 'home', missing), away: countReturning(book, 'away', missing) };
  const open = (side: Side) => Math.max(0, missing(side) - returning[side]);
  const unexplained: Unexplained = Object.fromEntries(
    SIDES.filter((side) => open(side) > 0).map((side) => [side, doubted(before[side], book.snapshot.at)]),
  );
  if (mayTakeBack) for (const side of SIDES) takeUncounted(book, side, missing, unexplained);
  const left: [Side, Doubt][] = [];
  for (const side of SIDES) {
    const since = unexplained[side];
    if (since && open(side) > 0) {
      if (isBelieved(book, side, since))
        for (let goals = open(side); goals > 0; goals -= 1) addGoal(book, bareGoal(side));
      else left.push([side, since]);
    }
    if (missing(side) === 0) correctReplaced(book, side);
  }
  return Object.fromEntries(left);
}

/** The same at first sight: what the list does not name is told to nobody, so it is believed at once. */
export function countAtFirst(book: GoalBook, stated: Score): void {
  for (const side of SIDES) {
    believeListed(book, side, stated[side]);
    const inFirstHalf = standingOn(book, side).filter(({ goal }) => minuteOf(goal).base <= 45).length;
    const unlisted = stated[side] - standingOn(book, side).length;
    for (let added = 0; added < unlisted; added += 1) {
      const fellInFirstHalf = inFirstHalf + added < (book.snapshot.halfTime?.[side] ?? 0);
      addGoal(book, bareGoal(side), fellInFirstHalf ? { base: 45 } : undefined);
    }
  }
}

/** Goals that the list gives to the other side now, once the score does too: an own goal that nobody had seen as one. */
function settleFlips(book: GoalBook, missing: (side: Side) => number): void {
  const agrees = (from: Side) => missing(from) < 0 && missing(otherSide(from)) > 0;
  for (const entry of book.entries) {
    const { goal, report } = entry;
    if (goal.stands && report && report.side !== goal.event.side && agrees(goal.event.side)) correct(entry, report);
  }
  // For a while a feed may list it under both.
  for (const report of book.spare) {
    if (!agrees(otherSide(report.side))) continue;
    const near = standingOn(book, otherSide(report.side)).filter(({ goal }) => Number.isFinite(distance(goal, report)));
    const [nearest] = [...near].sort((a, b) => distance(a.goal, report) - distance(b.goal, report));
    if (nearest) correct(nearest, use(book, report));
  }
}

/** Goals newly listed are believed as far as the score counts them, last those that may be copies of another. */
function believeListed(book: GoalBook, side: Side, counted: number): void {
  const rivals = standingOn(book, side).map(({ goal }) => goal.event);
  const isSuspect = (report: Goal) => rivals.some((goal) => minutesBetween(goal, report) <= 1);
  const reports = book.spare.filter((report) => report.side === side && !book.repeats.has(report));
  const likeliest = reports.sort(
    (a, b) =>
      Number(book.copies.has(a)) - Number(book.copies.has(b)) ||
      Number(isSuspect(a)) - Number(isSuspect(b)) ||
      compareMinutes(minuteOf({ event: a }), minuteOf({ event: b })),
  );
  for (const report of likeliest.slice(0, Math.max(0, counted))) addGoal(book, use(book, report));
}

/** How many of the goals that the score counts are probably ones taken back, which are listed again. */
function countReturning(book: GoalBook, side: Side, missing: (side: Side) => number): number {
  let returning = 0;
  for (const entry of book.entries) {
    const { goal, report } = entry;
    if (goal.stands || report?.side !== side || missing(side) <= returning) continue;
    believeAgain(book, entry, report);
    if (!entry.goal.stands) returning += 1;
  }
  return returning;
}

/** The score counts fewer goals than stand: those that most probably do not are doubted, and at last taken back. */
function takeUncounted(book: GoalBook, side: Side, missing: (side: Side) => number, unexplained: Unexplained): void {
  const unlisted = new Set(unlistedOn(book, side));
  const isUnlisted = (entry: Entry) => unlisted.has(entry) || !book.listsGoals;
  const doubtful = standingOn(book, side).toReversed();
  doubtful.sort(
    (a, b) =>
      Number(isUnlisted(b)) - Number(isUnlisted(a)) ||
      Number(book.cancelled.has(b.goal.id)) - Number(book.cancelled.has(a.goal.id)) ||
      Number(isBare(b.goal.event)) - Number(isBare(a.goal.event)) ||
      compareMinutes(minuteOf(b.goal), minuteOf(a.goal)),
  );
  for (const entry of doubtful.slice(0, Math.max(0, -missing(side)))) {
    const uncounted = doubt(book, entry, 'uncounted');
    const byVar = book.cancelled.get(entry.goal.id);
    const hold = isUnlisted(entry) ? (byVar === 'sure' ? 0 : HOLD) : byVar ? HOLD : HOLD_LISTED;
    if (!hasHeld(uncounted, book.snapshot.at, hold)) continue;
    // The score gave it to the other side in one look: it is the same goal, whoever scored it.
    const isCredited = unexplained[otherSide(side)]?.since === uncounted.since && missing(otherSide(side)) > 0;
    if (isCredited && !byVar) creditToOther(entry);
    else takeBack(book, entry);
  }
}

function creditToOther(entry: Entry): void {
  const { doubt: _, ...goal } = entry.goal;
  const { event } = goal;
  const manner = event.manner === 'own-goal' || !event.scorer ? 'open-play' : 'own-goal';
  entry.goal = { ...goal, event: { ...event, side: otherSide(event.side), manner } };
}

/**
 * Whether goals that the score alone tells are believed. Not while the other side has lost as many at the same look: that
 * is one goal, wrongly credited. And not soon after a goal was taken back: an old page of the feed may still count it.
 */
function isBelieved(book: GoalBook, side: Side, unexplained: Doubt): boolean {
  const isSwap = standingOn(book, otherSide(side)).some(({ goal }) => goal.doubt?.since === unexplained.since);
  if (isSwap) return false;
  const now = minuteAround(book.snapshot);
  const mayBeOld = book.entries.some(({ goal }) => {
    const isInDoubt = !goal.stands || goal.doubt?.of === 'uncounted';
    return isInDoubt && now !== undefined && minutesApart(minuteOf(goal), now) <= OLDEST_PAGE;
  });
  if (mayBeOld) return hasHeld(unexplained, book.snapshot.at);
  return unexplained.looks >= LOOKS_TO_BELIEVE || book.snapshot.at - unexplained.since >= HOLD;
}

function bareGoal(side: Side): Goal {
  return { kind: 'goal', side, manner: 'open-play' };
}
