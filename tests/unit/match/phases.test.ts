import { describe, expect, it } from 'vitest';
import type { MatchEvent } from '../../../src/match/event.ts';
import { type Instant, MINUTE, SECOND } from '../../../src/match/instant.ts';
import type { Match } from '../../../src/match/match.ts';
import { isSettled, type MatchState } from '../../../src/match/state.ts';
import { goal, look, MATCH } from '../../support/match/build.ts';
import { follow, followLooks, kinds, scores, times } from './follow.ts';

/** A score that is not level, so that a result need not wait. */
const won = (phase: Parameters<typeof look>[0]) => look(phase, [goal(11, 'away', 'Arduini')]);
const at = (instant: Instant, of: ReturnType<typeof look>) => ({ ...of, at: MATCH.kickOff + instant });

it('phases are told in the order of play, each once', () => {
  const { news } = follow(
    look('scheduled'),
    look('first-half'),
    look('first-half'),
    look('half-time'),
    look('second-half'),
    ...times(20, look('full-time')),
  );
  expect(kinds(news)).toEqual(['kick-off', 'half-time', 'second-half', 'full-time', 'result']);
});

it('phases are told even when a look skipped them, with the events in between in their place', () => {
  const events: MatchEvent[] = [goal(30, 'home', 'A'), goal(60, 'away', 'B')];
  const { news } = follow(look('scheduled'), look('second-half', events));
  expect(scores(news)).toEqual(['kick-off 0-0', 'goal 1-0', 'half-time 1-0', 'second-half 1-0', 'goal 1-1']);
});

it('phases say at half-time what fell in the first half, whatever the feed gives as its score', () => {
  const early = look('half-time', [goal(45, 'home', 'A', { minute: { base: 45, added: 2 } })]);
  const { news } = follow(look('first-half'), { ...early, halfTime: { home: 0, away: 0 } });
  expect(scores(news)).toEqual(['goal 1-0', 'half-time 1-0']);
});

it.each([1, 6])('phases are not told again when a feed steps back for %s looks', (looks) => {
  const { news, state } = follow(
    look('scheduled'),
    look('second-half', [], { minute: { base: 50 } }),
    ...times(looks, look('first-half', [], { minute: { base: 20 } })),
  );
  expect(kinds(news)).toEqual(['kick-off', 'half-time', 'second-half']);
  expect(state.snapshot).toMatchObject({ phase: 'second-half', minute: { base: 50 } });
  expect(kinds(follow(look('first-half'), look('scheduled'), look('first-half')).news)).toEqual([]);
});

it('phases are taken back without a word when a feed insists, and are not told twice', () => {
  const back = times(7, look('first-half'));
  const { state } = follow(look('first-half'), look('half-time'), ...back);
  expect(state.snapshot.phase).toBe('first-half');
  expect(kinds(follow(look('first-half'), look('half-time'), ...back, look('half-time')).news)).toEqual(['half-time']);
});

it.each(['postponed', 'cancelled', 'abandoned', 'awarded'] as const)(
  'phases tell a match that is %s as that, and never as full-time',
  (phase) => {
    const { news } = follow(look('scheduled'), ...times(20, look(phase)));
    expect(kinds(news)).toEqual([phase]);
  },
);

it('phases tell a suspended match as suspended, and as resumed when it goes on, each time', () => {
  const { news } = follow(look('first-half'), look('suspended'), won('first-half'), look('suspended'));
  expect(kinds(news)).toEqual(['suspended', 'resumed', 'goal', 'suspended']);
  expect(new Set(news.map(({ id }) => id)).size).toBe(4);
});

it('phases tell an awarded match with the score that was awarded', () => {
  const { news, state } = follow(won('second-half'), look('awarded', [], { score: { home: 3, away: 0 } }));
  expect(scores(news)).toEqual(['awarded 3-0']);
  expect(state.score).toEqual({ home: 0, away: 1 });
});

it('a whistle is believed at the second look, so that a blink of the feed ends no match', () => {
  const { news, state } = follow(won('second-half'), won('full-time'), won('second-half'), won('second-half'));
  expect([news, state.fullTimeLooks, state.falseWhistles]).toEqual([[], 0, 0]);
  expect(state.overSince).toBeUndefined();
});

