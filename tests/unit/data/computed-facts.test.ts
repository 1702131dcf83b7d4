import { expect, it } from 'vitest';
import type { Finding, WorkingRow } from '../../../src/facts/engine/finding.ts';
import { headToHead } from '../../../src/facts/head-to-head.ts';
import { outcomeFor, type Result } from '../../../src/match/result.ts';
import { almanac, engine } from '../../support/facts/almanac.ts';
import {
  asPlayed,
  clubsOf,
  count,
  DERBY_DAY,
  derbies,
  firstGames,
  goalsAgainst,
  goalsBy,
  hadInterWon,
  isDerby,
  isDrawn,
  lastInARow,
  leagueGames,
  longestRow,
  pointsWon,
  results,
  standings,
  sum,
  threePointSeasons,
} from '../../support/facts/record.ts';

const [opening] = almanac.openingBalances;
const SEASON = '2021-22';
const earlier = threePointSeasons('2020-21');
const upToDerby = threePointSeasons(SEASON);
const played = ({ day }: Result) => day <= DERBY_DAY;
const after = standings(asPlayed.filter(played));
const before = standings(asPlayed.filter((result) => played(result) && !isDerby(result)));
const between = (home: string, away: string) =>
  results.find((result) => result.season === SEASON && result.home === home && result.away === away)!;
const bestAfter = (games: number) =>
  Math.max(...earlier.map((season) => pointsWon(firstGames('milan', season, games), 'milan')));
const unbeaten = (club: string, season: string) => count(firstGames(club, season, 12), club, 'lost') === 0;
const conceded = (club: string, season: string) =>
  sum(firstGames(club, season, 12).map((result) => goalsAgainst(result, club)));
const balance = (of: readonly Result[], start = opening) => {
  const { played, won, drawn, goals } = headToHead(of, 'inter', 'milan', start);
  return { played, inter: won[0], milan: won[1], drawn, interGoals: goals[0], milanGoals: goals[1] };
};
const wholeRecord = derbies('1993-07-01', '2026-05-24');
const recordToDerby = derbies('1993-07-01', DERBY_DAY);
const recordBefore = recordToDerby.slice(0, -1);
const era = derbies('1994-07-01', DERBY_DAY);
const isOneOne = ({ score }: Result) => score.home === 1 && score.away === 1;
const margin = ({ score }: Result) => Math.abs(score.home - score.away);
const goals = ({ score }: Result) => score.home + score.away;
const isOneNil = (result: Result) => margin(result) === 1 && goals(result) === 1;

