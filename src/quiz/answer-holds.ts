import type { Ledger } from '../facts/engine/ledger.ts';
import { THREE_POINTS_SINCE } from '../facts/engine/scope.ts';
import type { SeasonLedger } from '../facts/engine/season-ledger.ts';
import { outcomeFor, type Result, sideOf } from '../match/result.ts';
import { highFirst } from '../match/score.ts';
import { isGoalStreak, longestStreak } from '../match/streak.ts';
import { hasRuling, titleWinner, wonOnPitch } from './champion-of.ts';
import type { Ask, QuizOption } from './question.ts';

/**
 * Whether an option is an answer to what is asked, looked up in the results alone and not in the fact that suggested it;
 * undefined where the question itself can be disputed: a court had its say, two are level, a result was awarded.
 */
export function answerHolds(ask: Ask, option: QuizOption, ledger: Ledger): boolean | undefined {
  switch (ask.kind) {
    case 'points-after': {
      const season = ledger.season(ask.season);
      const tally = season?.tally(ask.club.id, ask.games);
      if (!tally || ask.season < THREE_POINTS_SINCE || hasRuling(ledger, ask.season, ask.club.id)) return undefined;
      return isNumber(option, tally.points);
    }
    case 'best-start': {
      const best = bestStarts(ledger, ask);
      const [only] = best;
      if (only === undefined || best.length > 1 || ask.since < THREE_POINTS_SINCE) return undefined;
      if (hasRuling(ledger, only, ask.club.id)) return undefined;
      return option.kind === 'season' && option.season === only;
    }
    case 'champion': {
      const winner = titleWinner(ledger, ask.season);
      if (!winner) return undefined;
      if (option.kind !== 'club') return false;
      // Who won it on the pitch is no wrong answer to everybody.
      if (winner.club !== option.club.id && wonOnPitch(ledger, ask.season, option.club.id)) return undefined;
      return winner.club === option.club.id;
    }
    case 'title-season': {
      if (option.kind !== 'season') return false;
      const isWinner = titleWinner(ledger, option.season)?.club === ask.club.id;
      return !isWinner && wonOnPitch(ledger, option.season, ask.club.id) ? undefined : isWinner;
    }
    case 'champion-points': {
      const winner = titleWinner(ledger, ask.season);
      if (winner?.club !== ask.club.id || hasRuling(ledger, ask.season, ask.club.id)) return undefined;
      return isNumber(option, winner.points);
    }
    case 'final-place': {
      const place = finalPlace(ledger.season(ask.season), ledger, ask.club.id);
      return place === undefined ? undefined : isNumber(option, place);
    }
    case 'score-of': {
      const result = ledger
        .meetings(ask.home.id, ask.away.id)
        .find(({ home, day }) => home === ask.home.id && day === ask.day);
      return result?.status === 'played' ? isScore(option, [result.score.home, result.score.away]) : undefined;
    }
    case 'common-score': {
      const meetings = pitchMeetings(ledger, ask.clubs, ask.since);
      const [first, second] = countScores(meetings ?? []);
      if (!first || first.count === second?.count) return undefined;
      return isScore(option, first.score);
    }
    case 'meetings-won': {
      const meetings = pitchMeetings(ledger, ask.clubs, ask.since);
      const [a] = ask.clubs;
      return meetings && isNumber(option, meetings.filter((result) => outcomeFor(result, a.id) === 'won').length);
    }
    case 'biggest-win': {
      const [biggest, ...others] = biggestWins(ledger, ask);
      return biggest && others.length === 0 ? isScore(option, biggest) : undefined;
    }
    case 'longest-run': {
      const longest = longestRun(ledger, ask);
      return longest === undefined ? undefined : isNumber(option, longest);
    }
  }
}

type AskOf<Kind extends Ask['kind']> = Extract<Ask, { kind: Kind }>;

/** How often results had each score, whoever won, the most common first. */
export function countScores(results: readonly Result[]) {
  const counts = new Map<string, { score: readonly [number, number]; count: number }>();
  for (const result of results) {
    const score = highFirst(result.score);
    counts.set(`${score}`, { score, count: (counts.get(`${score}`)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** The results of two clubs since a season; undefined where one of them was awarded, which some count and some do not. */
export function pitchMeetings(
  ledger: Ledger,
  [a, b]: AskOf<'common-score'>['clubs'],
  since: string,
): readonly Result[] | undefined {
  const meetings = ledger.meetings(a.id, b.id).filter(({ season }) => season >= since);
  return meetings.length > 0 && meetings.every(({ status }) => status === 'played') ? meetings : undefined;
}

function bestStarts({ seasons }: Ledger, { club, games, since }: AskOf<'best-start'>): readonly string[] {
  const starts = seasons.flatMap(({ name, tally }) => {
    const made = name >= since ? tally(club.id, games) : undefined;
    return made ? [{ name, points: made.points }] : [];
  });
  const most = Math.max(...starts.map(({ points }) => points));
  return starts.filter(({ points }) => points === most).map(({ name }) => name);
}

/** Level on points, it is rules and play-offs that decide, and people remember them differently. */
function finalPlace(season: SeasonLedger | undefined, ledger: Ledger, club: string): number | undefined {
  if (!season?.isOver || hasRuling(ledger, season.name, club)) return undefined;
  const table = season.table(ledger.moment.day);
  const own = table.find((row) => row.club === club);
  const isAlone = own && table.every((row) => row === own || row.points !== own.points);
  return isAlone ? own.rank : undefined;
}

/** The scores of a club's wins by the most goals, its own first: of several, nobody can say which is the biggest. */
function biggestWins(
  ledger: Ledger,
  { club, over, since }: AskOf<'biggest-win'>,
): readonly (readonly [number, number])[] {
  const wins = ledger
    .resultsOf(club.id)
    .filter(({ season, status }) => season >= since && status === 'played')
    .filter((result) => !over || sideOf(result, over.id) !== undefined)
    .filter((result) => outcomeFor(result, club.id) === 'won');
  const scores = countScores(wins).map(({ score }) => score);
  const most = Math.max(...scores.map(([high, low]) => high - low));
  return scores.filter(([high, low]) => high - low === most);
}

/** Undefined where it depends on whether a run goes on over seasons in another league, or over an awarded result. */
function longestRun(ledger: Ledger, { club, of, since }: AskOf<'longest-run'>): number | undefined {
  const seasons = ledger.seasons.filter(({ name }) => name >= since);
  const stretches: Result[][] = [[]];
  for (const season of seasons) {
    const games = season.games(club.id);
    if (games.length === 0) stretches.push([]);
    else stretches.at(-1)?.push(...games);
  }
  const longest = longestStreak(stretches.flat(), club.id, of);
  const within = Math.max(...stretches.map((stretch) => longestStreak(stretch, club.id, of).length));
  // An award next to a run of goals has ended it, or has kept it from being longer.
  const isPlayed = (isGoalStreak(of) ? stretches.flat() : longest).every(({ status }) => status === 'played');
  return longest.length === within && isPlayed ? within : undefined;
}

function isNumber(option: QuizOption, number: number): boolean {
  return option.kind === 'number' && option.number === number;
}

function isScore(option: QuizOption, [one, other]: readonly [number, number]): boolean {
  return option.kind === 'score' && option.score[0] === one && option.score[1] === other;
}
