import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dealFact, nextDeal } from '../../../src/facts/deal-fact.ts';
import type { DeckStore } from '../../../src/facts/deck.ts';
import type { Fact } from '../../../src/facts/fact.ts';
import { fact } from '../../support/facts/a-fact.ts';
import { computedOn } from '../../support/facts/findings.ts';

/** A deck that remembers in an array what was dealt. */
function fakeDeck(): DeckStore {
  const deals: { channelId: string; round: number; factId: string }[] = [];
  return {
    async dealt(channelId) {
      const own = deals.filter((deal) => deal.channelId === channelId);
      const round = Math.max(1, ...own.map((deal) => deal.round));
      return { round, factIds: own.filter((deal) => deal.round === round).map((deal) => deal.factId) };
    },
    async deal(channelId, round, factId) {
      const known = deals.some((d) => d.channelId === channelId && d.round === round && d.factId === factId);
      if (!known) deals.push({ channelId, round, factId });
      return !known;
    },
    dealtInServer: async () => new Set(),
  };
}

async function deal(deck: DeckStore, library: readonly Fact[], times: number, channelId = '1'): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < times; n += 1) ids.push((await dealFact(deck, library, channelId, n))?.fact.id ?? 'none');
  return ids;
}

it('the deck deals nothing when there are no facts', async () => {
  expect(await dealFact(fakeDeck(), [], '1', 0)).toBeUndefined();
});

it('the deck deals an only fact again and again', async () => {
  expect(await deal(fakeDeck(), facts('a'), 3)).toEqual(['a', 'a', 'a']);
});

it('the deck deals every fact once a round, each round in an order of its own', async () => {
  const library = facts(...'abcdefghij');
  const ids = await deal(fakeDeck(), library, 30);
  const rounds = [ids.slice(0, 10), ids.slice(10, 20), ids.slice(20)];
  for (const round of rounds) expect(new Set(round).size).toBe(10);
  expect(new Set(rounds.map(String)).size).toBe(3);
  expect(await deal(fakeDeck(), library, 10, '2')).not.toEqual(rounds[0]);
  expect(await deal(fakeDeck(), library.toReversed(), 30)).toEqual(ids);
});

it('the deck deals another fact to each of two who ask at once', async () => {
  const deck = fakeDeck();
  const both = await Promise.all([1, 2].map((now) => dealFact(deck, facts('a', 'b', 'c'), '1', now)));
  expect(new Set(both.map((dealt) => dealt?.fact.id)).size).toBe(2);
});

it('the deck puts off what another channel was told a moment ago, and loses nothing by it', async () => {
  const deck = fakeDeck();
  const [next] = await deal(fakeDeck(), facts('a', 'b', 'c'), 1);
  const first = await dealFact(deck, facts('a', 'b', 'c'), '1', 0, new Set([next ?? '']));
  expect(first?.fact.id).not.toBe(next);
  expect(new Set([first?.fact.id, ...(await deal(deck, facts('a', 'b', 'c'), 2))]).size).toBe(3);
  expect((await dealFact(deck, facts('a'), '1', 0, new Set(['a'])))?.fact.id).toBe('a');
});

it('the deck takes a computed fact for the same from day to day', async () => {
  const deck = fakeDeck();
  expect(await deal(deck, [computedOn('2021-11-07')], 1)).toEqual(['serie-a/milan/champion/2010-11@2021-11-07']);
  expect((await deck.dealt('1')).factIds).toEqual(['serie-a/milan/champion/2010-11']);
  const next = [computedOn('2021-11-08'), computedOn('2021-11-08', 'doubles')];
  expect(await deal(deck, next, 1)).toEqual(['serie-a/milan/doubles@2021-11-08']);
});

it('the deck never deals a fact twice in a round nor twice running, whatever is added or withdrawn meanwhile', () => {
  const shelf = facts(...'abcdefgh');
  const libraries = fc.array(fc.subarray(shelf, { minLength: 2 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(libraries, fc.string(), (steps, channelId) => {
      let dealt = { round: 1, factIds: [] as string[] };
      for (const library of steps) {
        const next = nextDeal(library, dealt, channelId)!;
        expect(library).toContain(next.fact);
        expect(next.fact.id).not.toBe(dealt.factIds.at(-1));
        if (next.round === dealt.round) expect(dealt.factIds).not.toContain(next.fact.id);
        else {
          expect(next.round).toBe(dealt.round + 1);
          expect(library.every((fact) => dealt.factIds.includes(fact.id))).toBe(true);
        }
        const before = next.round === dealt.round ? dealt.factIds : [];
        dealt = { round: next.round, factIds: [...before, next.fact.id] };
      }
    }),
  );
});

function facts(...ids: readonly string[]): Fact[] {
  return ids.map(fact);
}
