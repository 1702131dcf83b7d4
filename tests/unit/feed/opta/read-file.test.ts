import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../../../src/feed/catalogue.ts';
import { readOptaFile } from '../../../../src/feed/opta/read-file.ts';
import type { MatchEvent } from '../../../../src/match/event.ts';
import type { Snapshot } from '../../../../src/match/snapshot.ts';
import { cases } from '../../../support/cases.ts';
import { anySnapshot, comparable, DERBY } from '../../../support/feeds/any-snapshot.ts';
import { optaF1, optaF9, optaMa1, optaMa1Xml } from '../../../support/feeds/opta.ts';

const CATALOGUE = catalogueOf(
  [
    { id: 'serie-a', name: 'Serie A', seasonWithin: 'two-years', codes: { opta: '21' } },
    { id: 'coppa-italia', name: 'Coppa Italia', seasonWithin: 'two-years', codes: {} },
    { id: 'champions-league', name: 'Champions League', seasonWithin: 'two-years', codes: { opta: '5' } },
  ],
  [],
);

function read(text: string) {
  const unknown: string[] = [];
  const reading = readOptaFile(text, {
    catalogue: CATALOGUE,
    competitions: CATALOGUE.competitions,
    onUnknown: (where, what) => unknown.push(`${where}: ${what}`),
  });
  return { accounts: reading.ok ? reading.accounts : [], reading, unknown };
}

const one = (text: string) => read(text).accounts[0]!;

function at(phase: Snapshot['phase'], events: readonly MatchEvent[] = [], more: Partial<Snapshot> = {}): Snapshot {
  return { match: DERBY, at: DERBY.kickOff + 3_600_000, phase, events, ...more };
}

const OWN_GOAL: MatchEvent = {
  kind: 'goal',
  side: 'home',
  manner: 'own-goal',
  minute: { base: 17 },
  scorer: { name: 'de Vrij' },
};
const PENALTY: MatchEvent = {
  kind: 'goal',
  side: 'away',
  manner: 'penalty',
  minute: { base: 11 },
  scorer: { name: 'Çalhanoğlu', fullName: 'Hakan Çalhanoğlu' },
};
const LEVEL = { score: { home: 1, away: 1 } };

it('a file of one match says the same match in F9, whichever side its own goals stand under', () => {
  fc.assert(
    fc.property(anySnapshot, fc.constantFrom('benefits' as const, 'scorer' as const), (snapshot, ownGoals) => {
      const { match, told } = one(optaF9(snapshot, { ownGoals }));
      const { events, ...state } = snapshot;
      expect(match).toEqual(DERBY);
      expect({ at: snapshot.at, match, ...told }).toMatchObject(state);
      expect(comparable(told.events)).toEqual(comparable(events));
      expect(told.minute).toEqual(snapshot.minute);
      expect(told.shootOut).toEqual(snapshot.shootOut);
    }),
  );
});

it('a file of one match says the same match in MA1, where the running score or the line-ups tell of own goals', () => {
  fc.assert(
    fc.property(anySnapshot, fc.constantFrom('benefits' as const, 'scorer' as const), (snapshot, ownGoals) => {
      const options = { ownGoals, runningScore: snapshot.lineups === undefined };
      const account = one(optaMa1(snapshot, options));
      const { match, told } = account;
      const { events, ...state } = snapshot;
      expect({ at: snapshot.at, match, ...told }).toMatchObject(state);
      expect(comparable(told.events)).toEqual(comparable(events));
      expect(one(optaMa1Xml(snapshot, options))).toEqual(account);
    }),
  );
});

it('a file of one match credits an own goal to nobody where nothing tells for whom it counts', () => {
  const anonymous = { ...OWN_GOAL, scorer: undefined } as unknown as MatchEvent;
  const other = { ...anonymous, side: 'away' } as MatchEvent;
  const { accounts, unknown } = read(optaF9(at('second-half', [anonymous, other], LEVEL)));
  expect(accounts[0]!.told.score).toEqual({ home: 1, away: 1 });
  expect(accounts[0]!.told.events).toEqual([]);
  expect(unknown).toContain('Goal: an own goal of which it cannot be told for whom it counts');
});

