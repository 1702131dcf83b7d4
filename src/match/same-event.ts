import { assign, NEVER } from './assignment.ts';
import type { Goal, MatchEvent } from './event.ts';
import { playerSide, protagonist } from './event.ts';
import { minutesApart } from './minute.ts';
import { comparePlayers } from './same-player.ts';
import { compareSubstitutions } from './same-substitution.ts';
import type { TrackedEvent } from './state.ts';

/** Above this, two reports are of two events. */
const TOO_FAR = 9;

/**
 * The same, of a goal, where the score tells how many there are: another man's, more than a moment off, may be another
 * goal while this one's row is missing.
 */
const TOO_FAR_WHEN_COUNTED = 5.5;

/** What was taken back is found again only so many minutes from where it was, whoever it is of: later it is another. */
const NEAR = 2;

/** Of two that are equally near, the one that stands is meant. */
const TAKEN_BACK = 0.5;

/** One that was reported, or told by the score alone, within which minute of play. */
export type Known = Pick<TrackedEvent, 'event' | 'stands' | 'around'>;

/**
 * How unlike a report is to an event that is known, 0 being the same; `NEVER` when they cannot be one event. Feeds
 * correct minutes, scorers and even whether a goal was an own goal, so no single field decides.
 */
export function distance(known: Known, reported: MatchEvent): number {
  const { event } = known;
  if (event.kind !== reported.kind) return NEVER;
  const players = compareNamed(event, reported);
  // A goal is corrected in place; a man is not booked or replaced "instead of" another.
  if (players === 'different' && isAboutOneMan(event)) return NEVER;
  if (event.kind === 'card' && reported.kind === 'card' && !isSameColour(event.colour, reported.colour)) return NEVER;
  if (event.kind === 'var-decision' && reported.kind === 'var-decision' && event.decision !== reported.decision) {
    return NEVER;
  }
  const isSameSide = event.side === reported.side;
  if (!isSameSide && playerSide(event) !== playerSide(reported)) return NEVER;
  const minutes = apart(known, reported);
  if (!known.stands && minutes > NEAR) return NEVER;
  const player = { same: 0, unknown: 2, different: 4 }[players];
  const whole = minutes + player + (isSameSide ? 0 : 2) + (isOwnGoal(event) === isOwnGoal(reported) ? 0 : 1);
  return whole > TOO_FAR ? NEVER : whole + (known.stands ? 0 : TAKEN_BACK);
}

/** Whether two reports of one kind are of the same player or, of a substitution, of the same two. */
function compareNamed(a: MatchEvent, b: MatchEvent): ReturnType<typeof comparePlayers> {
  if (a.kind === 'substitution' && b.kind === 'substitution') return compareSubstitutions(a, b);
  return comparePlayers(protagonist(a), protagonist(b));
}

function isAboutOneMan({ kind }: MatchEvent): boolean {
  return kind === 'card' || kind === 'substitution' || kind === 'chance' || kind === 'shoot-out-kick';
}

function isOwnGoal(event: MatchEvent): boolean {
  return event.kind === 'goal' && event.manner === 'own-goal';
}

/** A yellow card that becomes a red one is another card: who hears of red cards alone must hear of it. */
function isSameColour(a: string, b: string): boolean {
  return a === b || (a !== 'yellow' && b !== 'yellow');
}

function apart({ event, around }: Known, reported: MatchEvent): number {
  const minute = event.minute ?? around;
  if (minute && reported.minute) return minutesApart(minute, reported.minute);
  if (event.kind !== 'shoot-out-kick' || reported.kind !== 'shoot-out-kick') return 2;
  // Kicks have no minute. A number may have been given wrong, so it decides between kicks that are equally alike.
  return event.number === undefined || reported.number === undefined || event.number === reported.number ? 0 : 1;
}

/** Whether two reports may be one event that the feed lists twice: the same man's, or for a goal nobody's, within a minute. */
export function isCopy(a: MatchEvent, b: MatchEvent): boolean {
  const players = compareNamed(a, b);
  const isNear = a.minute && b.minute ? minutesApart(a.minute, b.minute) <= 1 : a.minute === b.minute;
  const isSameMan = players === 'same' || (players === 'unknown' && a.kind === 'goal');
  if (!isSameMan || !isNear || a.side !== b.side) return false;
  return a.kind === 'chance' && b.kind === 'chance'
    ? a.outcome === b.outcome
    : distance({ event: a, stands: true }, b) < NEVER;
}

