import { MINUTE, SECOND } from '../../match/instant.ts';
import { SIDES, type Side } from '../../match/match.ts';
import { isBeforeKickOff, type Phase, phaseOrder } from '../../match/phase.ts';
import type { Score } from '../../match/score.ts';
import type { Lineup, LineupPlayer, Snapshot } from '../../match/snapshot.ts';
import type { OnUnknown } from '../log-once.ts';
import { matchIdOf, readStage, seasonOf } from '../match-id.ts';
import { END_OF_EXTRA_TIME, minuteIn, periodIn } from '../minute-of-play.ts';
import { readOne, readRows } from '../read-rows.ts';
import type { OptaAccount, ReadingContext } from './account.ts';
import { competitionOf } from './competition-of.ts';
import { type LineUpShape, type LiveData, lineUpShape, ma1Shape } from './ma1-shapes.ts';
import { readFormation } from './read-formation.ts';
import { readMa1Events } from './read-ma1-events.ts';
import { readOfficials } from './read-officials.ts';
import { readSdapiPhase } from './read-period.ts';
import { KINDS } from './read-srml-events.ts';

/** What one match of MA1 says; undefined where it is of no competition that is followed, or does not fit. */
export function readMa1(match: unknown, context: ReadingContext): OptaAccount | undefined {
  const { catalogue, onUnknown } = context;
  const read = readOne(match, ma1Shape, 'MA1', onUnknown);
  if (!read) return undefined;
  const { matchInfo: info, liveData: live } = read;
  const competition = competitionOf(
    { codes: [info.competition.opId, info.competition.id], name: info.competition.name },
    context,
  );
  if (!competition) return undefined;
  const { matchStatus, periodId } = live.matchDetails;
  const phase = readSdapiPhase(matchStatus, periodId);
  const [home, away] = SIDES.map((side) => info.contestant.find(({ position }) => position === side));
  const firstYear = Number(/\d{4}/.exec(info.tournamentCalendar.name)?.[0]);
  const day = info.date.slice(0, 10);
  // Without a time the day is all that is known; noon is the least wrong.
  const kickOff = Date.parse(`${day}T${(info.time ?? '12:00:00Z').replace(/Z?$/, 'Z')}`);
  if (!phase || !home?.name || !away?.name || Number.isNaN(kickOff) || !(firstYear > 1800)) {
    onUnknown('MA1', `a match without its teams, kick-off, season or status (${matchStatus} ${periodId})`);
    return undefined;
  }
  const { round, stage } = readStage(info.stage ?? '');
  const week = round ?? info.week;
  const known = {
    competition: { id: competition.id, name: competition.name },
    season: seasonOf(firstYear, competition.seasonWithin),
    home: catalogue.clubOf({ provider: 'sdapi', code: home.id, name: home.name }, competition),
    away: catalogue.clubOf({ provider: 'sdapi', code: away.id, name: away.name }, competition),
  };
  return {
    from: 'match',
    match: {
      id: matchIdOf({ ...known, ...(stage && { stage }) }),
      ...known,
      ...(!stage && week && { round: week }),
      kickOff,
      ...(info.venue && { venue: { name: info.venue } }),
    },
    ...(info.lastUpdated !== undefined && { writtenAt: info.lastUpdated }),
    ...(phase === 'live' && { isOnSomehow: true }),
    told: told(live, phase === 'live' ? 'first-half' : phase, { home: home.id, away: away.id }, onUnknown),
  };
}

