import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readOptaFile } from '../../../../src/feed/opta/read-file.ts';
import type { MatchEvent, VarDecision } from '../../../../src/match/event.ts';
import { isBeforeKickOff, type Phase } from '../../../../src/match/phase.ts';
import type { Snapshot } from '../../../../src/match/snapshot.ts';
import { cases } from '../../../support/cases.ts';
import { apiFootballFixture } from '../../../support/feeds/api-football.ts';
import { optaF1 } from '../../../support/feeds/opta.ts';
import { CATALOGUE, DERBY, heard, KICK_OFF, LINEUPS } from './given.ts';

const count = fc.integer({ min: 0, max: 9 });
const score = fc.record({ home: count, away: count });
const side = fc.constantFrom('home' as const, 'away' as const);
const minute = fc.oneof(
  fc.record({ base: fc.integer({ min: 1, max: 119 }) }),
  fc.record({ base: fc.constantFrom(45, 90, 105), added: fc.integer({ min: 1, max: 15 }) }),
);
const player = fc.integer({ min: 1, max: 40 }).map((number) => ({ name: `Giocatòre ${number}` }));
const happened = { minute: fc.option(minute, { nil: undefined }), side };
const decision: fc.Arbitrary<VarDecision['decision']> = fc.constantFrom(
  'goal-confirmed',
  'goal-cancelled',
  'penalty-given',
  'penalty-cancelled',
  'card-upgraded',
  'card-cancelled',
);

const events: fc.Arbitrary<MatchEvent[]> = fc
  .array(
    fc.oneof(
      fc.record({
        kind: fc.constant('goal' as const),
        ...happened,
        manner: fc.constantFrom('open-play' as const, 'penalty' as const, 'own-goal' as const),
        scorer: fc.option(player, { nil: undefined }),
      }),
      fc.record({ kind: fc.constant('missed-penalty' as const), ...happened, player }),
      fc.record({ kind: fc.constant('var-decision' as const), ...happened, decision, player }),
      fc.record({ kind: fc.constant('shoot-out-kick' as const), side, scored: fc.boolean(), player }),
    ),
    { maxLength: 12 },
  )
  .map((list) => list.map(withoutUndefined) as MatchEvent[]);

/** Bookings that can be: each player once, or twice with the second sending him off. */
const cards: fc.Arbitrary<MatchEvent[]> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 11 }), side, fc.constantFrom('yellow', 'red', 'twice')), {
    selector: ([number, of]) => `${number}${of}`,
    maxLength: 5,
  })
  .map((booked) =>
    booked.flatMap(([number, of, how]): MatchEvent[] => {
      const card = { kind: 'card', side: of, player: { name: `${of} ${number}` } } as const;
      const first = { ...card, minute: { base: 10 + number } };
      if (how === 'red') return [{ ...first, colour: 'red' }];
      const yellow = { ...first, colour: 'yellow' } as const;
      return how === 'yellow'
        ? [yellow]
        : [yellow, { ...card, minute: { base: 60 + number }, colour: 'second-yellow' }];
    }),
  );

const changes: fc.Arbitrary<MatchEvent[]> = fc.subarray([1, 2, 3, 4, 5]).map((numbers) =>
  numbers.map((number) => ({
    kind: 'substitution',
    minute: { base: 50 + number },
    side: 'home',
    off: { name: LINEUPS.home.starters[number]!.name },
    on: { name: LINEUPS.home.bench[number]!.name },
  })),
);

const phase: fc.Arbitrary<Phase> = fc.constantFrom<Phase[]>(
  'scheduled',
  'first-half',
  'half-time',
  'second-half',
  'extra-time-break',
  'extra-time-first-half',
  'extra-time-half-time',
  'extra-time-second-half',
  'shoot-out',
  'full-time',
  'postponed',
  'cancelled',
  'suspended',
  'abandoned',
  'awarded',
);
const RUNNING: Partial<Record<Phase, number>> = {
  'first-half': 1,
  'second-half': 46,
  'extra-time-first-half': 91,
  'extra-time-second-half': 106,
};

const snapshots: fc.Arbitrary<Snapshot> = fc
  .record({
    phase,
    score,
    halfTime: score,
    shootOut: score,
    events,
    cards,
    changes,
    into: fc.integer({ min: 0, max: 14 }),
    isShootOut: fc.boolean(),
  })
  .map(({ phase, score, halfTime, shootOut, events, cards, changes, into, isShootOut }) => {
    const from = RUNNING[phase];
    const hasKicks = phase === 'shoot-out' || (phase === 'full-time' && isShootOut);
    const began = !isBeforeKickOff(phase);
    return {
      match: DERBY,
      at: KICK_OFF,
      phase,
      ...(from !== undefined && { minute: { base: from + into } }),
      ...(began && { score }),
      ...(began && phase !== 'first-half' && { halfTime }),
      ...(hasKicks && { shootOut }),
      events: began ? numbered([...events, ...cards, ...changes]) : [],
      lineups: LINEUPS,
      officials: { referee: 'Nessuno' },
    };
  });

/** Kicks come last, and have their numbers. */
function numbered(list: readonly MatchEvent[]): MatchEvent[] {
  const kicks = list.filter((event) => event.kind === 'shoot-out-kick');
  const others = list.filter((event) => event.kind !== 'shoot-out-kick');
  return [...others, ...kicks.map((kick, index) => ({ ...kick, number: index + 1 }))];
}

function withoutUndefined<T extends object>(value: T): object {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}

it('API-Football is heard to tell the match that it tells, whatever happened in it and whichever way round substitutions are', () => {
  fc.assert(
    fc.property(snapshots, fc.constantFrom('player-off' as const, 'player-on' as const), (told, substitutions) => {
      const { lists, ...said } = heard(apiFootballFixture(told, 7, { substitutions }))!;
      expect(lists).toContain('goal');
      expect(said).toEqual(told);
    }),
    cases(100),
  );
});

it('a match of API-Football is one with the match that another provider calls by other names', () => {
  const of = (home: string, away: string): Snapshot => ({
    match: {
      ...DERBY,
      competition: { id: 'champions-league', name: 'Champions League' },
      home: { id: `koln ${home}`, name: home },
      away: { id: `gladbach ${away}`, name: away },
    },
    at: KICK_OFF,
    phase: 'scheduled',
    events: [],
  });
  const opta = readOptaFile(optaF1([of('1.FC Köln', "Borussia M'gladbach")]), {
    catalogue: CATALOGUE,
    competitions: CATALOGUE.competitions,
    onUnknown: () => undefined,
  });
  const teams = { home: { id: 192, name: 'FC Koln' }, away: { id: 163, name: 'Borussia Monchengladbach' } };
  const told = heard({ ...apiFootballFixture(of(teams.home.name, teams.away.name), 7), teams });
  expect(told?.match.id).toBe('champions-league-2026-27-koln-borussia-monchengladbach');
  expect(opta).toMatchObject({ ok: true, accounts: [{ match: { id: told?.match.id } }] });
});
