import type { Player } from './event.ts';
import { foldName } from './name-search.ts';

/** Whether two reports name one man. Feeds shorten as they like: `H. Çalhanoğlu`, `Calhanoglu`, `Hakan Çalhanoğlu`. */
export function comparePlayers(a: Player | undefined, b: Player | undefined): 'same' | 'different' | 'unknown' {
  if (!a || !b) return 'unknown';
  const same = namesOf(a).some((one) => namesOf(b).some((other) => isSameName(one, other)));
  return same ? 'same' : 'different';
}

function namesOf({ name, fullName }: Player): readonly (readonly string[])[] {
  return [name, fullName ?? name].map((text) => foldName(text).split(' '));
}

/** One is the end of the other (`de Vrij`, `Stefan de Vrij`), or they differ in a first name that is an initial. */
function isSameName(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < long.length)
    return short.every((word, index) => word === long[long.length - short.length + index]);
  const [firstOfA = '', ...restOfA] = a;
  const [firstOfB = '', ...restOfB] = b;
  if (firstOfA !== firstOfB && restOfA.length === 0) return false;
  const isInitial = firstOfA.length === 1 || firstOfB.length === 1;
  const firstFits = firstOfA === firstOfB || (isInitial && firstOfA.charAt(0) === firstOfB.charAt(0));
  return firstFits && restOfA.every((word, index) => word === restOfB[index]);
}
