import { FORM_GAMES, formOf } from '../../match/form.ts';
import { type Outcome, outcomeFor, type Result, sideOf } from '../../match/result.ts';
import { type TableRow, tableAfter, tableOf } from '../../match/table.ts';
import { type KnownCompetition, tableRules } from '../known.ts';

/** What a club has made of some of its games, on the pitch: rulings are not in it. */
export interface Tally {
  readonly games: number;
  readonly won: number;
  readonly drawn: number;
  readonly lost: number;
  readonly goalsFor: number;
  readonly goalsAgainst: number;
  readonly points: number;
}

/** One season of a competition up to a moment. What is asked of it twice is worked out once. */
export interface SeasonLedger {
  /** `2021-22` */
  readonly name: string;
  /** In the order of their days. */
  readonly results: readonly Result[];
  /** All that play in it, in the order of their ids. */
  readonly clubs: readonly string[];
  /** Two before 1994-95, three since. */
  readonly pointsForWin: number;
  /** Whether every match of it has been played. */
  readonly isOver: boolean;
  /** A club's results, earliest first; none of a club that was not in it. */
  games(club: string): readonly Result[];
  /** What a club had made of its first games; undefined where it has not played so many (or is not in it). */
  tally(club: string, games: number): Tally | undefined;
  /** How a club's last games up to its so-manieth ended, oldest first. */
  form(club: string, games: number): readonly Outcome[];
  /** The table of it all, best first, with the rulings in force on a day (the day of its last result unless said). */
  table(day?: string): readonly TableRow[];
  /** The table of each club's first games; undefined where not every club has played so many. */
  tableAfter(games: number): readonly TableRow[] | undefined;
}

/** The results must be those of one season up to the moment; `clubs` are all that play in it, played yet or not. */
export function seasonLedger(
  competition: KnownCompetition,
  name: string,
  results: readonly Result[],
  clubs: readonly string[],
): SeasonLedger {
  const isOver = results.length === clubs.length * (clubs.length - 1);
  const stage = isOver ? 'final' : 'running';
  const lastDay = results.at(-1)?.day;
  const { pointsForWin } = tableRules(competition, name, stage);
  const games = new Map<string, Result[]>(clubs.map((club) => [club, []]));
  for (const result of results) {
    games.get(result.home)?.push(result);
    games.get(result.away)?.push(result);
  }
  const tallies = new Map<string, readonly Tally[]>();
  const talliesOf = (club: string) => remembered(tallies, club, () => runOf(games.get(club) ?? [], club, pointsForWin));
  const tables = new Map<string, readonly TableRow[]>();
  return {
    name,
    results,
    clubs,
    pointsForWin,
    isOver,
    games: (club) => games.get(club) ?? [],
    tally: (club, count) => talliesOf(club)[count - 1],
    form: (club, count) => formOf((games.get(club) ?? []).slice(0, count), club, FORM_GAMES),
    table(day = lastDay) {
      const rules = tableRules(competition, name, stage, day);
      // A season's rulings change on two or three days, and it is asked for on hundreds.
      return remembered(tables, JSON.stringify(rules.rulings), () => tableOf(results, rules, clubs));
    },
    tableAfter(count) {
      if (clubs.some((club) => (games.get(club)?.length ?? 0) < count)) return undefined;
      const then = clubs.map((club) => games.get(club)?.[count - 1]?.day ?? '').reduce((a, b) => (a > b ? a : b), '');
      const rules = tableRules(competition, name, 'running', then);
      return remembered(tables, `after ${count}`, () => tableAfter(count, results, rules, clubs));
    },
  };
}

function remembered<T>(known: Map<string, T>, key: string, work: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = work();
  known.set(key, made);
  return made;
}

/** What a club had made of its first game, of its first two, … */
function runOf(games: readonly Result[], club: string, pointsForWin: number): readonly Tally[] {
  const run: Tally[] = [];
  let sum: Tally = { games: 0, won: 0, drawn: 0, lost: 0, goalsFor: 0, goalsAgainst: 0, points: 0 };
  for (const result of games) {
    sum = withGame(sum, result, club, pointsForWin);
    run.push(sum);
  }
  return run;
}

function withGame(sum: Tally, result: Result, club: string, pointsForWin: number): Tally {
  const outcome = outcomeFor(result, club);
  const { home, away } = result.score;
  const [scored, conceded] = sideOf(result, club) === 'home' ? [home, away] : [away, home];
  const worth = outcome === 'won' ? pointsForWin : outcome === 'drawn' ? 1 : 0;
  return {
    ...sum,
    [outcome]: sum[outcome] + 1,
    games: sum.games + 1,
    goalsFor: sum.goalsFor + scored,
    goalsAgainst: sum.goalsAgainst + conceded,
    points: sum.points + worth,
  };
}
