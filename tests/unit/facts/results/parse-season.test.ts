import { expect, it } from 'vitest';
import { parseSeason } from '../../../../src/facts/results/parse-season.ts';

const HEAD = '# Source: somebody\nday,round,home,away,score,status\n';
const CLUBS = new Set(['milan', 'inter', 'napoli', 'hellas-verona']);
const parse = (text: string) => {
  const problems: string[] = [];
  const of = { competition: 'serie-a', season: '2021-22' };
  const results = parseSeason(text, of, CLUBS, (line, problem) => problems.push(`${line}: ${problem}`));
  return { results, problems };
};

it("a season's file holds a match a line", () => {
  const rows = ['2021-11-07,12,milan,inter,1-1,played', '2022-02-05,,inter,hellas-verona,0-3,awarded'].join('\n');
  expect(parse(`${HEAD}${rows}\n`)).toEqual({
    problems: [],
    results: [
      {
        ...{ competition: 'serie-a', season: '2021-22', day: '2021-11-07', round: 12, home: 'milan', away: 'inter' },
        ...{ score: { home: 1, away: 1 }, status: 'played' },
      },
      {
        ...{ competition: 'serie-a', season: '2021-22', day: '2022-02-05', home: 'inter', away: 'hellas-verona' },
        ...{ score: { home: 0, away: 3 }, status: 'awarded' },
      },
    ],
  });
});

it("a season's file holds half-time scores in a last column, where they are known", () => {
  const head = HEAD.replace('status', 'status,half-time');
  const rows = [
    '2021-11-07,12,milan,inter,1-1,played,1-0',
    '2022-02-05,,inter,milan,1-2,played',
    '2022-02-06,,napoli,hellas-verona,0-0,played,',
  ];
  const { results, problems } = parse(head + rows.join('\n'));
  expect(problems).toEqual([]);
  expect(results.map(({ halfTime }) => halfTime)).toEqual([{ home: 1, away: 0 }, undefined, undefined]);
});

it("a season's file may come with the line ends of any editor", () => {
  expect(parse(`${HEAD}2021-11-07,12,milan,inter,1-1,played\n`.replaceAll('\n', '\r\n')).results).toHaveLength(1);
});

it.each([
  [
    '2021-11-07;12;milan;inter;1-1;played',
    '"2021-11-07;12;milan;inter;1-1;played" is not day,round,home,away,score,status',
  ],
  [
    '2021-11-07,12,milan,inter,-1-1,played',
    '"2021-11-07,12,milan,inter,-1-1,played" is not day,round,home,away,score,status',
  ],
  ['2021-11-07,12,milan,inter,1-1,', '"2021-11-07,12,milan,inter,1-1," is not day,round,home,away,score,status'],
  ['2021-11-07,12,milan,internazionale,1-1,played', 'no club has the id "internazionale"'],
  ['2021-11-07,12,milan,milan,1-1,played', 'milan cannot play itself'],
  ['2021-11-31,12,milan,inter,1-1,played', '2021-11-31 is not a day'],
  ['2021-13-01,12,milan,inter,1-1,played', '2021-13-01 is not a day'],
  ['2020-11-07,12,milan,inter,1-1,played', '2020-11-07 is not in season 2021-22'],
  ['2021-11-07,12,milan,inter,1-1,played,2-0', '2-0 at half-time cannot end 1-1'],
  ['2021-11-07,12,milan,inter,0-3,awarded,0-1', 'an awarded match has no half-time score'],
])("a season's file does not take %s", (row, problem) => {
  const { results, problems } = parse(HEAD + row);
  expect(results).toEqual([]);
  expect(problems).toContain(`3: ${problem}`);
});

it("a season's file takes a match once, and a club once a day", () => {
  const rows = [
    '2021-11-07,12,milan,inter,1-1,played',
    '2021-11-08,12,milan,inter,2-1,played',
    '2021-11-07,12,napoli,inter,1-1,played',
  ];
  expect(parse(HEAD + rows.join('\n')).problems).toEqual([
    '4: milan v inter, as line 3 says already',
    '5: inter plays on 2021-11-07, as line 3 says already',
  ]);
});

it("a season's file must name its columns", () => {
  expect(parse('# nothing').problems).toEqual(['1: the columns must be day,round,home,away,score,status']);
  expect(parse('date,home,away\n').problems).toEqual(['1: the columns must be day,round,home,away,score,status']);
});

it("a season's file is told all its problems at once", () => {
  expect(parse(`${HEAD}x\n2021-11-07,,juve,toro,1-1,played`).problems).toHaveLength(3);
});
