import type { Instant } from '../../match/instant.ts';
import { isBeforeKickOff, phaseOrder } from '../../match/phase.ts';
import type { Score } from '../../match/score.ts';
import { matchIdOf, readStage, seasonOf } from '../match-id.ts';
import { readOne, readRows } from '../read-rows.ts';
import { type OptaAccount, type ReadingContext, srmlTeam } from './account.ts';
import { competitionOf } from './competition-of.ts';
import { readPhase } from './read-period.ts';
import { readFixtureTime } from './read-time.ts';
import { fixtureShape, fixturesDocumentShape, type TeamData } from './srml-shapes.ts';

/** What an F1 document says of each of its matches: dates, and scores without who scored. */
export function readFixtures(
  document: unknown,
  feedWrittenAt: Instant | undefined,
  context: ReadingContext,
): readonly OptaAccount[] {
  const { catalogue, onUnknown } = context;
  const read = readOne(document, fixturesDocumentShape, 'F1', onUnknown);
  if (!read) return [];
  const competition = competitionOf({ codes: [read['@competition_id']], name: read['@competition_name'] }, context);
  if (!competition) return [];
  const names = new Map(read.Team.map((team) => [team['@uID'], team.Name]));
  const season = seasonOf(Number(read['@season_id']), competition.seasonWithin);
  return readRows(read.MatchData, fixtureShape, 'F1.MatchData', onUnknown).flatMap((row): readonly OptaAccount[] => {
    const { MatchInfo, Stat } = row;
    const [home, away] = (['Home', 'Away'] as const).map((side) => row.TeamData.find((team) => team['@Side'] === side));
    const [homeName, awayName] = [home, away].map((team) => team && names.get(team['@TeamRef']));
    const kickOff = readFixtureTime(MatchInfo.Date, MatchInfo.TZ, MatchInfo.DateUtc);
    const phase = readPhase(MatchInfo['@Period'], undefined);
    if (!home || !away || !homeName || !awayName || kickOff === undefined || !phase) {
      onUnknown('F1.MatchData', `teams, time zone (${MatchInfo.TZ}) or period (${MatchInfo['@Period']})`);
      return [];
    }
    const isLeague = /^regular$/i.test(MatchInfo['@MatchType'] ?? 'Regular');
    const { stage } = isLeague ? {} : readStage(MatchInfo['@RoundName'] ?? '');
    const round = MatchInfo['@MatchDay'];
    const venue = Stat.get('Venue');
    const city = Stat.get('City');
    const known = {
      competition: { id: competition.id, name: competition.name },
      season,
      home: catalogue.clubOf(srmlTeam(home['@TeamRef'], homeName), competition),
      away: catalogue.clubOf(srmlTeam(away['@TeamRef'], awayName), competition),
    };
    const writtenAt = row['@last_modified'] ?? feedWrittenAt;
    return [
      {
        from: 'fixtures',
        match: {
          id: matchIdOf({ ...known, ...(stage && { stage }) }),
          ...known,
          ...(!stage && round && { round }),
          kickOff,
          ...(venue && { venue: { name: venue, ...(city && { city }) } }),
        },
        ...(writtenAt !== undefined && { writtenAt }),
        ...(phase === 'live' && { isOnSomehow: true }),
        told: told(phase, home, away),
      },
    ];
  });
}

function told(
  phase: Exclude<ReturnType<typeof readPhase>, undefined>,
  home: TeamData,
  away: TeamData,
): OptaAccount['told'] {
  const at = phase === 'live' ? 'first-half' : phase;
  const score = isBeforeKickOff(at) ? undefined : pair(home['@Score'], away['@Score']);
  const isPastHalfTime = phase !== 'live' && (at === 'full-time' || phaseOrder(at) === phaseOrder('half-time'));
  const halfTime = isPastHalfTime ? pair(home['@HalfScore'], away['@HalfScore']) : undefined;
  const shootOut = pair(home['@PenaltyScore'], away['@PenaltyScore']);
  return {
    phase: at,
    ...(score && { score }),
    ...(halfTime && { halfTime }),
    ...(shootOut && shootOut.home + shootOut.away > 0 && { shootOut }),
    events: [],
    lists: [],
  };
}

function pair(home: number | undefined, away: number | undefined): Score | undefined {
  return home === undefined || away === undefined ? undefined : { home, away };
}
