import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect } from '../../../src/match/detect.ts';
import type { MatchEvent } from '../../../src/match/event.ts';
import type { News } from '../../../src/match/news.ts';
import type { Snapshot } from '../../../src/match/snapshot.ts';
import type { MatchState } from '../../../src/match/state.ts';
import { goal, look } from './build.ts';

/** Follows a match look by look, from a cold start at the first one. */
function follow(...looks: readonly Snapshot[]): { news: readonly News[]; state: MatchState } {
  let state: MatchState | undefined;
  const news: News[] = [];
  looks.forEach((snapshot, index) => {
    const found = detect(state, { ...snapshot, at: index }, index);
    state = found.state;
    news.push(...found.news);
  });
  if (!state) throw new Error('no looks');
  return { news, state };
}

const kinds = (news: readonly News[]) => news.map((item) => item.kind);
const scores = (news: readonly News[]) => news.map(({ kind, score }) => `${kind} ${score.home}-${score.away}`);

describe('a cold start', () => {
  it('is silent about a match that is under way', () => {
    expect(follow(look('second-half', [goal(11, 'away'), goal(17, 'home')])).news).toEqual([]);
  });

  it('is silent about a match that is over, for ever', () => {
    const over = look('full-time', [goal(11, 'away')]);
    expect(follow(over, over, over, over).news).toEqual([]);
  });

  it('tells what happens from then on', () => {
    const first = goal(11, 'away', 'Çalhanoğlu');
    const { news } = follow(look('first-half', [first]), look('first-half', [first, goal(17, 'home')]));
    expect(scores(news)).toEqual(['goal 1-1']);
  });
});

describe('phases', () => {
  it('are told in the order of play, each once', () => {
    const { news } = follow(
      look('scheduled'),
      look('first-half'),
      look('first-half'),
      look('half-time'),
      look('second-half'),
      ...Array.from({ length: 5 }, () => look('full-time')),
    );
    expect(kinds(news)).toEqual(['kick-off', 'half-time', 'second-half', 'full-time', 'result']);
  });

  it('are told even when a look skipped them, with the events in between in their place', () => {
    const events: MatchEvent[] = [goal(30, 'home', 'A'), goal(60, 'away', 'B')];
    const { news } = follow(look('scheduled'), look('second-half', events, { halfTime: { home: 1, away: 0 } }));
    expect(scores(news)).toEqual(['kick-off 0-0', 'goal 1-0', 'half-time 1-0', 'second-half 1-0', 'goal 1-1']);
  });

  it('are not told again when a feed steps back and forward', () => {
    const { news } = follow(look('first-half'), look('half-time'), look('first-half'), look('half-time'));
    expect(new Set(news.map((item) => item.id)).size).toBe(1);
  });

  it('believe a whistle at the second look, so that a blink of the feed ends no match', () => {
    const { news } = follow(look('second-half'), look('full-time'), look('second-half'), look('second-half'));
    expect(news).toEqual([]);
  });

  it('go on to extra time and a shoot-out, whose kicks are not goals', () => {
    const kick: MatchEvent = { kind: 'shoot-out-kick', side: 'home', scored: true, player: { name: 'A' } };
    const over = look('full-time', [kick], { shootOut: { home: 1, away: 0 } });
    const { news, state } = follow(
      look('second-half'),
      look('full-time'),
      look('full-time'),
      look('extra-time-first-half'),
      look('extra-time-half-time'),
      look('extra-time-second-half'),
      look('shoot-out'),
      look('shoot-out', [kick]),
      over,
      over,
      over,
    );
    expect(kinds(news)).toEqual([
      'full-time',
      'extra-time',
      'extra-time-half-time',
      'extra-time-second-half',
      'shoot-out',
      'shoot-out-kick',
      'full-time',
      'result',
    ]);
    expect(state.score).toEqual({ home: 0, away: 0 });
  });

  it.each(['postponed', 'abandoned', 'awarded'] as const)(
    'tell a match that is %s as that, and never as full-time',
    (phase) => {
      const { news } = follow(look('scheduled'), look(phase), look(phase), look(phase));
      expect(kinds(news)).toEqual([phase]);
    },
  );

  it('tell a suspended match as suspended, and as resumed when it goes on', () => {
    const { news } = follow(look('first-half'), look('suspended'), look('first-half'));
    expect(kinds(news)).toEqual(['suspended', 'resumed']);
  });
});

