import type { WorkingRow } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { type Scope, scopeOf, THREE_POINTS_SINCE } from '../../scope.ts';
import type { SeasonLedger, Tally } from '../../season-ledger.ts';
import type { SeasonTally } from '../../statements/season-statement.ts';

/** A club's start to the season that is on, or all of it once it is over, beside as many games of its other seasons. */
export interface Start {
  readonly club: string;
  readonly season: string;
  readonly games: number;
  readonly tally: Tally;
  /** The day of the last of the games. */
  readonly day: string;
  /** What the club had made of as many games in the seasons before, earliest first. */
  readonly earlier: readonly SeasonTally[];
}

/** After one game or two nobody has started well or badly. */
export const FEWEST_GAMES = 3;
/** Compared with fewer seasons nothing is a record. */
export const FEWEST_SEASONS = 4;
/** As many lines as a person cares to check. */
export const MOST_ROWS = 20;

/** The season that is on at a ledger's moment: that of its match, else the last; undefined where it is not the latest one known. */
export function seasonOn({ moment, seasons }: Ledger): SeasonLedger | undefined {
  const last = seasons.at(-1);
  return !moment.match || moment.match.season === last?.name ? last : undefined;
}

/** A club's start as of a moment, compared since a season; undefined where it has not begun, or is not in the league. */
export function startOf(ledger: Ledger, club: string, since = ''): Start | undefined {
  const season = seasonOn(ledger);
  const played = season?.games(club) ?? [];
  const tally = season?.tally(club, played.length);
  const day = played.at(-1)?.day;
  if (!season || !tally || day === undefined || season.name < since || played.length < FEWEST_GAMES) return undefined;
  const earlier = earlierSeasons(ledger, season, since).flatMap(({ name, tally }) => {
    const then = tally(club, played.length);
    return then ? [{ season: name, tally: then }] : [];
  });
  return { club, season: season.name, games: played.length, tally, day, earlier };
}

/** Where points are compared: not with seasons in which a win was worth two. */
export function pointsStartOf(ledger: Ledger, club: string): Start | undefined {
  return startOf(ledger, club, THREE_POINTS_SINCE);
}

function earlierSeasons({ seasons }: Ledger, { name }: SeasonLedger, since = ''): readonly SeasonLedger[] {
  return seasons.filter((season) => season.name >= since && season.name < name);
}

/** The seasons before in which as many games were played. */
export function earlierWith(ledger: Ledger, season: SeasonLedger, games: number, since = ''): readonly SeasonLedger[] {
  return earlierSeasons(ledger, season, since).filter(({ clubs, tally }) => clubs.some((club) => tally(club, games)));
}

/** What a start is compared with. */
export function startScope(ledger: Ledger, { club, games }: Start, since = ''): Scope {
  return scopeOf(ledger, { ...sinceOf(ledger, since), clubs: [club], firstGames: games });
}

/** From a season, or from the first that is known if that is later. */
export function sinceOf({ seasons }: Ledger, since: string): { readonly since: string } {
  return { since: seasons.find(({ name }) => name >= since)?.name ?? since };
}

/** The seasons compared, by a figure, the start at hand among them. */
export function startRows(start: Start, by: (tally: Tally) => number): readonly WorkingRow[] {
  const all = [...start.earlier, { season: start.season, tally: start.tally }];
  return all
    .map((row) => ({ kind: 'start' as const, club: start.club, ...row }))
    .sort((a, b) => by(b.tally) - by(a.tally) || (a.season < b.season ? 1 : -1))
    .slice(0, MOST_ROWS);
}
