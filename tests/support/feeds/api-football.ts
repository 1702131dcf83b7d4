import { readFileSync } from 'node:fs';
import type { Card, MatchEvent, Player, VarDecision } from '../../../src/match/event.ts';
import type { Side } from '../../../src/match/match.ts';
import type { Minute } from '../../../src/match/minute.ts';
import type { Phase } from '../../../src/match/phase.ts';
import type { Lineup, Snapshot } from '../../../src/match/snapshot.ts';

/** How API-Football v3 would say a snapshot: its field names and its traps, with no data of its own. */

export interface FixtureOptions {
  /** The list of a day has neither events nor details, live matches have events, single ones have all. */
  readonly shows?: 'list' | 'live' | 'all';
  /** Whom a substitution names as `player`: in live answers, who comes on. */
  readonly substitutions?: 'player-off' | 'player-on';
  /** As the provider names it: `Quarter-finals`; a league's round when absent. */
  readonly round?: string;
}

export function apiFootballFixture(
  snapshot: Snapshot,
  fixtureId: number,
  { shows = 'all', substitutions = 'player-on', round }: FixtureOptions = {},
): object {
  const { match, phase, score, halfTime, shootOut } = snapshot;
  const nothing = { home: null, away: null };
  const firstYear = Number(match.season.slice(0, 4));
  const team = (side: Side) => ({ id: numberOf(match[side].id), name: match[side].name, logo: '', winner: null });
  return {
    fixture: {
      id: fixtureId,
      referee: snapshot.officials?.referee ? `${snapshot.officials.referee}, Nowhere` : null,
      timezone: 'UTC',
      date: new Date(match.kickOff).toISOString().replace('.000Z', '+00:00'),
      timestamp: match.kickOff / 1_000,
      periods: { first: null, second: null },
      venue: { id: null, name: match.venue?.name ?? null, city: match.venue?.city ?? null },
      status: { long: phase, short: shortStatus(snapshot), ...elapsedOf(snapshot) },
    },
    league: {
      id: leagueCode(match.competition.id),
      name: match.competition.name,
      country: 'Italy',
      season: firstYear,
      round: round ?? (match.round ? `Regular Season - ${match.round}` : null),
    },
    teams: { home: team('home'), away: team('away') },
    goals: score ?? nothing,
    score: {
      // Filled in from the first minute on: it is the score so far.
      halftime: halfTime ?? (phase === 'first-half' ? score : undefined) ?? nothing,
      fulltime: nothing,
      extratime: nothing,
      penalty: shootOut ?? nothing,
    },
    ...(shows !== 'list' && { events: rowsOf(snapshot, substitutions) }),
    ...(shows === 'all' && { lineups: lineupsOf(snapshot), statistics: statisticsOf(snapshot), players: [] }),
  };
}

/** An answer around fixtures; `errors` is an array when all is well. */
export function apiFootballAnswer(response: readonly object[], errors: object = []): object {
  return {
    get: 'fixtures',
    parameters: {},
    errors,
    results: response.length,
    paging: { current: 1, total: 1 },
    response,
  };
}

const catalogue: { competitions: { id: string; codes: { 'api-football'?: number } }[] } = JSON.parse(
  readFileSync(new URL('../../../data/feeds.json', import.meta.url), 'utf8'),
);

export function leagueCode(competitionId: string): number {
  return catalogue.competitions.find(({ id }) => id === competitionId)?.codes['api-football'] ?? 999_999;
}

/** A number for a name, the same every time. */
export function numberOf(name: string): number {
  let value = 7;
  for (const byte of Buffer.from(name)) value = (value * 31 + byte) % 900_000;
  return value + 1;
}

function person(player: Player | undefined) {
  return { id: player ? numberOf(player.name) : null, name: player?.name ?? null };
}

function shortStatus({ phase, shootOut, minute }: Snapshot): string {
  const status: Record<Phase, string> = {
    scheduled: 'NS',
    'first-half': '1H',
    'half-time': 'HT',
    'second-half': '2H',
    'extra-time-break': 'BT',
    'extra-time-first-half': 'ET',
    'extra-time-half-time': 'BT',
    'extra-time-second-half': 'ET',
    'shoot-out': 'P',
    'full-time': shootOut ? 'PEN' : minute && minute.base > 90 ? 'AET' : 'FT',
    postponed: 'PST',
    cancelled: 'CANC',
    suspended: 'SUSP',
    abandoned: 'ABD',
    awarded: 'AWD',
  };
  return status[phase];
}

