import type { Instant } from '../../match/instant.ts';
import type { Match, Side } from '../../match/match.ts';
import type { Minute } from '../../match/minute.ts';
import type { Phase } from '../../match/phase.ts';
import type { Score } from '../../match/score.ts';
import type { Snapshot } from '../../match/snapshot.ts';
import type { Catalogue, CatalogueCompetition } from '../catalogue.ts';
import type { OnUnknown } from '../log-once.ts';
import { matchIdOf, readStage, seasonOf } from '../match-id.ts';
import { END_OF_EXTRA_TIME } from '../minute-of-play.ts';
import { readLineups, readStatistics } from './read-details.ts';
import { KINDS, readEvents } from './read-events.ts';
import { readMinute } from './read-minute.ts';
import { isPastHalfTime } from './read-phase.ts';
import type { Orientation } from './read-substitutions.ts';
import type { FixtureShape, Tally } from './shapes.ts';

/** The match that a fixture is. */
export function readMatch(
  { fixture, league, teams }: FixtureShape,
  playedIn: CatalogueCompetition,
  catalogue: Catalogue,
): Match {
  const { round, stage } = readStage(league.round ?? '');
  const clubOf = ({ id, name }: FixtureShape['teams']['home']) =>
    catalogue.clubOf({ provider: 'api-football', code: String(id), name }, playedIn);
  const known = {
    competition: { id: playedIn.id, name: playedIn.name },
    season: seasonOf(league.season, playedIn.seasonWithin),
    home: clubOf(teams.home),
    away: clubOf(teams.away),
  };
  const { name: venue, city } = fixture.venue ?? {};
  return {
    id: matchIdOf({ ...known, ...(stage && { stage }) }),
    ...known,
    ...(round && { round }),
    kickOff: fixture.date,
    ...(venue && { venue: { name: venue, ...(city && { city }) } }),
  };
}

export interface ReadSnapshotOptions {
  readonly match: Match;
  readonly phase: Phase;
  readonly at: Instant;
  readonly substitutions: Orientation;
  readonly onUnknown: OnUnknown;
}

/** What a fixture says of its match. */
export function readSnapshot(shape: FixtureShape, options: ReadSnapshotOptions): Snapshot {
  const { match, phase, at } = options;
  const { status } = shape.fixture;
  const sideOf = (teamId: number | null | undefined): Side | undefined => {
    if (teamId === shape.teams.home.id) return 'home';
    return teamId === shape.teams.away.id ? 'away' : undefined;
  };
  const minute = minuteOf(shape, phase);
  const score = readScore(shape.goals);
  const halfTime = isPastHalfTime(phase, status.elapsed ?? 0) ? readScore(shape.score?.halftime) : undefined;
  const isShootOut = status.short === 'P' || status.short === 'PEN';
  const shootOut = isShootOut ? readScore(shape.score?.penalty) : undefined;
  const lineups = shape.lineups ? readLineups(shape.lineups, sideOf) : undefined;
  const statistics = shape.statistics ? readStatistics(shape.statistics, sideOf) : undefined;
  const referee = shape.fixture.referee?.split(',')[0]?.trim();
  return {
    match,
    at,
    phase,
    ...(minute && { minute }),
    ...(score && { score }),
    ...(halfTime && { halfTime }),
    ...(shootOut && { shootOut }),
    events: readEvents({
      rows: shape.events ?? [],
      sideOf,
      substitutions: options.substitutions,
      ...(isShootOut && score && { goalsBeforeShootOut: score }),
      onUnknown: options.onUnknown,
    }),
    // The list of a day has no events: then it says nothing of them, rather than that there are none.
    lists: shape.events ? KINDS : [],
    ...(lineups && { lineups }),
    ...(statistics && { statistics }),
    ...(referee && { officials: { referee } }),
  };
}

function minuteOf({ fixture: { status } }: FixtureShape, phase: Phase): Minute | undefined {
  // `BT` before a shoot-out reads as extra time, whose clock has stopped.
  if (status.short === 'BT') return undefined;
  if (status.short === 'AET') return END_OF_EXTRA_TIME;
  switch (phase) {
    case 'first-half':
    case 'second-half':
    case 'extra-time-first-half':
    case 'extra-time-second-half':
      return readMinute(status);
    default:
      return undefined;
  }
}

function readScore(tally: Tally): Score | undefined {
  if (!tally) return undefined;
  const { home, away } = tally;
  if (typeof home !== 'number' || typeof away !== 'number' || home < 0 || away < 0) return undefined;
  return { home, away };
}
