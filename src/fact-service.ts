import type { FactService } from '../commands/services.ts';
import { dealFact } from './facts/deal-fact.ts';
import { addressOfId } from './facts/engine/fact-id.ts';
import { type Fact, isComputed } from './facts/fact.ts';
import type { FactLibrary } from './facts/fact-library.ts';
import type { Names } from './facts/names.ts';
import { endScore } from './match/state.ts';
import type { MatchesNow } from './matches-now.ts';
import type { Store } from './store/store.ts';

/** Answers what is asked of the facts: none of them tells more of a match than has been seen of it. */
export function factService(
  store: Pick<Store, 'transaction'>,
  library: FactLibrary,
  { shortClub }: Pick<Names, 'shortClub'>,
  { all, state, current }: MatchesNow,
): FactService {
  async function deck(serverId: string | undefined): Promise<readonly Fact[]> {
    const match = await current(serverId);
    return library.deck(match, match && endScore(await state(match.id)));
  }

  return {
    subjects: library.subjects,
    about: library.about,
    knows: library.knows,
    deck,
    async next(deckOf, serverId, at) {
      const facts = await deck(serverId);
      return store.transaction(async ({ deck }) => (await dealFact(deck, facts, deckOf, at))?.fact);
    },
    async ofMatch(matchId) {
      const known = await state(matchId);
      const match = known?.snapshot.match ?? (await all()).find(({ id }) => id === matchId);
      return match && { match, facts: library.ofMatch(match, endScore(known)) };
    },
    working(factId) {
      const fact = library.byId(factId);
      if (!fact) return addressOfId(factId) ? 'withdrawn' : 'none';
      if (!isComputed(fact) && fact.computation === undefined) return 'none';
      const computation = library.computationOf(fact);
      return computation ? { fact, computation, shortNameOf: shortClub } : 'withdrawn';
    },
  };
}
