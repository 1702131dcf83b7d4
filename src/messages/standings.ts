import type { SeasonTable } from '../facts/season-table.ts';
import { monospaced } from './escape.ts';
import { signed } from './league-table.ts';
import type { Texts } from './texts.ts';

/** With it a line has 34 columns at most, which the narrowest phones show. */
const CLUB_COLUMNS = 13;

/** On the clubs whose points or place a ruling changed; a footnote tells how. */
const FOOTNOTE = '*';

/**
 * A whole table in a code block, as much of it as a phone shows: rank, club, games, goal difference, points and form. The
 * clubs given are marked with an arrow. `nameOf` gives a club's short name for its id.
 */
export function standings(
  { rows, rules }: Pick<SeasonTable, 'rows' | 'rules'>,
  clubs: readonly string[],
  nameOf: (club: string) => string,
  { table, report }: Texts,
): string {
  const ruledOn = new Set(rules.rulings.map(({ club }) => club));
  const head = `    ${report.club.padEnd(CLUB_COLUMNS)}${cells(table.columns)}`;
  const lines = rows.map((row) => {
    const mark = ruledOn.has(row.club) ? FOOTNOTE : '';
    const name = `${monospaced(nameOf(row.club), CLUB_COLUMNS - 1 - mark.length)}${mark}`.padEnd(CLUB_COLUMNS);
    const form = row.form.map((outcome) => table.letters[outcome]).join('');
    const rank = `${`${row.rank}`.padStart(2)}${clubs.includes(row.club) ? '›' : ' '}`;
    return `${rank} ${name}${cells([row.played, signed(row.goalDifference), row.points, form])}`;
  });
  return ['```', head, ...lines.map((line) => line.trimEnd()), '```'].join('\n');
}

/** Played, goal difference and points in 10 columns, the form after a gap of one. */
function cells([played, difference, points, form]: readonly [
  string | number,
  string | number,
  string | number,
  string,
]): string {
  return `${`${played}`.padStart(2)}${`${difference}`.padStart(4)}${`${points}`.padStart(4)} ${form}`;
}
