import type { MatchEvent, Player } from '../../../src/match/event.ts';
import type { Match } from '../../../src/match/match.ts';
import type { Score } from '../../../src/match/score.ts';
import type { LineupPlayer, Snapshot } from '../../../src/match/snapshot.ts';
import type { MatchState } from '../../../src/match/state.ts';

/** The derby of 7 November 2021, as Tifo knows it after the final whistle. */
export const KICK_OFF = Date.UTC(2021, 10, 7, 19, 45);

export const match: Match = {
  id: '2021-11-07-milan-inter',
  competition: { id: 'serie-a', name: 'Serie A' },
  season: '2021-22',
  round: 12,
  home: { id: 'milan', name: 'Milan' },
  away: { id: 'inter', name: 'Inter' },
  kickOff: KICK_OFF,
  venue: { name: 'San Siro', city: 'Milan' },
};

const player = (name: string): Player => ({ name });
const at = (base: number) => ({ minute: { base } });
const swap = (base: number, side: 'home' | 'away', on: string, off: string): MatchEvent => ({
  kind: 'substitution',
  ...at(base),
  side,
  on: player(on),
  off: player(off),
});

export const penaltyGoal = {
  kind: 'goal',
  ...at(11),
  side: 'away',
  manner: 'penalty',
  scorer: player('Çalhanoğlu'),
} as const satisfies MatchEvent;
export const ownGoal = {
  kind: 'goal',
  ...at(17),
  side: 'home',
  manner: 'own-goal',
  scorer: player('de Vrij'),
} as const satisfies MatchEvent;
export const savedPenalty = {
  kind: 'missed-penalty',
  ...at(27),
  side: 'away',
  outcome: 'saved',
  player: player('Lautaro Martínez'),
  keeper: player('Tătărușanu'),
} as const satisfies MatchEvent;
export const booking = {
  kind: 'card',
  ...at(26),
  side: 'home',
  colour: 'yellow',
  player: player('Ballo-Touré'),
} as const satisfies MatchEvent;
export const lateChance = {
  kind: 'chance',
  ...at(89),
  side: 'home',
  outcome: 'woodwork',
  player: player('Saelemaekers'),
  rebound: { player: player('Kessié'), outcome: 'wide' },
} as const satisfies MatchEvent;

export const events: readonly MatchEvent[] = [
  { kind: 'penalty-awarded', ...at(8), side: 'away', fouled: player('Çalhanoğlu'), by: player('Kessié') },
  { kind: 'var-decision', ...at(8), side: 'away', decision: 'penalty-confirmed' },
  penaltyGoal,
  ownGoal,
  booking,
  savedPenalty,
  { kind: 'chance', ...at(44), side: 'away', outcome: 'cleared', player: player('Barella'), by: player('Ballo-Touré') },
  swap(46, 'home', 'Kalulu', 'Ballo-Touré'),
  swap(59, 'home', 'Saelemaekers', 'Brahim Díaz'),
  swap(59, 'home', 'Rebić', 'Leão'),
  swap(68, 'away', 'Vidal', 'Barella'),
  swap(84, 'home', 'Bakayoko', 'Krunić'),
  swap(84, 'away', 'Dimarco', 'Bastoni'),
  swap(84, 'away', 'Sánchez', 'Lautaro Martínez'),
  lateChance,
];

const players = (list: string): readonly LineupPlayer[] =>
  list.split(', ').map((entry) => ({ shirt: Number.parseInt(entry, 10), name: entry.replace(/^\d+ /, '') }));

const lineups = {
  home: {
    formation: '4-2-3-1',
    coach: { name: 'Pioli', fullName: 'Stefano Pioli' },
    starters: players(
      '1 Tătărușanu, 2 Calabria, 24 Kjær, 23 Tomori, 5 Ballo-Touré, 79 Kessié, 8 Tonali, 10 Brahim Díaz, 33 Krunić, 17 Leão, 11 Ibrahimović',
    ),
    bench: players('83 Mirante, 9 Giroud, 12 Rebić, 20 Kalulu, 41 Bakayoko, 56 Saelemaekers'),
  },
  away: {
    formation: '3-5-2',
    coach: { name: 'Inzaghi', fullName: 'Simone Inzaghi' },
    starters: players(
      '1 Handanović, 37 Škriniar, 6 de Vrij, 95 Bastoni, 36 Darmian, 23 Barella, 77 Brozović, 20 Çalhanoğlu, 14 Perišić, 9 Džeko, 10 Lautaro Martínez',
    ),
    bench: players("97 Radu, 7 Sánchez, 22 Vidal, 32 Dimarco, 33 D'Ambrosio"),
  },
} as const;

export const snapshot: Snapshot = {
  match,
  at: KICK_OFF + 2 * 3_600_000,
  phase: 'full-time',
  score: { home: 1, away: 1 },
  halfTime: { home: 1, away: 1 },
  events,
  lineups,
  officials: {
    referee: 'Daniele Doveri',
    assistants: ['Passeri', 'Costanzo'],
    fourth: 'Pezzuto',
    var: 'Irrati',
    assistantVar: 'Vivenzi',
  },
  statistics: { possession: [51, 49], shots: [16, 13], shotsOnTarget: [4, 3], corners: [4, 8], fouls: [16, 11] },
};

/** What a test changes: the snapshot, which events were taken back, and what else is known. */
export type Change = Partial<Snapshot> & {
  readonly taken?: readonly MatchEvent[];
  readonly byVar?: boolean;
  readonly known?: Partial<MatchState>;
};

/** The derby as it ended, or with what a test changes. */
export function derby(change: Change = {}): MatchState {
  const { taken = [], byVar, known, ...changed } = change;
  const now = { ...snapshot, ...changed };
  const score: Score = now.score ?? { home: 0, away: 0 };
  return {
    snapshot: now,
    score,
    events: now.events.map((event, index) => ({
      id: idOf(event, index),
      event,
      stands: !taken.includes(event),
      ...(byVar && taken.includes(event) && { byVar }),
    })),
    seenAt: KICK_OFF + 2 * 3_600_000,
    fullTimeLooks: 3,
    falseWhistles: 0,
    minted: now.events.length,
    ...known,
  };
}

function idOf(event: MatchEvent, index: number): string {
  return `${event.kind}-${index + 1}`;
}
