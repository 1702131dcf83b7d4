import { expect, it } from 'vitest';
import { readFootballDataCsv } from '../../../../src/facts/results/read-football-data-csv.ts';
import { names, summary } from '../../../support/facts/league.ts';

const HEAD = 'Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR,HTHG,HTAG,HTR,B365H,,';
const read = (...lines: string[]) => summary(readFootballDataCsv(lines.join('\r\n'), names));
const row = (...rows: string[]) => read(HEAD, ...rows);

it("football-data.co.uk's table is read with years of two and of four digits, and whatever columns there are besides", () => {
  const rows = row(
    'I1,22/08/26,Milan,Como,2,1,H,1,0,H,1.5,,',
    'I1,03/01/2027,Como,Milan,0,0,D,0,0,D,2.5',
    ',,,,,,,,,,,,',
    '',
  );
  expect(rows).toEqual(['2 2026-08-22 milan 2-1 como (1-0)', '3 2027-01-03 como 0-0 milan (0-0)']);
  const later = 'Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR';
  expect(read(later, '"I1","22/08/2026","18:30","Milan","Inter","1","1","D"')).toEqual([
    '2 2026-08-22 milan 1-1 inter',
  ]);
});

it("football-data.co.uk's table is of the season in which its first day lies, wherever that stands", () => {
  expect(row('I1,02/08/20,Milan,Como,1,0,H,,,,', 'I1,24/08/19,Inter,Como,1,0,H,,,,')).toEqual([
    '2 2020-08-02 milan 1-0 como',
    '3 2019-08-24 inter 1-0 como',
  ]);
  const rows = readFootballDataCsv([HEAD, 'I1,02/05/99,Milan,Como,1,0,H,,,,'].join('\n'), names);
  expect(rows).toMatchObject([{ result: { season: '1998-99', day: '1999-05-02' } }]);
  expect(row('I1,20/07/20,Milan,Como,1,0,H,,,,')).toEqual([
    '2 problem: a file that begins in July does not say of which season it is',
  ]);
});

it("football-data.co.uk's table has no result where it has no goals", () => {
  expect(row('I1,22/08/26,Milan,Como,,,,,,,')).toEqual(['2 unplayed']);
});

it.each([
  ['I1,22/08/26,Milan,Interr,2,1,H,1,0,H', 'no club is called "Interr" (perhaps Inter)'],
  ['I1,22/08/26,Milan,,2,1,H,1,0,H', 'a club has no name'],
  ['I1,2026-08-22,Milan,Inter,2,1,H,1,0,H', '"2026-08-22" is not a day as dd/mm/yyyy'],
  ['I1,31/11/26,Milan,Inter,2,1,H,1,0,H', '2026-11-31 is not a day'],
  ['I1,08/22/26,Milan,Inter,2,1,H,1,0,H', '2026-22-08 is not a day'],
  ['I2,22/08/26,Milan,Inter,2,1,H,1,0,H', 'no competition is known by the code "I2"'],
  ['E0,22/08/26,Milan,Inter,2,1,H,1,0,H', 'no competition is known by the code "E0"'],
  ['I1,22/08/26,Milan,Inter,2,1,A,1,0,H', '2-1 is not A'],
  ['I1,22/08/26,Milan,Inter,2,,H,1,0,H', 'goals must be two numbers, or none'],
  ['I1,22/08/26,Milan,Inter,2,x,H,1,0,H', 'goals must be two numbers, or none'],
  ['I1,22/08/26,Milan,Inter,2,-1,H,1,0,H', 'goals must be two numbers, or none'],
  ['I1,22/08/26,Milan,Inter,2,1,H,3,0,H', '3-0 at half-time cannot end 2-1'],
  ['I1,22/08/26,Milan,Inter,2,1', 'the row breaks off'],
  ['I1,22/08/26,Mil', 'the row breaks off'],
])("football-data.co.uk's table tells the problem of %s", (line, problem) => {
  expect(row(line)).toEqual([`2 problem: ${problem}`]);
});

it("football-data.co.uk's table must name its columns", () => {
  expect(read('<html>', '')).toEqual(['1 problem: the columns lack Div, Date, HomeTeam, AwayTeam, FTHG, FTAG']);
  expect(read('Div,Date,HomeTeam,AwayTeam,FTHG')).toEqual(['1 problem: the columns lack FTAG']);
  expect(read('')).toEqual([expect.stringMatching(/^1 problem: the columns lack/)]);
});
