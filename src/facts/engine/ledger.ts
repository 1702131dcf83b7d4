import type { Club } from '../../match/match.ts';
import { meetingsOf, type Result } from '../../match/result.ts';
import type { OpeningBalance } from '../head-to-head.ts';
import type { KnownClub, KnownCompetition } from '../known.ts';
import { isWholeSeason } from '../season-table.ts';
import type { Moment } from './moment.ts';
import { type SeasonLedger, seasonLedger } from './season-ledger.ts';

/** All results of a competition up to a moment, as far as they are whole: what facts are computed from. */
export interface Ledger {
  readonly competition: KnownCompetition;
  readonly moment: Moment;
  /** The day of the last result in it. */
  readonly lastDay: string;
  /** Earliest first. Only seasons of which every result is known stand in it. */
  readonly seasons: readonly SeasonLedger[];
  /** What was played before the first of them, as totals. */
  readonly openingBalances: readonly OpeningBalance[];
  season(name: string): SeasonLedger | undefined;
  /** A club's results over all seasons, earliest first. */
  resultsOf(club: string): readonly Result[];
  /** The results between two clubs, earliest first. */
  meetings(a: string, b: string): readonly Result[];
  club(id: string): Club;
}

/** What a ledger is made of. `results` in the order of their days; they may grow, and are then another array. */
export interface LedgerSource {
  readonly results: readonly Result[];
  readonly competitions: readonly KnownCompetition[];
  readonly clubs: readonly KnownClub[];
  readonly openingBalances: readonly OpeningBalance[];
}

/** Gives the ledger of a competition as of a moment; undefined where no whole season is known by then. */
export type LedgerBook = (competition: string, moment: Moment) => Ledger | undefined;

/** A season that has all its results, as they are known now. */
interface WholeSeason {
  readonly name: string;
  readonly results: readonly Result[];
  readonly clubs: readonly string[];
  /** Of all of them, worked out when it is first needed. */
  ledger?: SeasonLedger;
}

/** As many moments as are asked about at once. */
const KEPT = 8;

/**
 * Keeps what was worked out for as long as the results stay the same: after a new result, only its own season is worked
 * out anew.
 */
export function ledgerBook(source: LedgerSource): LedgerBook {
  let known: readonly Result[] = [];
  let seasons = new Map<string, readonly WholeSeason[]>();
  const kept = new Map<string, Ledger | undefined>();
  return (competitionId, moment) => {
    const competition = source.competitions.find(({ id }) => id === competitionId);
    if (!competition) return undefined;
    const { results } = source;
    if (results !== known) {
      seasons = regrouped(results, seasons);
      known = results;
      kept.clear();
    }
    const key = `${competitionId} ${JSON.stringify(moment)}`;
    if (kept.has(key)) return kept.get(key);
    const ledger = ledgerOf(competition, moment, seasons.get(competitionId) ?? [], source);
    kept.set(key, ledger);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return ledger;
  };
}

/** The whole seasons of each competition; one that has stayed the same keeps what was worked out of it. */
function regrouped(
  results: readonly Result[],
  before: ReadonlyMap<string, readonly WholeSeason[]>,
): Map<string, readonly WholeSeason[]> {
  const bySeason = new Map<string, Map<string, Result[]>>();
  for (const result of results) {
    const ofCompetition = bySeason.get(result.competition) ?? new Map<string, Result[]>();
    bySeason.set(result.competition, ofCompetition);
    const ofSeason = ofCompetition.get(result.season) ?? [];
    ofCompetition.set(result.season, ofSeason);
    ofSeason.push(result);
  }
  return new Map(
    [...bySeason].map(([competition, ofCompetition]) => {
      let clubsBefore = 0;
      const whole: WholeSeason[] = [];
      for (const [name, own] of [...ofCompetition].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const same = before.get(competition)?.find((season) => season.name === name && isSame(season.results, own));
        const clubs = same?.clubs ?? [...new Set(own.flatMap(({ home, away }) => [home, away]))].sort();
        // One that was whole is so still, unless the season before it has become bigger.
        const isWhole = same ? clubs.length >= clubsBefore : isWholeSeason(own, clubs, clubsBefore);
        if (isWhole) whole.push(same ?? { name, results: own, clubs });
        clubsBefore = clubs.length;
      }
      return [competition, lastInARow(whole)];
    }),
  );
}

/** Where a season is missing, or has holes, nobody knows what came between: only what follows it counts. */
function lastInARow(whole: readonly WholeSeason[]): readonly WholeSeason[] {
  const yearOf = ({ name }: WholeSeason) => Number(name.slice(0, 4));
  const gap = whole.findLastIndex((season, index) => {
    const before = whole[index - 1];
    return before !== undefined && yearOf(season) - yearOf(before) !== 1;
  });
  return gap === -1 ? whole : whole.slice(gap);
}

function isSame(a: readonly Result[], b: readonly Result[]): boolean {
  return a.length === b.length && a.every((result, index) => result === b[index]);
}

function ledgerOf(
  competition: KnownCompetition,
  moment: Moment,
  whole: readonly WholeSeason[],
  { clubs, openingBalances }: LedgerSource,
): Ledger | undefined {
  const seasons = whole.flatMap((season) => {
    const first = season.results[0];
    return first && first.day <= moment.day ? [asOf(moment, season, competition)] : [];
  });
  const lastDay = seasons.findLast(({ results }) => results.length > 0)?.results.at(-1)?.day;
  const { match } = moment;
  if (lastDay === undefined || (match && !isIn(match, seasons))) return undefined;
  const first = seasons[0]?.name;
  const ofClub = new Map<string, readonly Result[]>();
  function resultsOf(club: string): readonly Result[] {
    const results = ofClub.get(club) ?? seasons.flatMap((season) => season.games(club));
    ofClub.set(club, results);
    return results;
  }
  return {
    competition,
    moment,
    lastDay,
    seasons,
    openingBalances: openingBalances.filter(
      (opening) => opening.competition === competition.id && opening.before === first,
    ),
    season: (name) => seasons.find((season) => season.name === name),
    resultsOf,
    meetings: (a, b) => meetingsOf(resultsOf(a), a, b),
    club: (id) => ({ id, name: clubs.find((club) => club.id === id)?.name ?? id }),
  };
}

/** Without what else was played in its season nothing that covers a match is certain; nor of a match that is not of it. */
function isIn({ season, home, away }: NonNullable<Moment['match']>, seasons: readonly SeasonLedger[]): boolean {
  const clubs = seasons.find(({ name }) => name === season)?.clubs ?? [];
  return clubs.includes(home) && clubs.includes(away) && home !== away;
}

function asOf(moment: Moment, season: WholeSeason, competition: KnownCompetition): SeasonLedger {
  const { name, results, clubs } = season;
  const { day, match } = moment;
  const own = match?.season === name ? match : undefined;
  if (!own && (results.at(-1)?.day ?? '') <= day) {
    season.ledger ??= seasonLedger(competition, name, results, clubs);
    return season.ledger;
  }
  const isOwn = ({ home, away }: Result) => home === own?.home && away === own.away;
  const others = results.filter((result) => result.day <= day && !isOwn(result));
  if (!own?.score) return seasonLedger(competition, name, others, clubs);
  const { home, away, score } = own;
  const known = results.find(
    (result) => isOwn(result) && result.score.home === score.home && result.score.away === score.away,
  );
  // Half-time and scorers of another score are not this one's.
  const row: Result = known ?? { competition: competition.id, season: name, day, home, away, score, status: 'played' };
  return seasonLedger(competition, name, [...others, { ...row, day }], clubs);
}