it('a file of one match credits an own goal of an unknown player by the score, where it adds up in one way only', () => {
  const anonymous = { ...OWN_GOAL, scorer: undefined } as unknown as MatchEvent;
  const snapshot = at('second-half', [anonymous, PENALTY, PENALTY], { score: { home: 1, away: 2 } });
  for (const ownGoals of ['benefits', 'scorer'] as const) {
    expect(one(optaF9(snapshot, { ownGoals })).told.events).toContainEqual(
      expect.objectContaining({ manner: 'own-goal', side: 'home' }),
    );
  }
});

it('a file of one match calls players by surname or by what they are known as, and two of one surname by their whole names', () => {
  const goal = (name: string, fullName: string, minute: number): MatchEvent => ({
    ...PENALTY,
    minute: { base: minute },
    scorer: { name, fullName },
  });
  const { told } = one(
    optaF9(
      at('full-time', [
        PENALTY,
        goal('Zeca', 'José Carlos Gonçalves', 20),
        goal('Martínez', 'Lautaro Martínez', 30),
        goal('Martínez', 'Lautaro Martínez', 31),
      ]),
    ),
  );
  expect(told.events.map((event) => (event.kind === 'goal' ? event.scorer : undefined))).toEqual([
    { name: 'Çalhanoğlu', fullName: 'Hakan Çalhanoğlu' },
    { name: 'Zeca', fullName: 'José Carlos Gonçalves' },
    { name: 'Martínez', fullName: 'Lautaro Martínez' },
    { name: 'Martínez', fullName: 'Lautaro Martínez' },
  ]);
  const twins = at('full-time', [
    goal('Inzaghi', 'Filippo Inzaghi', 20),
    { ...goal('Inzaghi', 'Simone Inzaghi', 30), side: 'home' },
  ]);
  expect(one(optaF9(twins)).told.events).toMatchObject([
    { scorer: { name: 'Filippo Inzaghi' } },
    { scorer: { name: 'Simone Inzaghi' } },
  ]);
});

it('a file of one match tells officials, coaches, formations and counts', () => {
  const officials = {
    referee: 'Daniele Doveri',
    assistants: ['Alessandro Costanzo', 'Fabiano Preti'],
    fourth: 'Livio Marinelli',
    var: 'Aleandro Di Paolo',
    assistantVar: 'Stefano Del Giovane',
  };
  const statistics = { possession: [51.2, 48.8], shots: [14, 0] } as const;
  expect(one(optaF9(at('full-time', [], { ...LEVEL, officials, statistics }))).told).toMatchObject({
    officials,
    statistics,
  });
  expect(one(optaMa1(at('full-time', [], { ...LEVEL, officials }))).told).toMatchObject({ officials });
});

it('a file of one match knows no score before kick-off, nor a half-time score before half-time', () => {
  expect(one(optaF9(at('scheduled'))).told).not.toHaveProperty('score');
  const early = at('first-half', [OWN_GOAL], { score: { home: 1, away: 0 } });
  expect(one(optaF9({ ...early, halfTime: { home: 1, away: 0 } })).told).not.toHaveProperty('halfTime');
  expect(one(optaMa1(early)).told).not.toHaveProperty('halfTime');
});

it('a file of one match tells a match that is off from one that ended', () => {
  for (const phase of ['postponed', 'cancelled', 'suspended', 'abandoned', 'awarded'] as const) {
    expect(one(optaF9(at(phase, [], LEVEL))).told.phase).toBe(phase);
    expect(one(optaMa1(at(phase, [], LEVEL))).told.phase).toBe(phase);
  }
});

it('a file of one match tells a penalty that a review gave from one that it let stand', () => {
  for (const decision of ['penalty-given', 'penalty-confirmed'] as const) {
    const review: MatchEvent = { kind: 'var-decision', side: 'home', minute: { base: 70 }, decision };
    expect(one(optaF9(at('second-half', [review]))).told.events).toEqual([review]);
    expect(one(optaMa1(at('second-half', [review]))).told.events).toEqual([review]);
  }
});

