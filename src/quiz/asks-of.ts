import type { Statement } from '../facts/engine/finding.ts';
import type { Ledger } from '../facts/engine/ledger.ts';
import { type Scope, THREE_POINTS_SINCE } from '../facts/engine/scope.ts';
import type { ComputedFact } from '../facts/fact.ts';
import type { Result } from '../match/result.ts';
import { highFirst } from '../match/score.ts';
import type { Ask, QuizOption } from './question.ts';

/** What could be asked of a fact, and its answer. */
export interface Draft {
  readonly ask: Ask;
  readonly answer: QuizOption;
  readonly factId: string;
  /** What the answer gives away: of one game's questions no two share it. */
  readonly topic: string;
  /** The ids of the clubs it is about. */
  readonly clubs: readonly string[];
}

type Drawn = Omit<Draft, 'factId'>;

/** The latest meetings are those that people remember. */
const LATEST_MEETINGS = 3;

/** All that a fact gives to ask, or nothing: some facts are told better than asked. */
export function asksOf({ id, finding }: ComputedFact, ledger: Ledger): readonly Draft[] {
  const { statement, scope, working } = finding;
  if (scope.competition.id !== ledger.competition.id) return [];
  const results = working.rows.flatMap((row) => (row.kind === 'result' ? [row.result] : []));
  return drawn(statement, scope, results, ledger).map((draft) => ({ ...draft, factId: id }));
}

function drawn(said: Statement, scope: Scope, results: readonly Result[], ledger: Ledger): readonly Drawn[] {
  const competition = { id: ledger.competition.id, name: ledger.competition.name };
  const { since } = scope;
  switch (said.kind) {
    case 'best-start':
      return [bestStart(said, since), ...pointsAfter(said, [said, said.previous])];
    case 'best-start-since':
      return pointsAfter(said, [said, said.better]);
    case 'worst-start':
      return pointsAfter(said, [said, said.previous]);
    case 'points-by-season':
      return pointsAfter(said, [said, ...said.earlier]);
    case 'unbeaten-start':
    case 'winless-start':
    case 'goals-start':
      return pointsAfter(said, [said]);
    case 'table-place':
      return said.isOver ? [finalPlace(said, competition)] : [];
    case 'champion':
      return titles(said, competition);
    case 'longest-run': {
      const { club, of, run, venue } = said;
      if (venue) return [];
      const ask = { kind: 'longest-run', club, of, since } as const;
      return [{ ask, answer: numbered(run.games), topic: `run/${club.id}/${of}`, clubs: [club.id] }];
    }
    case 'biggest-win': {
      const { club, over, result } = said;
      if (scope.venue) return [];
      const ask: Ask = { kind: 'biggest-win', club, ...(over && { over }), since };
      return [{ ask, answer: scored(highFirst(result.score)), topic: `biggest/${club.id}`, clubs: [club.id] }];
    }
    case 'balance': {
      if (scope.venue ?? scope.withOpening) return [];
      const [a, b] = said.clubs;
      const topic = `won/${[a.id, b.id].sort().join('/')}`;
      const won = (clubs: readonly [typeof a, typeof b], times: number): Drawn => ({
        ...{ ask: { kind: 'meetings-won', clubs, since }, answer: numbered(times), topic, clubs: [clubs[0].id] },
      });
      return [won([a, b], said.won[0]), won([b, a], said.won[1])];
    }
    case 'common-score': {
      if (scope.venue) return [];
      const { clubs, score } = said;
      const topic = `common/${clubs
        .map(({ id }) => id)
        .sort()
        .join('/')}`;
      const ask = { kind: 'common-score', clubs, since } as const;
      return [{ ask, answer: scored(score), topic, clubs: clubs.map(({ id }) => id) }];
    }
    case 'most-goals':
      return [scoreOf(said.result, ledger)];
    case 'first-since':
      return [said.result, said.previous].map((result) => scoreOf(result, ledger));
    case 'season-meetings':
    case 'last-meetings':
    case 'meetings-in-a-row':
      return results.slice(0, LATEST_MEETINGS).map((result) => scoreOf(result, ledger));
    case 'many-on-points':
    case 'many-unbeaten':
    case 'title-turned':
    case 'what-if':
    case 'run':
    case 'run-ended':
    case 'meetings-row-ended':
    case 'meeting-number':
    case 'doubles':
    case 'half-time-leads':
    case 'goal-milestone':
    case 'top-scorer':
    case 'scoring-run':
      return [];
  }
}

type Said<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;
type Start = Pick<Said<'points-by-season'>, 'club' | 'games'>;
type Points = Pick<Said<'points-by-season'>['earlier'][number], 'season' | 'tally'>;

function pointsAfter({ club, games }: Start, seasons: readonly Points[]): readonly Drawn[] {
  return seasons.map(({ season, tally }) => ({
    ask: { kind: 'points-after', club, season, games },
    answer: numbered(tally.points),
    topic: `points/${club.id}/${season}`,
    clubs: [club.id],
  }));
}

function bestStart({ club, games, season }: Said<'best-start'>, since: string): Drawn {
  return {
    // Points are compared from then on only.
    ask: { kind: 'best-start', club, games, since: since < THREE_POINTS_SINCE ? THREE_POINTS_SINCE : since },
    answer: { kind: 'season', season },
    topic: `best/${club.id}`,
    clubs: [club.id],
  };
}

type Competition = Scope['competition'];

function finalPlace({ club, season, rank }: Said<'table-place'>, competition: Competition): Drawn {
  const topic = rank === 1 ? `title/${season}` : `place/${club.id}/${season}`;
  const ask = { kind: 'final-place', competition, season, club } as const;
  return { ask, answer: numbered(rank), topic, clubs: [club.id] };
}

function titles({ club, season, points }: Said<'champion'>, competition: Competition): readonly Drawn[] {
  const shared = { topic: `title/${season}`, clubs: [club.id] };
  return [
    { ...shared, ask: { kind: 'champion', competition, season }, answer: { kind: 'club', club } },
    { ...shared, ask: { kind: 'title-season', competition, club }, answer: { kind: 'season', season } },
    { ...shared, ask: { kind: 'champion-points', competition, season, club }, answer: numbered(points) },
  ];
}

function scoreOf({ home, away, day, score }: Result, ledger: Ledger): Drawn {
  return {
    ask: { kind: 'score-of', home: ledger.club(home), away: ledger.club(away), day },
    answer: scored([score.home, score.away]),
    topic: `score/${day}/${home}`,
    clubs: [home, away],
  };
}

function numbered(number: number): QuizOption {
  return { kind: 'number', number };
}

function scored(score: readonly [number, number]): QuizOption {
  return { kind: 'score', score };
}
