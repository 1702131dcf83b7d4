import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Instant } from '../../match/instant.ts';
import type { Result } from '../../match/result.ts';
import { OperatorError } from '../../operator-error.ts';
import { dayIn } from '../fixtures.ts';
import type { Known } from '../load-known.ts';
import { problemOf } from '../read-list.ts';
import { knownNames } from './known-names.ts';
import type { ToldResult } from './merge-match.ts';
import { mergeResults, type SeasonMerge } from './merge-results.ts';
import { readResultsFile } from './read-results-file.ts';
import { seasonText, sourcesOf } from './season-text.ts';

export interface MergeFilesOptions {
  /** As they were named; a relative name starts at `from`. */
  readonly files: readonly string[];
  readonly from: string;
  /** The folder of results: `COMPETITION/SEASON.csv`. */
  readonly folder: string;
  readonly known: Pick<Known, 'clubs' | 'competitions'>;
  /** All that the folder holds. */
  readonly carried: readonly Result[];
  readonly now: Instant;
}

/** What was merged, and what was told but is no result. */
export interface MergedFiles {
  readonly seasons: readonly SeasonMerge[];
  /** Matches without a score yet. */
  readonly unplayed: number;
  readonly leftOut: readonly string[];
}

/** Rows that cannot be read or that contradict the record; the message lists every one, and nothing was changed. */
export class ResultsError extends OperatorError {
  override readonly name = 'ResultsError';
}

/**
 * Merges files of results into the folder. Each season's file is replaced as a whole, and none before all are written.
 * Throws a ResultsError, with nothing changed, when anything at all is wrong with any row.
 */
export async function mergeFiles({
  files,
  from,
  folder,
  known,
  carried,
  now,
}: MergeFilesOptions): Promise<MergedFiles> {
  const names = knownNames(known);
  const problems: string[] = [];
  const told: ToldResult[] = [];
  const leftOut: string[] = [];
  let unplayed = 0;
  for (const file of new Set(files)) {
    const bytes = await readFile(resolve(from, file)).catch(
      (error: unknown) => void problems.push(`${file}: ${problemOf(error)}`),
    );
    if (!bytes) continue;
    const { source, rows } = readResultsFile(file, bytes, names);
    for (const row of rows) {
      const at = typeof row.place === 'number' ? `${file}:${row.place}` : `${file}: ${row.place}`;
      if (row.kind === 'result') told.push({ at, source, result: row.result });
      else if (row.kind === 'unplayed') unplayed += 1;
      else if (row.kind === 'left-out') leftOut.push(`${at}: ${row.why}`);
      else problems.push(`${at}: ${row.why}`);
    }
  }
  const zoneOf = (id: string) => known.competitions.find((competition) => competition.id === id)?.timeZone ?? 'UTC';
  const merge = mergeResults(carried, told, (competition) => dayIn(zoneOf(competition), now));
  problems.push(...merge.problems);
  problems.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  if (problems.length > 0) {
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    throw new ResultsError(`Nothing was changed, because of ${count}:\n${problems.join('\n')}`);
  }
  await write(
    folder,
    merge.seasons.filter(({ came }) => came.added + came.completed > 0),
  );
  return { seasons: merge.seasons, unplayed, leftOut };
}

async function write(folder: string, seasons: readonly SeasonMerge[]): Promise<void> {
  // Beside the competitions' folders, of which each file is read as a season's.
  const aside = join(folder, `.merging-${randomUUID()}`);
  const moves: { readonly from: string; readonly to: string }[] = [];
  try {
    await mkdir(aside);
    for (const { competition, season, results, sources } of seasons) {
      const to = join(folder, competition, `${season}.csv`);
      const from = join(aside, `${competition}-${season}.csv`);
      const named = await readFile(to, 'utf8').then(sourcesOf, () => []);
      await writeWhole(from, seasonText(results, [...new Set([...named, ...sources])]));
      await mkdir(join(folder, competition), { recursive: true });
      moves.push({ from, to });
    }
    for (const { from, to } of moves) await rename(from, to);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
