import fc from 'fast-check';
import { expect, it } from 'vitest';
import { audienceOf, newestOf, targetsOf } from '../../../src/subscriptions/audience.ts';
import { MATCH } from '../../support/match/build.ts';
import { HEARING, subscription } from '../../support/match/hearing.ts';

it('the audience of a match is whoever follows either club, the competition or the match itself', () => {
  expect(targetsOf(MATCH).map(({ kind, id }) => `${kind}:${id}`)).toEqual([
    'club:milan',
    'club:inter',
    'competition:serie-a',
    'match:milan-inter',
  ]);
});

it('the audience of a match has a channel that follows both clubs once, and it hears the way it asked for last', () => {
  const last = { locale: 'it', hears: ['goals'], delayMs: 30_000, spoilers: 'hide', thread: true } as const;
  const newer = subscription('a', 2, { ...last, guildId: 'g' });
  const older = subscription('a', 1, { guildId: 'g', pingRole: '7' });
  for (const order of [
    [newer, older],
    [older, newer],
  ])
    expect(audienceOf(order)).toEqual([{ channelId: 'a', guildId: 'g', ...last }]);
});

it('the audience of a match takes the later in the list where two were made in one moment', () => {
  const [first, second] = [subscription('a', 1), subscription('a', 1, { delayMs: 5 })];
  expect(audienceOf([first, second])).toEqual([{ channelId: 'a', ...HEARING, delayMs: 5 }]);
  expect(newestOf([first, second])).toBe(second);
  expect(newestOf([])).toBeUndefined();
});

it('the audience of a match has every channel exactly once, however many wishes it has, and those that wait least first', () => {
  const wishes = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(5), fc.nat(600)));
  fc.assert(
    fc.property(wishes, (list) => {
      const members = audienceOf(list.map(([channel, at, delayMs]) => subscription(channel, at, { delayMs })));
      const delays = members.map(({ delayMs }) => delayMs);
      expect(delays).toEqual(delays.toSorted((a, b) => a - b));
      const channels = members.map(({ channelId }) => channelId);
      expect(channels.toSorted()).toEqual([...new Set(list.map(([channel]) => channel))].toSorted());
    }),
  );
});
