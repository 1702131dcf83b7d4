import { formOf } from '../match/form.ts';
import { SIDES } from '../match/match.ts';
import { firstGames, type Outcome, type Result, resultsOf, seasonOf } from '../match/result.ts';
import { type Ruling, type TableRow, type TableRules, tableAfter, upToDay } from '../match/table.ts';
import { type KnownCompetition, tableRules } from './known.ts';
import { type Season, seasonsOf } from './season.ts';

/** The moment of a season that a table is of. */
export type TableMoment =
  /** With all that has been played; at a season's end the final table. */
  | { readonly kind: 'latest' }
  /** With each club's first games. */
  | { readonly kind: 'games'; readonly games: number }
  /** At the end of a day, though without one match of that day, where it is named. */
  | { readonly kind: 'day'; readonly day: string; readonly without?: { readonly home: string; readonly away: string } };

export interface TableRequest {
  /** The competition's id. */
  readonly competition: string;
  readonly season: string;
  readonly moment: TableMoment;
}

/** A table with what it rests on. Clubs stand by their ids. */
export interface SeasonTable extends TableRequest {
  readonly rows: readonly (TableRow & { readonly form: readonly Outcome[] })[];
  /** `final` when every match has been played. */
  readonly stage: 'running' | 'final';
  readonly rules: TableRules & { readonly rulings: readonly Ruling[] };
  /** The day of the last result in it; none where the one match played is left out. */
  readonly lastDay?: string;
}

/** Why there is no table, with what there is instead. */
export type NoTable =
  | { readonly reason: 'no-season'; readonly seasons: readonly Season[] }
  /** Results of the season are missing, so that any table would be wrong. */
  | { readonly reason: 'incomplete' }
  /** Not that many games have been played by every club, or none is no table. */
  | { readonly reason: 'no-such-games'; readonly most: number }
  /** The day is before the season, or after the last result. */
  | { readonly reason: 'no-such-day'; readonly first: string; readonly last: string };

export type TableFind = { readonly ok: true; readonly table: SeasonTable } | ({ readonly ok: false } & NoTable);

export interface TableRecord {
  /** In the order of their days. */
  readonly results: readonly Result[];
  readonly competitions: readonly KnownCompetition[];
}

/** The table asked for, as of `today`: later results and rulings are left aside. */
export function seasonTable({ results, competitions }: TableRecord, request: TableRequest, today: string): TableFind {
  const known = upToDay(results, today);
  const seasons = seasonsOf(known, request.competition);
  const season = seasons.find(({ name }) => name === request.season);
  const competition = competitions.find(({ id }) => id === request.competition);
  if (!season || !competition) return { ok: false, reason: 'no-season', seasons };

  const played = seasonOf(known, competition.id, season.name);
  const clubs = clubsIn(played);
  const before = seasons[seasons.indexOf(season) - 1];
  const clubsBefore = before ? clubsIn(seasonOf(known, competition.id, before.name)).length : 0;
  if (!isWholeSeason(played, clubs, clubsBefore)) return { ok: false, reason: 'incomplete' };

  const { moment } = request;
  switch (moment.kind) {
    case 'latest':
      return { ok: true, table: tableAt(request, competition, clubs, played, today) };
    case 'day': {
      const { day, without } = moment;
      // Long after its end a season's table is still its final one, as far as the record goes.
      const reaches = seasons.at(-1)?.last ?? season.last;
      if (day < season.first || day > reaches)
        return { ok: false, reason: 'no-such-day', first: season.first, last: season.last };
      const counted = upToDay(played, day).filter(({ home, away }) => home !== without?.home || away !== without.away);
      return { ok: true, table: tableAt(request, competition, clubs, counted, day) };
    }
    case 'games': {
      const most = Math.min(...clubs.map((club) => resultsOf(played, club).length));
      if (!Number.isInteger(moment.games) || moment.games < 1 || moment.games > most)
        return { ok: false, reason: 'no-such-games', most };
      return { ok: true, table: tableAt(request, competition, clubs, played, today, moment.games) };
    }
  }
}

/**
 * Whether the results of a season so far are all known, as far as can be told from them: as many clubs as in the season
 * before play in it, and none has far more games in hand than clubs come to have.
 */
export function isWholeSeason(played: readonly Result[], clubs: readonly string[], clubsBefore: number): boolean {
  const games = new Map(clubs.map((club) => [club, 0]));
  for (const result of played) for (const side of SIDES) games.set(result[side], (games.get(result[side]) ?? 0) + 1);
  const counts = [...games.values()];
  return clubs.length >= clubsBefore && Math.max(...counts) - Math.min(...counts) <= MOST_GAMES_IN_HAND;
}

/**
 * More games in hand than a club comes to in a season that is recorded as a whole (four, in 2007-08). A record that lacks matches, for
 * instance one of a few clubs' matches alone, has more.
 */
const MOST_GAMES_IN_HAND = 5;

/** The table of some results, as of the end of a day; with `games` of each club's first ones. */
function tableAt(
  request: TableRequest,
  competition: KnownCompetition,
  clubs: readonly string[],
  results: readonly Result[],
  day: string,
  games = Number.POSITIVE_INFINITY,
): SeasonTable {
  const own = new Map(clubs.map((club) => [club, firstGames(results, club, games)]));
  const whole = 2 * (clubs.length - 1);
  const stage = [...own.values()].every(({ length }) => length === whole) ? 'final' : 'running';
  const isPartWay = games < whole;
  const rulings = clubs.flatMap((club) => {
    // After so many games a club has lost what it had lost by then; a season that is over is seen as of the day.
    const then = isPartWay ? (own.get(club)?.at(-1)?.day ?? day) : day;
    const inForce = tableRules(competition, request.season, stage, then).rulings ?? [];
    return inForce.filter((ruling) => ruling.club === club);
  });
  const rules = { ...tableRules(competition, request.season, stage, day), rulings };
  const rows = tableAfter(games, results, rules, clubs);
  const days = [...own.values()].flatMap((played) => played.at(-1)?.day ?? []);
  return {
    ...request,
    rows: rows.map((row) => ({ ...row, form: formOf(own.get(row.club) ?? [], row.club) })),
    stage,
    rules,
    ...(days.length > 0 && { lastDay: days.reduce((last, each) => (each > last ? each : last)) }),
  };
}

function clubsIn(results: readonly Result[]): readonly string[] {
  return [...new Set(results.flatMap(({ home, away }) => [home, away]))];
}