describe('a goal', () => {
  const first = goal(11, 'away', 'Çalhanoğlu', { manner: 'penalty' });

  it('stays the same goal when its minute and its scorer are corrected', () => {
    const { news } = follow(
      look('first-half'),
      look('first-half', [first]),
      look('first-half', [goal(12, 'away', 'Džeko')]),
    );
    expect(kinds(news)).toEqual(['goal', 'goal-corrected']);
    expect(new Set(news.map((item) => ('eventId' in item ? item.eventId : '')))).toEqual(new Set(['goal-1']));
  });

  it('is told once however often the feed repeats or reorders it', () => {
    const second = goal(17, 'home', 'de Vrij', { manner: 'own-goal' });
    const { news } = follow(
      look('first-half'),
      look('first-half', [first]),
      look('first-half', [first, second]),
      look('first-half', [second, first]),
    );
    expect(scores(news)).toEqual(['goal 0-1', 'goal 1-1']);
  });

  it('that flickers out of the list while the score holds is told to nobody', () => {
    const { news } = follow(
      look('first-half'),
      look('first-half', [first]),
      look('first-half', [], { score: { home: 0, away: 1 } }),
      look('first-half', [first]),
    );
    expect(kinds(news)).toEqual(['goal']);
  });

  it('that is taken away with the score is told as disallowed, and a second, real one is announced again', () => {
    const { news, state } = follow(
      look('first-half'),
      look('first-half', [first]),
      look('first-half'),
      look('first-half', [goal(40, 'away', 'Perišić')]),
    );
    expect(scores(news)).toEqual(['goal 0-1', 'goal-disallowed 0-0', 'goal 0-1']);
    expect(new Set(news.map((item) => item.id)).size).toBe(3);
    expect(state.score).toEqual({ home: 0, away: 1 });
  });

  it('found with another in one look is told with its own score', () => {
    const { news } = follow(look('first-half'), look('first-half', [goal(17, 'home', 'A'), goal(11, 'away', 'B')]));
    expect(scores(news)).toEqual(['goal 0-1', 'goal 1-1']);
  });
});

describe('substitutions', () => {
  it('of one minute are told together, whichever side makes them', () => {
    const change = (base: number, side: 'home' | 'away', on: string): MatchEvent => ({
      kind: 'substitution',
      minute: { base },
      side,
      on: { name: on },
    });
    const { news } = follow(
      look('second-half'),
      look('second-half', [change(84, 'home', 'A'), change(84, 'away', 'B'), change(76, 'away', 'C')]),
    );
    expect(news.map((item) => item.kind === 'substitutions' && item.substitutions.length)).toEqual([1, 2]);
  });
});

describe('whatever the order of looks', () => {
  const minute = fc.integer({ min: 1, max: 90 });
  const goals = fc.uniqueArray(
    fc.record({ base: minute, side: fc.constantFrom('home', 'away') as fc.Arbitrary<'home' | 'away'> }),
    {
      selector: ({ base }) => base,
      maxLength: 8,
    },
  );

  it('every goal is told once, and the last score told is the score', () => {
    fc.assert(
      fc.property(goals, fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 12 }), (match, cuts) => {
        const events = match
          .toSorted((a, b) => a.base - b.base)
          .map(({ base, side }, index) => goal(base, side, `Player ${index}`));
        const seen = cuts.toSorted((a, b) => a - b).map((cut) => look('second-half', events.slice(0, cut)));
        const { news, state } = follow(look('second-half'), ...seen, look('second-half', events));
        expect(kinds(news)).toEqual(events.map(() => 'goal'));
        const last = news.at(-1);
        if (last) expect(last.score).toEqual(state.score);
      }),
    );
  });
});
