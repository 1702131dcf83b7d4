import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { scopeOf } from '../../scope.ts';
import type { SeasonLedger } from '../../season-ledger.ts';
import { onPoints, placeRows } from './standing.ts';

/** Who won the last season that is over, and every title of the clubs in focus. */
export const champion: Family = {
  name: 'champion',
  find(ledger, focus) {
    const over = ledger.seasons.filter((season) => season.isOver);
    const titles = over.flatMap((season) => {
      const club = winnerOf(ledger, season);
      return club === undefined ? [] : [{ season, club }];
    });
    const told = titles.filter(({ season, club }) => season === over.at(-1) || focus.includes(club));
    return told.flatMap(({ season, club }) => {
      const until = titles.filter((title) => title.club === club && title.season.name <= season.name);
      return titleOf(ledger, season, club, until.length);
    });
  },
};

/** Nobody, where two share the first place, or where the title was taken away by the day of the moment. */
export function winnerOf({ competition, moment }: Ledger, season: SeasonLedger): string | undefined {
  const isTaken = competition.titlesTaken?.some(({ season: name, from }) => name === season.name && from <= moment.day);
  const [first, second] = season.table(moment.day);
  return isTaken || second?.rank === 1 ? undefined : first?.club;
}

function titleOf(ledger: Ledger, season: SeasonLedger, club: string, titles: number): readonly Finding[] {
  const table = season.table(ledger.moment.day);
  const [first, second] = table;
  const last = season.results.at(-1);
  if (!first || !second || !last) return [];
  return [
    {
      key: `champion/${season.name}`,
      statement: {
        ...{ kind: 'champion', season: season.name, club: ledger.club(club), points: first.points, titles },
        second: onPoints(ledger, second),
      },
      scope: scopeOf(ledger, {}),
      working: { rows: placeRows(table), lookedAt: table.length },
      // Everybody knows; it is told where there is nothing better, and asked in quizzes.
      weight: { times: 1, chances: 1, latest: last.day, number: titles },
      theme: `champion/${season.name}`,
    },
  ];
}
