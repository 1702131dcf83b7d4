import { expect } from 'vitest';
import type { Finding } from '../../../../../src/facts/engine/finding.ts';
import type { SeasonTally } from '../../../../../src/facts/engine/statements/season-statement.ts';
import { type Outcome, outcomeFor, type Result } from '../../../../../src/match/result.ts';

/** What is true of some results, worked out without the ledger: slowly, and one question at a time. */
export function trueOf(results: readonly Result[], without?: Result) {
  const names = [...new Set(results.map(({ season }) => season))].sort();
  const games = (club: string, season: string, count?: number) =>
    results
      .filter((result) => result.season === season && (result.home === club || result.away === club))
      .slice(0, count);
  const how = (of: readonly Result[], club: string, outcome: Outcome) =>
    of.filter((result) => outcomeFor(result, club) === outcome).length;
  const made = (club: string, season: string, count: number) => {
    const of = games(club, season, count);
    if (of.length < count) return undefined;
    const [won, drawn, lost] = [how(of, club, 'won'), how(of, club, 'drawn'), how(of, club, 'lost')];
    const goalsFor = sum(of.map(({ home, score }) => (home === club ? score.home : score.away)));
    const goalsAgainst = sum(of.map(({ home, score }) => (home === club ? score.away : score.home)));
    const points = (season < '1994-95' ? 2 : 3) * won + drawn;
    return { games: count, won, drawn, lost, goalsFor, goalsAgainst, points };
  };
  const clubsOf = (season: string) => [
    ...new Set(
      [...results, ...(without ? [without] : [])]
        .filter((r) => r.season === season)
        .flatMap(({ home, away }) => [home, away]),
    ),
  ];
  const table = (season: string) => {
    const rows = clubsOf(season).map((club) => ({ club, ...made(club, season, games(club, season).length)! }));
    const weight = (row: (typeof rows)[number]) =>
      row.points * 1e6 + (row.goalsFor - row.goalsAgainst + 500) * 1e3 + row.goalsFor;
    return rows.map((row) => ({
      ...row,
      rank: 1 + rows.filter((other) => weight(other) > weight(row)).length,
    }));
  };
  const starts = (count: number, since: string) =>
    names
      .filter((season) => season >= since)
      .flatMap((season) =>
        clubsOf(season).flatMap((club) => {
          const tally = made(club, season, count);
          return tally ? [{ club, season, tally }] : [];
        }),
      );
  return { names, table, starts };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const seasonsOf = (of: readonly { readonly season: string }[]) => of.map(({ season }) => season);

/** Fails unless every figure of a finding is what the results give. `other` are the results had it ended otherwise. */
export function expectTrue({ statement: said, scope }: Finding, results: readonly Result[], own?: Result): void {
  const { table, starts, names } = trueOf(results, own);
  const row = (club: string) => table('season' in said ? said.season : '').find((row) => row.club === club)!;
  switch (said.kind) {
    case 'best-start':
    case 'best-start-since':
    case 'worst-start':
    case 'unbeaten-start':
    case 'winless-start':
    case 'points-by-season':
    case 'goals-start': {
      const all = starts(said.games, scope.since);
      const mine = all.filter((start) => start.club === said.club.id);
      const earlier = mine.filter(({ season }) => season < said.season);
      expect(said.tally).toEqual(mine.find(({ season }) => season === said.season)?.tally);
      const points = earlier.map(({ tally }) => tally.points);
      const sameOf = (other: SeasonTally) => expect(earlier).toContainEqual({ ...other, club: said.club.id });
      const own = said.tally.points;
      const level = seasonsOf(earlier.filter(({ tally }) => tally.points === own));
      if (said.kind === 'best-start' || said.kind === 'worst-start') {
        const record = said.kind === 'best-start' ? Math.max(...points) : Math.min(...points);
        expect(said.kind === 'best-start' ? own >= record : own <= record).toBe(true);
        expect([said.previous.tally.points, said.level]).toEqual([record, level]);
        sameOf(said.previous);
      } else if (said.kind === 'best-start-since') {
        const since = earlier.filter(({ season }) => season > said.better.season);
        expect(said.better.tally.points).toBeGreaterThanOrEqual(own);
        expect(Math.max(...since.map(({ tally }) => tally.points))).toBeLessThan(own);
        sameOf(said.better);
      } else if (said.kind === 'goals-start') {
        const [figure, sign] = said.of === 'most-scored' ? (['goalsFor', -1] as const) : (['goalsAgainst', 1] as const);
        const others = all.filter(({ club, season }) => club !== said.club.id || season !== said.season);
        const better = others.filter(({ tally }) => sign * (tally[figure] - said.goals) < 0);
        const named = (of: readonly { club: { id: string }; season: string }[]) =>
          of.map(({ club, season }) => `${club.id} ${season}`).sort();
        expect(said.goals).toBe(said.tally[figure]);
        expect(named(said.ahead)).toEqual(better.map(({ club, season }) => `${club} ${season}`).sort());
        const level = others.filter(({ tally }) => tally[figure] === said.goals);
        expect(named(said.level)).toEqual(level.map(({ club, season }) => `${club} ${season}`).sort());
      } else if (said.kind === 'points-by-season') {
        expect(seasonsOf(said.earlier)).toEqual(seasonsOf(earlier).slice(-said.earlier.length).reverse());
        said.earlier.forEach(sameOf);
      } else {
        const lacked = said.kind === 'unbeaten-start' ? 'lost' : 'won';
        expect(said.tally[lacked]).toBe(0);
        expect(said.before).toEqual(seasonsOf(earlier.filter(({ tally }) => tally[lacked] === 0)));
      }
      return;
    }
    case 'many-unbeaten':
    case 'many-on-points': {
      const is = ({ points, lost }: { points: number; lost: number }) =>
        said.kind === 'many-unbeaten' ? lost === 0 : points >= said.points;
      const on = (name: string) =>
        starts(said.games, scope.since).filter(({ season, tally }) => season === name && is(tally));
      expect(said.clubs.map(({ id }) => id).sort()).toEqual(
        on(said.season)
          .map(({ club }) => club)
          .sort(),
      );
      const before = names.filter((name) => name >= scope.since && name < said.season);
      expect(said.before).toEqual(before.filter((name) => on(name).length >= said.clubs.length));
      return;
    }
    case 'table-place': {
      const { rank, points, games } = row(said.club.id);
      expect(said).toMatchObject({ rank, points, games });
      const all = table(said.season);
      const level = all.filter((other) => other.points === points && other.club !== said.club.id);
      expect(said.level.map(({ id }) => id).sort()).toEqual(level.map(({ club }) => club).sort());
      const more = all.filter((other) => other.points > points).map((other) => other.points);
      const fewer = all.filter((other) => other.points < points).map((other) => other.points);
      expect(said.above?.points).toBe(more.length > 0 ? Math.min(...more) : undefined);
      expect(said.below?.points).toBe(fewer.length > 0 ? Math.max(...fewer) : undefined);
      return;
    }
    case 'what-if': {
      const isHome = own?.home === said.club.id;
      const goals = { won: [1, 0], drawn: [0, 0], lost: [0, 1] }[said.outcome];
      const [home = 0, away = 0] = isHome ? goals : goals.toReversed();
      expect(outcomeFor(own!, said.club.id)).not.toBe(said.outcome);
      expect(said.actual).toEqual({ rank: row(said.club.id).rank, points: row(said.club.id).points });
      const others = results.filter((result) => result !== own);
      const then = trueOf([...others, { ...own!, score: { home, away } }]).table(said.season);
      const mine = then.find(({ club }) => club === said.club.id)!;
      const next = then.find(({ club }) => club === said.gap.club.id)!;
      expect(said).toMatchObject({ rank: mine.rank, points: mine.points });
      expect(said.gap.points).toBe(Math.abs(next.points - mine.points));
      expect(said.rank === 1 ? next.points <= mine.points : next.points >= mine.points).toBe(true);
      const between = then.filter(({ points }) =>
        said.rank === 1 ? points > next.points && points < mine.points : points > mine.points && points < next.points,
      );
      expect(between).toEqual([]);
      return;
    }
    case 'champion': {
      const { rank, points } = row(said.club.id);
      expect([rank, points]).toEqual([1, said.points]);
      expect(row(said.second.club.id)).toMatchObject({ rank: 2, points: said.second.points });
      const over = names.filter((name) => name <= said.season && table(name).every(({ games }) => games === 6));
      const alone = (name: string) => table(name).filter((other) => other.rank === 1);
      const titles = over.filter((name) => alone(name).length === 1 && alone(name)[0]?.club === said.club.id);
      expect(said.titles).toBe(titles.length);
      return;
    }
    default:
      throw new Error(`${said.kind} is no season's`);
  }
}
