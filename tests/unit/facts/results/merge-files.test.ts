import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadResults } from '../../../../src/facts/results/load-results.ts';
import { mergeFiles, ResultsError } from '../../../../src/facts/results/merge-files.ts';
import { league, lineOf } from '../../../support/facts/league.ts';

const TEXT = `= Serie A 2026/27
Matchday 1
Sat Aug 22
Milan v Inter 2-1 (1-0)
Sun Aug 23
Como v Parma 3-0 [awarded]
Napoli v Alcorcon
Play-off
Sun Oct 4
Inter v Milan 1-0
`;
const JSON_TEXT = JSON.stringify({
  name: 'Serie A 2026/27',
  matches: [
    {
      round: 'Matchday 2',
      date: '2026-08-29',
      team1: 'Alcorcón',
      team2: 'FC Internazionale Milano',
      score: { ft: [0, 0] },
    },
  ],
});
const CSV =
  'Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\r\nI1,01/09/25,Alcorc\u00f3n,Milan,1,4,A\r\nI1,22/05/26,Milan,Como,0,0,D\r\n';
const CARRIED = '# Source: somebody\nday,round,home,away,score,status\n2025-09-01,1,alcorcon,milan,1-4,played\n';

let folder = '';
let results = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tifo-results-'));
  results = join(folder, 'results');
  await mkdir(join(results, 'serie-a'), { recursive: true });
  await writeFile(join(results, 'serie-a', '2025-26.csv'), CARRIED);
});
afterEach(() => rm(folder, { recursive: true }));

const load = () => loadResults(results, { ...league, topics: [] }, (problem) => expect.unreachable(problem));
async function merge(files: Readonly<Record<string, string | Uint8Array>>, now = Date.UTC(2026, 10, 22)) {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return mergeFiles({
    files: Object.keys(files),
    from: folder,
    folder: results,
    known: league,
    carried: await load(),
    now,
  });
}
/** Everything in the folder of results, by its name. */
async function contents(): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(results, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [file.slice(results.length + 1), await readFile(file, 'utf8')] as const),
    ),
  );
}

it('files of results are merged into the seasons they tell of, sorted, in a compact form that names its sources', async () => {
  const merged = await merge({ 'b.json': JSON_TEXT, 'a.txt': TEXT, 'I1.csv': Buffer.from(CSV, 'latin1') });
  expect(merged.seasons.map(({ season, came }) => [season, came])).toEqual([
    ['2025-26', { added: 1, completed: 0, unchanged: 1 }],
    ['2026-27', { added: 3, completed: 0, unchanged: 0 }],
  ]);
  expect(merged).toMatchObject({ unplayed: 1, leftOut: ['a.txt:10: Inter v Milan: "Play-off" is no matchday'] });
  expect(await contents()).toEqual({
    'serie-a/2025-26.csv': `# Source: somebody
# Source: football-data.co.uk
day,round,home,away,score,status
2025-09-01,1,alcorcon,milan,1-4,played
2026-05-22,,milan,como,0-0,played
`,
    'serie-a/2026-27.csv': `# Source: openfootball (CC0-1.0)
day,round,home,away,score,status,half-time
2026-08-22,1,milan,inter,2-1,played,1-0
2026-08-23,1,como,parma,3-0,awarded
2026-08-29,2,alcorcon,inter,0-0,played
`,
  });
  expect((await load()).map(lineOf)).toEqual([
    '2025-09-01 alcorcon 1-4 milan r1',
    '2026-05-22 milan 0-0 como',
    '2026-08-22 milan 2-1 inter (1-0) r1',
    '2026-08-23 como 3-0 parma r1 awarded',
    '2026-08-29 alcorcon 0-0 inter r2',
  ]);
});

it('files of results change nothing the second time', async () => {
  await merge({ 'a.txt': TEXT });
  const before = await contents();
  const again = await merge({ 'a.txt': TEXT, 'A2.TXT': TEXT });
  expect(again.seasons.map(({ came }) => came)).toEqual([{ added: 0, completed: 0, unchanged: 2 }]);
  expect(await contents()).toEqual(before);
});

