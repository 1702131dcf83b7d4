import type { Club, Competition } from '../match/match.ts';
import { RUNNING_TIE_BREAKS, type Ruling, type TableRules } from '../match/table.ts';
import type { LocalText } from './fact.ts';

/** A club that Tifo knows, with what else people call it. */
export interface KnownClub extends Club {
  /** For narrow tables: `Verona` for Hellas Verona. */
  readonly shortName: string;
  readonly city: string;
  readonly aliases: readonly string[];
}

/** A competition that Tifo knows, with the rules its tables follow. */
export interface KnownCompetition extends Competition {
  readonly country: string;
  /** Where its days are days: `Europe/Rome`. */
  readonly timeZone: string;
  readonly aliases: readonly string[];
  /** The rules of the table, from the season in which each began; earliest first. */
  readonly eras: readonly (Omit<TableRules, 'rulings'> & { readonly since: string })[];
  readonly rulings: readonly CompetitionRuling[];
  /** Seasons that nobody is the champion of, and the day on which that was decided. */
  readonly titlesTaken?: readonly { readonly season: string; readonly from: string }[];
}

/** A ruling with when it held: from its first day (else the whole season) to before `until`. */
export type CompetitionRuling = Ruling & {
  readonly season: string;
  readonly from?: string;
  readonly until?: string;
};

/** Something facts are about that is neither club nor player: penalties, the table, … */
export interface Topic {
  readonly id: string;
  readonly name: LocalText;
  readonly aliases: readonly string[];
}

/**
 * The rules of a season's table: `final` when all is played, `running` until then. Rulings are those in force at the end
 * of `day`; without a day, those that stand for good.
 */
export function tableRules(
  competition: KnownCompetition,
  season: string,
  stage: 'running' | 'final',
  day?: string,
): TableRules {
  const era = competition.eras.findLast(({ since }) => since <= season);
  if (!era) throw new Error(`${competition.name} has no rules for ${season}`);
  return {
    pointsForWin: era.pointsForWin,
    tieBreaks: stage === 'final' ? era.tieBreaks : RUNNING_TIE_BREAKS,
    rulings: competition.rulings.filter((ruling) => ruling.season === season && isInForce(ruling, day)),
  };
}

function isInForce({ from, until }: CompetitionRuling, day: string | undefined): boolean {
  const reached = (moment: string) => day === undefined || moment <= day;
  return (from === undefined || reached(from)) && (until === undefined || !reached(until));
}
