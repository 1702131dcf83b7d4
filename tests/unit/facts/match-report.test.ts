import { expect, it } from 'vitest';
import { isComputed } from '../../../src/facts/fact.ts';
import { matchReport } from '../../../src/facts/match-report.ts';
import type { Match } from '../../../src/match/match.ts';
import type { TableRow } from '../../../src/match/table.ts';
import { almanac, facts } from '../../support/facts/almanac.ts';

const DERBY: Match = {
  id: '2021-11-07-milan-inter',
  competition: { id: 'serie-a', name: 'Serie A' },
  season: '2021-22',
  round: 12,
  home: { id: 'milan', name: 'Milan' },
  away: { id: 'inter', name: 'Inter' },
  kickOff: Date.parse('2021-11-07T19:45:00Z'),
};
const story = facts.ofMatch(DERBY, { home: 1, away: 1 });
const report = matchReport(DERBY, { home: 1, away: 1 }, almanac, story)!;
const top = (rows: readonly TableRow[]) =>
  rows.slice(0, 3).map(({ rank, club, points }) => `${rank} ${club} ${points}`);

it("the report of a match shows the table before it, with the day's other results, and after it", () => {
  expect(top(report.before)).toEqual(['1 napoli 32', '2 milan 31', '3 inter 24']);
  expect(top(report.after)).toEqual(['1 napoli 32', '2 milan 32', '3 inter 25']);
  expect(report.before).toHaveLength(20);
  expect(report.after.slice(0, 2).map(({ goalDifference }) => goalDifference)).toEqual([20, 15]);
});

it('the report of a match shows what each ending would have made of it', () => {
  expect(top(report.whatIf.home)).toEqual(['1 milan 34', '2 napoli 32', '3 inter 24']);
  expect(top(report.whatIf.draw)).toEqual(top(report.after));
  expect(top(report.whatIf.away)).toEqual(['1 napoli 32', '2 milan 31', '3 inter 27']);
});

it('the report of a match goes by the score it is given, never by what the record came to say', () => {
  const other = matchReport(DERBY, { home: 0, away: 2 }, almanac, story);
  expect(top(other!.after)).toEqual(['1 napoli 32', '2 milan 31', '3 inter 27']);
  expect(other!.before).toEqual(report.before);
});

it('the report of a match tells the story of the match, and what is next for both', () => {
  expect(report.storylines.map(({ id }) => id)).toContain('opta-best-start');
  expect(report.storylines.every(({ matchId }) => matchId === DERBY.id)).toBe(true);
  // A phone's worth of what it meant, as of that night, and not what the timeline tells.
  expect(report.storylines).toHaveLength(5);
  expect(report.storylines.every(({ asOf }) => asOf <= '2021-11-07')).toBe(true);
  expect(report.storylines.flatMap(({ about }) => about.topics)).not.toContain('match-story');
  expect(report.next.map(({ day, home, away }) => `${day} ${home} v ${away}`)).toEqual([
    '2021-11-20 fiorentina v milan',
    '2021-11-21 inter v napoli',
  ]);
});

it('the report of a match tells what was found where nothing was written', () => {
  const other: Match = {
    ...{ ...DERBY, id: '2022-02-05-inter-milan', round: 24, kickOff: Date.parse('2022-02-05T17:00:00Z') },
    ...{ home: DERBY.away, away: DERBY.home },
  };
  const score = { home: 1, away: 2 };
  const { storylines } = matchReport(other, score, almanac, facts.ofMatch(other, score))!;
  expect(storylines.length).toBeGreaterThan(2);
  expect(storylines.every((fact) => isComputed(fact) && fact.asOf === '2022-02-05')).toBe(true);
});

it('the report of a match goes by head-to-head once the season is over', () => {
  const last: Match = {
    ...DERBY,
    season: '2019-20',
    home: { id: 'genoa', name: 'Genoa' },
    away: { id: 'hellas-verona', name: 'Hellas Verona' },
    kickOff: Date.parse('2020-08-02T18:45:00Z'),
  };
  const end = matchReport(last, { home: 3, away: 0 }, almanac, story)!;
  expect(end.after.map(({ played }) => played)).toEqual(Array(20).fill(38));
  // All on 49 points; by goal difference Fiorentina would come first and Verona last.
  expect(end.after.slice(8, 11).map(({ club }) => club)).toEqual(['hellas-verona', 'fiorentina', 'parma']);
});

it('the report of a match is none where the results around the match are not known', () => {
  expect(
    matchReport({ ...DERBY, competition: { id: 'cup', name: 'Cup' } }, { home: 1, away: 1 }, almanac, story),
  ).toBeUndefined();
  expect(matchReport({ ...DERBY, season: '1974-75' }, { home: 1, away: 1 }, almanac, story)).toBeUndefined();
});
