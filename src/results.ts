import { join } from 'node:path';
import { loadAlmanac } from './facts/load-almanac.ts';
import { type MergedFiles, mergeFiles } from './facts/results/merge-files.ts';
import { OperatorError } from './operator-error.ts';
import { projectPath } from './project-path.ts';

/**
 * Merges files of results into those that Tifo carries, and says what came of it. Throws an OperatorError that lists
 * every row that cannot be read or contradicts them; nothing is changed then.
 */
export async function mergeResultsFiles(files: readonly string[]): Promise<string> {
  if (files.length === 0)
    throw new OperatorError(
      'Say which files: npm run results -- FILE… (openfootball .txt or .json, football-data.co.uk .csv).',
    );
  const data = projectPath('data');
  const { clubs, competitions, results } = await loadAlmanac(data);
  const merged = await mergeFiles({
    files,
    // npm runs its scripts in the project's own folder, and says where it was called.
    from: process.env['INIT_CWD'] ?? process.cwd(),
    folder: join(data, 'results'),
    known: { clubs, competitions },
    carried: results,
    now: Date.now(),
  });
  return report(merged, (id) => competitions.find((competition) => competition.id === id)?.name ?? id);
}

function report({ seasons, unplayed, leftOut }: MergedFiles, nameOf: (competition: string) => string): string {
  return [
    ...seasons.flatMap(({ competition, season, came, keptDays }) => [
      `${nameOf(competition)} ${season}: ${came.added} added, ${came.completed} completed, ${came.unchanged} there already`,
      ...keptDays.map((kept) => `  ${kept}`),
    ]),
    ...(unplayed > 0 ? [`Without a score, and left out: ${unplayed}`] : []),
    ...(leftOut.length > 0 ? ['Left out:', ...leftOut.map((row) => `  ${row}`)] : []),
  ].join('\n');
}
