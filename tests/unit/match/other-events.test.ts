import { describe, expect, it } from 'vitest';
import type { Card, MatchEvent } from '../../../src/match/event.ts';
import type { Lineup } from '../../../src/match/snapshot.ts';
import { type MatchState, standing } from '../../../src/match/state.ts';
import { look } from '../../support/match/build.ts';
import { follow, kinds, times } from './follow.ts';

const start = look('second-half');
const card = (player: string, colour: Card['colour'] = 'yellow', base = 60): MatchEvent => ({
  kind: 'card',
  colour,
  minute: { base },
  side: 'home',
  player: { name: player },
});
const change = (base: number, side: 'home' | 'away', on: string): MatchEvent => ({
  kind: 'substitution',
  minute: { base },
  side,
  on: { name: on },
});

it('a card is told at first sight and once, however often it is listed and whatever its minute becomes', () => {
  const { news } = follow(
    start,
    look('second-half', [card('Corvato')]),
    look('second-half', [card('Corvato'), card('Corvato')]),
    look('second-half', [card('Corvato', 'yellow', 62)]),
  );
  expect(kinds(news)).toEqual(['card']);
});

it('a card stays for a minute and a half after it is listed no more, then goes without a word, and comes back so', () => {
  const booked = look('second-half', [card('Corvato')]);
  expect(standing(follow(start, booked, ...times(6, start)).state)).toHaveLength(1);
  const gone = follow(start, booked, ...times(7, start));
  expect(standing(gone.state)).toEqual([]);
  const back = follow(start, booked, ...times(7, start), booked);
  expect([kinds(back.news), standing(back.state)]).toEqual([['card'], [card('Corvato')]]);
});

it('a card is never missing where the feed tells no cards', () => {
  const without = look('second-half', [], { lists: ['goal'] });
  expect(standing(follow(start, look('second-half', [card('Corvato')]), ...times(20, without)).state)).toHaveLength(1);
});

it('a card that becomes a red one is one card, told again to those who hear of red ones', () => {
  const red = look('second-half', [card('Corvato', 'red')]);
  const { news, state } = follow(start, look('second-half', [card('Corvato')]), ...times(9, red));
  expect(news).toMatchObject([{ id: 'milan-inter/card/card-1' }, { replaces: 'milan-inter/card/card-1' }]);
  expect(state.events).toMatchObject([{ id: 'card-1', stands: true, event: { colour: 'red' } }]);
});

describe('a card that is the second yellow', () => {
  const first = card('Corvato', 'yellow', 30);
  const booked = look('second-half', [first]);
  const twice = look('second-half', [first, card('Corvato', 'yellow', 70)]);
  const off = look('second-half', [first, card('Corvato', 'second-yellow', 71)]);
  const colours = (state: MatchState) => state.events.map(({ event, stands }) => stands && (event as Card).colour);

  it('a card that is the second yellow becomes the sending-off when its red comes a look later, and is told as that once', () => {
    const { news, state } = follow(start, booked, twice, ...times(9, off));
    expect(news.map((item) => item.kind === 'card' && [item.event.colour, item.eventId])).toEqual([
      ['yellow', 'card-1'],
      ['yellow', 'card-2'],
      ['second-yellow', 'card-2'],
    ]);
    expect(news[2]).toMatchObject({ replaces: news[1]?.id });
    expect(colours(state)).toEqual(['yellow', 'second-yellow']);
  });

  it('a card that is the second yellow is a sending-off of its own when both are seen at once, however soon after the first', () => {
    expect(colours(follow(start, booked, off).state)).toEqual(['yellow', 'second-yellow']);
    const soon = look('second-half', [first, card('Corvato', 'second-yellow', 31)]);
    const { news, state } = follow(start, booked, ...times(9, soon));
    expect([kinds(news), colours(state)]).toEqual([
      ['card', 'card'],
      ['yellow', 'second-yellow'],
    ]);
  });

  it('a card that is the second yellow stays the sending-off on an old page, and is told no second time after it', () => {
    const { news, state } = follow(start, booked, twice, off, ...times(5, twice), off);
    expect([kinds(news), colours(state)]).toEqual([
      ['card', 'card', 'card'],
      ['yellow', 'second-yellow'],
    ]);
  });

  it('a card that is the second yellow is a yellow again when the red is listed no more for a minute and a half', () => {
    const { news, state } = follow(start, booked, twice, off, ...times(8, twice));
    expect([kinds(news), colours(state)]).toEqual([
      ['card', 'card', 'card'],
      ['yellow', 'yellow'],
    ]);
  });
});

it('a card of another man is another card', () => {
  const { news } = follow(start, look('second-half', [card('Corvato')]), look('second-half', [card('Falchi')]));
  expect(kinds(news)).toEqual(['card', 'card']);
});

it('substitutions of one minute are told together, whichever side makes them', () => {
  const { news } = follow(
    start,
    look('second-half', [change(84, 'home', 'A'), change(84, 'away', 'B'), change(76, 'away', 'C')]),
  );
  expect(news.map((item) => item.kind === 'substitutions' && item.substitutions.length)).toEqual([1, 2]);
});

