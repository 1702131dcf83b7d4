import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mergeResults } from '../../../src/facts/results/merge-results.ts';
import { parseSeason } from '../../../src/facts/results/parse-season.ts';
import { seasonText, sourcesOf } from '../../../src/facts/results/season-text.ts';
import { almanac, results } from '../../support/facts/almanac.ts';

const FOLDER = 'data/results/serie-a';
const clubs = new Set(almanac.clubs.map(({ id }) => id));

it.each(readdirSync(FOLDER))('the results that Tifo ships are written as they were read: %s', (file) => {
  const text = readFileSync(`${FOLDER}/${file}`, 'utf8');
  const of = { competition: 'serie-a', season: file.replace('.csv', '') };
  const season = parseSeason(text, of, clubs, (line, problem) => expect.unreachable(`${file}:${line}: ${problem}`));
  expect(seasonText([...season].reverse(), sourcesOf(text))).toBe(text);
});

it('the results that Tifo ships contradict nothing of themselves', () => {
  const told = results.map((result, index) => ({ at: `all:${index}`, source: 'all', result }));
  const { problems, seasons } = mergeResults(results, told, () => '2026-07-01');
  expect(problems).toEqual([]);
  expect(seasons).toHaveLength(33);
  for (const { came } of seasons) expect(came).toMatchObject({ added: 0, completed: 0 });
});