it('files of results give a match its half-time score later', async () => {
  await merge({ 'a.txt': TEXT.replace(' (1-0)', '') });
  const merged = await merge({ 'a.txt': TEXT });
  expect(merged.seasons[0]?.came).toEqual({ added: 0, completed: 1, unchanged: 1 });
  expect((await contents())['serie-a/2026-27.csv']).toContain('milan,inter,2-1,played,1-0');
});

it('files of results change nothing at all if anything is wrong anywhere, and are told every problem', async () => {
  const before = await contents();
  const wrong = merge({
    'good.txt': TEXT,
    'bad.txt': `${TEXT}Matchday 2\nMilan v Interr 1-1\nComo v Como 1-1\n`,
    'other.csv': 'Div,Date,HomeTeam,AwayTeam,FTHG,FTAG\nI1,01/09/25,Alcorcon,Milan,1,5\n',
    'late.json': JSON_TEXT.replace('2026-08-29', '2026-11-23'),
  });
  await expect(wrong).rejects.toBeInstanceOf(ResultsError);
  await expect(wrong).rejects.toThrow(
    [
      'Nothing was changed, because of 4 problems:',
      'bad.txt:12: no club is called "Interr" (perhaps Inter)',
      'bad.txt:13: como cannot play itself',
      'late.json:1: alcorcon v inter: 2026-11-23 is yet to come',
      'other.csv:2: alcorcon v milan: 1-5, but the record has 1-4',
    ].join('\n'),
  );
  expect(await contents()).toEqual(before);
});

it.each([
  ['a.txt', TEXT.slice(0, TEXT.indexOf('1 (1-0)')), 'a.txt:4: no club is called "Inter 2-" (perhaps Inter)'],
  ['a.json', JSON_TEXT.slice(0, 99), /a\.json:1: this is not JSON: /],
  ['I1.csv', CSV.slice(0, -8), 'I1.csv:3: the row breaks off'],
  ['a.txt', '', 'a.txt:1: there are no matches in it'],
  ['a.txt', Buffer.from('= Serie A 2026/27', 'utf16le'), 'a.txt:1: this is not text'],
  ['a.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'a.csv:1: this is not text'],
  ['a.json', '['.repeat(100_000), /a\.json:1: this is (not JSON|no season)/],
  ['a.json', `{"name":"Serie A 2026/27","matches":{"__proto__":[]}}`, /a\.json:1: this is no season/],
  ['a.txt', `= Serie A 2026/27\n${'('.repeat(290)}\n${' v'.repeat(140)}\n`, 'a.txt:1: there are no matches in it'],
  ['a.txt', Buffer.alloc(5_000_001, 'a'), 'a.txt:1: the file is too large to be results'],
  ['a.pdf', TEXT, 'a.pdf:1: the name must end in .txt or .json (openfootball) or .csv (football-data.co.uk)'],
])('files of results may be hostile or cut off: %s', async (name, content, problem) => {
  const before = await contents();
  await expect(merge({ [name]: content })).rejects.toThrow(problem);
  expect(await contents()).toEqual(before);
});

it('files of results may not be there', async () => {
  const options = { from: folder, folder: results, known: league, carried: [], now: 0 };
  await expect(mergeFiles({ ...options, files: ['none.txt'] })).rejects.toThrow(/none\.txt: ENOENT/);
});

it('files of results are read with a mark of byte order', async () => {
  const merged = await merge({ 'a.txt': `\uFEFF${TEXT}`, 'a.csv': `\uFEFF${CSV}`, 'b.json': `\uFEFF${JSON_TEXT}` });
  expect(merged.seasons.map(({ came }) => came.added)).toEqual([1, 3]);
});

it('files of results leave everything as it was when it cannot be written', async () => {
  const before = await contents();
  // A folder where a season's file should be: all is written aside, and that is as far as it comes.
  await mkdir(join(results, 'serie-a', '2026-27.csv'));
  await expect(merge({ 'b.json': JSON_TEXT })).rejects.toThrow();
  await rm(join(results, 'serie-a', '2026-27.csv'), { recursive: true });
  expect(await contents()).toEqual(before);
  expect(await readdir(results)).toEqual(['serie-a']);
});
