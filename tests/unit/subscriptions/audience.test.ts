import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audienceOf, targetsOf } from '../../../src/subscriptions/audience.ts';
import type { Subscription } from '../../../src/subscriptions/subscription.ts';
import { MATCH } from '../match/build.ts';

const subscription = (channelId: string, createdAt = 0, locale: Subscription['locale'] = 'en'): Subscription => ({
  id: `${channelId}/${createdAt}`,
  channelId,
  target: { kind: 'club', id: 'milan' },
  locale,
  createdAt,
});

describe('the audience of a match', () => {
  it('is whoever follows either club, the competition or the match itself', () => {
    expect(targetsOf(MATCH).map(({ kind, id }) => `${kind}:${id}`)).toEqual([
      'club:milan',
      'club:inter',
      'competition:serie-a',
      'match:milan-inter',
    ]);
  });

  it('has a channel that follows both clubs once, in the language it asked for last', () => {
    const newer = subscription('a', 2, 'it');
    const older = subscription('a', 1, 'en');
    for (const order of [
      [newer, older],
      [older, newer],
    ])
      expect(audienceOf(order)).toEqual([{ channelId: 'a', locale: 'it' }]);
  });

  it('has every channel exactly once, however many wishes it has', () => {
    const wishes = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(5)));
    fc.assert(
      fc.property(wishes, (list) => {
        const channels = audienceOf(list.map(([channel, at]) => subscription(channel, at))).map(
          ({ channelId }) => channelId,
        );
        expect(channels.toSorted()).toEqual([...new Set(list.map(([channel]) => channel))].toSorted());
      }),
    );
  });
});
