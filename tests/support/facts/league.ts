import type { Known } from '../../../src/facts/load-known.ts';
import { knownNames } from '../../../src/facts/results/known-names.ts';
import type { ToldRow } from '../../../src/facts/results/told-row.ts';
import type { Result } from '../../../src/match/result.ts';

const club = (id: string, name: string, ...aliases: string[]) => ({ id, name, shortName: name, city: name, aliases });

/** A league of six. */
export const league: Pick<Known, 'clubs' | 'competitions'> = {
  clubs: [
    club('milan', 'Milan'),
    club('inter', 'Inter', 'FC Internazionale Milano'),
    club('napoli', 'Napoli', 'Naples'),
    club('como', 'Como'),
    club('parma', 'Parma'),
    club('alcorcon', 'Alcorcón'),
  ],
  competitions: [
    {
      ...{ id: 'serie-a', name: 'Serie A', country: 'Italy', timeZone: 'Europe/Rome', aliases: ['Italian Serie A'] },
      ...{ eras: [{ since: '1994-95', pointsForWin: 3, tieBreaks: [] }], rulings: [] },
    },
  ],
};

export const names = knownNames(league);

/** `2026-08-22 milan 2-1 inter (1-0) r1 awarded`, of what follows the away club what there is. */
export function result(line: string): Result {
  const [day = '', home = '', score = '', away = '', ...more] = line.split(' ');
  const pair = (text: string) => {
    const [home, away] = text.split('-').map(Number);
    return { home: home!, away: away! };
  };
  const halfTime = more.find((word) => word.startsWith('('))?.slice(1, -1);
  const round = more.find((word) => word.startsWith('r'))?.slice(1);
  const begun = Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 7 ? 1 : 0);
  return {
    ...{
      competition: 'serie-a',
      season: `${begun}-${String(begun + 1).slice(2)}`,
      day,
      home,
      away,
      score: pair(score),
    },
    ...(round && { round: Number(round) }),
    ...(halfTime && { halfTime: pair(halfTime) }),
    status: more.includes('awarded') ? 'awarded' : 'played',
  };
}

/** What was read, a line each: the result as `result` writes it, or what else the row came to. */
export function summary(rows: readonly ToldRow[]): readonly string[] {
  return rows.map((row) => {
    if (row.kind === 'result') return `${row.place} ${lineOf(row.result)}`;
    return row.kind === 'unplayed' ? `${row.place} unplayed` : `${row.place} ${row.kind}: ${row.why}`;
  });
}

export function lineOf({ day, home, away, score, halfTime, round, status }: Result): string {
  return [
    ...[day, home, `${score.home}-${score.away}`, away],
    ...(halfTime ? [`(${halfTime.home}-${halfTime.away})`] : []),
    ...(round === undefined ? [] : [`r${round}`]),
    ...(status === 'awarded' ? [status] : []),
  ].join(' ');
}
