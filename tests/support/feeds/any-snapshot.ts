import fc from 'fast-check';
import type { MatchEvent, Player } from '../../../src/match/event.ts';
import type { Match, Side } from '../../../src/match/match.ts';
import { compareMinutes, type Minute, periodOf } from '../../../src/match/minute.ts';
import { type Phase, phaseOrder } from '../../../src/match/phase.ts';
import { scoreOf, shootOutOf } from '../../../src/match/score.ts';
import type { Lineup, Snapshot } from '../../../src/match/snapshot.ts';

export const DERBY: Match = {
  id: 'serie-a-2021-22-milan-inter',
  competition: { id: 'serie-a', name: 'Serie A' },
  season: '2021-22',
  round: 12,
  home: { id: 'milan', name: 'Milan' },
  away: { id: 'inter', name: 'Inter' },
  kickOff: Date.UTC(2021, 10, 7, 19, 45),
  venue: { name: 'San Siro' },
};

const SQUADS: Readonly<Record<Side, readonly Player[]>> = {
  home: [
    'Tătărușanu',
    'Calabria',
    'Kjær',
    'Tomori',
    'Ballo-Touré',
    'Kessié',
    'Tonali',
    'Díaz',
    'Krunić',
    'Leão',
    "O'Hara",
  ]
    .concat(['Bennacer', 'Saelemaekers', 'Rebić'])
    .map((name) => ({ name })),
  away: [
    'Handanović',
    'Škriniar',
    'de Vrij',
    'Bastoni',
    'Darmian',
    'Barella',
    'Brozović',
    'Çalhanoğlu',
    'Perišić',
    'Džeko',
    'Martínez',
  ]
    .concat(['Vidal', 'Dumfries', 'Sánchez & Co'])
    .map((name) => ({ name })),
};

const PLAYED: readonly Phase[] = [
  'first-half',
  'half-time',
  'second-half',
  'extra-time-break',
  'extra-time-first-half',
  'extra-time-half-time',
  'extra-time-second-half',
  'shoot-out',
  'full-time',
];

/** The periods that have begun by a phase; a match that is over went the whole way or not. */
function periodsBy(phase: Phase, wentOn: boolean): number {
  const order = phaseOrder(phase);
  if (phase === 'full-time') return wentOn ? 4 : 2;
  if (order >= phaseOrder('extra-time-second-half')) return 4;
  if (order >= phaseOrder('extra-time-first-half')) return 3;
  return order >= phaseOrder('second-half') ? 2 : 1;
}

const minuteWithin = (periods: number): fc.Arbitrary<Minute> =>
  fc.integer({ min: 1, max: periods }).chain((period) => {
    const last = [45, 90, 105, 120][period - 1]!;
    const first = [1, 46, 91, 106][period - 1]!;
    return fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: first, max: last }).map((base) => ({ base })) },
      fc.integer({ min: 1, max: 9 }).map((added) => ({ base: last, added })),
    );
  });

const side = fc.constantFrom<Side>('home', 'away');
const index = fc.nat({ max: 10 });

/** What a provider can say of an event: nobody is told of free kicks, or of how a penalty went wide. */
const eventWithin = (periods: number): fc.Arbitrary<MatchEvent> =>
  fc
    .record({
      minute: minuteWithin(periods),
      side,
      who: index,
      other: fc.integer({ min: 11, max: 13 }),
      kind: fc.nat({ max: 7 }),
    })
    .map(({ minute, side, who, other, kind }): MatchEvent => {
      const player = SQUADS[side][who]!;
      const happened = { minute, side };
      switch (kind) {
        case 0:
          return { kind: 'goal', ...happened, manner: 'open-play', scorer: player, assist: SQUADS[side][other]! };
        case 1:
          return { kind: 'goal', ...happened, manner: 'penalty', scorer: player };
        case 2:
          return {
            kind: 'goal',
            ...happened,
            manner: 'own-goal',
            scorer: SQUADS[side === 'home' ? 'away' : 'home'][who]!,
          };
        case 3:
          return { kind: 'missed-penalty', ...happened, outcome: 'saved', player };
        case 4:
          return { kind: 'card', ...happened, colour: 'red', player };
        case 5:
          return { kind: 'card', ...happened, colour: 'yellow', player };
        case 6:
          return { kind: 'substitution', ...happened, on: SQUADS[side][other]!, off: player };
        default:
          return { kind: 'var-decision', ...happened, decision: 'goal-cancelled', player };
      }
    });

const lineup = (of: Side): Lineup => ({
  formation: of === 'home' ? '4-2-3-1' : '3-5-2',
  starters: SQUADS[of].slice(0, 11).map((player, place) => ({ ...player, shirt: place + 1 })),
  bench: SQUADS[of].slice(11).map((player, place) => ({ ...player, shirt: place + 12 })),
});

/** A match at any moment of play, that could be: the score is what the goals add up to. */
export const anySnapshot: fc.Arbitrary<Snapshot> = fc
  .record({ phase: fc.constantFrom(...PLAYED), wentOn: fc.boolean(), withLineups: fc.boolean() })
  .chain(({ phase, wentOn, withLineups }) => {
    const periods = periodsBy(phase, wentOn);
    const kicks = fc.array(fc.record({ side, scored: fc.boolean(), who: index }), { maxLength: 8 });
    return fc
      .record({
        events: fc.array(eventWithin(periods), { maxLength: 9 }),
        kicks: kicks.map((taken) => (phase === 'shoot-out' || (phase === 'full-time' && wentOn) ? taken : [])),
        clock: minuteWithin(periods),
      })
      .map(({ events, kicks, clock }): Snapshot => {
        const happened = [...events].sort((a, b) => compareMinutes(a.minute!, b.minute!));
        const taken = kicks.map(
          ({ side, scored, who }): MatchEvent => ({ kind: 'shoot-out-kick', side, scored, player: SQUADS[side][who]! }),
        );
        const runs = ['first-half', 'second-half', 'extra-time-first-half', 'extra-time-second-half'].includes(phase);
        const goals = events.filter((event) => event.kind === 'goal');
        return {
          match: DERBY,
          at: DERBY.kickOff + 3_600_000,
          phase,
          ...(runs && periodOf(clock) === periods && { minute: clock }),
          score: scoreOf(events),
          ...(phaseOrder(phase) >= phaseOrder('half-time') && {
            halfTime: scoreOf(goals.filter(({ minute }) => periodOf(minute!) === 1)),
          }),
          ...(taken.length > 0 && { shootOut: shootOutOf(taken) }),
          events: [...happened, ...taken],
          ...(withLineups && { lineups: { home: lineup('home'), away: lineup('away') } }),
        };
      });
  });

/** Events as something to compare, in an order of their own: within a minute, providers have none. */
export function comparable(events: readonly MatchEvent[]): readonly string[] {
  const kicks = events.filter(({ kind }) => kind === 'shoot-out-kick').map((event) => JSON.stringify(sorted(event)));
  const others = events.filter(({ kind }) => kind !== 'shoot-out-kick').map((event) => JSON.stringify(sorted(event)));
  return [...others.sort(), ...kicks];
}

function sorted(value: object): object {
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, inner]) => [key, typeof inner === 'object' && inner !== null ? sorted(inner) : inner]),
  );
}
