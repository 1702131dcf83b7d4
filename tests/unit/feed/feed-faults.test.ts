import { describe, expect, it } from 'vitest';
import { beginFault, type FeedFault, type FeedFaultKind, isActive, withFaults } from '../../../src/feed/feed-faults.ts';
import type { Goal, MatchEvent } from '../../../src/match/event.ts';
import { MINUTE } from '../../../src/match/instant.ts';
import { scoreOf } from '../../../src/match/score.ts';
import type { Snapshot } from '../../../src/match/snapshot.ts';

const goal = (side: 'home' | 'away', base: number, name: string): Goal => ({
  kind: 'goal',
  side,
  manner: 'open-play',
  minute: { base },
  scorer: { name },
});
const FIRST = goal('away', 11, 'Ålund');
const SECOND = goal('home', 17, 'Bó');
const THIRD = goal('home', 60, 'Çam');

/** A snapshot so many minutes after kick-off, with these goals. */
function snapshot(at: number, events: readonly MatchEvent[] = [FIRST, SECOND]): Snapshot {
  const match = {
    id: 'm',
    competition: { id: 'c', name: 'C' },
    season: '2026',
    home: { id: 'h', name: 'H' },
    away: { id: 'a', name: 'A' },
    kickOff: 0,
  };
  const score = scoreOf(events);
  const halfTime = at >= 45 ? { halfTime: { home: 1, away: 1 } } : {};
  return { match, at: at * MINUTE, phase: 'first-half', score, ...halfTime, events };
}

function begin(kind: FeedFaultKind, now: Snapshot): FeedFault {
  const fault = beginFault(kind, now);
  if (!fault) throw new Error('no goal');
  return fault;
}

const minutes = ({ events }: Snapshot) => events.map(({ kind, minute }) => `${kind} ${minute?.base}`);

it('VAR takes the last goal from list and scores, half-time too, and leaves its row there for good', () => {
  const fault = begin('var-takes-goal', snapshot(20));
  for (const at of [20, 21, 50, 90]) {
    const told = withFaults(snapshot(at), [fault]);
    expect(minutes(told)).toEqual(['goal 11', 'var-decision 17']);
    expect(told.events[1]).toMatchObject({ decision: 'goal-cancelled', side: 'home', player: { name: 'Bó' } });
    expect(told.score).toEqual({ home: 0, away: 1 });
    if (told.halfTime) expect(told.halfTime).toEqual({ home: 0, away: 1 });
  }
});

it('VAR takes the last goal, and goals that fall later count on top, as does a scorer that is named later', () => {
  const fault = begin('var-takes-goal', snapshot(20, [FIRST, { ...SECOND, scorer: { name: '?' } }]));
  const told = withFaults(snapshot(61, [FIRST, SECOND, THIRD]), [fault]);
  expect([minutes(told), told.score]).toEqual([['goal 11', 'var-decision 17', 'goal 60'], { home: 1, away: 1 }]);
});

it('VAR takes the last goal, and the one before it when it is asked for again', () => {
  const once = begin('var-takes-goal', snapshot(20));
  const twice = begin('var-takes-goal', withFaults(snapshot(21), [once]));
  const told = withFaults(snapshot(22), [once, twice]);
  expect([minutes(told), told.score]).toEqual([['var-decision 11', 'var-decision 17'], { home: 0, away: 0 }]);
  expect(beginFault('var-takes-goal', told)).toBeUndefined();
});

it('a provider that drops the last goal re-creates it after a minute, a minute off', () => {
  const fault = begin('drops-and-recreates', snapshot(20));
  const gone = withFaults(snapshot(20.9), [fault]);
  expect([minutes(gone), gone.score]).toEqual([['goal 11'], { home: 0, away: 1 }]);
  const back = withFaults(snapshot(21), [fault]);
  expect([minutes(back), back.score]).toEqual([['goal 11', 'goal 18'], { home: 1, away: 1 }]);
  expect([isActive(fault, 20.9 * MINUTE, 0), isActive(fault, 21 * MINUTE, 0)]).toEqual([true, false]);
});

it('a provider that drops the last goal never moves it into another period', () => {
  const late = (minute: Goal['minute']) => {
    const now = snapshot(46, [{ ...FIRST, ...(minute && { minute }) }]);
    return withFaults({ ...now, at: now.at + MINUTE }, [begin('drops-and-recreates', now)]).events[0]?.minute;
  };
  expect([late({ base: 45 }), late({ base: 45, added: 2 }), late({ base: 90 })]).toEqual([
    { base: 44 },
    { base: 45, added: 3 },
    { base: 89 },
  ]);
});

it('a provider that drops the last goal can still lose what it re-created to VAR', () => {
  const drop = begin('drops-and-recreates', snapshot(20));
  const taken = begin('var-takes-goal', withFaults(snapshot(23), [drop]));
  const told = withFaults(snapshot(24), [drop, taken]);
  expect([minutes(told), told.score]).toEqual([['goal 11', 'var-decision 18'], { home: 0, away: 1 }]);
});

describe('a feed that flickers', () => {
  const fault = begin('flickers', snapshot(20));

  it('a feed that flickers lacks the goal in list and score, in the list, in the score, at every other look for two minutes', () => {
    const looks = [0, 1, 2, 3, 4, 5].map((look) => {
      const { events, score } = withFaults(snapshot(21), [fault], look);
      return `${events.length} ${score?.home}-${score?.away}`;
    });
    expect(looks).toEqual(['1 0-1', '2 1-1', '1 1-1', '2 1-1', '2 0-1', '2 1-1']);
    expect(withFaults(snapshot(22), [fault], 0)).toEqual(snapshot(22));
  });

  it('a feed that flickers is steady for whoever only watches, and takes nothing twice', () => {
    expect(withFaults(snapshot(21), [fault])).toEqual(snapshot(21));
    const taken = begin('var-takes-goal', snapshot(20));
    expect(withFaults(snapshot(21), [fault, taken], 0).score).toEqual({ home: 0, away: 1 });
  });
});
