import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AlmanacError, loadAlmanac } from '../../../src/facts/load-almanac.ts';
import { OperatorError } from '../../../src/operator-error.ts';

const club = (id: string) => ({ id, name: id, shortName: id, city: 'Milan', aliases: [] });
const FACT = {
  id: 'fact',
  text: { en: 'It was drawn 1–1.', it: 'È finita 1–1.' },
  scope: { en: 'This match', it: 'Questa partita' },
  source: 'results',
  check: 'computed',
  asOf: '2021-11-07',
  matchId: '2021-11-07-milan-inter',
  about: { clubs: ['milan'], players: ['Çalhanoğlu'], topics: ['penalties'] },
  figures: { goals: 2 },
  computation: 'serie-a/inter+milan/balance@2021-11-07',
};
const GOOD: Readonly<Record<string, unknown>> = {
  'clubs.json': [club('milan'), club('inter')],
  'competitions.json': [
    {
      ...{ id: 'serie-a', name: 'Serie A', country: 'Italy', timeZone: 'Europe/Rome', aliases: [] },
      eras: [{ since: '1994-95', pointsForWin: 3, tieBreaks: ['goal difference'] }],
      rulings: [{ season: '2021-22', club: 'milan', points: 1, note: 'why' }],
    },
  ],
  'topics.json': [{ id: 'penalties', name: { en: 'Penalties', it: 'Rigori' }, aliases: [] }],
  'facts/some.json': [FACT],
  'results/opening-balances.json': [],
  'results/serie-a/2021-22.csv': 'day,round,home,away,score,status\n2021-11-07,12,milan,inter,1-1,played\n',
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tifo-data-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Loads the good data with some files changed; text is written as it is, undefined leaves a file out. */
async function load(changed: Readonly<Record<string, unknown>> = {}) {
  for (const [name, content] of Object.entries({ ...GOOD, ...changed })) {
    if (content === undefined) continue;
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return loadAlmanac(folder);
}

/** The problems of a load that must fail, with the folder's name taken out. */
async function problems(changed: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const error: unknown = await load(changed).catch((error: unknown) => error);
  if (!(error instanceof AlmanacError)) throw new Error('nothing was wrong');
  return error.message.replaceAll(`${folder}/`, '').split('\n').slice(1);
}
const problemsOfFact = (changes: object) => problems({ 'facts/some.json': [{ ...FACT, ...changes }] });

it('a folder of data gives clubs, competitions, results and facts', async () => {
  const almanac = await load();
  expect(almanac.results).toMatchObject([{ competition: 'serie-a', season: '2021-22', home: 'milan', round: 12 }]);
  expect(almanac.facts.byId('fact')).toEqual(FACT);
  expect(almanac.clubs.map(({ id }) => id)).toEqual(['milan', 'inter']);
});

it('a folder of data is told all its problems at once, each with its file, and what to mend is for the operator', async () => {
  const changed = {
    'clubs.json': [club('milan'), club('inter'), club('milan'), { id: 'Roma' }],
    'facts/some.json': '[{"id": ',
    'facts/more.json': [{ ...FACT, scope: undefined }],
    'results/serie-a/2021-22.csv': 'day,round,home,away,score,status\n2021-11-07,12,milan,roma,1-1,played\n',
    'results/serie-a/last-year.csv': '',
    'results/opening-balances.json': { played: 1 },
  };
  const told = await problems(changed);
  expect(told).toEqual([
    expect.stringMatching(/^clubs\.json: "Roma": aliases: /),
    expect.stringMatching(/^clubs\.json: "Roma": city: /),
    'clubs.json: "Roma": id: an id is small letters and digits, with single hyphens',
    expect.stringMatching(/^clubs\.json: "Roma": name: /),
    expect.stringMatching(/^clubs\.json: "Roma": shortName: /),
    'clubs.json: the id "milan" is there more than once',
    expect.stringMatching(/^facts\/more\.json: "fact": scope: /),
    expect.stringMatching(/^facts\/some\.json: .*JSON/),
    'results/opening-balances.json: must hold a list',
    'results/serie-a/2021-22.csv:2: no club has the id "roma"',
    'results/serie-a/last-year.csv: results are named after their season, like 2021-22.csv',
  ]);
  await expect(loadAlmanac(folder)).rejects.toBeInstanceOf(OperatorError);
  await expect(loadAlmanac(folder)).rejects.toThrow(`The data in ${folder} has 11 problems:`);
});

it('a folder of data is missed when it is not there', async () => {
  const nowhere = join(folder, 'nowhere');
  await expect(loadAlmanac(nowhere)).rejects.toThrow(/clubs\.json: ENOENT[\s\S]*competitions\.json: ENOENT/);
  expect(await problems({ 'results/serie-a/2021-22.csv': undefined })).toEqual([
    expect.stringContaining('results/serie-a: ENOENT'),
  ]);
});

it.each([
  ['without a scope', { scope: { en: '', it: '' } }, ['scope.en: must not be empty', 'scope.it: must not be empty']],
  ['with empty text', { text: { en: ' ', it: 'x' } }, ['text.en: must not be empty']],
  [
    'too long for a phone',
    { text: { en: 'x'.repeat(301), it: 'x' } },
    ['text.en: must not be longer than 300 characters'],
  ],
  [
    'disputed without a dispute',
    { check: 'disputed', figures: undefined, computation: undefined },
    ['a disputed fact must say what the dispute is'],
  ],
  [
    'that answers what happens in no match',
    { matchId: undefined, answers: [{ on: 'goal' }] },
    ['only a fact of a match can answer what happens in it'],
  ],
  ['with a dispute that is none', { dispute: { en: 'x', it: 'x' } }, ['a computed fact has no dispute']],
  ['computed without figures', { figures: {} }, ['a computed fact must give its figures']],
  ['computed by nobody knows what', { computation: undefined }, ['a computed fact must name its computation']],
  [
    'reported with figures',
    { check: 'reported' },
    ['a reported fact has no computation', 'a reported fact has no figures that could be computed'],
  ],
])('a folder of data does not take a fact %s', async (_, changes, expected) => {
  expect(await problemsOfFact(changes)).toEqual(expected.map((problem) => `facts/some.json: "fact": ${problem}`));
});

it('a folder of data does not take a fact of a day that never was, or with a word it does not know', async () => {
  expect(await problemsOfFact({ asOf: '2021-02-30' })).toEqual([expect.stringContaining('"fact": asOf: Invalid')]);
  expect(await problemsOfFact({ check: 'guessed' })).toEqual([expect.stringContaining('"fact": check: Invalid')]);
  expect(await problemsOfFact({ colour: 'red' })).toEqual([expect.stringContaining('Unrecognized key: "colour"')]);
});

it('a folder of data does not take a fact about clubs and topics it does not know, nor two facts of one id', async () => {
  const about = { clubs: ['juve'], players: [], topics: ['var'] };
  expect(await problemsOfFact({ about })).toEqual([
    'facts/some.json: "fact": club "juve" is not known',
    'facts/some.json: "fact": topic "var" is not known',
  ]);
  expect(await problems({ 'facts/more.json': [FACT] })).toEqual(['facts: the id "fact" is there more than once']);
});

it('a folder of data does not take a ruling on a club it does not know, or a balance that does not add up', async () => {
  const [competition] = GOOD['competitions.json'] as [object];
  const rulings = [{ season: '2021-22', club: 'juve', points: 1 }];
  expect(await problems({ 'competitions.json': [{ ...competition, rulings }] })).toEqual([
    'competitions.json: 2021-22: no club has the id "juve"',
  ]);
  const balance = {
    competition: 'serie-a',
    before: '2021-22',
    clubs: ['milan', 'inter'],
    won: [1, 1],
    drawn: 1,
    goals: [3, 3],
  };
  expect(await problems({ 'results/opening-balances.json': [{ ...balance, played: 4 }] })).toEqual([
    'results/opening-balances.json: entry 1: won, lost and drawn must add up to played',
  ]);
});
