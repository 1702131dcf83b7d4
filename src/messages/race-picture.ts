import type { PointsOver } from '../facts/points-over.ts';
import { pointsRacePicture } from '../pictures/points-race.ts';
import type { Picture } from './message.ts';
import { writtenSeason } from './stamp.ts';
import type { TableView } from './table-message.ts';
import type { Texts } from './texts.ts';
import { capitalised, unmarked } from './unmarked.ts';

/** The points of some clubs over the games they played, `moment` being up to when. */
export function racePicture(view: TableView, racers: readonly PointsOver[], moment: string, say: Texts): Picture {
  const { table, picture } = say;
  const season = `${view.competitionName} ${writtenSeason(view.season)}`;
  return {
    name: 'race.png',
    svg: pointsRacePicture({
      title: `${picture.race}, ${season}`,
      subtitle: capitalised(unmarked(moment)),
      games: picture.games,
      points: picture.points,
      racers: racers.map(({ club, points }) => ({ club: view.shortNameOf(club), points })),
    }),
    alt: picture.raceAlt(unmarked(`${picture.race}, ${table.title(season, moment)}`), racerLines(racers, view, say)),
  };
}

/** Where each club's line ends. */
export function racerLines(
  racers: readonly PointsOver[],
  { nameOf }: Pick<TableView, 'nameOf'>,
  { picture }: Texts,
): readonly string[] {
  return racers.map(({ club, points }) => picture.racer(nameOf(club), points.at(-1) ?? 0, points.length));
}
