import type { Goal } from '../match/event.ts';
import type { Match, Side } from '../match/match.ts';
import { compareMinutes, formatMinute } from '../match/minute.ts';
import { type MatchState, standing } from '../match/state.ts';
import { plain } from './escape.ts';
import { groupBy } from './group-by.ts';
import { clubName } from './score-line.ts';
import type { Texts } from './texts.ts';

/** The goals that count, in the order in which they fell; one without a minute comes last. */
export function goalsOf(state: MatchState): readonly Goal[] {
  const goals = standing(state).filter((event) => event.kind === 'goal');
  return goals.sort((a, b) => compareMinutes(a.minute ?? { base: 999 }, b.minute ?? { base: 999 }));
}

/** `de Vrij (o.g.)`; undefined while nobody knows who it was. */
export function scorerOf(goal: Goal, texts: Texts): string | undefined {
  return goal.scorer && joined([plain(goal.scorer.name), mannerOf(goal, texts)]);
}

/**
 * A line for each side that scored, the first to score first: `**Inter** 11' Çalhanoğlu (pen.)`. A player's goals stand
 * together: `11', 54' (pen.) Çalhanoğlu`. Own goals stand under the side they count for.
 */
export function scorerLines(match: Match, goals: readonly Goal[], texts: Texts): readonly string[] {
  const sides = new Set(goals.map((goal) => goal.side));
  return [...sides].map((side) => `**${clubName(match, side)}** ${scorersOf(side, goals, texts)}`);
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
