import type { Substitution } from './event.ts';
import { comparePlayers } from './same-player.ts';

/**
 * Whether two reports name one substitution. Feeds disagree on which of its two players comes on, and change their minds:
 * so both names count, whichever way round. A player comes on once and goes off once; one who came on may go off again.
 */
export function compareSubstitutions(a: Substitution, b: Substitution): 'same' | 'different' | 'unknown' {
  const on = comparePlayers(a.on, b.on);
  if (on === 'same' || isTurned(a, b)) return 'same';
  return comparePlayers(a.off, b.off) === 'same' ? 'unknown' : on;
}

/** What is known of a substitution once more was said of it; a report that turns it round turns what was known too. */
export function mergeSubstitution(known: Substitution, reported: Substitution): Substitution {
  if (comparePlayers(known.on, reported.on) === 'same' || !isTurned(known, reported)) return { ...known, ...reported };
  const { on: off, off: on, ...rest } = known;
  return { ...rest, ...(on && { on }), ...(off && { off }), ...reported };
}

/** Whether who comes on in one goes off in the other, and nothing speaks against it. */
function isTurned(a: Substitution, b: Substitution): boolean {
  const crosswise = [comparePlayers(a.on, b.off), comparePlayers(a.off, b.on)];
  return crosswise.includes('same') && !crosswise.includes('different');
}
