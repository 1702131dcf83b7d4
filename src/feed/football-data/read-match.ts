import type { Instant } from '../../match/instant.ts';
import type { Match } from '../../match/match.ts';
import type { Phase } from '../../match/phase.ts';
import type { Lineup, LineupPlayer, Officials, Snapshot, Statistics } from '../../match/snapshot.ts';
import type { Catalogue, CatalogueCompetition } from '../catalogue.ts';
import type { OnUnknown } from '../log-once.ts';
import { matchIdOf, readStage, seasonOf } from '../match-id.ts';
import { END_OF_EXTRA_TIME, minuteOf, periodIn } from '../minute-of-play.ts';
import { KINDS, readEvents } from './read-events.ts';
import { minutesOf } from './read-phase.ts';
import { readScores } from './read-score.ts';
import type { MatchShape, TeamShape } from './shapes.ts';

/** The match that a row is; undefined while its teams are not known. */
export function readMatch(row: MatchShape, playedIn: CatalogueCompetition, catalogue: Catalogue): Match | undefined {
  const clubOf = ({ id, name, shortName = '' }: TeamShape) =>
    catalogue.clubOf({ provider: 'football-data', ...(id && { code: String(id) }), name: name ?? shortName }, playedIn);
  const isNamed = ({ name, shortName }: TeamShape) => Boolean(name ?? shortName);
  if (!isNamed(row.homeTeam) || !isNamed(row.awayTeam)) return undefined;
  const { round = row.matchday, stage } = readStage(row.stage ?? '');
  const known = {
    competition: { id: playedIn.id, name: playedIn.name },
    season: seasonOf(Number(row.season.startDate.slice(0, 4)), playedIn.seasonWithin),
    home: clubOf(row.homeTeam),
    away: clubOf(row.awayTeam),
  };
  return {
    id: matchIdOf({ ...known, ...(stage && { stage }) }),
    ...known,
    ...(!stage && round && { round }),
    kickOff: row.utcDate,
    ...(row.venue && { venue: { name: row.venue } }),
  };
}

export interface ReadSnapshotOptions {
  readonly match: Match;
  readonly phase: Phase;
  readonly at: Instant;
  /** Whether the plan of this key tells more than scores. */
  readonly tellsEvents: boolean;
  readonly onUnknown: OnUnknown;
}

/** Whether a row tells of events: a free plan leaves the lists out, or empty. */
export function tellsEvents({ goals, bookings, substitutions }: MatchShape): boolean {
  return goals.length + bookings.length + substitutions.length > 0;
}

/** What a row says of its match. */
export function readSnapshot(row: MatchShape, options: ReadSnapshotOptions): Snapshot {
  const { match, phase, at, onUnknown } = options;
  const scores = readScores(row.score, phase);
  const clock = periodIn(phase) && minutesOf(row);
  const tookExtraTime = phase === 'full-time' && row.score.duration === 'EXTRA_TIME';
  const minute = tookExtraTime ? END_OF_EXTRA_TIME : clock && minuteOf(clock.base, clock.added);
  const lineups = lineupsOf(row);
  const officials = officialsOf(row);
  const statistics = statisticsOf(row);
  return {
    match,
    at,
    phase,
    ...(minute && { minute }),
    ...scores,
    events: options.tellsEvents ? readEvents({ match: row, score: scores.score, onUnknown }) : [],
    lists: options.tellsEvents ? KINDS : [],
    ...(lineups && { lineups }),
    ...(officials && { officials }),
    ...(statistics && { statistics }),
  };
}

const A_TEAM = 11;

function lineupsOf({ homeTeam, awayTeam }: MatchShape): Snapshot['lineups'] {
  if (homeTeam.lineup.length < A_TEAM || awayTeam.lineup.length < A_TEAM) return undefined;
  return { home: lineupOf(homeTeam), away: lineupOf(awayTeam) };
}

function lineupOf({ formation, coach, lineup, bench }: TeamShape): Lineup {
  const squad = (players: TeamShape['lineup']): readonly LineupPlayer[] =>
    players.flatMap(({ name, shirtNumber }) => (name ? [{ name, ...(shirtNumber && { shirt: shirtNumber }) }] : []));
  return {
    ...(formation && { formation }),
    ...(coach?.name && { coach: { name: coach.name } }),
    starters: squad(lineup),
    bench: squad(bench),
  };
}

function officialsOf({ referees }: MatchShape): Officials | undefined {
  const those = (type: RegExp) => referees.flatMap(({ name, type: is }) => (name && type.test(is ?? '') ? [name] : []));
  const [referee] = those(/^REFEREE$/);
  const assistants = those(/^ASSISTANT_REFEREE/);
  const [fourth] = those(/^FOURTH_OFFICIAL$/);
  const [video, assistantVideo] = those(/^VIDEO_ASSISTANT_REFEREE/);
  if (!referee && assistants.length === 0) return undefined;
  return {
    ...(referee && { referee }),
    ...(assistants.length > 0 && { assistants }),
    ...(fourth && { fourth }),
    ...(video && { var: video }),
    ...(assistantVideo && { assistantVar: assistantVideo }),
  };
}

const COUNTS = {
  ball_possession: 'possession',
  shots: 'shots',
  shots_on_goal: 'shotsOnTarget',
  corner_kicks: 'corners',
  fouls: 'fouls',
} as const satisfies Readonly<Record<string, keyof Statistics>>;

function statisticsOf({ homeTeam, awayTeam }: MatchShape): Statistics | undefined {
  const counts = Object.entries(COUNTS).flatMap(([theirs, ours]) => {
    const [home, away] = [homeTeam.statistics?.[theirs], awayTeam.statistics?.[theirs]];
    if (typeof home !== 'number' || typeof away !== 'number') return [];
    return [[ours, [home, away] as const] as const];
  });
  return counts.length > 0 ? Object.fromEntries(counts) : undefined;
}
