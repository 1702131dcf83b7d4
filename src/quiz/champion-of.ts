import type { Ledger } from '../facts/engine/ledger.ts';
import type { TableRow } from '../match/table.ts';

/** Who is the champion of a season that is over; undefined where that was taken away, or not settled by points alone. */
export function titleWinner(ledger: Ledger, season: string): TableRow | undefined {
  const { competition, moment } = ledger;
  const own = ledger.season(season);
  const isTaken = competition.titlesTaken?.some(({ season: name, from }) => name === season && from <= moment.day);
  if (!own?.isOver || isTaken) return undefined;
  const [first, second] = own.table(moment.day);
  return first && second && first.points > second.points ? first : undefined;
}

/** Whether a club had the most points of a season that is over, before any court's word; alone or with others. */
export function wonOnPitch({ season: seasonOf }: Ledger, season: string, club: string): boolean {
  const own = seasonOf(season);
  if (!own?.isOver) return false;
  const pointsOf = (id: string) => own.tally(id, own.games(id).length)?.points ?? 0;
  return own.clubs.includes(club) && own.clubs.every((id) => pointsOf(id) <= pointsOf(club));
}

/** Whether a court had its say on a club's season. */
export function hasRuling({ competition }: Ledger, season: string, club: string): boolean {
  return competition.rulings.some((ruling) => ruling.season === season && ruling.club === club);
}
