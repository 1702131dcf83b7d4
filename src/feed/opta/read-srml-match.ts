import type { Instant } from '../../match/instant.ts';
import { SIDES, type Side } from '../../match/match.ts';
import { periodOf } from '../../match/minute.ts';
import { isBeforeKickOff, phaseOrder } from '../../match/phase.ts';
import { type Score, scoreOf } from '../../match/score.ts';
import type { Lineup, LineupPlayer, Snapshot, Statistics } from '../../match/snapshot.ts';
import type { OnUnknown } from '../log-once.ts';
import { matchIdOf, readStage, seasonOf } from '../match-id.ts';
import { minuteIn, periodIn } from '../minute-of-play.ts';
import { readOne, readRows } from '../read-rows.ts';
import { type OptaAccount, type ReadingContext, srmlTeam } from './account.ts';
import { competitionOf } from './competition-of.ts';
import { readFormation } from './read-formation.ts';
import { readOfficials } from './read-officials.ts';
import { readPhase } from './read-period.ts';
import { readPerson, readSquads, type Squads } from './read-squads.ts';
import { KINDS, readSrmlEvents } from './read-srml-events.ts';
import {
  type MatchDocument,
  matchDocumentShape,
  matchPlayerShape,
  type TeamData,
  type TeamShape,
} from './srml-shapes.ts';

/** Fewer, and the list is still being filled. */
const A_TEAM = 11;

/** What an F9 or F7 document says; undefined where it is of no competition that is followed, or does not fit. */
export function readSrmlMatch(
  document: unknown,
  feedWrittenAt: Instant | undefined,
  context: ReadingContext,
): OptaAccount | undefined {
  const { catalogue, onUnknown } = context;
  const read = readOne(document, matchDocumentShape, 'F9', onUnknown);
  if (!read) return undefined;
  const [data] = read.MatchData;
  const { Competition } = read;
  const competition = competitionOf(
    { codes: [Competition['@uID'].replace(/^c/, '')], name: Competition.Name },
    context,
  );
  if (!competition) return undefined;
  const sheets = bySide(data.TeamData, read.Team);
  const phase = readPhase(data.MatchInfo['@Period'], data.MatchInfo.Result?.['@Type']);
  const kickOff = data.MatchInfo.Date;
  const firstYear = Number(Competition.Stat.get('season_id'));
  if (!sheets || !phase || phase === 'live' || kickOff === undefined || !(firstYear > 1800)) {
    onUnknown('F9', `a match without its teams, kick-off, season or period (${data.MatchInfo['@Period']})`);
    return undefined;
  }
  const isLeague = /^regular$/i.test(data.MatchInfo['@MatchType'] ?? 'Regular');
  const { stage } = isLeague ? {} : readStage(Competition.Round?.Name ?? '');
  const round = Number(Competition.Stat.get('matchday'));
  const known = {
    competition: { id: competition.id, name: competition.name },
    season: seasonOf(firstYear, competition.seasonWithin),
    home: catalogue.clubOf(srmlTeam(sheets.home.team['@uID'], sheets.home.name), competition),
    away: catalogue.clubOf(srmlTeam(sheets.away.team['@uID'], sheets.away.name), competition),
  };
  const writtenAt = feedWrittenAt ?? data.MatchInfo['@TimeStamp'];
  return {
    from: 'match',
    match: {
      id: matchIdOf({ ...known, ...(stage && { stage }) }),
      ...known,
      ...(!stage && round > 0 && { round }),
      kickOff,
      ...(read.Venue?.Name && { venue: { name: read.Venue.Name } }),
    },
    ...(writtenAt !== undefined && { writtenAt }),
    told: told(read, sheets, phase, onUnknown),
  };
}

interface Sheet {
  readonly name: string;
  readonly data: TeamData;
  readonly team: TeamShape;
}

function bySide(data: readonly TeamData[], teams: readonly TeamShape[]): Readonly<Record<Side, Sheet>> | undefined {
  const of = (side: 'Home' | 'Away'): Sheet | undefined => {
    const one = data.find((row) => row['@Side'] === side);
    const team = teams.find((row) => row['@uID'] === one?.['@TeamRef']);
    return one && team?.Name ? { name: team.Name, data: one, team } : undefined;
  };
  const [home, away] = [of('Home'), of('Away')];
  return home && away && { home, away };
}

