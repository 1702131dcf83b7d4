import { expect } from 'vitest';
import type { Finding, Statement } from '../../../../../src/facts/engine/finding.ts';
import type { OpeningBalance } from '../../../../../src/facts/head-to-head.ts';
import { outcomeFor, type Result } from '../../../../../src/match/result.ts';
import type { StreakKind } from '../../../../../src/match/streak.ts';
import { fitsStreak } from '../../../../support/match/fits-streak.ts';

type Is = (result: Result) => boolean;
interface Two {
  readonly clubs: readonly [{ readonly id: string }, { readonly id: string }];
  readonly venue?: 'home' | 'away';
}

const margin = ({ score }: Result) => Math.abs(score.home - score.away);
const highLow = ({ score }: Result) => [score.home, score.away].sort((a, b) => b - a).join();
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const goalsOf = (of: readonly Result[], club: string) =>
  sum(of.map(({ home, score }) => (home === club ? score.home : score.away)));
const how = (of: readonly Result[], club: string, outcome: string) =>
  of.filter((result) => outcomeFor(result, club) === outcome).length;

/** The rows that something is true of, each with its place; written as a string and looked for in it. */
function rows(of: readonly Result[], is: Is) {
  const written = of.map((result) => (is(result) ? 'x' : '-')).join('');
  return [...written.matchAll(/x+/g)].map(({ index, 0: { length } }) => ({
    ...{ index, end: index + length },
    run: { games: length, from: of[index]!.day, to: of[index + length - 1]!.day },
  }));
}

const GOALS_ALONE: readonly StreakKind[] = ['scored', 'scoreless', 'clean-sheet'];

function isCommon(
  said: Extract<Statement, { kind: 'meetings-in-a-row' | 'meetings-row-ended' | 'first-since' }>,
  last: Result | undefined,
): Is {
  const [{ id }] = said.clubs;
  switch (said.of) {
    case 'score':
      return (result) => last !== undefined && highLow(result) === highLow(last);
    case 'won':
      return (result) => outcomeFor(result, id) === 'won';
    case 'unbeaten':
      return (result) => outcomeFor(result, id) !== 'lost';
    case 'drawn':
      return (result) => margin(result) === 0;
    case 'decided':
      return (result) => margin(result) > 0;
    case 'goalless':
      return ({ score }) => score.home + score.away === 0;
    case 'both-scored':
      return ({ score }) => score.home * score.away > 0;
  }
}