it('a whistle makes a result at the third, or three minutes later when the score is level and extra time may follow', () => {
  expect(kinds(follow(won('second-half'), ...times(3, won('full-time'))).news)).toEqual(['full-time', 'result']);
  const { round: _, ...cupTie } = MATCH;
  const level = (looks: number, match: Match = cupTie) =>
    kinds(follow(look('second-half', [], { match }), ...times(looks, look('full-time', [], { match }))).news);
  expect([level(12), level(13)]).toEqual([['full-time'], ['full-time', 'result']]);
  expect([level(2, MATCH), level(3, MATCH)]).toEqual([['full-time'], ['full-time', 'result']]);
});

it('a whistle of a recording that stands at its end needs no three minutes', () => {
  const end = at(100 * MINUTE, look('full-time'));
  expect(kinds(followLooks([at(0, look('second-half')), end, end, end]).news)).toEqual(['full-time', 'result']);
});

it('a whistle that an old page of the feed takes back is not told twice', () => {
  const { news, state } = follow(
    won('second-half'),
    ...times(3, won('full-time')),
    ...times(4, won('second-half')),
    ...times(3, won('full-time')),
  );
  expect([kinds(news), state.falseWhistles]).toEqual([['full-time', 'result'], 0]);
});

it('a whistle that was none is told again when the real one comes, and says how many there were', () => {
  const { news, state } = follow(
    won('second-half'),
    ...times(2, won('full-time')),
    ...times(8, won('second-half')),
    ...times(3, won('full-time')),
  );
  expect(news.map(({ id }) => id)).toEqual([
    'milan-inter/full-time',
    'milan-inter/full-time/2',
    'milan-inter/result/2',
  ]);
  expect(news.map((item) => 'falseWhistles' in item && item.falseWhistles)).toEqual([0, 1, 1]);
  expect(state.falseWhistles).toBe(1);
});

it('a whistle may turn to extra time and a shoot-out, whose kicks are not goals', () => {
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
    ...times(3, over),
  );
  expect(kinds(news)).toEqual([
    'full-time',
    'extra-time',
    'extra-time-half-time',
    'extra-time-second-half',
    'shoot-out',
    'shoot-out-kick',
    'result',
  ]);
  expect([state.score, state.falseWhistles]).toEqual([{ home: 0, away: 0 }, 1]);
  expect(new Set(news.map(({ id }) => id)).size).toBe(7);
});

describe('a match that is over', () => {
  const over = [at(0, won('second-half')), ...[1, 2, 3].map((look) => at(look * 15 * SECOND, won('full-time')))];

  it('a match that is over is watched for another hour by the feed’s time', () => {
    const { state } = followLooks(over);
    expect([state.overSince, isSettled(state)]).toEqual([MATCH.kickOff + 15 * SECOND, false]);
    const hourLater = followLooks([at(61 * MINUTE, won('full-time'))], state).state;
    expect([hourLater.overSince, isSettled(hourLater)]).toEqual([state.overSince, true]);
  });

  it('a match that is over is corrected when a goal is taken away after all', () => {
    const gone = [2, 4, 6].map((minutes) => at(minutes * MINUTE, look('full-time')));
    expect(scores(followLooks(gone, followLooks(over).state).news)).toEqual(['goal-disallowed 0-0']);
  });
});

it('a feed that was silent is back at the next look, by our clock', () => {
  const { state } = follow(look('first-half'));
  const silent: MatchState = { ...state, silentSince: state.seenAt };
  const back = followLooks([at(10 * MINUTE, look('first-half'))], silent).state;
  expect([back.silentSince, back.backAt]).toEqual([undefined, MATCH.kickOff + 10 * MINUTE]);
  expect(followLooks([at(11 * MINUTE, look('first-half'))], back).state.backAt).toBe(back.backAt);
});

it('a state stored by an earlier version is read without what it lacks', () => {
  const { state } = follow(won('second-half'), ...times(2, won('full-time')));
  const { falseWhistles: _, reached: __, overSince: ___, ...old } = state;
  const found = followLooks([at(2 * MINUTE, won('full-time'))], old as MatchState);
  expect([kinds(found.news), found.state.falseWhistles]).toEqual([['result'], 0]);
  const on = followLooks([at(2 * MINUTE, won('extra-time-first-half'))], old as MatchState);
  expect([kinds(on.news), on.state.falseWhistles]).toEqual([['extra-time'], 1]);
});
