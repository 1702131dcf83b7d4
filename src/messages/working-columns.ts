import type { Finding, WorkingRow } from '../facts/engine/finding.ts';
import { CODE_COLUMNS, cells } from './code-block.ts';
import { monospaced } from './escape.ts';
import { signed } from './signed.ts';
import { writtenSeason } from './stamp.ts';
import type { Texts } from './texts.ts';

export type RowOf<K extends WorkingRow['kind']> = Extract<WorkingRow, { kind: K }>;

/** How rows of a kind stand in columns, in one column less than a code block has: a mark stands before each. */
export interface Columns<Row> {
  readonly head: string;
  line(row: Row): string;
}

const WIDTH = CODE_COLUMNS - 1;

type NameOf = (club: string) => string;

/** Beginnings of seasons. A club or a season that all of them share is in the sentence, and takes no column. */
export function startColumns(
  rows: readonly RowOf<'start'>[],
  finding: Finding,
  nameOf: NameOf,
  { working }: Texts,
): Columns<RowOf<'start'>> {
  const byGoals = finding.statement.kind === 'goals-start';
  const widths = byGoals ? [4, 4] : [3, 3, 3, 3];
  const heads = byGoals ? working.goals : [working.points, ...working.outcomes];
  const figures = ({ tally: { points, won, drawn, lost, goalsFor, goalsAgainst } }: RowOf<'start'>) =>
    cells(byGoals ? [goalsFor, goalsAgainst] : [points, won, drawn, lost], widths);
  const columns = (room: number, head: string, name: (row: RowOf<'start'>) => string) => ({
    head: head.padEnd(room) + cells(heads, widths),
    line: (row: RowOf<'start'>) => name(row).padEnd(room) + figures(row),
  });
  const room = WIDTH - widths.reduce((sum, width) => sum + width, 0);
  if (isShared(rows, ({ club }) => club))
    return columns(SEASON + 1, working.season, ({ season }) => writtenSeason(season));
  if (isShared(rows, ({ season }) => season))
    return columns(room, working.club, ({ club }) => monospaced(nameOf(club), room));
  const name = room - SHORT_SEASON - 1;
  return columns(room, working.season, ({ season, club }) => {
    const short = writtenSeason(season).slice(-SHORT_SEASON);
    return `${short.padEnd(SHORT_SEASON)} ${monospaced(nameOf(club), name)}`;
  });
}

/** `2021–22`, and in short `21–22`, which no two seasons share. */
const [SEASON, SHORT_SEASON] = [7, 5];

function isShared<Row>(rows: readonly Row[], of: (row: Row) => string): boolean {
  return new Set(rows.map(of)).size <= 1;
}

/** Places in a table. */
export function placeColumns(nameOf: NameOf, { working }: Texts): Columns<RowOf<'place'>> {
  const widths = [3, 4, 4];
  const room = WIDTH - 3 - widths.reduce((sum, width) => sum + width, 0);
  const name = (club: string) => monospaced(nameOf(club), room).padEnd(room);
  return {
    head: `   ${working.club.padEnd(room)}${cells([working.games, working.difference, working.points], widths)}`,
    line: ({ rank, club, games, points, goalDifference }) =>
      `${`${rank}`.padStart(2)} ${name(club)}${cells([games, signed(goalDifference), points], widths)}`,
  };
}

/** Numbers of something, by season or by score. */
export function countColumns({ statement }: Finding, { working }: Texts): Columns<RowOf<'count'>> {
  const columns = (of: string, count: string | number) => of.padEnd(12) + cells([count], [6]);
  return {
    head: columns(statement.kind === 'common-score' ? working.score : working.season, working.count),
    line: ({ of, count }) => columns(writtenSeason(of), count),
  };
}