describe('a substitution', () => {
  const swap = (base: number, on: string | undefined, off: string | undefined): MatchEvent => ({
    kind: 'substitution',
    minute: { base },
    side: 'home',
    ...(on && { on: { name: on } }),
    ...(off && { off: { name: off } }),
  });
  const played = (...looks: readonly (readonly MatchEvent[])[]) => {
    const { news, state } = follow(start, ...looks.map((events) => look('second-half', events)));
    return { told: kinds(news), stands: standing(state) };
  };

  it('a substitution is one, whichever of its two players a feed says comes on', () => {
    expect(played([swap(60, 'A', 'B')], ...times(8, [swap(60, 'B', 'A')]))).toEqual({
      told: ['substitutions'],
      stands: [swap(60, 'B', 'A')],
    });
  });

  it('a substitution is one while only one of them is known, and when the other comes', () => {
    const turned = played([swap(60, 'A', undefined)], ...times(8, [swap(61, 'B', 'A')]));
    expect(turned).toEqual({ told: ['substitutions'], stands: [swap(61, 'B', 'A')] });
  });

  it('a substitution is one where the feed corrects either of them', () => {
    for (const corrected of [swap(60, 'A', 'C'), swap(60, 'C', 'B')]) {
      expect(played([swap(60, 'A', 'B')], ...times(8, [corrected]))).toEqual({
        told: ['substitutions'],
        stands: [corrected],
      });
    }
  });

  it('a substitution is another where a player who came on goes off again', () => {
    const both = [swap(60, 'A', 'B'), swap(66, 'C', 'A')];
    expect(played([swap(60, 'A', 'B')], both)).toEqual({ told: ['substitutions', 'substitutions'], stands: both });
  });

  it('a substitution is told of several at once in the same way, all turned round', () => {
    const all = [swap(60, 'A', 'B'), swap(60, 'C', 'D'), swap(75, 'E', 'A')];
    const turned = [swap(60, 'B', 'A'), swap(60, 'D', 'C'), swap(75, 'A', 'E')];
    expect(played(all, ...times(8, turned))).toEqual({ told: ['substitutions', 'substitutions'], stands: turned });
  });
});

it('a VAR decision is known and not told', () => {
  const decision: MatchEvent = {
    kind: 'var-decision',
    decision: 'penalty-confirmed',
    minute: { base: 70 },
    side: 'home',
  };
  const { news, state } = follow(start, look('second-half', [decision]));
  expect([news, standing(state)]).toEqual([[], [decision]]);
});

it('kicks of a shoot-out by one man are two only when everybody has had his', () => {
  const kick = (player: string): MatchEvent => ({
    kind: 'shoot-out-kick',
    side: 'home',
    scored: true,
    player: { name: player },
  });
  const eleven = Array.from({ length: 11 }, (_, index) => kick(`Player ${String.fromCharCode(97 + index)}x`));
  const again = (events: readonly MatchEvent[]) =>
    kinds(follow(look('shoot-out'), look('shoot-out', events)).news).length;
  expect([again([kick('A'), kick('A')]), again([...eleven, kick('Player ax')])]).toEqual([1, 12]);
});

describe('kicks of a shoot-out that have numbers', () => {
  const kick = (number: number, player?: string, scored = true): MatchEvent => ({
    kind: 'shoot-out-kick',
    number,
    side: number % 2 ? 'home' : 'away',
    scored,
    ...(player && { player: { name: player } }),
  });
  const told = (...looks: readonly (readonly MatchEvent[])[]) =>
    follow(look('shoot-out'), ...looks.map((events) => look('shoot-out', events)));

  it('kicks of a shoot-out that have numbers are told in their order, whatever order they are listed in', () => {
    const { news } = told([kick(3, 'C'), kick(1, 'A'), kick(2, 'B')]);
    expect(news.map((item) => item.kind === 'shoot-out-kick' && item.event.number)).toEqual([1, 2, 3]);
  });

  it('kicks of a shoot-out without a name are told apart by their numbers', () => {
    const first = [kick(1), kick(3, undefined, false)];
    const { news, state } = told(first, [kick(5), kick(3, undefined, false), kick(1)]);
    expect([kinds(news).length, standing(state)]).toEqual([3, [...first, kick(5)]]);
  });
});

describe('line-ups', () => {
  const lineup: Lineup = { starters: [{ name: 'Arduini' }], bench: [] };
  const none: Lineup = { starters: [], bench: [] };
  const lineups = { home: lineup, away: lineup };

  it('line-ups are told when they come, before the first half is over', () => {
    const named = look('scheduled', [], { lineups });
    expect(kinds(follow(look('scheduled'), named, look('scheduled'), named).news)).toEqual(['line-ups']);
    expect(kinds(follow(look('scheduled'), look('first-half', [], { lineups })).news)).toEqual([
      'line-ups',
      'kick-off',
    ]);
    expect(kinds(follow(look('half-time'), look('half-time', [], { lineups })).news)).toEqual([]);
  });

  it('line-ups are not told while they are empty, nor forgotten when a feed empties them', () => {
    const empty = look('scheduled', [], { lineups: { home: none, away: none } });
    expect(kinds(follow(look('scheduled'), empty, look('scheduled', [], { lineups }), empty).news)).toEqual([
      'line-ups',
    ]);
    const { state } = follow(look('scheduled', [], { lineups }), empty);
    expect(state.snapshot.lineups).toEqual(lineups);
  });
});
