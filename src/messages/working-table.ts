import type { Finding, WorkingRow } from '../facts/engine/finding.ts';
import { monospaced } from './escape.ts';
import { groupBy } from './group-by.ts';
import { signed } from './league-table.ts';
import { formatScore } from './score-line.ts';
import { writtenSeason } from './stamp.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/** Beside the row that decides it. */
export const MARK = '›';

type Kind = WorkingRow['kind'];
type Row<K extends Kind> = Extract<WorkingRow, { kind: K }>;

/** The rows of a working in a code block of at most 34 columns, which a phone held upright shows; each kind has its own head. */
export function workingTable(
  rows: readonly WorkingRow[],
  finding: Finding,
  nameOf: (club: string) => string,
  { locale }: View,
): string {
  const write = writer(finding, nameOf, locale, texts(locale));
  const blocks = groupBy(rows, ({ kind }) => kind).map((group) => {
    const lines = group.map((row) => (isDecisive(row, finding) ? MARK : ' ') + write.row(row));
    return [...group.slice(0, 1).map(({ kind }) => ` ${write.head(kind)}`), ...lines].join('\n');
  });
  return ['```', ...blocks, '```'].join('\n');
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

/** Each line takes 33 columns; the mark stands before it. */
function writer(finding: Finding, nameOf: (club: string) => string, locale: View['locale'], { working }: Texts) {
  const name = (club: string, columns: number) => monospaced(nameOf(club), columns).padEnd(columns);
  const byGoals = finding.statement.kind === 'goals-start';
  const result = ({ result: { home, away, score, day } }: Row<'result'>) => {
    const written = formatScore(score);
    return `${shortDay(day, locale)} ${name(home, 9)} ${written} ${name(away, 12 - written.length)}`.trimEnd();
  };
  const start = ({ club, season, tally }: Row<'start'>) => {
    const { points, won, drawn, lost, goalsFor, goalsAgainst } = tally;
    const figures = byGoals
      ? numbers([goalsFor, goalsAgainst], [4, 4])
      : numbers([points, won, drawn, lost], [4, 3, 3, 3]);
    return `${writtenSeason(season)} ${name(club, 11)}${figures}`;
  };
  const place = ({ rank, club, games, points, goalDifference }: Row<'place'>) =>
    `${`${rank}`.padStart(2)} ${name(club, 14)}${numbers([games, signed(goalDifference), points], [4, 5, 5])}`;
  const count = ({ of, count }: Row<'count'>) => `${writtenSeason(of).padEnd(12)}${`${count}`.padStart(6)}`;
  return {
    head(kind: Kind): string {
      switch (kind) {
        case 'result':
          return `${''.padEnd(9)} ${working.match}`;
        case 'start': {
          const figures = byGoals
            ? numbers(working.goals, [4, 4])
            : numbers([working.points, ...working.outcomes], [4, 3, 3, 3]);
          return `${working.season.padEnd(8)}${working.club.padEnd(11)}${figures}`;
        }
        case 'place':
          return `   ${working.club.padEnd(14)}${numbers([working.games, working.difference, working.points], [4, 5, 5])}`;
        case 'count':
          return (
            `${finding.statement.kind === 'common-score' ? working.score : working.season}`.padEnd(12) +
            working.count.padStart(6)
          );
      }
    },
    row(row: WorkingRow): string {
      switch (row.kind) {
        case 'result':
          return result(row);
        case 'start':
          return start(row);
        case 'place':
          return place(row);
        case 'count':
          return count(row);
      }
    },
  };
}

/** `07 Nov 21`, in nine columns. */
function shortDay(day: string, locale: View['locale']): string {
  const month = new Intl.DateTimeFormat(locale === 'it' ? 'it-IT' : 'en-GB', { month: 'short', timeZone: 'UTC' });
  return `${day.slice(8)} ${month.format(Date.parse(day)).slice(0, 3)} ${day.slice(2, 4)}`;
}

function numbers(cells: readonly (string | number)[], widths: readonly number[]): string {
  return cells.map((cell, index) => `${cell}`.padStart(widths[index] ?? 4)).join('');
}
