import type { Goal } from '../match/event.ts';
import type { Match, Side } from '../match/match.ts';
import { compareMinutes, formatMinute } from '../match/minute.ts';
import { minuteOf } from '../match/running-score.ts';
import type { MatchState } from '../match/state.ts';
import { isTrackedGoal, type TrackedGoal } from '../match/tracked-goal.ts';
import { plain } from './escape.ts';
import { groupBy } from './group-by.ts';
import { clubName } from './score-line.ts';
import type { Texts } from './texts.ts';

/** The goals that count, in the order in which they fell. */
export function goalsOf({ events }: Pick<MatchState, 'events'>): readonly Goal[] {
  const goals = events.filter(isTrackedGoal).filter(({ stands }) => stands);
  return goals.sort((a, b) => compareMinutes(minuteOf(a), minuteOf(b))).map(({ event }) => event);
}

/** The goals that count until one of them, so that a post that is sent late does not tell what fell after its own. */
export function goalsUntil(goal: TrackedGoal, { events }: MatchState): readonly Goal[] {
  return goalsOf({ events: events.filter((event) => compareMinutes(minuteOf(event), minuteOf(goal)) <= 0) });
}

/** `de Vrij (o.g.)`; undefined while nobody knows who it was. */
export function scorerOf(goal: Goal, texts: Texts): string | undefined {
  return goal.scorer && joined([plain(goal.scorer.name), mannerOf(goal, texts)]);
}

/**
 * A line for each side that scored, the first to score first: `**Inter** 11' Çalhanoğlu (pen.)`. A player's goals stand
 * together: `11', 54' (pen.) Çalhanoğlu`. Own goals stand under the side they count for. Goals of which neither scorer
 * nor minute is known are left to the score.
 */
export function scorerLines(match: Match, goals: readonly Goal[], texts: Texts): readonly string[] {
  const known = goals.filter(({ scorer, minute }) => scorer !== undefined || minute !== undefined);
  const sides = new Set(known.map((goal) => goal.side));
  return [...sides].map((side) => `**${clubName(match, side)}** ${scorersOf(side, known, texts)}`);
}

function scorersOf(side: Side, goals: readonly Goal[], texts: Texts): string {
  const byScorer = groupBy(
    goals.filter((goal) => goal.side === side),
    (goal) => `${goal.scorer?.name} ${goal.manner === 'own-goal'}`,
  );
  return byScorer.map((group) => scorerWithMinutes(group, texts)).join(' · ');
}

/** One goal reads `11' Çalhanoğlu (pen.)`; of several, each says how it was scored. */
function scorerWithMinutes(goals: readonly Goal[], texts: Texts): string {
  const name = goals[0]?.scorer ? plain(goals[0].scorer.name) : '';
  const minute = (goal: Goal) => (goal.minute ? formatMinute(goal.minute) : '');
  if (goals[0] && goals.length === 1) return joined([minute(goals[0]), name, mannerOf(goals[0], texts)]);
  const minutes = goals.map((goal) => joined([minute(goal), mannerOf(goal, texts)]));
  return joined([minutes.filter(Boolean).join(', '), name]);
}

function joined(words: readonly string[]): string {
  return words.filter(Boolean).join(' ');
}

function mannerOf({ manner }: Goal, texts: Texts): string {
  if (manner === 'own-goal') return `(${texts.match.ownGoal})`;
  return manner === 'penalty' ? `(${texts.match.penalty})` : '';
}