/** The same of reports that give one minute: hardly ever two events. */
export function isDouble(a: MatchEvent, b: MatchEvent): boolean {
  return isCopy(a, b) && (!a.minute || !b.minute || minutesApart(a.minute, b.minute) === 0);
}

/** The reports that repeat an earlier one of the list, or one of `others`. */
export function copiesIn<E extends MatchEvent>(
  reported: readonly E[],
  others: Iterable<E> = [],
  repeats: typeof isCopy = isCopy,
): ReadonlySet<E> {
  const originals = [...others];
  return new Set(
    reported.filter(
      (event, index) =>
        originals.some((other) => repeats(other, event)) ||
        reported.slice(0, index).some((other) => repeats(other, event)),
    ),
  );
}

export interface Pairing<K, E> {
  /** The report of each event that is known and reported. */
  readonly reportOf: ReadonlyMap<K, E>;
  /** Reports of nothing that is known, in the order reported. */
  readonly unknown: readonly E[];
}

/** Pairs what is known with what a feed reports so that all of it fits best, each event at most once. */
export function pairEvents<K extends Known, E extends MatchEvent>(
  known: readonly K[],
  reported: readonly E[],
): Pairing<K, E> {
  const costs = reported.map((event) => known.map((tracked) => distance(tracked, event)));
  return pairingOf(known, reported, assign(costs, TOO_FAR + 1));
}

/**
 * The same for goals. Reports that may repeat each other are of goals that are as like, and only where there is none may
 * the best of them be of another: a copy is never taken for another player's goal whose row is missing.
 */
export function pairGoals<K extends Known & { readonly event: Goal }>(
  known: readonly K[],
  reported: readonly Goal[],
  isCounted: boolean,
): Pairing<K, Goal> {
  const fits = reported.map((goal) => ({ goal, by: Math.min(TOO_FAR, ...known.map((each) => distance(each, goal))) }));
  const bestFirst = fits.sort((a, b) => a.by - b.by).map(({ goal }) => goal);
  const [copies, doubles] = [copiesIn(bestFirst), copiesIn(bestFirst, [], isDouble)];
  const isAlone = (goal: Goal) => reported.every((other) => other === goal || !isCopy(other, goal));
  const isLike = ({ event, stands }: K, goal: Goal) => isAlike(event, goal) && (stands || !doubles.has(goal));
  const mayBeAny = new Set(
    reported.filter((goal) => isAlone(goal) || !(copies.has(goal) || known.some((tracked) => isLike(tracked, goal)))),
  );
  const cost = (tracked: K, goal: Goal) => {
    if (!mayBeAny.has(goal) && !isLike(tracked, goal)) return NEVER;
    const whole = distance(tracked, goal);
    return isCounted && tracked.stands && whole > TOO_FAR_WHEN_COUNTED ? NEVER : whole;
  };
  const costs = reported.map((goal) => known.map((tracked) => cost(tracked, goal)));
  return pairingOf(known, reported, assign(costs, TOO_FAR + 1));
}

/** Whether a goal and a report are so near, and of one player as far as is said, that either may be a copy of the other. */
function isAlike(goal: Goal, reported: Goal): boolean {
  const isNear = goal.minute && reported.minute && minutesApart(goal.minute, reported.minute) <= NEAR;
  return isNear === true && comparePlayers(goal.scorer, reported.scorer) !== 'different';
}

/** Whether nothing is known of a goal but the side it counts for. */
export function isBare(goal: Goal): boolean {
  return !goal.scorer && !goal.minute;
}

function pairingOf<K, E>(
  known: readonly K[],
  reported: readonly E[],
  columns: readonly (number | undefined)[],
): Pairing<K, E> {
  const reportOf = new Map<K, E>();
  const unknown: E[] = [];
  for (const [row, report] of reported.entries()) {
    const tracked = known[columns[row] ?? known.length];
    if (tracked) reportOf.set(tracked, report);
    else unknown.push(report);
  }
  return { reportOf, unknown };
}
