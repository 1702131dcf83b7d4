import type { Side } from '../../match/match.ts';
import type { Lineup, LineupPlayer, Snapshot, Statistics } from '../../match/snapshot.ts';
import { readPlayer } from './read-player.ts';
import type { LineupShape, StatisticsShape } from './shapes.ts';

/** Fewer, and the list is still being filled. */
const A_TEAM = 11;

type SideOf = (teamId: number | null | undefined) => Side | undefined;

/** Both line-ups; undefined until both are whole. */
export function readLineups(lineups: readonly LineupShape[], sideOf: SideOf): Snapshot['lineups'] {
  const of = (side: Side) => lineups.find(({ team }) => sideOf(team.id) === side);
  const [home, away] = [of('home'), of('away')];
  if (!home || !away || home.startXI.length < A_TEAM || away.startXI.length < A_TEAM) return undefined;
  return { home: readLineup(home), away: readLineup(away) };
}

function readLineup({ formation, coach, startXI, substitutes }: LineupShape): Lineup {
  const trainer = readPlayer(coach);
  return {
    ...(formation && { formation }),
    ...(trainer && { coach: trainer }),
    starters: readSquad(startXI),
    bench: readSquad(substitutes),
  };
}

function readSquad(squad: LineupShape['startXI']): readonly LineupPlayer[] {
  return squad.flatMap(({ player }) => {
    const { name, number } = player;
    return name ? [{ name, ...(number && number > 0 && { shirt: number }) }] : [];
  });
}

const COUNTS = {
  'Ball Possession': 'possession',
  'Total Shots': 'shots',
  'Shots on Goal': 'shotsOnTarget',
  'Corner Kicks': 'corners',
  Fouls: 'fouls',
} as const satisfies Readonly<Record<string, keyof Statistics>>;

/** What is counted of both sides; undefined where nothing is. Possession comes as text: `"55%"`. */
export function readStatistics(shapes: readonly StatisticsShape[], sideOf: SideOf): Statistics | undefined {
  const of = (side: Side, type: string): number | undefined => {
    const shape = shapes.find(({ team }) => sideOf(team.id) === side);
    const value = shape?.statistics.find((one) => one.type === type)?.value;
    const number = typeof value === 'string' ? Number.parseFloat(value) : value;
    return typeof number === 'number' && number >= 0 ? number : undefined;
  };
  const counts = Object.entries(COUNTS).flatMap(([type, name]) => {
    const [home, away] = [of('home', type), of('away', type)];
    return home === undefined || away === undefined ? [] : [[name, [home, away] as const] as const];
  });
  return counts.length > 0 ? Object.fromEntries(counts) : undefined;
}
