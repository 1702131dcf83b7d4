import type { TableRow } from '../match/table.ts';
import { monospaced } from './escape.ts';
import type { Texts } from './texts.ts';

/** With it a line has 38 columns at most, which a phone held upright shows. */
const CLUB_COLUMNS = 14;

/**
 * The part of a table around some clubs, in a code block: the top, each of the clubs marked with an arrow, and who stands
 * beside them. `nameOf` gives a club's name for its id.
 */
export function leagueTable(
  rows: readonly TableRow[],
  clubs: readonly string[],
  nameOf: (club: string) => string,
  { report }: Texts,
): string {
  const places = rows.flatMap(({ club }, index) => (clubs.includes(club) ? [index] : []));
  const shown = rows.map((_, index) => index === 0 || places.some((place) => Math.abs(place - index) <= 1));
  const lines = rows.flatMap((row, index) => {
    if (shown[index]) return [tableLine(row, clubs.includes(row.club), nameOf(row.club))];
    return shown[index - 1] && shown.includes(true, index) ? [' …'] : [];
  });
  const head = `    ${report.club.padEnd(CLUB_COLUMNS)}${numbers(report.columns)}`;
  return ['```', head, ...lines, '```'].join('\n');
}

function tableLine(row: TableRow, marked: boolean, name: string): string {
  const { rank, played, won, drawn, lost, goalDifference, points } = row;
  const club = monospaced(name, CLUB_COLUMNS - 1).padEnd(CLUB_COLUMNS);
  return `${`${rank}`.padStart(2)}${marked ? '›' : ' '} ${club}${numbers([played, won, drawn, lost, signed(goalDifference), points])}`;
}

/** Played, won, drawn, lost, goal difference, points, in 20 columns. */
function numbers(cells: readonly (string | number)[]): string {
  const widths = [2, 3, 3, 3, 4, 4];
  return cells.map((cell, index) => `${cell}`.padStart(widths[index] ?? 4)).join('');
}

/** `+5`, `0`, `−5`, with a true minus. */
export function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : `${difference}`.replace('-', '−');
}
