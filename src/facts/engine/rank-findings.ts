import { DAY } from '../../match/instant.ts';
import type { Focus } from './family.ts';
import type { Finding } from './finding.ts';
import type { Moment } from './moment.ts';

/**
 * What makes a finding worth telling, in one place. A point is one halving of the odds: something that happens once in
 * two chances is worth one point less than something that happens once in four.
 */
const WORTH = {
  /** Beyond once in 256 nothing gets rarer. */
  mostRarity: 8,
  /** Of the newest result in it: all on its own day, half of it a month later. */
  recency: 3,
  monthDays: 30,
  /** It is about the match that has just ended. */
  justHappened: 2,
  /** It is about both clubs, not about one of them. */
  rival: 1,
  /** It is told for a number that people celebrate. */
  roundNumber: [
    [100, 2],
    [50, 1.5],
    [25, 1],
    [10, 0.5],
  ],
} as const;

/** What is worth less is told to nobody: an ordinary thing of long ago. */
const LEAST = 1;

/** How much a finding is worth telling as of a moment to who asks about a club or two. Higher is better. */
export function interestOf({ weight, scope }: Finding, moment: Moment, focus: Focus): number {
  const { times, chances, latest, number } = weight;
  // One more of each, so that twice in two chances is rarer than once in one.
  const rarity = Math.log2((chances + 2) / (times + 1));
  const days = Math.max(0, (Date.parse(moment.day) - Date.parse(latest)) / DAY);
  const isNew = moment.match?.score !== undefined && latest === moment.day;
  const isOfBoth = focus.length === 2 && focus.every((club) => scope.clubs.some(({ id }) => id === club));
  const [, round] = WORTH.roundNumber.find(([unit]) => number > 0 && number % unit === 0) ?? [1, 0];
  return (
    Math.min(WORTH.mostRarity, Math.max(0, rarity)) +
    WORTH.recency / (1 + days / WORTH.monthDays) +
    (isNew ? WORTH.justHappened : 0) +
    (isOfBoth ? WORTH.rival : 0) +
    round
  );
}

/** What is worth telling, best first; of one theme only the best, since the others say much the same. The same findings always rank alike. */
export function rankFindings(findings: readonly Finding[], moment: Moment, focus: Focus): readonly Finding[] {
  const ranked = findings
    .map((finding) => ({ finding, interest: interestOf(finding, moment, focus) }))
    .filter(({ interest }) => interest >= LEAST)
    .sort((a, b) => b.interest - a.interest || (a.finding.key < b.finding.key ? -1 : 1))
    .map(({ finding }) => finding);
  const themes = new Set<string>();
  return ranked.filter(({ theme }) => !themes.has(theme) && themes.add(theme));
}
