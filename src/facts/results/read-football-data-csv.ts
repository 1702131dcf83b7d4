import type { Score } from '../../match/score.ts';
import type { KnownNames } from './known-names.ts';
import { fullYear } from './result-day.ts';
import { rowOf, shown, type ToldRow } from './told-row.ts';

/** The divisions that football-data.co.uk codes, as Tifo calls them. */
const DIVISIONS: Readonly<Record<string, string>> = {
  ...{ I1: 'serie-a', E0: 'premier-league', SP1: 'la-liga', D1: 'bundesliga', F1: 'ligue-1' },
};

const NEEDED = ['Div', 'Date', 'HomeTeam', 'AwayTeam', 'FTHG', 'FTAG'] as const;
const COLUMNS = [...NEEDED, 'FTR', 'HTHG', 'HTAG'] as const;
type Column = (typeof COLUMNS)[number];

/**
 * Reads a season of football-data.co.uk: a line of columns, of which its `notes.txt` has the key, then a match a line,
 * days as dd/mm/yy or dd/mm/yyyy. The file names no season, so it is the one in which its first day lies.
 */
export function readFootballDataCsv(text: string, names: KnownNames): readonly ToldRow[] {
  const lines = text.split(/\r\n|\n|\r/).map((line, index) => ({ place: index + 1, cells: cellsOf(line) }));
  const [head, ...rows] = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const missing = NEEDED.filter((column) => !head?.cells.includes(column));
  const at = new Map(COLUMNS.map((column) => [column, head?.cells.indexOf(column) ?? -1]));
  if (missing.length > 0)
    return [{ place: head?.place ?? 1, kind: 'problem', why: `the columns lack ${missing.join(', ')}` }];
  const last = Math.max(...at.values());
  const told = rows.map(({ place, cells }) => {
    const cell = (column: Column) => cells[at.get(column) ?? -1] ?? '';
    return { place, cell, day: dayOf(cell('Date')), isWhole: cells.length > last };
  });
  const season = seasonFrom(told.flatMap(({ day }) => day ?? []));
  return told.map(({ place, cell, day, isWhole }): ToldRow => {
    const problem = (why: string) => ({ place, kind: 'problem', why }) as const;
    if (!isWhole) return problem('the row breaks off');
    if (!day) return problem(`"${shown(cell('Date'))}" is not a day as dd/mm/yyyy`);
    if (!season) return problem('a file that begins in July does not say of which season it is');
    const competition = DIVISIONS[cell('Div')];
    if (!competition || !names.competitionIds.has(competition))
      return problem(`no competition is known by the code "${shown(cell('Div'))}"`);
    const score = scoreOf(cell('FTHG'), cell('FTAG'));
    const halfTime = scoreOf(cell('HTHG'), cell('HTAG'));
    if (score === 'unclear' || halfTime === 'unclear') return problem('goals must be two numbers, or none');
    if (score && cell('FTR') !== '' && cell('FTR') !== outcome(score))
      return problem(`${score.home}-${score.away} is not ${shown(cell('FTR'))}`);
    const [home, away] = [cell('HomeTeam'), cell('AwayTeam')];
    return rowOf(
      place,
      { competition, season, day, home, away, ...(score && { score }), ...(halfTime && { halfTime }) },
      names,
    );
  });
}

/** Some programs quote cells; none of this format's holds a comma. */
function cellsOf(line: string): readonly string[] {
  return line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

function dayOf(text: string): string | undefined {
  const [, date = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(text) ?? [];
  return year === '' ? undefined : `${fullYear(year)}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** A season that ran into August has begun in the year before, so the first day of all decides. */
function seasonFrom(days: readonly string[]): string | undefined {
  const first = [...days].sort()[0];
  if (first === undefined) return undefined;
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  if (month === 7) return undefined;
  const begun = month > 7 ? year : year - 1;
  return `${begun}-${String(begun + 1).slice(2)}`;
}

function scoreOf(home: string, away: string): Score | undefined | 'unclear' {
  if (home === '' && away === '') return undefined;
  const isGoals = (text: string) => /^\d{1,2}$/.test(text);
  return isGoals(home) && isGoals(away) ? { home: Number(home), away: Number(away) } : 'unclear';
}

function outcome({ home, away }: Score): 'H' | 'D' | 'A' {
  if (home === away) return 'D';
  return home > away ? 'H' : 'A';
}
