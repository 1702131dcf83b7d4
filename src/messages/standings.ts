import type { SeasonTable } from '../facts/season-table.ts';
import { codeBlock } from './code-block.ts';
import { tableHead, tableLine } from './table-columns.ts';
import type { Texts } from './texts.ts';

/** On the clubs whose points or place a ruling changed; a footnote tells how. */
const FOOTNOTE = '*';

/**
 * A whole table in a code block: rank, club, games, goal difference and points. The clubs given are marked with an arrow.
 * `nameOf` gives a club's short name for its id.
 */
export function standings(
  { rows, rules }: Pick<SeasonTable, 'rows' | 'rules'>,
  clubs: readonly string[],
  nameOf: (club: string) => string,
  say: Texts,
): string {
  const ruledOn = new Set(rules.rulings.map(({ club }) => club));
  const lines = rows.map((row) =>
    tableLine(row, nameOf(row.club), clubs.includes(row.club), ruledOn.has(row.club) ? FOOTNOTE : ''),
  );
  return codeBlock([tableHead(say), ...lines]);
}