const COMPUTED: Readonly<Record<string, () => Readonly<Record<string, number>>>> = {
  'opta-best-start': () => {
    const points = pointsWon(firstGames('milan', SEASON, 12), 'milan');
    return { points, previousBest: bestAfter(12), games: 12 };
  },
  'table-before': () => {
    const [napoli, milan] = [before('napoli').points, before('milan').points];
    return { napoliPoints: napoli, milanPoints: milan, leadWithWin: milan + 3 - napoli };
  },
  'table-after': () => {
    const [napoli, milan] = [after('napoli'), after('milan')];
    expect([napoli.rank, milan.rank, milan.points]).toEqual([1, 2, napoli.points]);
    return {
      points: napoli.points,
      napoliGoalDifference: napoli.goalDifference,
      milanGoalDifference: milan.goalDifference,
    };
  },
  'table-inter-third': () => {
    const { rank, points } = after('inter');
    return { rank, points, gap: after('milan').points - points };
  },
  'table-inter-overtook': () => {
    const points = (club: string, games: number) => pointsWon(firstGames(club, SEASON, games), club);
    return {
      gapAfter12: points('milan', 12) - points('inter', 12),
      interAfter17: points('inter', 17),
      milanAfter17: points('milan', 17),
      games: 17,
    };
  },
  'table-final': () => {
    const [milan, inter] = [standings(asPlayed, 'final')('milan'), standings(asPlayed, 'final')('inter')];
    expect([milan.rank, inter.rank]).toEqual([1, 2]);
    return { milanPoints: milan.points, lead: milan.points - inter.points };
  },
  'what-if-inter-had-won': () => {
    const table = standings(hadInterWon, 'final');
    expect(table('inter').rank).toBe(1);
    return { interPoints: table('inter').points, milanPoints: table('milan').points };
  },
  'what-if-inter-win-that-night': () => {
    const table = standings(hadInterWon.filter(played));
    const gap = after('milan').points - after('inter').points;
    return { interPoints: table('inter').points, gapWithWin: table('milan').points - table('inter').points, gap };
  },
  'napoli-home-wins': () => {
    const atHome = leagueGames('napoli', DERBY_DAY).filter(
      ({ home, season }) => home === 'napoli' && season === SEASON,
    );
    expect(atHome.at(-1)).toMatchObject({ away: 'hellas-verona', day: DERBY_DAY, score: { home: 1, away: 1 } });
    const homeWins = count(atHome, 'napoli', 'won');
    expect(homeWins).toBe(atHome.length - 1);
    return { homeWins, veronaRank: after('hellas-verona').rank };
  },
  'unbeaten-runs-ended': () => {
    const unbeatenRun = (club: string) =>
      lastInARow(leagueGames(club, DERBY_DAY), (result) => outcomeFor(result, club) !== 'lost');
    for (const club of ['milan', 'napoli']) {
      const next = leagueGames(club, '2021-11-21').at(-1)!;
      expect([next.round, outcomeFor(next, club)]).toEqual([13, 'lost']);
    }
    return { milanRun: unbeatenRun('milan'), napoliRun: unbeatenRun('napoli') };
  },
  'next-fiorentina-milan': () => {
    const { day, score } = between('fiorentina', 'milan');
    expect(day).toBe('2021-11-20');
    return { fiorentinaGoals: score.home, milanGoals: score.away };
  },
  'next-inter-napoli': () => {
    const { day, score } = between('inter', 'napoli');
    expect(day).toBe('2021-11-21');
    return { interGoals: score.home, napoliGoals: score.away };
  },
  'start-milan-eleven': () => {
    const games = firstGames('milan', SEASON, 11);
    return {
      won: count(games, 'milan', 'won'),
      points: pointsWon(games, 'milan'),
      previousBest: bestAfter(11),
      games: 11,
    };
  },
  'start-milan-unbeaten': () => {
    expect(earlier.filter((season) => unbeaten('milan', season))).toEqual(['2003-04', '2020-21']);
    const games = firstGames('milan', SEASON, 12);
    return { won: count(games, 'milan', 'won'), drawn: count(games, 'milan', 'drawn'), games: 12 };
  },
  'start-two-on-32': () => {
    const with32 = (season: string) =>
      clubsOf(season).filter((club) => pointsWon(firstGames(club, season, 12), club) >= 32).length;
    expect(Math.max(...earlier.map(with32))).toBe(1);
    return { teams: with32(SEASON), points: 32, games: 12 };
  },
  'start-two-unbeaten': () => {
    const teams = (season: string) => clubsOf(season).filter((club) => unbeaten(club, season)).length;
    return { teams: teams(SEASON), seasons: upToDerby.filter((season) => teams(season) === 2).length, games: 12 };
  },
  'start-napoli-defence': () => {
    const all = upToDerby.flatMap((season) =>
      clubsOf(season).map((club) => ({ club, season, let: conceded(club, season) })),
    );
    const own = conceded('napoli', SEASON);
    const fewer = all.filter((other) => other.let < own);
    expect(fewer).toMatchObject([{ club: 'roma', season: '2013-14' }]);
    return { conceded: own, fewest: fewer[0]!.let, games: 12 };
  },
  'run-inter-scoring': () => {
    const games = leagueGames('inter', DERBY_DAY);
    const run = lastInARow(games, (result) => goalsBy(result, 'inter') > 0);
    expect(games.at(-1 - run)).toMatchObject({ day: '2021-01-23', home: 'udinese', score: { home: 0, away: 0 } });
    return { games: run };
  },
  'run-milan-wins': () => {
    const games = leagueGames('milan', '2021-11-06');
    const wins = lastInARow(games, (result) => outcomeFor(result, 'milan') === 'won');
    expect(games.at(-1 - wins)).toMatchObject({ day: '2021-09-19', home: 'juventus', score: { home: 1, away: 1 } });
    return { wins };
  },
  'derby-before-balance': () => {
    const { played, inter, milan, drawn } = balance(recordBefore);
    return { number: played + 1, played, inter, milan, drawn };
  },
  'derby-before-goals': () => {
    const { played, interGoals, milanGoals } = balance(recordBefore);
    return { played, inter: interGoals, milan: milanGoals };
  },
  'derby-three-point-era': () => {
    const { clubs, goals, ...totals } = headToHead(era, 'inter', 'milan');
    return { played: totals.played, inter: totals.won[0], milan: totals.won[1], drawn: totals.drawn };
  },
  'derby-first-draw-since-2018': () => {
    const run = lastInARow(recordBefore, (result) => !isDrawn(result));
    expect(recordBefore.at(-1 - run)).toMatchObject({ day: '2018-04-04', score: { home: 0, away: 0 } });
    return { between: run };
  },
  'derby-one-one': () => {
    const others = lastInARow(recordBefore, (result) => !isOneOne(result));
    expect(recordBefore.at(-1 - others)).toMatchObject({ day: '2014-11-23', home: 'milan' });
    return { count: recordToDerby.filter(isOneOne).length, between: others };
  },
  'derby-milan-home-defeats': () => {
    const atHome = recordBefore.filter(({ home }) => home === 'milan');
    return { defeats: lastInARow(atHome, (result) => outcomeFor(result, 'milan') === 'lost') };
  },
  'derby-milan-home-era': () => {
    const atHome = era.filter(({ home }) => home === 'milan');
    const [inter, milan] = [count(atHome, 'inter', 'won'), count(atHome, 'milan', 'won')];
    return { played: atHome.length, inter, milan, drawn: atHome.filter(isDrawn).length };
  },
  'derby-return-2022': () => {
    const { day, score } = between('inter', 'milan');
    expect(day).toBe('2022-02-05');
    return { milanGoals: score.away, interGoals: score.home };
  },
  'derby-to-2026-balance': () => {
    const { played, inter, milan, drawn } = balance(wholeRecord);
    return { played, inter, milan, drawn };
  },
  'derby-to-2026-goals': () => {
    const { played, interGoals, milanGoals } = balance(wholeRecord);
    return { played, inter: interGoals, milan: milanGoals };
  },
  'derby-sixteen-without-draw': () => {
    const decided = (result: Result) => !isDrawn(result);
    expect(derbies('2005-02-27', '2012-10-07').every(decided)).toBe(true);
    expect(derbies('2005-02-27', '2012-10-07')).toHaveLength(longestRow(wholeRecord, decided));
    return { run: longestRow(wholeRecord, decided) };
  },
  'derby-biggest-win': () => {
    const widest = Math.max(...wholeRecord.map(margin));
    expect(wholeRecord.filter((result) => margin(result) === widest)).toMatchObject([
      { day: '2001-05-11', home: 'inter', score: { home: 0, away: 6 } },
    ]);
    return { margin: widest };
  },
  'derby-most-goals': () => {
    const most = Math.max(...wholeRecord.map(goals));
    expect(wholeRecord.filter((result) => goals(result) === most)).toMatchObject([
      { day: '2006-10-28', home: 'milan', score: { home: 3, away: 4 } },
    ]);
    return { goals: most };
  },
  'derby-most-common-score': () => {
    const scores = wholeRecord.map(({ score }) => [score.home, score.away].sort().join());
    const times = new Map(scores.map((score) => [score, scores.filter((other) => other === score).length]));
    const oneNil = wholeRecord.filter(isOneNil).length;
    expect([...times.values()].sort((a, b) => b - a).slice(0, 1)).toEqual([oneNil]);
    return { played: wholeRecord.length, count: oneNil };
  },
  'derby-doubles': () => {
    const seasons = [...new Set(wholeRecord.map(({ season }) => season))];
    const doubles = (club: string) =>
      seasons.filter(
        (season) =>
          count(
            wholeRecord.filter((result) => result.season === season),
            club,
            'won',
          ) === 2,
      ).length;
    return { inter: doubles('inter'), milan: doubles('milan') };
  },
};

