import { describe, expect, it } from 'vitest';
import { detect } from '../../../../src/match/detect.ts';
import { MINUTE } from '../../../../src/match/instant.ts';
import type { Phase } from '../../../../src/match/phase.ts';
import { stateLine } from '../../../../src/messages/match-line.ts';
import { texts } from '../../../../src/messages/texts.ts';
import { apiFootballFixture, numberOf } from '../../../support/feeds/api-football.ts';
import { DERBY, fixtureBook, heard, KICK_OFF, keptLog, LINEUPS, snapshot } from './given.ts';

type Row = Record<string, unknown>;

/** A live fixture of the derby with these rows, as the provider writes them. */
function live(rows: readonly Row[], more: Record<string, unknown> = {}): object {
  return {
    ...apiFootballFixture(snapshot({ score: { home: 1, away: 1 } }), 7, { shows: 'live' }),
    events: rows,
    ...more,
  };
}

function row(type: string, detail: string, player: string | null, more: Row = {}): Row {
  const person = (name: string | null) => ({ id: name === null ? null : numberOf(name), name });
  return {
    time: { elapsed: 30, extra: null },
    team: { id: numberOf('milan'), name: 'Milan' },
    player: person(player),
    assist: person(null),
    type,
    detail,
    comments: null,
    ...more,
  };
}

const at = (elapsed: number, extra: number | null = null) => ({ time: { elapsed, extra } });
const events = (rows: readonly Row[], more: Record<string, unknown> = {}) => heard(live(rows, more))?.events;
const status = (short: string, elapsed: number | null = null, more: object = {}) => {
  const fixture = apiFootballFixture(snapshot(), 7) as { fixture: Record<string, unknown> };
  return { ...fixture, fixture: { ...fixture.fixture, status: { long: '', short, elapsed, ...more } } };
};

it('a fixture of API-Football is a match by the names that Tifo gives it', () => {
  const fixture = apiFootballFixture(snapshot(), 7) as { teams: object };
  const teams = { home: { id: 1, name: 'AC Milan' }, away: { id: 2, name: 'Inter' } };
  expect(heard({ ...fixture, teams })?.match).toEqual(DERBY);
});

it('a fixture of API-Football of a knock-out has its stage in the id, and no round', () => {
  const cup = { ...DERBY, competition: { id: 'coppa-italia', name: 'Coppa Italia' } };
  const match = heard(apiFootballFixture(snapshot({ match: cup }), 7, { round: 'Quarter-finals' }))?.match;
  expect(match?.id).toBe('coppa-italia-2026-27-quarter-finals-milan-inter');
  expect(match).not.toHaveProperty('round');
});

it('a fixture of API-Football of a competition nobody chose is passed over', () => {
  const fixture = apiFootballFixture(snapshot(), 7) as { league: object };
  expect(heard({ ...fixture, league: { id: 999_999, season: 2026, round: null } })).toBeUndefined();
});

it.each<[string, number | null, Phase]>([
  ['TBD', null, 'scheduled'],
  ['NS', null, 'scheduled'],
  ['1H', 45, 'first-half'],
  ['HT', 45, 'half-time'],
  ['2H', 90, 'second-half'],
  ['ET', 105, 'extra-time-first-half'],
  ['ET', 106, 'extra-time-second-half'],
  ['BT', 90, 'extra-time-break'],
  ['BT', 105, 'extra-time-half-time'],
  ['BT', 120, 'extra-time-second-half'],
  ['P', 120, 'shoot-out'],
  ['LIVE', null, 'first-half'],
  ['LIVE', 46, 'second-half'],
  ['LIVE', 91, 'extra-time-first-half'],
  ['FT', 90, 'full-time'],
  ['AET', 120, 'full-time'],
  ['PEN', 120, 'full-time'],
  ['SUSP', 30, 'suspended'],
  ['INT', 30, 'suspended'],
  ['PST', null, 'postponed'],
  ['CANC', null, 'cancelled'],
  ['CANC', 30, 'abandoned'],
  ['ABD', 30, 'abandoned'],
  ['AWD', null, 'awarded'],
  ['WO', null, 'awarded'],
])('a fixture of API-Football with status %s at %s is %s', (short, elapsed, phase) => {
  expect(heard(status(short, elapsed))?.phase).toBe(phase);
});

