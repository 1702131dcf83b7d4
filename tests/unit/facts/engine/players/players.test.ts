import { expect, it } from 'vitest';
import { playerFamilies } from '../../../../../src/facts/engine/families/players/index.ts';
import type { Family } from '../../../../../src/facts/engine/family.ts';
import { ledgerBook } from '../../../../../src/facts/engine/ledger.ts';
import type { Result, ScoredGoal } from '../../../../../src/match/result.ts';
import { playerSentences as english } from '../../../../../src/messages/texts/en-player-facts.ts';
import { playerSentences as italian } from '../../../../../src/messages/texts/it-player-facts.ts';
import { league, result } from '../../../../support/facts/league.ts';

/** `Leão`, `-Bremer` for an own goal of the other side's, `*Giroud` for a penalty; home scorers before away ones. */
function scored(line: string, home: readonly string[], away: readonly string[]): Result {
  const goal =
    (side: 'home' | 'away') =>
    (name: string): ScoredGoal => ({
      side,
      manner: name.startsWith('-') ? 'own-goal' : name.startsWith('*') ? 'penalty' : 'open-play',
      scorer: { name: name.replace(/^[-*]/, '') },
    });
  return { ...result(line), scorers: [...home.map(goal('home')), ...away.map(goal('away'))] };
}

const SEASON: readonly Result[] = [
  scored('2026-08-22 milan 2-0 como', ['Leão', '*Giroud'], []),
  scored('2026-08-23 inter 1-0 napoli', ['Barella'], []),
  scored('2026-08-29 como 1-2 milan', ['Cutrone'], ['Leão', '-Goldaniga']),
  scored('2026-08-30 napoli 0-0 inter', [], []),
  scored('2026-09-05 milan 3-1 inter', ['R. Leão', '*Leão', 'Giroud'], ['Barella']),
  scored('2026-09-06 como 0-0 napoli', [], []),
];

function statements(family: Family | undefined, results: readonly Result[], club = 'milan') {
  const book = ledgerBook({ ...league, results, openingBalances: [] });
  const ledger = book('serie-a', { day: '2026-09-30' });
  return (ledger && family?.find(ledger, [club])) ?? [];
}
const [topScorer, scoringRun] = playerFamilies;
const without = (changed: Partial<Result>, at = 4) =>
  SEASON.map((result, index) => (index === at ? { ...result, ...changed } : result));

it('who has scored most for a club is told with goals and penalties, own goals left to nobody', () => {
  const [found] = statements(topScorer, SEASON);
  expect(found?.statement).toMatchObject({ player: 'Leão', goals: 4, penalties: 1, games: 3, second: 2 });
  expect(found?.working.rows).toHaveLength(3);
});

it('who has scored most for a club is not told where one game lacks its scorers, was awarded, or two share the lead', () => {
  const { scorers, ...unknown } = SEASON[4]!;
  expect(statements(topScorer, SEASON.with(4, unknown))).toEqual([]);
  expect(statements(topScorer, without({ status: 'awarded' }))).toEqual([]);
  expect(statements(topScorer, SEASON, 'inter')).toEqual([]);
  const level = scored('2026-09-05 milan 3-0 inter', ['Leão', 'Giroud', 'Giroud'], []);
  expect(statements(topScorer, SEASON.with(4, level))).toEqual([]);
});

it('who has scored most for a club is not told where one name may be of two players', () => {
  const two = scored('2026-09-05 milan 3-1 inter', ['Rafael Leão', 'Pedro Leão', 'Leão'], ['Barella']);
  expect(statements(topScorer, SEASON.with(4, two))).toEqual([]);
});

it('who scores game after game is told once it is three in a row, with all his goals in them', () => {
  const [found, ...others] = statements(scoringRun, SEASON);
  expect(others).toEqual([]);
  expect(found?.statement).toMatchObject({
    player: 'Leão',
    goals: 4,
    run: { games: 3, from: '2026-08-22', to: '2026-09-05' },
  });
});

it('who scores game after game ends with a game without a goal of his', () => {
  const without = scored('2026-09-05 milan 1-1 inter', ['Giroud'], ['Barella']);
  expect(statements(scoringRun, SEASON.with(4, without))).toEqual([]);
});

it('the sentences say it in both languages', () => {
  const told = playerFamilies
    .flatMap((family) => statements(family, SEASON))
    .map(({ statement, scope }) => {
      if (statement.kind === 'top-scorer')
        return [english['top-scorer'](statement, scope), italian['top-scorer'](statement, scope)];
      if (statement.kind === 'scoring-run')
        return [english['scoring-run'](statement, scope), italian['scoring-run'](statement, scope)];
      return [];
    });
  expect(told.flat()).toEqual([
    "Leão has 4 of Milan's league goals in 3 games of 2026–27, 1 from the spot. Nobody else there has more than 2.",
    'Leão ha segnato 4 gol per il Milan in 3 partite del campionato 2026–27, 1 su rigore. Nessun altro della squadra ne ha più di 2.',
    "Leão has scored in each of Milan's last 3 league games of 2026–27, 4 goals in all.",
    'Leão ha segnato in ciascuna delle ultime 3 partite del Milan nel campionato 2026–27: 4 gol in tutto.',
  ]);
});
