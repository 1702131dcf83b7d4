import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Result } from '../../match/result.ts';
import type { OpeningBalance } from '../head-to-head.ts';
import type { Known } from '../load-known.ts';
import { type Complain, problemOf, readList } from '../read-list.ts';
import { count, id, season } from '../shapes.ts';
import { parseSeason } from './parse-season.ts';

const SEASON_FILE = /^(\d{4}(?:-\d{2})?)\.csv$/;

/**
 * Reads every league result of a folder, in the order of their days: `COMPETITION/SEASON.csv`, one match a line. Every
 * row that cannot be right is told with its file and line, and left out.
 */
export async function loadResults(folder: string, known: Known, complain: Complain): Promise<readonly Result[]> {
  const clubs = new Set(known.clubs.map(({ id }) => id));
  const files = await Promise.all(known.competitions.map(({ id }) => filesOf(join(folder, id), id, complain)));
  const seasons = files.flat().map(async ({ file, competition, season }) => {
    const text = await readFile(file, 'utf8').catch((error: unknown) => complain(`${file}: ${problemOf(error)}`));
    const at = (line: number, problem: string) => complain(`${file}:${line}: ${problem}`);
    return text === undefined ? [] : parseSeason(text, { competition, season }, clubs, at);
  });
  return (await Promise.all(seasons)).flat().sort(byDay);
}

const pair = z.tuple([count, count]);
const openingBalance: z.ZodType<OpeningBalance> = z
  .strictObject({
    ...{
      competition: id,
      before: season,
      clubs: z.tuple([id, id]),
      played: count,
      won: pair,
      drawn: count,
      goals: pair,
    },
    /** Who counted, for the person who reads the file. */
    source: z.string().exactOptional(),
  })
  .refine(({ played, won, drawn }) => played === won[0] + won[1] + drawn, 'won, lost and drawn must add up to played');

/** Reads the totals from before the first season whose results are there. */
export function loadOpeningBalances(file: string, complain: Complain): Promise<readonly OpeningBalance[]> {
  return readList(file, openingBalance, complain);
}

async function filesOf(folder: string, competition: string, complain: Complain) {
  const names = await readdir(folder).catch((error: unknown) => {
    complain(`${folder}: ${problemOf(error)}`);
    return [];
  });
  return names.sort().flatMap((name) => {
    const file = join(folder, name);
    const season = SEASON_FILE.exec(name)?.[1];
    if (season) return [{ file, competition, season }];
    complain(`${file}: results are named after their season, like 2021-22.csv`);
    return [];
  });
}

function byDay(a: Result, b: Result): number {
  if (a.day === b.day) return 0;
  return a.day < b.day ? -1 : 1;
}