describe('a fixture of API-Football in a break of extra time, of which no minute is said', () => {
  const pause = status('BT');
  const phaseAfter = (...before: readonly object[]) => {
    const book = fixtureBook();
    for (const fixture of before) heard(fixture, { book, how: 'live' });
    return heard(pause, { book, how: 'live' })?.phase;
  };

  it('a fixture of API-Football in a break of extra time is where it was heard to be before', () => {
    expect(phaseAfter(status('2H', 90))).toBe('extra-time-break');
    expect(phaseAfter(status('2H', 90), pause, status('ET', 105))).toBe('extra-time-half-time');
    expect(phaseAfter(status('ET', 105), pause)).toBe('extra-time-half-time');
    expect(phaseAfter(status('ET', 105), pause, status('ET', 120), pause)).toBe('extra-time-second-half');
  });

  it('a fixture of API-Football in a break of extra time is where its rows show it to be', () => {
    const listing = (elapsed: number) => ({ ...pause, events: [row('Card', 'Yellow Card', 'A', at(elapsed, 1))] });
    const phases = [89, 98, 113].map((elapsed) => heard(listing(elapsed))?.phase);
    expect(phases).toEqual(['extra-time-break', 'extra-time-half-time', 'extra-time-second-half']);
  });

  it('a fixture of API-Football in a break of extra time is where the clock says, at first sight', () => {
    const second = KICK_OFF / 1_000 + 70 * 60;
    const seen = (minutes: number, periods: object) =>
      heard({ ...pause, fixture: { ...pause.fixture, periods } }, { at: KICK_OFF + minutes * MINUTE })?.phase;
    const late = { first: KICK_OFF / 1_000, second };
    expect([121, 141, 160].map((minutes) => seen(minutes, late))).toEqual([
      'extra-time-break',
      'extra-time-half-time',
      'extra-time-second-half',
    ]);
    expect([113, 134, 155].map((minutes) => seen(minutes, { first: null, second: null }))).toEqual([
      'extra-time-break',
      'extra-time-half-time',
      'extra-time-second-half',
    ]);
  });

  it('a fixture of API-Football in a break of extra time is told from extra time that has no minute either', () => {
    const book = fixtureBook();
    const phases = [status('ET'), pause, status('ET')].map((fixture) => heard(fixture, { book, how: 'live' })?.phase);
    expect(phases).toEqual(['extra-time-first-half', 'extra-time-half-time', 'extra-time-second-half']);
  });
});

it('a fixture of API-Football in the list of a day says that it took extra time', () => {
  const seen = heard({ ...status('AET', 120), goals: { home: 2, away: 1 }, events: undefined }, { how: 'listed' });
  const { state } = detect(undefined, seen!, KICK_OFF);
  expect(stateLine(state, texts('en'))).toBe('Milan 2–1 Inter · full-time · after extra time');
  expect(heard({ ...status('FT', 90), events: undefined }, { how: 'listed' })).not.toHaveProperty('minute');
});

it('a fixture of API-Football with a status nobody has told us of is left out, and said once', () => {
  const log = keptLog();
  const book = fixtureBook(log);
  expect([heard(status('ZZ'), { book }), heard(status('ZZ'), { book })]).toEqual([undefined, undefined]);
  expect(log.warnings).toEqual([{ feed: 'api-football', where: 'fixture.status.short', what: 'ZZ' }]);
});

it('a fixture of API-Football says the minute that is played, with added time, and none in a break', () => {
  expect(heard(status('1H', 45, { extra: 2 }))?.minute).toEqual({ base: 45, added: 2 });
  expect(heard(status('HT', 45))).not.toHaveProperty('minute');
  expect(heard(status('BT', 120))).not.toHaveProperty('minute');
  expect(heard(status('1H', -5))).not.toHaveProperty('minute');
});

it('a fixture of API-Football has no half-time score before half-time, though one is filled in', () => {
  const inPlay = snapshot({ score: { home: 1, away: 0 }, minute: { base: 20 } });
  expect(heard(apiFootballFixture(inPlay, 7))).not.toHaveProperty('halfTime');
});

it('a fixture of API-Football in the list of a day says nothing of events, rather than that there are none', () => {
  expect(heard(apiFootballFixture(snapshot(), 7, { shows: 'list' }), { how: 'listed' })?.lists).toEqual([]);
  expect(heard(apiFootballFixture(snapshot(), 7, { shows: 'live' }), { how: 'live' })?.lists).toContain('goal');
});

it('a fixture of API-Football cuts names that no player has', () => {
  const [goal] = events([row('Goal', 'Normal Goal', '@everyone '.repeat(5_000))]) ?? [];
  expect(goal?.kind === 'goal' && goal.scorer?.name.length).toBe(80);
});

