import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { THREE_POINTS_SINCE } from '../../scope.ts';
import type { Tally } from '../../season-ledger.ts';
import type { SeasonTally } from '../../statements/season-statement.ts';
import { FEWEST_SEASONS, pointsStartOf, type Start, startRows, startScope } from './start.ts';

/** A record that more seasons share is none. */
const MOST_LEVEL = 2;
/** The most since last year is no news; since four seasons ago it is. */
const FEWEST_BETWEEN = 3;

/** The most points that a club ever had after so many games. */
export const bestStart: Family = {
  name: 'best-start',
  find: (ledger, focus) => focus.flatMap((club) => record('best-start', ledger, pointsStartOf(ledger, club))),
};

/** The fewest. */
export const worstStart: Family = {
  name: 'worst-start',
  find: (ledger, focus) => focus.flatMap((club) => record('worst-start', ledger, pointsStartOf(ledger, club))),
};

/** The most since an earlier season. */
export const bestStartSince: Family = {
  name: 'best-start-since',
  find: (ledger, focus) => focus.flatMap((club) => bestSince(ledger, pointsStartOf(ledger, club))),
};

/** What it came to in the seasons before. */
export const pointsBySeason: Family = {
  name: 'points-by-season',
  find: (ledger, focus) => focus.flatMap((club) => bySeason(ledger, pointsStartOf(ledger, club))),
};

const pointsOf = ({ points }: Tally) => points;

function record(kind: 'best-start' | 'worst-start', ledger: Ledger, start: Start | undefined): readonly Finding[] {
  if (!start || start.earlier.length < FEWEST_SEASONS) return [];
  const better = (a: Tally, b: Tally) => (kind === 'best-start' ? a.points > b.points : a.points < b.points);
  const level = start.earlier.filter(({ tally }) => tally.points === start.tally.points);
  if (level.length > MOST_LEVEL || start.earlier.some(({ tally }) => better(tally, start.tally))) return [];
  // The latest, where several had as many.
  const previous = start.earlier.reduce((best, other) => (better(best.tally, other.tally) ? best : other));
  return [
    {
      key: `${kind}/${start.club}/${start.games}`,
      statement: { kind, ...aboutOf(ledger, start), previous, level: level.map(({ season }) => season) },
      scope: startScope(ledger, start, THREE_POINTS_SINCE),
      working: {
        rows: startRows(start, kind === 'best-start' ? pointsOf : (tally) => -tally.points),
        lookedAt: start.earlier.length + 1,
      },
      weight: weightOf(start, 1 + level.length, start.earlier.length + 1),
      theme: `start/${start.club}`,
    },
  ];
}

function bestSince(ledger: Ledger, start: Start | undefined): readonly Finding[] {
  if (!start) return [];
  const at = start.earlier.findLastIndex(({ tally }) => tally.points >= start.tally.points);
  const better = start.earlier[at];
  const between = start.earlier.length - 1 - at;
  // As many as the record, it is told as such.
  const isRecord = start.earlier.every(({ tally }) => tally.points <= start.tally.points);
  if (!better || between < FEWEST_BETWEEN || isRecord) return [];
  return [
    {
      key: `best-start-since/${start.club}/${start.games}`,
      statement: { kind: 'best-start-since', ...aboutOf(ledger, start), better },
      scope: startScope(ledger, start, THREE_POINTS_SINCE),
      working: { rows: startRows({ ...start, earlier: start.earlier.slice(at) }, pointsOf), lookedAt: between + 2 },
      weight: weightOf(start, 1, between + 1),
      theme: `start/${start.club}`,
    },
  ];
}

/** As many as a sentence can hold. */
const TOLD = 4;

function bySeason(ledger: Ledger, start: Start | undefined): readonly Finding[] {
  const earlier: readonly SeasonTally[] = (start?.earlier ?? []).slice(-TOLD).reverse();
  if (!start || earlier.length === 0) return [];
  const rows = startRows({ ...start, earlier }, pointsOf);
  return [
    {
      key: `points-by-season/${start.club}/${start.games}`,
      statement: { kind: 'points-by-season', ...aboutOf(ledger, start), earlier },
      scope: { ...startScope(ledger, start), since: earlier.at(-1)?.season ?? start.season },
      working: { rows: rows.toSorted((a, b) => seasonOf(b).localeCompare(seasonOf(a))), lookedAt: rows.length },
      weight: weightOf(start, rows.length, rows.length),
      theme: `start/${start.club}`,
    },
  ];
}

function seasonOf(row: ReturnType<typeof startRows>[number]): string {
  return row.kind === 'start' ? row.season : '';
}

function aboutOf(ledger: Ledger, { club, season, games, tally }: Start) {
  return { club: ledger.club(club), season, games, tally };
}

function weightOf({ day, games }: Start, times: number, chances: number): Finding['weight'] {
  return { times, chances, latest: day, number: games };
}