const computed = almanac.facts.all.filter(({ check }) => check === 'computed');

/** The figures that a written fact shares with its computation, by the written fact's names, as the engine has them. */
const COMPUTATIONS: Readonly<Record<string, (found: Finding) => Readonly<Record<string, number | undefined>>>> = {
  'opta-best-start': start,
  'start-milan-eleven': start,
  'start-milan-unbeaten': ({ statement: s }) =>
    s.kind === 'unbeaten-start' ? { won: s.tally.won, drawn: s.tally.drawn, games: s.games } : {},
  'start-two-on-32': ({ statement: s }) =>
    s.kind === 'many-on-points' && s.before.length === 0
      ? { teams: s.clubs.length, points: s.points, games: s.games }
      : {},
  'start-napoli-defence': ({ statement: s }) =>
    s.kind === 'goals-start' ? { conceded: s.goals, fewest: s.ahead[0]?.goals, games: s.games } : {},
  'table-before': ({ statement: s }) =>
    s.kind === 'table-place' ? { milanPoints: s.points, napoliPoints: s.above?.points } : {},
  'table-after': ({ statement: s, working: { rows } }) => {
    const difference = (club: string) =>
      rows.flatMap((row) => (row.kind === 'place' && row.club === club ? row.goalDifference : []))[0];
    return s.kind === 'table-place'
      ? { points: s.points, milanGoalDifference: difference('milan'), napoliGoalDifference: difference('napoli') }
      : {};
  },
  'table-inter-third': ({ statement: s }) =>
    s.kind === 'table-place' ? { rank: s.rank, points: s.points, gap: (s.above?.points ?? 0) - s.points } : {},
  'table-inter-overtook': ({ statement: s }) =>
    s.kind === 'table-place' ? { interAfter17: s.points, milanAfter17: s.below?.points, games: s.games } : {},
  'table-final': ({ statement: s }) =>
    s.kind === 'champion' ? { milanPoints: s.points, lead: s.points - s.second.points } : {},
  'what-if-inter-win-that-night': ({ statement: s }) =>
    s.kind === 'what-if' ? { interPoints: s.points, gapWithWin: s.gap.points } : {},
  'run-milan-wins': ({ statement: s }) => (s.kind === 'run-ended' ? { wins: s.run.games } : {}),
  'unbeaten-runs-ended': ({ statement: s }) => (s.kind === 'run-ended' ? { milanRun: s.run.games } : {}),
  'derby-before-balance': meetings,
  'derby-before-goals': goalsOfMeetings,
  'derby-three-point-era': meetings,
  'derby-milan-home-era': meetings,
  'derby-to-2026-balance': meetings,
  'derby-to-2026-goals': goalsOfMeetings,
  'derby-first-draw-since-2018': ({ statement: s }) => (s.kind === 'first-since' ? { between: s.between } : {}),
  'derby-sixteen-without-draw': ({ statement: s }) => (s.kind === 'meetings-in-a-row' ? { run: s.run.games } : {}),
  'derby-most-common-score': ({ statement: s }) =>
    s.kind === 'common-score' ? { played: s.played, count: s.times } : {},
  'start-two-unbeaten': ({ statement: s }) =>
    s.kind === 'many-unbeaten' ? { teams: s.clubs.length, seasons: s.before.length + 1, games: s.games } : {},
  'run-inter-scoring': ({ statement: s }) => (s.kind === 'run' && s.of === 'scored' ? { games: s.run.games } : {}),
  'napoli-home-wins': ({ statement: s }) => (s.kind === 'run-ended' ? { homeWins: s.run.games } : {}),
  'next-fiorentina-milan': ({ statement: s, working: { rows } }) =>
    s.kind === 'run-ended' ? { fiorentinaGoals: firstScore(rows)?.home, milanGoals: firstScore(rows)?.away } : {},
  'next-inter-napoli': ({ statement: s, working: { rows } }) =>
    s.kind === 'run-ended' ? { interGoals: firstScore(rows)?.home, napoliGoals: firstScore(rows)?.away } : {},
  'what-if-inter-had-won': ({ statement: s }) =>
    s.kind === 'title-turned' && s.instead.club.id === 'inter'
      ? { interPoints: s.instead.points, milanPoints: s.champion.points }
      : {},
  'derby-one-one': ({ statement: s }) => (s.kind === 'first-since' && s.of === 'score' ? { between: s.between } : {}),
  'derby-milan-home-defeats': ({ statement: s }) =>
    s.kind === 'meetings-row-ended' && s.of === 'won' ? { defeats: s.run.games } : {},
  'derby-return-2022': ({ statement: s }) =>
    s.kind === 'season-meetings' ? { interGoals: s.results[1].score.home, milanGoals: s.results[1].score.away } : {},
  'derby-biggest-win': ({ statement: s }) =>
    s.kind === 'biggest-win' && s.isOfBoth ? { margin: s.result.score.away - s.result.score.home } : {},
  'derby-most-goals': ({ statement: s }) => (s.kind === 'most-goals' ? { goals: s.goals } : {}),
  'derby-doubles': ({ statement: s }) => (s.kind === 'doubles' ? { inter: s.seasons.length } : {}),
};

