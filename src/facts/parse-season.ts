import type { Result } from '../match/result.ts';

const COLUMNS = 'day,round,home,away,score,status';
const ROW = /^(\d{4}-\d{2}-\d{2}),(\d{1,2})?,([a-z0-9-]+),([a-z0-9-]+),(\d{1,2})-(\d{1,2}),(played|awarded)$/;

/**
 * The results of one season's file: `#` lines for the reader, a line of columns, one match a line. A row that cannot be
 * right is told with its line number (from 1) and left out.
 */
export function parseSeason(
  text: string,
  of: Pick<Result, 'competition' | 'season'>,
  clubs: ReadonlySet<string>,
  complain: (line: number, problem: string) => void,
): readonly Result[] {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line, number: index + 1 }));
  const [head, ...rows] = lines.filter(({ line }) => line !== '' && !line.startsWith('#'));
  if (head?.line !== COLUMNS) complain(head?.number ?? 1, `the columns must be ${COLUMNS}`);
  const firstSeen = new Map<string, number>();
  return rows.flatMap(({ line, number }) => {
    const result = parseRow(line, of);
    const problems = result ? problemsOf(result, clubs) : [`"${line}" is not ${COLUMNS}`];
    for (const claim of result ? claimsOf(result) : []) {
      const earlier = firstSeen.get(claim);
      if (earlier) problems.push(`${claim}, as line ${earlier} says already`);
      else firstSeen.set(claim, number);
    }
    for (const problem of problems) complain(number, problem);
    return result && problems.length === 0 ? [result] : [];
  });
}

function parseRow(line: string, of: Pick<Result, 'competition' | 'season'>): Result | undefined {
  const row = ROW.exec(line);
  if (!row) return undefined;
  const [, day = '', round, home = '', away = '', homeGoals, awayGoals, status] = row;
  const score = { home: Number(homeGoals), away: Number(awayGoals) };
  const { competition, season } = of;
  const result = {
    competition,
    season,
    day,
    home,
    away,
    score,
    status: status === 'awarded' ? status : 'played',
  } as const;
  return round ? { ...result, round: Number(round) } : result;
}

function problemsOf({ season, day, home, away }: Result, clubs: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  for (const club of [home, away]) if (!clubs.has(club)) problems.push(`no club has the id "${club}"`);
  if (home === away) problems.push(`${home} cannot play itself`);
  if (!isDay(day)) problems.push(`${day} is not a day`);
  else if (!isWithin(season, day)) problems.push(`${day} is not in season ${season}`);
  return problems;
}

/** What only one row of a season can say. */
function claimsOf({ day, home, away }: Result): readonly string[] {
  return [`${home} v ${away}`, `${home} plays on ${day}`, `${away} plays on ${day}`];
}

function isDay(day: string): boolean {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  // A day that the month does not have would fall in another month.
  return new Date(Date.UTC(year, month - 1, date)).getUTCMonth() === month - 1;
}

/** A season over two years runs from July to August: the one that the pandemic held up ended on 2 August. */
function isWithin(season: string, day: string): boolean {
  const year = Number(season.slice(0, 4));
  if (season.length === 4) return day.startsWith(season);
  return day >= `${year}-07-01` && day <= `${year + 1}-08-31`;
}
