import { createHash } from 'node:crypto';
import type { Instant } from '../match/instant.ts';
import type { DeckStore } from './deck.ts';
import { toldAs } from './engine/fact-id.ts';
import type { Fact } from './fact.ts';

export interface Deal {
  readonly round: number;
  readonly fact: Fact;
}

type Dealt = Awaited<ReturnType<DeckStore['dealt']>>;

/**
 * The fact that a channel gets next: none comes twice before all have come, then a new round deals them in a new order.
 * Undefined only when there are no facts. Every round has an order of its own, the same after a restart, in which a fact
 * keeps its place whatever is added or withdrawn around it. A computed fact stays the same from day to day. What was
 * told `elsewhere` a moment ago is put off.
 */
export function nextDeal(
  library: readonly Fact[],
  dealt: Dealt,
  channelId: string,
  elsewhere: ReadonlySet<string> = NOTHING,
): Deal | undefined {
  const first = (facts: readonly Fact[], round: number) => firstOf(unless(elsewhere, facts), channelId, round);
  const left = library.filter((fact) => !dealt.factIds.includes(toldAs(fact.id)));
  if (left.length > 0) return first(left, dealt.round);
  // The last of a round must not be the first of the next, unless there is no other.
  const last = dealt.factIds.at(-1);
  const others = library.filter((fact) => toldAs(fact.id) !== last);
  return first(others.length > 0 ? others : library, dealt.round + 1);
}

const NOTHING: ReadonlySet<string> = new Set();

function unless(elsewhere: ReadonlySet<string>, facts: readonly Fact[]): readonly Fact[] {
  const others = facts.filter(({ id }) => !elsewhere.has(toldAs(id)));
  return others.length > 0 ? others : facts;
}

/** Deals a channel its next fact and remembers it. Undefined only when there are no facts. */
export async function dealFact(
  deck: DeckStore,
  library: readonly Fact[],
  channelId: string,
  now: Instant,
  elsewhere: ReadonlySet<string> = NOTHING,
): Promise<Deal | undefined> {
  for (;;) {
    const deal = nextDeal(library, await deck.dealt(channelId), channelId, elsewhere);
    // When somebody else dealt the same at the same moment, the next one is ours.
    if (!deal || (await deck.deal(channelId, deal.round, toldAs(deal.fact.id), now))) return deal;
  }
}

function firstOf(facts: readonly Fact[], channelId: string, round: number): Deal | undefined {
  const placed = facts.map((fact) => ({ fact, place: placeIn(`${channelId}/${round}/${toldAs(fact.id)}`) }));
  const [next] = placed.sort((a, b) => (a.place < b.place ? -1 : 1));
  return next && { round, fact: next.fact };
}

function placeIn(order: string): string {
  return createHash('sha256').update(order).digest('hex');
}
