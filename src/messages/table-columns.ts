import type { TableRow } from '../match/table.ts';
import { CODE_COLUMNS, cells } from './code-block.ts';
import { monospaced } from './escape.ts';
import { signed } from './signed.ts';
import type { Texts } from './texts.ts';

const FIGURES = [2, 4, 4];
/** Rank, mark and a gap. */
const BEFORE_CLUB = 4;
const CLUB = CODE_COLUMNS - BEFORE_CLUB - FIGURES.reduce((sum, width) => sum + width, 0);

/** What stands over the lines of a table: club, games, goal difference, points. */
export function tableHead({ table, report }: Texts): string {
  return `${''.padEnd(BEFORE_CLUB)}${report.club.padEnd(CLUB)}${cells(table.columns, FIGURES)}`;
}

/** A club's line; a marked one has an arrow. `footnote` follows its name. */
export function tableLine(row: TableRow, name: string, marked: boolean, footnote = ''): string {
  const club = `${monospaced(name, CLUB - 1 - footnote.length)}${footnote}`.padEnd(CLUB);
  const figures = cells([row.played, signed(row.goalDifference), row.points], FIGURES);
  return `${`${row.rank}`.padStart(2)}${marked ? '›' : ' '} ${club}${figures}`;
}
