import { leagueTablePicture } from '../pictures/league-table.ts';
import type { Picture } from './message.ts';
import { signed } from './signed.ts';
import { writtenSeason } from './stamp.ts';
import type { TableView } from './table-message.ts';
import type { Texts } from './texts.ts';
import { capitalised, unmarked } from './unmarked.ts';

/** On the clubs whose points or place a ruling changed; a footnote tells how. */
const FOOTNOTE = '*';

/** A whole table as a picture, `moment` being when it is of. */
export function tablePicture(view: TableView, moment: string, { table, report, picture }: Texts): Picture {
  const { rows, rules, marked, shortNameOf } = view;
  const title = `${view.competitionName} ${writtenSeason(view.season)}`;
  const ruledOn = new Set(rules.rulings.map(({ club }) => club));
  const [played, difference, points] = table.columns;
  const lines = rows.map((row) => ({
    rank: `${row.rank}`,
    club: `${shortNameOf(row.club)}${ruledOn.has(row.club) ? FOOTNOTE : ''}`,
    played: `${row.played}`,
    difference: signed(row.goalDifference),
    points: `${row.points}`,
    marked: marked.includes(row.club),
  }));
  const said = lines.map((each, index) => {
    const letters = (rows[index]?.form ?? []).map((outcome) => table.letters[outcome]).join('');
    return `${each.rank} ${each.club} ${each.points} (${[each.played, each.difference, letters].filter(Boolean).join(', ')})`;
  });
  return {
    name: 'table.png',
    svg: leagueTablePicture({
      title,
      subtitle: capitalised(unmarked(moment)),
      columns: { club: report.club, played, difference, points },
      lines,
    }),
    alt: picture.tableAlt(unmarked(table.title(title, moment)), said),
  };
}
