import { MIRRORED, type Outcome, outcomeFor, type Result } from '../../../../match/result.ts';
import type { TableRow } from '../../../../match/table.ts';
import type { Family } from '../../family.ts';
import type { Finding } from '../../finding.ts';
import type { Ledger } from '../../ledger.ts';
import { scopeOf } from '../../scope.ts';
import type { SeasonLedger } from '../../season-ledger.ts';
import { asRows } from '../runs/result-rows.ts';
import { winnerOf } from '../season/champion.ts';
import { onPoints, placeRows, SUPPOSED, tableIf } from '../season/standing.ts';
import { ofPair, toldOf } from './pair.ts';

/** Where a draw would have been enough, a defeat is not told as well. */
const MILDEST_FIRST: readonly Outcome[] = ['drawn', 'won', 'lost'];
/** As much of a table as decides a title. */
const TOP = 6;

/** The meetings of two on which a title turned: had one of them ended otherwise, somebody else would have had the most points. */
export const titleTurned: Family = {
  name: 'title-turned',
  find: (ledger, focus) => ofPair(focus, (a, b) => turns(ledger, a, b)),
};

function turns(ledger: Ledger, a: string, b: string): readonly Finding[] {
  const over = ledger.seasons.filter((season) => season.isOver);
  return over.flatMap((season) => {
    const champion = winnerOf(ledger, season);
    const points = new Map(season.table(ledger.moment.day).map((row) => [row.club, row.points]));
    if (champion === undefined || leadOf(champion, points) >= 2 * season.pointsForWin) return [];
    const meetings = season.games(a).filter(({ home, away }) => home === b || away === b);
    return meetings.flatMap((result) => {
      const others = MILDEST_FIRST.filter((outcome) => outcome !== outcomeFor(result, result.home));
      const turned = others.flatMap((outcome) => turnBy(ledger, season, { result, outcome, champion }, points) ?? []);
      return turned.slice(0, 1).map((turn) => findingOf(ledger, season, turn, over.length));
    });
  });
}

type Points = ReadonlyMap<string, number>;

/** By how many points a champion was ahead of all others. Two wins more than it no single meeting turns. */
function leadOf(champion: string, points: Points): number {
  const others = [...points].filter(([club]) => club !== champion).map(([, own]) => own);
  return (points.get(champion) ?? 0) - Math.max(...others);
}

/** A meeting, and what might have been for its home side. */
interface Supposed {
  readonly result: Result;
  readonly outcome: Outcome;
  readonly champion: string;
}

interface Turn extends Supposed {
  readonly table: readonly TableRow[];
  readonly first: TableRow;
  readonly was: TableRow;
}

/** Undefined unless another club would have had more points than all others: what a margin of goals decides is not supposed. */
function turnBy(ledger: Ledger, season: SeasonLedger, supposed: Supposed, points: Points): Turn | undefined {
  const { result, outcome, champion } = supposed;
  if (leadOf(champion, pointsIf(season, supposed, points)) >= 0) return undefined;
  const table = tableIf(ledger, season, { without: result, own: { ...result, score: SUPPOSED[outcome] } });
  const [first, second] = table;
  const was = table.find(({ club }) => club === champion);
  if (!first || !second || !was || first.club === champion || first.points === second.points) return undefined;
  return { ...supposed, table, first, was };
}

/** Everybody's points at the end of a season had one result been another: much quicker than its table. */
function pointsIf(season: SeasonLedger, { result, outcome }: Supposed, points: Points): Points {
  const supposed = new Map(points);
  const worth = { won: season.pointsForWin, drawn: 1, lost: 0 };
  const change = (club: string, now: Outcome) =>
    supposed.set(club, (points.get(club) ?? 0) + worth[now] - worth[outcomeFor(result, club)]);
  change(result.home, outcome);
  change(result.away, MIRRORED[outcome]);
  return supposed;
}

function findingOf(ledger: Ledger, season: SeasonLedger, turn: Turn, seasons: number): Finding {
  const { result, outcome, table, first, was } = turn;
  const { home, away, day } = result;
  const winner = { won: home, drawn: undefined, lost: away }[outcome];
  return {
    key: `title/${season.name}/${home}/${outcome}`,
    statement: {
      ...{
        kind: 'title-turned',
        ...toldOf(ledger, { clubs: [home, away], meetings: [] }),
        season: season.name,
        result,
      },
      ...(winner !== undefined && { winner: ledger.club(winner) }),
      ...{ instead: onPoints(ledger, first), champion: onPoints(ledger, was) },
    },
    scope: scopeOf(ledger, { since: season.name, season: season.name }),
    working: { rows: [...asRows([result]), ...placeRows(table).slice(0, TOP)], lookedAt: season.results.length },
    weight: { times: 1, chances: seasons, latest: day, number: 0 },
    theme: 'title',
  };
}
