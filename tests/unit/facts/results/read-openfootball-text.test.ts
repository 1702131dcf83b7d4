import { expect, it } from 'vitest';
import { readOpenfootballText } from '../../../../src/facts/results/read-openfootball-text.ts';
import { names, summary } from '../../../support/facts/league.ts';

const read = (text: string) => summary(readOpenfootballText(text, names));
const inSeason = (...lines: string[]) => read(['= Serie A 2026/27', 'Matchday 1', '[Sat 22.8.]', ...lines].join('\n'));

it("openfootball's text is read as it has been written since 2024, with the score behind", () => {
  const text = `= Italian Serie A 2026/27

# Date       Sat Aug 22 2026 - Sun May 30 2027
# Matches    30


▪ Matchday 1
  Sat Aug 22 2026
    18:30  AC Milan                v Como 1907                2-1 (1-0)
           SSC Napoli              v FC Internazionale Milano  0-0
  Sun Aug 23
    20:45  Parma Calcio 1913       v Alcorcon                 3-0  [awarded]


» Matchday 2
  Sat Jan/2 2027
           Como 1907               v AC Milan
  Sun Jan/3
           FC Internazionale Milano v Parma                   10-0 (4-0)
`;
  expect(read(text)).toEqual([
    '9 2026-08-22 milan 2-1 como (1-0) r1',
    '10 2026-08-22 napoli 0-0 inter r1',
    '12 2026-08-23 parma 3-0 alcorcon r1 awarded',
    '17 unplayed',
    '19 2027-01-03 inter 10-0 parma (4-0) r2',
  ]);
});

it("openfootball's text is read as it was until then, with the score between", () => {
  const text = `= Italian Serie A 2020/21

1^ Giornata
[Sab. 19.9.]
  18.00  Milan                    1-0 (0-0)  Como
         Parma                    3-0  Inter                  [awarded]
[Dom. 20.9.]
  Napoli                   -  Alcorcón

2^ Giornata    ## postponed
[Mer. 6.1.]
      Como        2-2  Milan   ## a comment
`;
  expect(read(text)).toEqual([
    '5 2020-09-19 milan 1-0 como (0-0) r1',
    '6 2020-09-19 parma 3-0 inter r1 awarded',
    '8 unplayed',
    '12 2021-01-06 como 2-2 milan r2',
  ]);
});

it("openfootball's text is read with days before each match, after line ends of Windows", () => {
  const lines = ['= Serie A 2013/14', 'Spieltag 1 / 1^ Giornata', '24.08. 18:00 (sab)  Inter  2-0  Como', ''];
  expect(read(lines.join('\r\n'))).toEqual(['3 2013-08-24 inter 2-0 como r1']);
});

it("openfootball's text is read with goals, grounds, line-ups and officials, which are passed over", () => {
  const text = `= Italy | Serie A 2025/26

▪ Regular Season - 3
Sat Aug 23 16:30 UTC+0 @ Stadio Uno, Somewhere, Att: 19106
  Milan v Napoli  2-1 (2-0)
     (Rossi 17', 45+1';
      Verdi 57'(og))

Milan: Bianchi - Neri (81' Gialli), Rossi [c],
      Viola - Blu
    Yellow: Neri 56'

Refs: Uno, Due

Sun Aug 24 2025
  Inter v Como  0-0 @ Stadio Due
`;
  expect(read(text)).toEqual(['5 2025-08-23 milan 2-1 napoli (2-0) r3', '16 2025-08-24 inter 0-0 como r3']);
});

it("openfootball's text takes a day without a year from the season, in July and August the one nearest to the day before", () => {
  const text =
    '= Serie A 2019/20\n24.8.\nMilan 1-0 Como\n28.6.\nInter 1-0 Como\n2.8.\nNapoli 1-0 Como\n2019-09-01\nParma 1-0 Como';
  expect(read(text).map((row) => row.split(' ')[1])).toEqual(['2019-08-24', '2020-06-28', '2020-08-02', '2019-09-01']);
});

it("openfootball's text leaves out, and says so, what is no match of the league or came to no result", () => {
  expect(
    inSeason(
      'Milan 1-0 Como [abandoned]',
      'Inter v Como [postponed]',
      'Play-off',
      'Inter 1-0 Parma',
      '▪ Spareggio',
      'Como - Inter',
    ),
  ).toEqual([
    '4 left-out: Milan v Como is abandoned',
    '5 unplayed',
    '7 left-out: Inter v Parma: "Play-off" is no matchday',
    '9 unplayed',
  ]);
});

it.each([
  ['Milan v Interr  1-1', 'no club is called "Interr" (perhaps Inter)'],
  ['Nobody v Noone  1-1', 'no club is called "Nobody"; no club is called "Noone"'],
  ['Milan v Milan  1-1', 'milan cannot play itself'],
  ['Milan v Inter  1-1 (2-0)', '2-0 at half-time cannot end 1-1'],
  ['Milan v Inter  1-1 [moved to Rome]', '"moved to rome" is not understood'],
  ['Milan v Inter  [awarded]', 'awarded without a score'],
  ['Milan v Inter  1-1 a.e.t.', 'no club is called "Inter 1-1 a.e.t."'],
  ['Milan v Int', 'no club is called "Int" (perhaps Inter)'],
  ['Milan v Inter  1-', 'no club is called "Inter 1-" (perhaps Inter)'],
  ['Milan Inter', '"Milan Inter" is neither a day, a matchday nor a match'],
  ['Sat Foo 22', '"Sat Foo 22" is neither a day, a matchday nor a match'],
  ['[Sat 31.11.]\nMilan 1-1 Inter', '2026-11-31 is not a day'],
  ['Sat Aug 22 2027\nMilan 1-1 Inter', undefined],
  ['Sat Sep 4 2027\nMilan 1-1 Inter', '2027-09-04 is not in season 2026-27'],
  ["(Rossi 12'\nMilan 1-1 Inter", '"Milan 1-1 Inter" stands among goals or line-ups'],
  ['x'.repeat(301), 'the line is too long'],
])("openfootball's text tells the problem of %s", (line, problem) => {
  const told = inSeason(line).filter((row) => row.includes('problem'));
  expect(told.map((row) => row.replace(/^\d+ problem: /, ''))).toEqual(problem === undefined ? [] : [problem]);
});

it("openfootball's text must say of what season it is, and is told once when it does not", () => {
  expect(read('Matchday 1\n22.8.\nMilan 1-0 Inter\nComo 1-0 Inter')).toEqual([
    '3 problem: no line before this says of what season it is, like = Serie A 2026/27',
  ]);
  expect(read('= Serie A')).toEqual(['1 problem: "Serie A" names no season, like Serie A 2026/27']);
  expect(read('= Serie A 2026/28')).toEqual(['1 problem: "Serie A 2026/28" names no season, like Serie A 2026/27']);
  expect(read('= Serie B 2026/27')).toEqual(['1 problem: no competition is called "Serie B"']);
  expect(read('= Serie A 2026/27\nMilan 1-0 Inter')).toEqual(['2 problem: the match has no day']);
});