it('every computed fact, and no other, is linked to its computation', () => {
  expect(computed.map(({ id }) => id).sort()).toEqual(Object.keys(COMPUTATIONS).sort());
  for (const { id, check, computation } of almanac.facts.all)
    expect(check === 'computed', id).toBe(computation !== undefined);
});

it.each(computed.map((fact) => [fact.id, fact] as const))('the computed fact %s agrees with the engine', (id, fact) => {
  const found = engine.byId(fact.computation!);
  expect(found, fact.computation).toBeDefined();
  expect(found!.asOf).toBe(fact.asOf);
  const figures = COMPUTATIONS[id]!(found!.finding);
  expect(Object.keys(figures).length).toBeGreaterThan(0);
  expect(fact.figures).toMatchObject(figures);
});

it('every computed fact has a computation here, and every computation a fact', () => {
  expect(Object.keys(COMPUTED).sort()).toEqual(computed.map(({ id }) => id).sort());
});

it.each(computed.map((fact) => [fact.id, fact.figures] as const))(
  'the computed fact %s recomputes from the results',
  (id, figures) => {
    expect(COMPUTED[id]!()).toEqual(figures);
  },
);

it.each(computed.map((fact) => [fact.id, fact] as const))(
  'the computed fact %s says its figures in both languages',
  (_, fact) => {
    for (const [figure, value] of Object.entries(fact.figures ?? {})) {
      expect(fact.text.en, figure).toMatch(said(value, ENGLISH));
      expect(fact.text.it, figure).toMatch(said(value, ITALIAN));
    }
  },
);