function elapsedOf({ phase, minute, halfTime }: Snapshot) {
  if (minute) return { elapsed: minute.base, extra: minute.added ?? null };
  const elapsed: Partial<Record<Phase, number>> = {
    'first-half': 1,
    'half-time': 45,
    'second-half': 46,
    'extra-time-break': 90,
    'extra-time-first-half': 91,
    'extra-time-half-time': 105,
    'extra-time-second-half': 106,
    'shoot-out': 120,
    'full-time': 90,
  };
  const broken = phase === 'suspended' || phase === 'abandoned' || phase === 'awarded';
  return { elapsed: broken ? (halfTime ? 60 : 30) : (elapsed[phase] ?? null), extra: null };
}

function rowsOf(snapshot: Snapshot, orientation: FixtureOptions['substitutions']): object[] {
  const { match, events } = snapshot;
  const booked = new Set<string>();
  let kicks = 0;
  let changes = 0;
  const row = (
    event: MatchEvent,
    type: string,
    detail: string,
    player?: Player,
    other?: Player,
    comments?: string,
  ) => ({
    time: timeOf(event.minute),
    team: { id: numberOf(match[event.side].id), name: match[event.side].name },
    player: person(player),
    assist: person(other),
    type,
    detail,
    comments: comments ?? null,
  });
  return events.flatMap((event): object[] => {
    switch (event.kind) {
      case 'goal': {
        const detail = {
          'own-goal': 'Own Goal',
          penalty: 'Penalty',
          'open-play': 'Normal Goal',
          'free-kick': 'Normal Goal',
        };
        return [row(event, 'Goal', detail[event.manner], event.scorer, event.assist)];
      }
      case 'missed-penalty':
        return [row(event, 'Goal', 'Missed Penalty', event.player)];
      case 'card': {
        const who = `${event.side} ${event.player?.name}`;
        const twice = event.colour === 'second-yellow' && event.player !== undefined && booked.has(who);
        if (event.colour === 'yellow') booked.add(who);
        const card = (detail: string) => row(event, 'Card', detail, event.player);
        // A second yellow comes as two rows.
        return twice ? [card('Yellow Card'), card('Red Card')] : [card(CARDS[event.colour])];
      }
      case 'substitution': {
        changes += 1;
        const [player, other] = orientation === 'player-off' ? [event.off, event.on] : [event.on, event.off];
        return [row(event, 'subst', `Substitution ${changes}`, player, other)];
      }
      case 'var-decision':
        return [row(event, 'Var', DECISIONS[event.decision], event.player)];
      case 'shoot-out-kick': {
        kicks += 1;
        const kick = { ...event, minute: { base: 120, added: kicks } };
        return [
          row(kick, 'Goal', event.scored ? 'Penalty' : 'Missed Penalty', event.player, undefined, 'Penalty Shootout'),
        ];
      }
      default:
        return [];
    }
  });
}

const CARDS: Record<Card['colour'], string> = {
  yellow: 'Yellow Card',
  'second-yellow': 'Second Yellow card',
  red: 'Red Card',
};

const DECISIONS: Record<VarDecision['decision'], string> = {
  'goal-confirmed': 'Goal confirmed',
  'goal-cancelled': 'Goal Disallowed - offside',
  // It says no more of one that the referee had given, and of one that the review gave.
  'penalty-confirmed': 'Penalty confirmed',
  'penalty-given': 'Penalty confirmed',
  'penalty-cancelled': 'Penalty cancelled',
  'card-upgraded': 'Card upgrade',
  'card-cancelled': 'Red card cancelled',
};

function timeOf(minute: Minute | undefined) {
  return { elapsed: minute?.base ?? null, extra: minute?.added ?? null };
}

function lineupsOf({ match, lineups }: Snapshot): object[] {
  if (!lineups) return [];
  const squad = (players: Lineup['starters']) =>
    players.map((player) => ({ player: { ...person(player), number: player.shirt ?? null, pos: 'M', grid: null } }));
  return (['home', 'away'] as const).map((side) => ({
    team: { id: numberOf(match[side].id), name: match[side].name },
    formation: lineups[side].formation ?? null,
    coach: person(lineups[side].coach),
    startXI: squad(lineups[side].starters),
    substitutes: squad(lineups[side].bench),
  }));
}

function statisticsOf({ match, statistics }: Snapshot): object[] {
  if (!statistics) return [];
  const { possession, shots, shotsOnTarget, corners, fouls } = statistics;
  const of = (index: 0 | 1) => [
    { type: 'Shots on Goal', value: shotsOnTarget?.[index] ?? null },
    { type: 'Total Shots', value: shots?.[index] ?? null },
    { type: 'Fouls', value: fouls?.[index] ?? null },
    { type: 'Corner Kicks', value: corners?.[index] ?? null },
    { type: 'Ball Possession', value: possession ? `${possession[index]}%` : null },
  ];
  return (['home', 'away'] as const).map((side, index) => ({
    team: { id: numberOf(match[side].id) },
    statistics: of(index === 0 ? 0 : 1),
  }));
}
