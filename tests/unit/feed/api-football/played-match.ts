import type { Goal } from '../../../../src/match/event.ts';
import { type Instant, MINUTE, SECOND } from '../../../../src/match/instant.ts';
import type { Match, Side } from '../../../../src/match/match.ts';
import type { Minute } from '../../../../src/match/minute.ts';
import type { Phase } from '../../../../src/match/phase.ts';
import type { Lineup, Snapshot } from '../../../../src/match/snapshot.ts';
import type { ServedMatch } from '../../../support/feeds/api-football-server.ts';

/** How a match goes, in minutes, and a provider that says so a little late. */
export interface Play {
  readonly match: Match;
  /** How late it kicks off, how much is added to each half, and how long the break is. */
  readonly late: number;
  readonly added: readonly [first: number, second: number];
  readonly pause: number;
  /** In the first half counted from kick-off, in the second from 45: a goal of 92 falls in added time. */
  readonly goals: readonly (readonly [minute: number, side: Side])[];
  /** The provider counts a goal in the score so much sooner than it lists it. */
  readonly namedAfterMs?: number;
}

/** When by the clock on the wall it happened. */
export interface Moments {
  readonly kickOff: Instant;
  readonly goals: readonly Instant[];
  readonly whistle: Instant;
}

const PROVIDER_IS_LATE = 20 * SECOND;
const LINEUPS_BEFORE = 35 * MINUTE;

export function momentsOf({ match, late, added, pause, goals }: Play): Moments & { readonly breakAt: Instant } {
  const kickOff = match.kickOff + late * MINUTE;
  const breakAt = kickOff + (45 + added[0]) * MINUTE;
  const again = breakAt + pause * MINUTE;
  const at = (minute: number) => (minute < 45 ? kickOff + minute * MINUTE : again + (minute - 45) * MINUTE);
  return { kickOff, breakAt, goals: goals.map(([minute]) => at(minute)), whistle: again + (45 + added[1]) * MINUTE };
}

/** A match as the provider serves it at any moment. */
export function servedPlay(fixtureId: number, play: Play): ServedMatch {
  return { fixtureId, round: `Regular Season - ${play.match.round}`, at: (moment) => snapshotAt(play, moment) };
}

function snapshotAt(play: Play, moment: Instant): Snapshot {
  const { match, pause, goals, namedAfterMs = 0 } = play;
  const { kickOff, breakAt, whistle, goals: fallen } = momentsOf(play);
  const at = moment - PROVIDER_IS_LATE;
  const again = breakAt + pause * MINUTE;
  const phase = phaseAt(at, [kickOff, breakAt, again, whistle]);
  const minute = phase === 'first-half' ? played(at - kickOff, 0) : phase === 'second-half' && played(at - again, 45);
  const until = (moment: Instant) => goals.filter((_, index) => (fallen[index] ?? 0) <= moment);
  const count = (some: Play['goals'], side: Side) => some.filter(([, of]) => of === side).length;
  const score = (moment: Instant) => ({ home: count(until(moment), 'home'), away: count(until(moment), 'away') });
  return {
    match,
    at: moment,
    phase,
    ...(phase !== 'scheduled' && { score: score(at) }),
    ...(at >= breakAt && { halfTime: score(breakAt) }),
    ...(minute && { minute }),
    events: until(at - namedAfterMs).map(goalOf),
    ...(moment >= match.kickOff - LINEUPS_BEFORE && { lineups: { home: eleven('home'), away: eleven('away') } }),
  };
}

function phaseAt(at: Instant, turns: readonly Instant[]): Phase {
  const phases: readonly Phase[] = ['scheduled', 'first-half', 'half-time', 'second-half', 'full-time'];
  return phases[turns.filter((turn) => at >= turn).length] ?? 'scheduled';
}

/** The first minute is the one that runs from kick-off. */
function played(ms: number, from: number): Minute {
  const minute = Math.floor(ms / MINUTE) + 1;
  return minute <= 45 ? { base: from + minute } : { base: from + 45, added: minute - 45 };
}

function eleven(side: Side): Lineup {
  const starters = Array.from({ length: 11 }, (_, index) => ({ name: `${side} ${index + 1}`, shirt: index + 1 }));
  return { starters, bench: [] };
}

function goalOf([minute, side]: Play['goals'][number], index: number): Goal {
  return {
    kind: 'goal',
    minute: { base: Math.ceil(minute) },
    side,
    manner: 'open-play',
    scorer: { name: `Scorer ${index + 1}` },
  };
}