/** Fails unless every figure of a finding is what the results give. */
export function expectTrue(finding: Finding, all: readonly Result[], opening: OpeningBalance | undefined): void {
  const { statement: said, scope } = finding;
  const results = all.filter(({ season }) => season >= scope.since);
  const games = (club: string, venue?: 'home' | 'away') =>
    results.filter((result) => (venue ? result[venue] === club : result.home === club || result.away === club));
  const met = ({ clubs: [a, b], venue }: Two) =>
    games(a.id, venue).filter(({ home, away }) => [home, away].includes(b.id));
  /** Of those two clubs, in their order, where totals are told with the rest. */
  const before = ({ clubs: [a] }: Two) => {
    if (!scope.withOpening) return { played: 0, won: [0, 0], drawn: 0, goals: [0, 0] };
    const turn = <T>(pair: readonly T[]) => (opening!.clubs[0] === a.id ? pair : pair.toReversed());
    return { ...opening!, won: turn(opening!.won), goals: turn(opening!.goals) };
  };
  switch (said.kind) {
    case 'run':
    case 'run-ended':
    case 'longest-run': {
      const own = games(said.club.id, said.venue);
      const found = rows(own, (result) => fitsStreak(result, said.club.id, said.of));
      const row = found.find(({ run }) => run.from === said.run.from)!;
      expect(said.run).toEqual(row.run);
      const around = own.slice(Math.max(0, row.index - 1), row.end + 1);
      if (GOALS_ALONE.includes(said.of)) expect(around.map(({ status }) => status)).not.toContain('awarded');
      if (row.index === 0) expect(own[0]!.season).not.toBe('1993-94');
      if (said.kind === 'run') expect(row.end).toBe(own.length);
      if (said.kind === 'run-ended') expect(row.end).toBe(own.length - 1);
      const longer = found.filter(({ run }) => run.games > said.run.games);
      if (said.kind === 'longest-run') expect(longer).toEqual([]);
      if (said.kind === 'run') expect(said.longer).toEqual(longer.at(-1)?.run);
      return;
    }
    case 'biggest-win': {
      const own = games(said.club.id).filter(({ home, away }) => !said.over || [home, away].includes(said.over.id));
      const wins = own.filter((win) => win.status === 'played' && outcomeFor(win, said.club.id) === 'won');
      const same = wins.filter((win) => highLow(win) === highLow(said.result));
      expect([margin(said.result), said.result]).toEqual([Math.max(...wins.map(margin)), same.at(-1)]);
      expect(said.times).toBe(same.length);
      expect([said.result.home, said.result.away].sort()).toEqual([said.club.id, said.opponent.id].sort());
      const others = own.filter((result) => !wins.includes(result)).map(margin);
      const isOfBoth = said.over !== undefined && others.every((other) => other < margin(said.result));
      expect(said.isOfBoth === true).toBe(isOfBoth);
      return;
    }
    case 'most-goals': {
      const own = met(said).filter(({ status }) => status === 'played');
      const goals = own.map(({ score }) => score.home + score.away);
      expect(said.goals).toBe(Math.max(...goals));
      expect([said.result, said.times]).toEqual([
        own[goals.lastIndexOf(said.goals)],
        goals.filter((number) => number === said.goals).length,
      ]);
      return;
    }
    case 'balance':
    case 'last-meetings': {
      const own = said.kind === 'balance' ? met(said) : met(said).slice(-said.games);
      const [earlier, ids] = [before(said), said.clubs.map(({ id }) => id)];
      expect('played' in said ? said.played : said.games).toBe(earlier.played + own.length);
      expect(said.won).toEqual(ids.map((id, index) => earlier.won[index]! + how(own, id, 'won')));
      expect(said.drawn).toBe(earlier.drawn + how(own, ids[0]!, 'drawn'));
      expect(said.goals).toEqual(ids.map((id, index) => earlier.goals[index]! + goalsOf(own, id)));
      return;
    }
    case 'meeting-number':
      expect(said.number).toBe(before(said).played + met(said).length + (scope.match?.counts ? 0 : 1));
      return;
    case 'common-score': {
      const own = met(said);
      const times = (score: string) => own.filter((result) => highLow(result) === score).length;
      expect([said.played, said.times]).toEqual([own.length, times(said.score.join())]);
      for (const other of own.map(highLow))
        if (other !== said.score.join()) expect(times(other)).toBeLessThan(said.times);
      expect(said.last).toBe(own.findLast((result) => highLow(result) === said.score.join())?.day);
      return;
    }
    case 'meetings-in-a-row': {
      const own = met(said);
      const found = rows(own, isCommon(said, undefined));
      const row = found.find(({ run }) => run.from === said.run.from)!;
      const longer = found.filter(({ run }) => run.games > said.run.games);
      expect([said.run, row.index > 0]).toEqual([row.run, true]);
      expect(row.end === own.length).toBe(!said.isPast);
      expect(said.longer).toEqual(longer.at(-1)?.run);
      if (said.isPast) expect(longer).toEqual([]);
      return;
    }
    case 'meetings-row-ended': {
      const own = met(said);
      const row = rows(own, isCommon(said, undefined)).at(-1)!;
      expect([said.run, said.endedBy]).toEqual([row.run, own.at(-1)]);
      expect([row.end, row.index > 0]).toEqual([own.length - 1, true]);
      return;
    }
    case 'season-meetings': {
      const own = met(said).filter(({ season }) => season === said.season);
      expect(said.results).toEqual(own);
      const points = said.clubs.map(
        ({ id }) => how(own, id, 'won') * (said.season < '1994-95' ? 2 : 3) + how(own, id, 'drawn'),
      );
      expect(said.points).toEqual(points);
      return;
    }
    case 'title-turned': {
      const { home, away, season } = said.result;
      const own = all.filter((result) => result.season === season);
      const winner = said.winner?.id;
      const supposed = own.map((result) => {
        if (result.home !== home || result.away !== away) return result;
        return { ...result, score: { home: winner === home ? 1 : 0, away: winner === away ? 1 : 0 } };
      });
      const points = (of: readonly Result[], club: string) => {
        const games = of.filter((result) => [result.home, result.away].includes(club));
        return how(games, club, 'won') * (season < '1994-95' ? 2 : 3) + how(games, club, 'drawn');
      };
      const clubs = [...new Set(own.map((result) => result.home))];
      const was = clubs.map((club) => points(own, club));
      expect(points(own, said.champion.club.id)).toBe(Math.max(...was));
      const [{ club, points: most }, { club: champion, points: left }] = [said.instead, said.champion];
      expect([most, left]).toEqual([points(supposed, club.id), points(supposed, champion.id)]);
      for (const other of clubs) if (other !== club.id) expect(points(supposed, other)).toBeLessThan(most);
      expect(outcomeFor(said.result, home)).not.toBe(winner === undefined ? 'drawn' : winner === home ? 'won' : 'lost');
      return;
    }
    case 'first-since': {
      const own = met(said);
      const such = own.filter(isCommon(said, own.at(-1)));
      expect([said.previous, said.result]).toEqual(such.slice(-2));
      expect(said.result).toEqual(own.at(-1));
      expect(said.between).toBe(own.length - 2 - own.indexOf(said.previous));
      return;
    }
    case 'doubles': {
      const [{ id }] = said.clubs;
      const seasons = [...new Set(met(said).map(({ season }) => season))];
      const both = seasons.filter((name) => met(said).filter(({ season }) => season === name).length === 2);
      const won = (name: string) =>
        how(
          met(said).filter(({ season }) => season === name),
          id,
          'won',
        );
      expect([said.of, said.seasons]).toEqual([both.length, both.filter((name) => won(name) === 2)]);
      return;
    }
    case 'half-time-leads': {
      const own = games(said.club.id)
        .filter(({ home, away }) => scope.clubs.every(({ id }) => [home, away].includes(id)))
        .filter(({ status }) => status === 'played');
      for (const { halfTime } of own) expect(halfTime).toBeDefined();
      const led = own.filter(({ home, halfTime }) => {
        const ahead = halfTime!.home - halfTime!.away;
        return home === said.club.id ? ahead > 0 : ahead < 0;
      });
      const came = ['won', 'drawn', 'lost'].map((outcome) => how(led, said.club.id, outcome));
      expect([said.led, said.won, said.drawn, said.lost]).toEqual([led.length, ...came]);
      return;
    }
    case 'goal-milestone': {
      const own = met(said);
      const ids = said.by ? [said.by.id] : said.clubs.map(({ id }) => id);
      const earlier = sum(said.clubs.map(({ id }, index) => (ids.includes(id) ? before(said).goals[index]! : 0)));
      const until = (of: readonly Result[]) => earlier + sum(ids.map((id) => goalsOf(of, id)));
      expect(said.number % 50).toBe(0);
      expect([until(own.slice(0, -1)) < said.number, until(own) >= said.number]).toEqual([true, true]);
      expect([own.at(-1)?.score, own.at(-1)?.home]).toEqual([said.score, said.clubs[0].id]);
      return;
    }
    default:
      throw new Error(`${said.kind} is not about runs or meetings`);
  }
}