function firstScore([row]: readonly WorkingRow[]) {
  return row?.kind === 'result' ? row.result.score : undefined;
}

function start({ statement: s }: Finding) {
  if (s.kind !== 'best-start') return {};
  return { points: s.tally.points, previousBest: s.previous.tally.points, games: s.games };
}

function meetings({ statement: s }: Finding) {
  if (s.kind !== 'balance') return {};
  const won = (club: string) => s.won[s.clubs.findIndex(({ id }) => id === club)];
  return { played: s.played, inter: won('inter'), milan: won('milan'), drawn: s.drawn };
}

function goalsOfMeetings({ statement: s }: Finding) {
  if (s.kind !== 'balance') return {};
  const goals = (club: string) => s.goals[s.clubs.findIndex(({ id }) => id === club)];
  return { played: s.played, inter: goals('inter'), milan: goals('milan') };
}

const ENGLISH = [
  'nil',
  'one|a',
  'two|both',
  'three|third',
  'four',
  'five|fifth',
  'six|sixth',
  'seven',
  'eight',
  'nine',
  'ten|tenth',
  'eleven',
];
const ITALIAN = [
  'zero',
  'uno?|una',
  'due|entrambi',
  'tre|terza',
  'quattro',
  'cinque|quinta',
  'sei|sesto',
  'sette',
  'otto',
  'nove',
  'dieci|decimo',
  'undici',
];

function said(value: number, words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(${value}|${words[value] ?? value})(?![\\p{L}\\d])`, 'iu');
}