it('a file of one match says that it took extra time, where no event does', () => {
  const file = JSON.parse(optaMa1(at('full-time', [], LEVEL)));
  const { scores } = file.liveData.matchDetails;
  file.liveData.matchDetails.scores = { ...scores, ft: { home: 0, away: 0 }, et: { home: 1, away: 1 } };
  expect(one(JSON.stringify(file)).told.minute).toEqual({ base: 120 });
  expect(one(optaMa1(at('full-time', [], LEVEL))).told).not.toHaveProperty('minute');
});

it('a file of one match has its round, or the stage of a knock-out, in its id', () => {
  const final = { ...DERBY, competition: { id: 'champions-league', name: 'Champions League' } };
  const text = optaF9({ ...at('scheduled'), match: final }, { round: 'Semi-Finals' });
  expect(one(text).match.id).toBe('champions-league-2021-22-semi-finals-milan-inter');
  expect(one(text).match).not.toHaveProperty('round');
  expect(one(optaMa1({ ...at('scheduled'), match: final }, { round: 'Semi-finals' })).match.id).toBe(
    one(text).match.id,
  );
});

it('a file of one match leaves out what it does not know, says where it stands, and tells the rest', () => {
  const text = optaF9(at('full-time', [PENALTY, { ...OWN_GOAL }], LEVEL)).replace('Type="Own"', 'Type="Bicycle"');
  const { accounts, unknown } = read(text);
  expect(accounts[0]!.told.events).toMatchObject([{ manner: 'penalty' }]);
  expect(unknown).toContain('Goal: Bicycle');
  const json = optaMa1(at('full-time', [PENALTY], LEVEL)).replace('"type":"PG"', '"type":7');
  expect(read(json).unknown.join()).toContain('goal.type');
  expect(read(json).accounts[0]!.told.score).toEqual({ home: 1, away: 1 });
});

it('a file of one match leaves out a match that does not fit, and one of a competition that is not followed', () => {
  expect(read(optaF9(at('full-time')).replace('Side="Home"', 'Side="Middle"'))).toMatchObject({ accounts: [] });
  expect(read(optaF9(at('full-time')).replace('c21', 'c999')).accounts).toEqual([]);
  expect(read(optaMa1(at('full-time')).replace('"opId":"21"', '"opId":"999"')).accounts).toEqual([]);
});

it('a file of one match knows a competition by SDAPI’s id, and by its name one that has no code', () => {
  const cup = { ...DERBY, competition: { id: 'coppa-italia', name: 'Coppa Italia' } };
  const bySdapi = optaMa1(at('full-time')).replace('"opId":"21",', '').replace('some-id', '1r097lpxe0xn03ihb7wi98kao');
  expect(one(bySdapi).match.competition.id).toBe('serie-a');
  expect(one(optaF9({ ...at('full-time'), match: cup })).match.competition.id).toBe('coppa-italia');
});

it('a file of one match reads several matches of MA1 in one XML', () => {
  const other = { ...DERBY, home: DERBY.away, away: DERBY.home };
  const matches = [at('full-time', [PENALTY], LEVEL), { ...at('scheduled'), match: other }].map((snapshot) =>
    optaMa1Xml(snapshot).replace(/<\?xml.*\?>/, ''),
  );
  expect(read(`<?xml version="1.0"?><matches>${matches.join('')}</matches>`).accounts).toHaveLength(2);
});

it('a file of one match takes no more from MA1 than a score where it was asked for without events', () => {
  const { goal: _, ...live } = JSON.parse(optaMa1(at('full-time', [OWN_GOAL, PENALTY], LEVEL))).liveData;
  const info = JSON.parse(optaMa1(at('full-time'))).matchInfo;
  const { told } = one(JSON.stringify({ match: [{ matchInfo: info, liveData: live }] }));
  expect(told).toMatchObject({ score: { home: 1, away: 1 }, events: [], lists: [] });
});

