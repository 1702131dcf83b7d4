import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factEngine } from '../../../src/facts/engine/fact-engine.ts';
import { seasonFamilies } from '../../../src/facts/engine/families/season/index.ts';
import type { Statement } from '../../../src/facts/engine/finding.ts';
import { SILENT } from '../../../src/log.ts';
import type { Result } from '../../../src/match/result.ts';
import { makeQuestions } from '../../../src/quiz/make-questions.ts';
import type { Question, QuizOption } from '../../../src/quiz/question.ts';
import { cases } from '../../support/cases.ts';
import { almanac, results, serieA } from '../../support/facts/almanac.ts';
import { club, factThat, ledger, ledgers, lots } from './some-facts.ts';

const engine = factEngine({ source: almanac, families: seasonFamilies, log: SILENT });
const past = ['1996-05-12', '2004-05-16', '2006-05-14', '2007-05-27', '2022-05-22'];
const found = ['milan', 'inter', 'juventus', 'empoli'].flatMap((id) => [
  ...engine.everything('serie-a', { day: '2026-11-22' }, [id]),
  ...engine.everything('serie-a', { day: '2021-11-07' }, [id]),
  ...past.flatMap((day) => engine.everything('serie-a', { day }, [id])),
]);

const a = club('milan');
const b = club('inter');
const meetings = ledger.meetings('milan', 'inter');
const milanWon = meetings.filter(
  ({ home, score }) => (home === 'milan' ? score.home - score.away : score.away - score.home) > 0,
);
const common: Statement = {
  ...{ kind: 'common-score', clubs: [a, b], score: [1, 0], times: 0, played: meetings.length, last: '' },
};
const sixNil = meetings.find(({ day }) => day === '2001-05-11')!;
const longest: Statement = {
  ...{ kind: 'longest-run', club: a, of: 'unbeaten', run: { games: 0, from: '', to: '' } },
};
const biggest: Statement = {
  ...{ kind: 'biggest-win', club: a, over: b, result: sixNil, opponent: b, times: 1 },
};
const balance: Statement = {
  ...{ kind: 'balance', clubs: [a, b], played: meetings.length, drawn: 0, goals: [0, 0] },
  won: [milanWon.length, meetings.length],
};

const ask = (facts: Parameters<typeof makeQuestions>[0]['facts'], seed = 1, count = 20) =>
  makeQuestions({ facts, ledger, count, random: lots(seed) });

/** Told here without any of the code under test, from published tables. */
const CHAMPIONS: Readonly<Record<string, string>> = {
  ...{ '1993-94': 'milan', '1994-95': 'juventus', '1995-96': 'milan', '1996-97': 'juventus', '1997-98': 'juventus' },
  ...{ '1998-99': 'milan', '1999-00': 'lazio', '2000-01': 'roma', '2001-02': 'juventus', '2002-03': 'juventus' },
  ...{ '2003-04': 'milan', '2005-06': 'inter', '2006-07': 'inter', '2007-08': 'inter', '2008-09': 'inter' },
  ...{ '2009-10': 'inter', '2010-11': 'milan', '2020-21': 'inter', '2021-22': 'milan', '2022-23': 'napoli' },
  ...{ '2023-24': 'inter', '2024-25': 'napoli', '2025-26': 'inter' },
};
const championOf = (season: string) =>
  CHAMPIONS[season] ?? (season > '2011' && season < '2020' ? 'juventus' : undefined);

const gamesOf = (id: string, season: string) =>
  results.filter((result) => result.season === season && [result.home, result.away].includes(id));
const pointsOf = (id: string, { home, score }: Result) => {
  const ahead = home === id ? score.home - score.away : score.away - score.home;
  return ahead > 0 ? 3 : ahead === 0 ? 1 : 0;
};
const pointsAfter = (id: string, season: string, games: number) =>
  gamesOf(id, season)
    .slice(0, games)
    .reduce((sum, result) => sum + pointsOf(id, result), 0);

