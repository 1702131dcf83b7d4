import type { TableRow } from '../match/table.ts';
import { codeBlock } from './code-block.ts';
import { tableHead, tableLine } from './table-columns.ts';
import type { Texts } from './texts.ts';

/**
 * The part of a table around some clubs, in a code block: the top, each of the clubs marked with an arrow, and who stands
 * beside them. `nameOf` gives a club's name for its id.
 */
export function leagueTable(
  rows: readonly TableRow[],
  clubs: readonly string[],
  nameOf: (club: string) => string,
  say: Texts,
): string {
  const places = rows.flatMap(({ club }, index) => (clubs.includes(club) ? [index] : []));
  const shown = rows.map((_, index) => index === 0 || places.some((place) => Math.abs(place - index) <= 1));
  const lines = rows.flatMap((row, index) => {
    if (shown[index]) return [tableLine(row, nameOf(row.club), clubs.includes(row.club))];
    return shown[index - 1] && shown.includes(true, index) ? [' …'] : [];
  });
  return codeBlock([tableHead(say), ...lines]);
}