it('the rows of a match credit an own goal to the side they name, which is the one that benefits', () => {
  expect(events([row('Goal', 'Own Goal', 'C. Lenglet')])).toEqual([
    { kind: 'goal', minute: { base: 30 }, side: 'home', manner: 'own-goal', scorer: { name: 'C. Lenglet' } },
  ]);
});

it('the rows of a match call a missed penalty a goal, which it is not', () => {
  expect(events([row('Goal', 'Missed Penalty', 'A. Isak')])).toEqual([
    { kind: 'missed-penalty', minute: { base: 30 }, side: 'home', player: { name: 'A. Isak' } },
  ]);
});

it('the rows of a match may have no name yet', () => {
  expect(events([row('Goal', 'Normal Goal', null, { time: { elapsed: null, extra: null } })])).toEqual([
    { kind: 'goal', side: 'home', manner: 'open-play' },
  ]);
});

it('the rows of a match make one card of a second yellow and the red that follows from it', () => {
  const colours = (rows: readonly Row[]) => events(rows)?.map((event) => event.kind === 'card' && event.colour);
  const card = (detail: string, elapsed: number) => row('Card', detail, 'N. Barella', at(elapsed));
  const [first, second, red] = [card('Yellow Card', 20), card('Yellow Card', 70), card('Red Card', 70)];
  expect(colours([first, second, red])).toEqual(['yellow', 'second-yellow']);
  expect(colours([first, card('Second Yellow card', 70)])).toEqual(['yellow', 'second-yellow']);
  expect(colours([first, card('Second Yellow card', 70), red])).toEqual(['yellow', 'second-yellow']);
  expect(colours([first, red])).toEqual(['yellow', 'red']);
  expect(colours([first, second])).toEqual(['yellow', 'yellow']);
  expect(colours([first, row('Card', 'Red Card', 'L. Martinez', at(70))])).toEqual(['yellow', 'red']);
});

it.each([
  ['Goal cancelled', 'goal-cancelled'],
  ['Goal Disallowed - offside', 'goal-cancelled'],
  ['Goal Disallowed - Foul', 'goal-cancelled'],
  ['Goal confirmed', 'goal-confirmed'],
  ['Penalty confirmed', 'penalty-given'],
  ['Penalty awarded', 'penalty-given'],
  ['Penalty cancelled', 'penalty-cancelled'],
  ['Card upgrade', 'card-upgraded'],
  ['Red card cancelled', 'card-cancelled'],
])('the rows of a match tell of VAR: %s', (detail, decision) => {
  expect(events([row('Var', detail, 'Ž. Celar')])).toMatchObject([{ kind: 'var-decision', decision, side: 'home' }]);
});

it('the rows of a match that are not known are said once and passed over', () => {
  const log = keptLog();
  const book = fixtureBook(log);
  const strange = live([
    row('Weather', 'Rain', null),
    row('Goal', 'Header', 'A'),
    row('Var', 'Goal under review', 'A'),
  ]);
  for (const _ of [1, 2]) expect(heard(strange, { book })?.events).toEqual([]);
  expect(log.warnings).toMatchObject([
    { what: 'Weather / Rain' },
    { what: 'Goal / Header' },
    { what: 'Var / Goal under review' },
  ]);
});

it('the rows of a match of a team that does not play are passed over', () => {
  expect(events([row('Goal', 'Normal Goal', 'A', { team: { id: 999, name: '?' } })])).toEqual([]);
});

it('the rows of a match of a shoot-out are kicks, never goals, marked or not', () => {
  const kick = { kind: 'shoot-out-kick', number: 1, side: 'home', scored: true, player: { name: 'A' } };
  const marked = row('Goal', 'Penalty', 'A', { ...at(120, 1), comments: 'Penalty Shootout' });
  expect(events([marked])).toEqual([kick]);
  const inShootOut = { ...status('P', 120), goals: { home: 0, away: 0 } };
  const unmarked = row('Goal', 'Penalty', 'A', at(120, 1));
  expect(heard({ ...inShootOut, events: [unmarked] })?.events).toEqual([kick]);
  const scored = { ...inShootOut, goals: { home: 1, away: 0 }, events: [unmarked] };
  expect(heard(scored)?.events).toMatchObject([{ kind: 'goal', manner: 'penalty' }]);
});