function told(
  { MatchData: [data] }: MatchDocument,
  { home, away }: Readonly<Record<Side, Sheet>>,
  phase: Snapshot['phase'],
  onUnknown: OnUnknown,
): OptaAccount['told'] {
  const squads = readSquads({ home: home.team, away: away.team });
  const stated = pair(home.data['@Score'], away.data['@Score']);
  // A score of nothing is there long before kick-off.
  const score = isBeforeKickOff(phase) ? undefined : stated;
  const teams = { home: home.data, away: away.data };
  const events = readSrmlEvents({ data, teams, squads, score, onUnknown });
  const period = periodIn(phase);
  const minute = period && minuteIn(period, Number(data.Stat.get('match_time') ?? Number.NaN));
  const kicked = events.some(({ kind }) => kind === 'shoot-out-kick') || phase === 'shoot-out';
  const decided = /shoot/i.test(data.MatchInfo.Result?.['@Type'] ?? '') || kicked;
  const shootOut = decided ? pair(home.data['@ShootOutScore'], away.data['@ShootOutScore']) : undefined;
  const halfTime = halfTimeOf(phase, teams, events, score);
  const lineups = lineupsOf({ home, away }, squads, onUnknown);
  const officials = readOfficials(
    [...data.MatchOfficial, ...(data.AssistantOfficials?.AssistantOfficial ?? [])].map((one) => ({
      role: one['@Type'] ?? one.OfficialData?.OfficialRef?.['@Type'] ?? 'Main',
      first: one['@FirstName'] ?? one.OfficialName?.First,
      last: one['@LastName'] ?? one.OfficialName?.Last,
    })),
  );
  const statistics = statisticsOf(teams);
  return {
    phase,
    ...(minute && { minute }),
    ...(score && { score }),
    ...(halfTime && { halfTime }),
    ...(shootOut && { shootOut }),
    events,
    lists: KINDS,
    ...(lineups && { lineups }),
    ...(officials && { officials }),
    ...(statistics && { statistics }),
  };
}

function pair(home: number | undefined, away: number | undefined): Score | undefined {
  return home === undefined || away === undefined ? undefined : { home, away };
}

/** As stated, else counted where the goals that are listed are all there are. It follows the score until half-time. */
function halfTimeOf(
  phase: Snapshot['phase'],
  { home, away }: Readonly<Record<Side, TeamData>>,
  events: Snapshot['events'],
  score: Score | undefined,
): Score | undefined {
  const isOff = phase === 'suspended' || phase === 'abandoned' || phase === 'awarded';
  if (isOff || phaseOrder(phase) < phaseOrder('half-time')) return undefined;
  const stated = pair(home['@HalfScore'], away['@HalfScore']);
  if (stated) return stated;
  const listed = scoreOf(events);
  const goals = events.filter(({ kind }) => kind === 'goal');
  if (!score || listed.home !== score.home || listed.away !== score.away) return undefined;
  if (goals.some(({ minute }) => !minute)) return undefined;
  return scoreOf(goals.filter(({ minute }) => minute && periodOf(minute) === 1));
}

function lineupsOf(sheets: Readonly<Record<Side, Sheet>>, squads: Squads, onUnknown: OnUnknown): Snapshot['lineups'] {
  const [home, away] = SIDES.map((side): Lineup | undefined => {
    const { data, team } = sheets[side];
    const players = readRows(data.PlayerLineUp?.MatchPlayer ?? [], matchPlayerShape, 'MatchPlayer', onUnknown);
    const those = (status: string): readonly LineupPlayer[] =>
      players.flatMap((row) => {
        const player = squads.playerOf(row['@PlayerRef']);
        if (!player || row['@Status']?.toLowerCase() !== status) return [];
        return [{ ...player, ...(row['@ShirtNumber'] && { shirt: row['@ShirtNumber'] }) }];
      });
    const starters = those('start');
    if (starters.length < A_TEAM) return undefined;
    const formation = readFormation(data['@Formation'] ?? data.Stat.get('formation_used'));
    const coach = readPerson(team.TeamOfficial.find((one) => one['@Type'] === 'Manager')?.PersonName);
    return { ...(formation && { formation }), ...(coach && { coach }), starters, bench: those('sub') };
  });
  return home && away && { home, away };
}

const COUNTS: Readonly<Record<keyof Statistics, readonly string[]>> = {
  possession: ['possession_percentage'],
  shots: ['total_scoring_att'],
  shotsOnTarget: ['ontarget_scoring_att'],
  corners: ['won_corners', 'corner_taken'],
  fouls: ['fk_foul_lost'],
};

/** Opta leaves out what is nought: a count that one side has is nought for the other. */
function statisticsOf({ home, away }: Readonly<Record<Side, TeamData>>): Statistics | undefined {
  const of = (names: readonly string[], team: TeamData) =>
    names.map((name) => Number.parseFloat(team.Stat.get(name) ?? '')).find((value) => value >= 0);
  const counts = Object.entries(COUNTS).flatMap(([key, names]) => {
    const [a, b] = [of(names, home), of(names, away)];
    return a === undefined && b === undefined ? [] : [[key, [a ?? 0, b ?? 0] as const] as const];
  });
  return counts.length > 0 ? Object.fromEntries(counts) : undefined;
}