function told(
  live: LiveData,
  phase: Phase,
  contestants: Readonly<Record<Side, string>>,
  onUnknown: OnUnknown,
): OptaAccount['told'] {
  const { matchDetails: details } = live;
  const sideOf = (id: string) => SIDES.find((side) => contestants[side] === id);
  const sheets = readRows(live.lineUp ?? [], lineUpShape, 'lineUp', onUnknown);
  const sideOfPlayer = (id: string | undefined) => {
    const sheet = sheets.find(({ player }) => player.some(({ playerId }) => id !== undefined && playerId === id));
    return sheet && sideOf(sheet.contestantId);
  };
  const score = isBeforeKickOff(phase) ? undefined : readScore(live);
  const listsGoals = live.goal !== undefined || !score || score.home + score.away === 0;
  const period = details.periodId === undefined ? undefined : periodIn(phase);
  const clock = period && details.matchTime !== undefined ? minuteIn(period, details.matchTime) : undefined;
  const minute = phase === 'full-time' && details.scores?.et ? END_OF_EXTRA_TIME : clock;
  const isOff = phase === 'suspended' || phase === 'abandoned' || phase === 'awarded';
  const halfTime = !isOff && phaseOrder(phase) >= phaseOrder('half-time') ? details.scores?.ht : undefined;
  const addedTime = readAddedTime(details.period);
  const officials = readOfficials(
    live.matchDetailsExtra.map(({ type, firstName, lastName }) => ({ role: type, first: firstName, last: lastName })),
  );
  const lineups = readLineups(sheets, contestants);
  return {
    phase,
    ...(minute && { minute }),
    ...(score && { score }),
    ...(halfTime && { halfTime }),
    ...(details.scores?.pen && phaseOrder(phase) >= phaseOrder('shoot-out') && { shootOut: details.scores.pen }),
    ...(addedTime.length > 0 && { addedTime }),
    events: readMa1Events({ live, sideOf, sideOfPlayer, score, onUnknown }),
    // A match asked for without its events has a score and nothing else.
    lists: listsGoals ? KINDS : [],
    ...(lineups && { lineups }),
    ...(officials && { officials }),
  };
}

/**
 * The goals of play. After a shoot-out the total may hold its kicks too; then the sum that the goals listed make is right,
 * where one of the scores given is that sum.
 */
function readScore(live: LiveData): Score | undefined {
  const { total, et, ft, pen } = live.matchDetails.scores ?? {};
  if (!pen) return total ?? et ?? ft;
  const listed = (live.goal ?? []).length;
  const without = total && { home: total.home - pen.home, away: total.away - pen.away };
  const both = ft && et && { home: ft.home + et.home, away: ft.away + et.away };
  const possible = [et, ft, without, total, both].flatMap((score) => (score ? [score] : []));
  return possible.find(({ home, away }) => home + away === listed) ?? et ?? ft ?? without;
}

/** Announced in seconds; a period of which nothing is announced yet ends the list. */
function readAddedTime(periods: LiveData['matchDetails']['period']): readonly number[] {
  const added: number[] = [];
  for (const id of [1, 2, 3, 4]) {
    const seconds = periods.find((period) => period.id === id)?.announcedInjuryTime;
    if (seconds === undefined) break;
    added.push(Math.round((seconds * SECOND) / MINUTE));
  }
  return added;
}

const A_TEAM = 11;

function readLineups(sheets: readonly LineUpShape[], contestants: Readonly<Record<Side, string>>): Snapshot['lineups'] {
  const [home, away] = SIDES.map((side): Lineup | undefined => {
    const sheet = sheets.find(({ contestantId }) => contestantId === contestants[side]);
    if (!sheet) return undefined;
    const those = (isBench: boolean): readonly LineupPlayer[] =>
      sheet.player.flatMap(({ matchName, shirtNumber, position }) => {
        if (!matchName || (position === 'Substitute') !== isBench) return [];
        return [{ name: matchName, ...(shirtNumber && { shirt: shirtNumber }) }];
      });
    const starters = those(false);
    if (starters.length < A_TEAM) return undefined;
    const formation = readFormation(sheet.formationUsed);
    return { ...(formation && { formation }), starters, bench: those(true) };
  });
  return home && away && { home, away };
}

/** The matches in a tree of Opta's; undefined where it holds none. */
export function matchesOfMa1(json: unknown): readonly unknown[] | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  if ('matchInfo' in json) return [json];
  if ('match' in json) return Array.isArray(json.match) ? json.match : [json.match];
  return undefined;
}