describe('the kicks of a shoot-out', () => {
  const kick = (extra: number | null, player: string, detail = 'Penalty') =>
    row('Goal', detail, player, { ...at(120, extra), comments: 'Penalty Shootout' });
  const goal = row('Goal', 'Normal Goal', 'Osimhen', at(20));
  const order = (rows: readonly Row[]) =>
    events(rows)?.map((event) => event.kind === 'shoot-out-kick' && [event.number, event.player?.name]);

  it.each([
    ['reversed', [kick(4, 'D'), kick(3, 'C', 'Missed Penalty'), kick(2, 'B'), kick(1, 'A'), goal]],
    ['mixed', [kick(3, 'C', 'Missed Penalty'), goal, kick(1, 'A'), kick(4, 'D'), kick(2, 'B')]],
  ])('the kicks of a shoot-out come in the order of their numbers, however the rows are %s', (_, rows) => {
    expect(order(rows)).toEqual([false, [1, 'A'], [2, 'B'], [3, 'C'], [4, 'D']]);
  });

  it('the kicks of a shoot-out stay as they are listed where they have no numbers', () => {
    expect(order([kick(null, 'A'), kick(null, 'B')])).toEqual([
      [undefined, 'A'],
      [undefined, 'B'],
    ]);
  });
});

describe('a substitution', () => {
  const swap = (player: string, other: string, elapsed = 60) =>
    row('subst', 'Substitution 1', player, { ...at(elapsed), assist: { id: numberOf(other), name: other } });
  const told = (off: string, on: string) => ({ kind: 'substitution', off: { name: off }, on: { name: on } });

  it('a substitution names first who comes on, as live answers do, as long as nothing speaks against it', () => {
    expect(events([swap('A', 'B')])).toMatchObject([told('B', 'A')]);
  });

  it('a substitution is turned round where the line-ups show that it is told the other way', () => {
    const book = fixtureBook();
    heard(apiFootballFixture(snapshot({ lineups: LINEUPS }), 7), { book });
    expect(heard(live([swap('Milan 3', 'Milan 12')]), { how: 'live', book })?.events).toMatchObject([
      told('Milan 3', 'Milan 12'),
    ]);
  });

  it('a substitution is as the line-ups say, whatever goals say to the contrary', () => {
    const book = fixtureBook();
    heard(apiFootballFixture(snapshot({ lineups: LINEUPS }), 7), { book });
    const goals = Array.from({ length: 7 }, (_, goal) => row('Goal', 'Normal Goal', 'Milan 3', at(70 + goal)));
    expect(heard(live([swap('Milan 3', 'Milan 12'), ...goals]), { how: 'live', book })?.events[0]).toMatchObject(
      told('Milan 3', 'Milan 12'),
    );
  });

  it('a substitution is turned round where who "comes on" had scored before, and so are the others of the match', () => {
    const goal = row('Goal', 'Normal Goal', 'Osimhen', at(20));
    expect(events([goal, swap('Osimhen', 'Mertens'), swap('Elmas', 'Zielinski')])).toMatchObject([
      { kind: 'goal' },
      told('Osimhen', 'Mertens'),
      told('Elmas', 'Zielinski'),
    ]);
  });

  it('a substitution stays as it was once found, when what showed it is gone', () => {
    const book = fixtureBook();
    const goal = row('Goal', 'Normal Goal', 'Osimhen', at(20));
    heard(live([goal, swap('Osimhen', 'Mertens')]), { book });
    expect(heard(live([swap('Osimhen', 'Mertens')]), { book })?.events).toMatchObject([told('Osimhen', 'Mertens')]);
  });
});

it('the details of a match are its line-ups, once both are whole', () => {
  const whole = apiFootballFixture(snapshot({ lineups: LINEUPS }), 7) as { lineups: { startXI: object[] }[] };
  expect(heard(whole)?.lineups).toEqual(LINEUPS);
  whole.lineups[1]?.startXI.pop();
  expect(heard(whole)).not.toHaveProperty('lineups');
});

it('the details of a match are what was counted of both sides', () => {
  const statistics = { possession: [55, 45], shots: [12, 8], corners: [4, 0] } as const;
  expect(heard(apiFootballFixture(snapshot({ statistics }), 7))?.statistics).toEqual(statistics);
});

it('the details of a match are kept apart by match, and the moment is when they were heard', () => {
  expect(heard(apiFootballFixture(snapshot(), 7), { at: KICK_OFF + 5 })?.at).toBe(KICK_OFF + 5);
});
