import type { Ledger } from '../facts/engine/ledger.ts';
import { resultsOf } from '../match/result.ts';
import { answerHolds, countScores, pitchMeetings } from './answer-holds.ts';
import type { Draft } from './asks-of.ts';
import { titleWinner } from './champion-of.ts';
import { type Random, shuffled } from './draw-lots.ts';
import type { Ask, QuizOption } from './question.ts';

/** With the right one, four: as many as fit on a phone. */
const WRONG_ANSWERS = 3;

/**
 * Three answers of the same kind that could be right and are not, each looked up in the results; undefined where there
 * are not so many, and where nobody could say for certain that the answer is the right one.
 */
export function wrongAnswers(
  { ask, answer }: Pick<Draft, 'ask' | 'answer'>,
  ledger: Ledger,
  random: Random,
): readonly QuizOption[] | undefined {
  if (answerHolds(ask, answer, ledger) !== true) return undefined;
  const tempting = temptingAnswers(ask, answer, ledger, random);
  const wrong = tempting.filter((option) => answerHolds(ask, option, ledger) === false).slice(0, WRONG_ANSWERS);
  return wrong.length === WRONG_ANSWERS ? wrong : undefined;
}

/** The most tempting first; the right one may be among them. */
function temptingAnswers(ask: Ask, answer: QuizOption, ledger: Ledger, random: Random): readonly QuizOption[] {
  switch (answer.kind) {
    case 'number':
      return numbersNear(answer.number, boundsOf(ask, ledger), random).map((number) => ({ kind: 'number', number }));
    case 'season':
      return seasonsLike(ask, ledger, random).map((season) => ({ kind: 'season', season }));
    case 'club':
      return clubsAtTop(ask, ledger, random).map((id) => ({ kind: 'club', club: ledger.club(id) }));
    case 'score':
      return scoresLike(ask, answer.score, ledger, random).map((score) => ({ kind: 'score', score }));
  }
}

interface Bounds {
  readonly least: number;
  readonly most: number;
  /** A number between them that can never be. */
  readonly never?: number;
}

function boundsOf(ask: Ask, ledger: Ledger): Bounds {
  switch (ask.kind) {
    case 'points-after':
      // All games won but one gives two points less at least.
      return { least: 0, most: 3 * ask.games, never: 3 * ask.games - 1 };
    case 'champion-points':
      return { least: 40, most: 3 * (ledger.season(ask.season)?.games(ask.club.id).length ?? 0) - 2 };
    case 'final-place':
      return { least: 1, most: ledger.season(ask.season)?.clubs.length ?? 1 };
    case 'meetings-won':
      return { least: 0, most: pitchMeetings(ledger, ask.clubs, ask.since)?.length ?? 0 };
    case 'longest-run':
      return { least: 2, most: Number.POSITIVE_INFINITY };
    default:
      return { least: 0, most: Number.POSITIVE_INFINITY };
  }
}

/** As many beneath it as chance has it, so that the place of the right one among them tells nothing; in steps that grow with it. */
function numbersNear(right: number, { least, most, never }: Bounds, random: Random): readonly number[] {
  const longest = Math.max(2, Math.round(right / 12));
  const walk = (direction: 1 | -1) => {
    const numbers: number[] = [];
    for (let at = right; numbers.length < WRONG_ANSWERS; ) {
      at += direction * (1 + Math.floor(random() * longest));
      if (at < least || at > most) break;
      if (at !== never) numbers.push(at);
    }
    return numbers;
  };
  const [beneath, above] = [walk(-1), walk(1)];
  const wanted = Math.floor(random() * (WRONG_ANSWERS + 1));
  const enough = Math.max(WRONG_ANSWERS - above.length, Math.min(wanted, beneath.length));
  return [...beneath.slice(0, enough), ...above.slice(0, WRONG_ANSWERS - enough)];
}

/** More candidates than are needed, so that the same question does not always bring the same answers. */
const CANDIDATES = 6;

function seasonsLike(ask: Ask, ledger: Ledger, random: Random): readonly string[] {
  const { seasons } = ledger;
  switch (ask.kind) {
    case 'best-start': {
      const { club, games, since } = ask;
      const others = seasons.flatMap(({ name, tally }) => {
        const made = name >= since ? tally(club.id, games) : undefined;
        return made ? [{ name, worth: made.points }] : [];
      });
      return tempting(others, random);
    }
    case 'title-season': {
      const others = seasons.flatMap((season) => {
        const rank = season.isOver && season.table(ledger.moment.day).find(({ club }) => club === ask.club.id)?.rank;
        const isWon = titleWinner(ledger, season.name)?.club === ask.club.id;
        return rank && !isWon ? [{ name: season.name, worth: -rank }] : [];
      });
      return tempting(others, random);
    }
    default:
      return [];
  }
}

/** Some of the best, in any order, then the rest of the best. */
function tempting(named: readonly { readonly name: string; readonly worth: number }[], random: Random) {
  const best = named.toSorted((a, b) => b.worth - a.worth).map(({ name }) => name);
  return [...shuffled(best.slice(0, CANDIDATES), random), ...best.slice(CANDIDATES)];
}

function clubsAtTop(ask: Ask, ledger: Ledger, random: Random): readonly string[] {
  if (ask.kind !== 'champion') return [];
  const table = ledger.season(ask.season)?.table(ledger.moment.day) ?? [];
  return shuffled(
    table.slice(0, CANDIDATES).map(({ club }) => club),
    random,
  );
}

type Score = readonly [number, number];

/** Scores a goal or two from the right one, the more common ones rather; of meetings such as they had. */
function scoresLike(ask: Ask, right: Score, ledger: Ledger, random: Random): readonly Score[] {
  const isOrdered = ask.kind === 'score-of';
  const near = nearScores(right).filter(([one, other]) => isOrdered || one >= other);
  const wins = near.filter(([one, other]) => ask.kind !== 'biggest-win' || one > other);
  const counts = new Map(countScores(resultsFor(ask, ledger)).map(({ score, count }) => [`${score}`, count]));
  const common = (score: Score) => counts.get(`${[Math.max(...score), Math.min(...score)]}`) ?? 0;
  const ranked = wins.toSorted((a, b) => common(b) - common(a)).slice(0, CANDIDATES);
  return shuffled(ranked, random);
}

function resultsFor(ask: Ask, ledger: Ledger) {
  switch (ask.kind) {
    case 'common-score':
      return pitchMeetings(ledger, ask.clubs, ask.since) ?? [];
    case 'biggest-win':
      return resultsOf(ledger.resultsOf(ask.club.id), ask.over?.id ?? ask.club.id);
    case 'score-of':
      return ledger.resultsOf(ask.home.id);
    default:
      return [];
  }
}

function nearScores([one, other]: Score): readonly Score[] {
  const steps = [-2, -1, 0, 1, 2];
  return steps.flatMap((a) =>
    steps
      .filter((b) => Math.abs(a) + Math.abs(b) <= 2 && (a !== 0 || b !== 0))
      .map((b) => [one + a, other + b] as const)
      .filter((score) => score.every((goals) => goals >= 0)),
  );
}