describe('a saved penalty of MA1, told by two rows', () => {
  const saved: MatchEvent = {
    kind: 'missed-penalty',
    side: 'home',
    outcome: 'saved',
    minute: { base: 27 },
    player: { name: 'Leão' },
    keeper: { name: 'Handanovič' },
  };
  const rowsOf = (events: readonly MatchEvent[]) => JSON.parse(optaMa1(at('first-half', events))).liveData.missedPen;
  const kicks = (rows: readonly object[]) => {
    const file = JSON.parse(optaMa1(at('first-half')));
    return one(JSON.stringify({ ...file, liveData: { ...file.liveData, missedPen: rows } })).told.events;
  };

  it('a saved penalty of MA1, told by two rows, is one kick, of the taker’s side, whichever row comes first', () => {
    expect(rowsOf([saved])).toMatchObject([{ type: 'PM' }, { type: 'PS' }]);
    expect(kicks(rowsOf([saved]))).toEqual([saved]);
    expect(kicks(rowsOf([saved]).reverse())).toEqual([saved]);
    const [taker, keeper] = rowsOf([saved]);
    expect(kicks([taker, { ...keeper, timeMin: keeper.timeMin + 1 }])).toEqual([saved]);
  });

  it('a saved penalty of MA1, told by two rows, counts for the taker’s side before the taker’s row is there', () => {
    const { player: _, ...nameless } = saved as Extract<MatchEvent, { kind: 'missed-penalty' }>;
    expect(kicks(rowsOf([saved]).slice(1))).toEqual([nameless]);
  });

  it('a saved penalty of MA1, told by two rows, is told apart from another one, and from one that missed the goal', () => {
    const wide: MatchEvent = {
      kind: 'missed-penalty',
      side: 'away',
      minute: { base: 28 },
      player: { name: 'Lautaro' },
    };
    const again: MatchEvent = { ...saved, side: 'away', minute: { base: 29 }, keeper: { name: 'Tătărușanu' } };
    expect(kicks(rowsOf([saved, wide, again]))).toEqual([saved, wide, again]);
  });
});

it('a list of fixtures tells dates, towns and scores, and no events', () => {
  const finished = at('full-time', [OWN_GOAL, PENALTY], { ...LEVEL, halfTime: { home: 1, away: 1 } });
  const venue = { name: 'San Siro', city: 'Milano' };
  const returned = {
    ...at('scheduled'),
    match: { ...DERBY, home: DERBY.away, away: DERBY.home, round: 24, kickOff: Date.UTC(2022, 1, 5, 17), venue },
  };
  const { accounts } = read(optaF1([finished, returned]));
  expect(accounts.map(({ match }) => match)).toEqual([DERBY, { ...returned.match, id: 'serie-a-2021-22-inter-milan' }]);
  expect(accounts[0]!.told).toEqual({
    phase: 'full-time',
    score: { home: 1, away: 1 },
    halfTime: { home: 1, away: 1 },
    events: [],
    lists: [],
  });
  expect(accounts[1]!.told).toEqual({ phase: 'scheduled', events: [], lists: [] });
});

it('a list of fixtures reads British times as such, and leaves out a match in a zone that it does not know', () => {
  const summer = { ...at('scheduled'), match: { ...DERBY, kickOff: Date.UTC(2021, 7, 21, 18, 45) } };
  const text = optaF1([summer]).replace('18:45:00', '19:45:00').replace('<TZ>GMT</TZ>', '<TZ>BST</TZ>');
  expect(one(text).match.kickOff).toBe(summer.match.kickOff);
  const { accounts, unknown } = read(text.replace('<TZ>BST</TZ>', '<TZ>XYZ</TZ>'));
  expect(accounts).toEqual([]);
  expect(unknown.join()).toContain('XYZ');
});

it('any other file is not whole while it is cut short anywhere', () => {
  const over = at('full-time', [PENALTY], LEVEL);
  const texts = [optaF9(over), optaF1([at('scheduled')]), optaMa1(at('full-time')), optaMa1Xml(over)];
  for (const text of texts) {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.trimEnd().length - 1 }), (length) => {
        expect(read(text.slice(0, length)).reading).toEqual({ ok: false, reason: 'not-whole' });
      }),
      cases(10),
    );
  }
});

it('any other file is refused by its name where it is of Opta’s older feeds in JSON', () => {
  const reading = { ok: false, reason: 'srml-in-json' };
  expect(read('{"SoccerFeed":{"SoccerDocument":{}}}').reading).toEqual(reading);
});

it('any other file is known to be none of Opta’s by its content', () => {
  for (const text of ['hello', '<html></html>', '<match>of the day</match>', '{"hello":1}']) {
    expect(read(text).reading).toEqual({ ok: false, reason: 'not-opta' });
  }
});