/** Whether an option answers a question, by the results themselves. */
function isTrue({ ask }: Question, option: QuizOption): boolean | undefined {
  const said = option.kind === 'number' ? option.number : option.kind === 'season' ? option.season : undefined;
  switch (ask.kind) {
    case 'points-after':
      return said === pointsAfter(ask.club.id, ask.season, ask.games);
    case 'best-start': {
      const seasons = [...new Set(results.map(({ season }) => season))].filter((season) => season >= ask.since);
      const began = seasons.filter((season) => gamesOf(ask.club.id, season).length >= ask.games);
      const most = Math.max(...began.map((season) => pointsAfter(ask.club.id, season, ask.games)));
      return pointsAfter(ask.club.id, `${said}`, ask.games) === most;
    }
    case 'champion':
      return option.kind === 'club' && option.club.id === championOf(ask.season);
    case 'title-season':
      return championOf(`${said}`) === ask.club.id;
    case 'champion-points': {
      const games = gamesOf(ask.club.id, ask.season);
      const wins = games.filter((result) => pointsOf(ask.club.id, result) === 3).length;
      const all = pointsAfter(ask.club.id, ask.season, games.length);
      return said === (ask.season < '1994' ? all - wins : all);
    }
    case 'final-place': {
      if (serieA.rulings.some(({ season }) => season === ask.season)) return undefined;
      const clubs = new Set(results.filter(({ season }) => season === ask.season).map(({ home }) => home));
      const own = pointsAfter(ask.club.id, ask.season, 38);
      return said === 1 + [...clubs].filter((id) => pointsAfter(id, ask.season, 38) > own).length;
    }
    default:
      return undefined;
  }
}

it('the questions of a game have one right answer among four, by the results themselves', () => {
  const checked = new Set<string>();
  for (let seed = 0; seed < 12; seed += 1) {
    for (const question of ask(found, seed)) {
      question.options.forEach((option, place) => {
        const truth = isTrue(question, option);
        if (truth === undefined) return;
        expect(truth, JSON.stringify([question.ask, option])).toBe(place === question.right);
        checked.add(question.ask.kind);
      });
    }
  }
  expect([...checked].sort()).toEqual([
    'best-start',
    'champion',
    'champion-points',
    'final-place',
    'points-after',
    'title-season',
  ]);
});

it('the questions of a game have four different answers of one kind, and each the fact that it was made from', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 20 }), (seed, count) => {
      const questions = ask(found, seed, count);
      expect(questions.length).toBe(count);
      for (const { options, right, factId, asOf, competition } of questions) {
        expect(new Set(options.map((option) => JSON.stringify(option))).size).toBe(4);
        expect(new Set(options.map(({ kind }) => kind)).size).toBe(1);
        expect(options[right]).toBeDefined();
        expect(found.some(({ id }) => id === factId)).toBe(true);
        expect([asOf, competition?.name]).toEqual([ledger.lastDay, 'Serie A']);
        const numbers = options.flatMap((option) => (option.kind === 'number' ? [option.number] : []));
        expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
      }
      expect(new Set(questions.map((question) => JSON.stringify(question.ask))).size).toBe(count);
    }),
    cases(5),
  );
});

it('the questions of a game are of as many kinds and clubs as the facts give', () => {
  for (const seed of [1, 2, 3]) {
    expect(new Set(ask(found, seed, 5).map((question) => question.ask.kind)).size).toBe(5);
  }
  const clubs = ask(found, 4, 8).flatMap(({ ask }) => ('club' in ask ? [ask.club.id] : []));
  expect(new Set(clubs).size).toBeGreaterThan(2);
});

it('the questions of a game are the same for the same lots, and others for others', () => {
  expect(ask(found, 7)).toEqual(ask(found, 7));
  expect(ask(found, 7)).not.toEqual(ask(found, 8));
});

it('the questions of a game put the right answer in every place', () => {
  const places = Array.from({ length: 40 }, (_, seed) => ask(found, seed, 5).map(({ right }) => right)).flat();
  for (const place of [0, 1, 2, 3]) expect(places.filter((right) => right === place).length).toBeGreaterThan(20);
});

it('the questions of a game are none where no fact gives any', () => {
  expect(ask([])).toEqual([]);
  expect(ask([factThat({ kind: 'meeting-number', clubs: [a, b], number: 174 })])).toEqual([]);
});

it('the questions of a game do not give each other away', () => {
  const title = found.filter(({ finding }) => finding.statement.kind === 'champion');
  const seasons = ask(title, 3).flatMap(({ ask, options, right }) => {
    const option = options[right];
    return 'season' in ask ? [ask.season] : option?.kind === 'season' ? [option.season] : [];
  });
  expect(new Set(seasons).size).toBe(seasons.length);
});

it('a fact about meetings asks how often one has beaten the other, unless totals from before are in it', () => {
  const [question] = ask([factThat(balance)], 5, 1);
  expect(question?.ask).toMatchObject({ kind: 'meetings-won', clubs: [a, b], since: '1993-94' });
  expect(question?.options[question.right]).toEqual({ kind: 'number', number: milanWon.length });
  expect(ask([factThat(balance, { withOpening: true })])).toEqual([]);
  expect(ask([factThat(balance, { venue: 'home' })])).toEqual([]);
});

