import type { Player } from '../../match/event.ts';
import type { PersonShape } from './shapes.ts';

/** As the provider calls him; absent where it has not said yet. */
export function readPlayer(person: PersonShape): Player | undefined {
  return person?.name ? { name: person.name } : undefined;
}

/** What tells him apart in one match: the provider's id, or his name where it has none. */
export function playerKey(person: PersonShape): string | undefined {
  if (person?.id) return `#${person.id}`;
  return person?.name;
}
