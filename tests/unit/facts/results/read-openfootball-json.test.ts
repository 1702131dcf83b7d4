import { expect, it } from 'vitest';
import { readOpenfootballJson } from '../../../../src/facts/results/read-openfootball-json.ts';
import { names, summary } from '../../../support/facts/league.ts';

const read = (text: string) => summary(readOpenfootballJson(text, names));
const season = (...matches: readonly unknown[]) => read(JSON.stringify({ name: 'Serie A 2026/27', matches }, null, 2));
const match = { round: 'Matchday 1', date: '2026-08-22', team1: 'AC Milan', team2: 'Como 1907' };
const said = (row: string | undefined) => row?.replace(/^.*?: /, '');

it("openfootball's JSON is read as a list of matches, each told with its line", () => {
  const rows = season(
    { ...match, time: '18:30', score: { ft: [2, 1], ht: [1, 0] } },
    { ...match, team1: 'Inter', team2: 'Parma', score: { ft: [3, 0] }, status: 'AWARDED' },
    { ...match, team1: 'Napoli', team2: 'Alcorcon', score: {} },
    { ...match, team1: 'Napoli', team2: 'Inter', round: 'Play-off', score: { ft: [1, 0] } },
  );
  expect(rows).toEqual([
    '7 2026-08-22 milan 2-1 como (1-0) r1',
    '24 2026-08-22 inter 3-0 parma r1 awarded',
    '37 unplayed',
    '44 left-out: Napoli v Inter: "Play-off" is no matchday',
  ]);
});

it("openfootball's JSON is read as it was until 2019: rounds of matches, clubs with keys, a score of two numbers", () => {
  const [team1, team2] = [
    { key: 'milan', name: 'Milan', code: 'MIL' },
    { key: 'napoli', name: 'Napoli' },
  ];
  const matches = [
    { date: '2013-08-24', team1, team2, score1: 2, score2: 1 },
    { date: '2013-08-25', team1: team2, team2: team1, score1: null, score2: null },
  ];
  const text = JSON.stringify({ name: 'Serie A 2013/14', rounds: [{ name: '1^ Giornata', matches }] });
  expect(read(text)).toEqual(['1 2013-08-24 milan 2-1 napoli r1', '1 unplayed']);
});

it.each([
  [{ team1: 'Interr' }, 'no club is called "Interr" (perhaps Inter)'],
  [{ date: '2026-02-30' }, '2026-02-30 is not a day'],
  [{ date: '22/08/2026' }, '22/08/2026 is not a day'],
  [{ date: '2025-08-22' }, '2025-08-22 is not in season 2026-27'],
  [{ score: { ft: [1, 1], ht: [2, 0] } }, '2-0 at half-time cannot end 1-1'],
  [{ score: { ht: [1, 0] } }, 'a half-time score without a score'],
  [{ score: {}, score1: 1 }, 'goals must be two numbers, or none'],
  [{ status: 'MOVED' }, '"moved" is not understood'],
])("openfootball's JSON tells the problem of %j", (change, problem) => {
  expect(season({ ...match, score: { ft: [1, 1] }, ...change }).map(said)).toEqual([problem]);
});

it.each([
  [{ score: { ft: [1, -1] } }],
  [{ score: { ft: [1] } }],
  [{ score: { ft: [1.5, 0] } }],
  [{ score: [1, 1] }],
  [{ team2: 7 }],
  [{ team2: 'x'.repeat(101) }],
])("openfootball's JSON does not take %j", (change) => {
  expect(season({ ...match, ...change })).toEqual([expect.stringMatching(/^\d problem: (score|team2): /)]);
});

it("openfootball's JSON tells a match without its line where lines cannot be known", () => {
  const rows = season({ ...match, score: { ft: [1, 1] } }, { date: '2026-08-22' });
  expect(rows).toEqual(['match 1 2026-08-22 milan 1-1 como r1', expect.stringMatching(/^match 2 problem: team1: /)]);
});

it("openfootball's JSON is told when it is cut off, or something else", () => {
  const whole = JSON.stringify({ name: 'Serie A 2026/27', matches: [match] });
  expect(read(whole.slice(0, -9))).toEqual([expect.stringMatching(/^1 problem: this is not JSON: /)]);
  expect(read('[]')).toEqual([expect.stringMatching(/^1 problem: this is no season of openfootball: /)]);
  expect(read('{"name": "Serie A 2026/27"}')).toEqual(['1 problem: there are no matches in it']);
  expect(read('{"name": "Serie B 2026/27", "matches": []}')).toEqual(['1 problem: no competition is called "Serie B"']);
});
