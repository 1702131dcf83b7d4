import type { Finding, WorkingRow } from '../facts/engine/finding.ts';
import { codeBlock } from './code-block.ts';
import { plain } from './escape.ts';
import { groupBy } from './group-by.ts';
import { formatScore } from './score-line.ts';
import { shortDay } from './stamp.ts';
import { texts } from './texts.ts';
import type { View } from './view.ts';
import { countColumns, placeColumns, type RowOf, startColumns } from './working-columns.ts';

/** Beside the row that decides it. */
export const MARK = '›';

/** The rows of a working: figures in a code block, results as plain lines, since columns would cut the names of clubs. */
export function workingTable(
  rows: readonly WorkingRow[],
  finding: Finding,
  nameOf: (club: string) => string,
  { locale }: View,
): string {
  const say = texts(locale);
  const mark = (row: WorkingRow) => (isDecisive(row, finding) ? MARK : ' ');
  const starts = startColumns(rows.filter(isStart), finding, nameOf, say);
  const [places, counts] = [placeColumns(nameOf, say), countColumns(finding, say)];
  const head = (kind: Exclude<WorkingRow['kind'], 'result'>) =>
    ` ${{ start: starts, place: places, count: counts }[kind].head}`;
  const line = (row: WorkingRow): string => {
    switch (row.kind) {
      case 'result':
        return `${mark(row)} ${resultLine(row, nameOf, locale)}`.trim();
      case 'start':
        return mark(row) + starts.line(row);
      case 'place':
        return mark(row) + places.line(row);
      case 'count':
        return mark(row) + counts.line(row);
    }
  };
  const blocks = groupBy(rows, ({ kind }) => kind).flatMap((group) => {
    const [kind, lines] = [group[0]?.kind, group.map(line)];
    return kind === undefined || kind === 'result' ? lines : [codeBlock([head(kind), ...lines])];
  });
  return blocks.join('\n');
}

/** Of places and of seasons it is that of the club and season that it is about; of anything else the first, which tells most. */
export function isDecisive(row: WorkingRow, { statement, working }: Finding): boolean {
  switch (row.kind) {
    case 'place':
      return 'club' in statement && statement.club.id === row.club;
    case 'start': {
      const isOwnClub = !('club' in statement) || statement.club.id === row.club;
      return 'season' in statement && statement.season === row.season && isOwnClub;
    }
    case 'result':
    case 'count':
      return row === working.rows[0];
  }
}

function isStart(row: WorkingRow): row is RowOf<'start'> {
  return row.kind === 'start';
}

/** `7 Nov 2021 · Milan 1–1 Inter` */
function resultLine(
  { result: { home, away, score, day } }: RowOf<'result'>,
  nameOf: (club: string) => string,
  locale: View['locale'],
): string {
  return `${shortDay(day, locale)} · ${plain(nameOf(home))} ${formatScore(score)} ${plain(nameOf(away))}`;
}