it('a fact about meetings that is not what the results say is not asked about', () => {
  expect(ask([factThat({ ...balance, won: [1, 2] } as Statement)])).toEqual([]);
  expect(ask([factThat({ ...biggest, result: { ...sixNil, score: { home: 0, away: 7 } } } as Statement)])).toEqual([]);
});

it('a fact about meetings asks for the most common score where one alone is, and none as common is among the answers', () => {
  const counts = new Map<string, number>();
  for (const { score } of meetings) {
    const high = [Math.max(score.home, score.away), Math.min(score.home, score.away)].join();
    counts.set(high, (counts.get(high) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([, one], [, other]) => other - one);
  const score = ranked[0]![0].split(',').map(Number) as [number, number];
  const questions = ask([factThat({ ...common, score } as Statement)], 2);
  expect(questions).toHaveLength(ranked[0]![1] === ranked[1]![1] ? 0 : 1);
  for (const { options, right } of questions) {
    expect(options[right]).toEqual({ kind: 'score', score });
    for (const option of options)
      if (option.kind === 'score') expect(option.score[0]).toBeGreaterThanOrEqual(option.score[1]);
  }
});

it('a fact about meetings asks for the biggest win, and how a meeting of a day ended', () => {
  const rows = [{ kind: 'result' as const, result: sixNil }];
  const last: Statement = {
    ...{ kind: 'last-meetings', clubs: [a, b], games: 1, won: [1, 0], drawn: 0, goals: [6, 0] },
  };
  const questions = [...ask([factThat(biggest)]), ...ask([factThat(last, { rows })])];
  expect(questions.map(({ ask }) => ask)).toEqual([
    { kind: 'biggest-win', club: a, over: b, since: '1993-94' },
    { kind: 'score-of', home: b, away: a, day: '2001-05-11' },
  ]);
  expect(questions.map(({ options, right }) => options[right])).toEqual([
    { kind: 'score', score: [6, 0] },
    { kind: 'score', score: [0, 6] },
  ]);
});

it('a fact about meetings is not asked about where a result was awarded', () => {
  const [sassuolo, pescara] = [club('sassuolo'), club('pescara')];
  const awarded = results.find(({ day, home }) => day === '2016-08-28' && home === 'sassuolo')!;
  const clubs = [pescara, sassuolo] as const;
  const lost: Statement = { kind: 'balance', clubs, played: 2, won: [1, 1], drawn: 0, goals: [0, 0] };
  const last: Statement = { kind: 'last-meetings', clubs, games: 1, won: [1, 0], drawn: 0, goals: [3, 0] };
  expect(ask([factThat(lost), factThat(last, { rows: [{ kind: 'result', result: awarded }] })])).toEqual([]);
});

it('a run is asked for where it is the longest by the results', () => {
  const games = (run: number) => ask([factThat({ ...longest, run: { games: run, from: '', to: '' } } as Statement)]);
  // Counted over all of the seasons, in all of which Milan played.
  let [run, most] = [0, 0];
  for (const result of results.filter(({ home, away }) => [home, away].includes('milan'))) {
    run = pointsOf('milan', result) > 0 ? run + 1 : 0;
    most = Math.max(most, run);
  }
  expect(games(most)).toHaveLength(1);
  expect(games(most)[0]?.options[games(most)[0]!.right]).toEqual({ kind: 'number', number: most });
  expect(games(most - 1)).toEqual([]);
});

describe('what courts decided', () => {
  const then = ledgers('serie-a', { day: '2026-11-22' })!;
  const title = (season: string, id: string, points: number): Statement => ({
    ...{ kind: 'champion', season, club: then.club(id), points, titles: 1 },
    second: { club: then.club('milan'), points: 1 },
  });

  it('what courts decided makes a title nobody asks about, or one whose winner on the pitch is no wrong answer', () => {
    expect(ask([factThat(title('2004-05', 'juventus', 86))])).toEqual([]);
    for (let seed = 0; seed < 10; seed += 1) {
      for (const { ask: asked, options, right } of ask([factThat(title('2005-06', 'inter', 76))], seed)) {
        if (asked.kind !== 'champion') continue;
        expect(options[right]).toEqual({ kind: 'club', club: b });
        expect(options).not.toContainEqual({ kind: 'club', club: club('juventus') });
      }
    }
  });

  it('what courts decided is not asked for in points', () => {
    const place: Statement = {
      ...{ kind: 'table-place', season: '2006-07', club: a, rank: 4, points: 61, games: 38, isOver: true, level: [] },
    };
    expect(ask([factThat(place)])).toEqual([]);
  });
});
