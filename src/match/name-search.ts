/** Something that can be named: `value` is what is chosen, `label` what is shown, `aliases` what else people call it. */
export interface NameCandidate {
  readonly value: string;
  readonly label: string;
  readonly aliases?: readonly string[];
}

export type NameFind<T> =
  | { readonly ok: true; readonly found: T }
  | { readonly ok: false; readonly reason: 'unknown' | 'ambiguous'; readonly suggestions: readonly T[] };

/**
 * The candidates a query may mean, best first: the name itself, then names and words that begin like it, then those one
 * typo away. Accents, case and punctuation do not count. An empty query means everyone, in the order given.
 */
export function searchNames<T extends NameCandidate>(
  query: string,
  candidates: readonly T[],
  limit = 25,
): readonly T[] {
  if (query.trim() === '') return candidates.slice(0, limit);
  return rankNames(query, candidates)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/**
 * The one candidate a query means: the one whose value it is, or who alone comes closest to it. Otherwise up to `limit`
 * suggestions: those that come equally close, or the names that share the longest beginning with it.
 */
export function findName<T extends NameCandidate>(query: string, candidates: readonly T[], limit = 5): NameFind<T> {
  const chosen = candidates.find(({ value }) => value === query);
  if (chosen) return { ok: true, found: chosen };
  const ranked = rankNames(query, candidates);
  const closest = ranked.filter(({ distance }) => distance === ranked[0]?.distance).map(({ candidate }) => candidate);
  const [only, ...others] = closest;
  if (!only) return { ok: false, reason: 'unknown', suggestions: nearest(query, candidates).slice(0, limit) };
  if (others.length > 0) return { ok: false, reason: 'ambiguous', suggestions: closest.slice(0, limit) };
  return { ok: true, found: only };
}

/** Names as they are compared: folded words, and the same without the gaps between them. */
interface Folded {
  readonly words: readonly string[];
  readonly whole: string;
}

/** Nobody types more than this; text beyond it is not looked at. */
const LONGEST_NAME = 100;
/** In three letters or fewer, one typo could be any name. */
const SHORTEST_WITH_TYPO = 4;
/** Letters that carry their stroke, tail or ligature inside, so that taking accents away does not reach it. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ŋ: 'n', ĸ: 'k', ə: 'e' },
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' },
};

/** Names that were folded, the same few hundred at every look at a match; all are let go when there are too many. */
const folded = new Map<string, string>();
const FOLDED_AT_MOST = 5_000;

/** A name in plain small letters, one gap between words: `D'Ambrosio` is `d ambrosio`. */
export function foldName(text: string): string {
  const short = text.slice(0, LONGEST_NAME);
  const known = folded.get(short);
  if (known !== undefined) return known;
  if (folded.size >= FOLDED_AT_MOST) folded.clear();
  const name = foldAfresh(short);
  folded.set(short, name);
  return name;
}

function foldAfresh(text: string): string {
  const bare = text.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const plain = bare.replaceAll(/[ıłøđðħŧŋĸəßæœþ]/g, (letter) => PLAIN[letter] ?? letter);
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function fold(text: string): Folded {
  const name = foldName(text);
  return { words: name.split(' '), whole: name.replaceAll(' ', '') };
}

function rankNames<T extends NameCandidate>(query: string, candidates: readonly T[]) {
  const asked = fold(query);
  const ranked: { readonly candidate: T; readonly distance: number }[] = [];
  if (asked.whole === '') return ranked;
  for (const candidate of candidates) {
    const names = [candidate.label, ...(candidate.aliases ?? [])];
    const distance = Math.min(...names.map((name) => distanceOf(asked, fold(name))));
    if (distance < Number.POSITIVE_INFINITY) ranked.push({ candidate, distance });
  }
  // The sort is stable: those equally close stay in the order given.
  return ranked.sort((a, b) => a.distance - b.distance);
}

function distanceOf(asked: Folded, name: Folded): number {
  const begins = (word: string) => name.words.some((part) => part.startsWith(word));
  if (asked.whole === name.whole) return 0;
  if (name.whole.startsWith(asked.whole)) return 1;
  if (asked.words.every(begins)) return 2;
  if (asked.whole.length < SHORTEST_WITH_TYPO) return Number.POSITIVE_INFINITY;
  if (withinOneEdit(asked.whole, name.whole)) return 3;
  if ([name.whole, ...name.words].some((part) => beginsWithinOneEdit(asked.whole, part))) return 4;
  const strange = asked.words.filter((word) => !begins(word));
  const [typo = ''] = strange;
  const mistyped = strange.length === 1 && typo.length >= SHORTEST_WITH_TYPO;
  if (mistyped && name.words.some((part) => beginsWithinOneEdit(typo, part))) return 5;
  return Number.POSITIVE_INFINITY;
}

function beginsWithinOneEdit(typed: string, name: string): boolean {
  return [-1, 0, 1].some((more) => withinOneEdit(typed, name.slice(0, typed.length + more)));
}

/** Whether one letter more, less or other, or two neighbours swapped, is all the difference (Damerau's distance is 0 or 1). */
export function withinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** The names that share the longest beginning with what was typed; fewer letters than these are no likeness. */
function nearest<T extends NameCandidate>(query: string, candidates: readonly T[]): readonly T[] {
  const { whole } = fold(query);
  for (let length = whole.length - 1; length >= SHORTEST_BEGINNING; length -= 1) {
    const beginning = whole.slice(0, length);
    const near = candidates.filter(({ label, aliases = [] }) =>
      [label, ...aliases].some((name) => fold(name).words.some((word) => word.startsWith(beginning))),
    );
    if (near.length > 0) return near;
  }
  return [];
}

const SHORTEST_BEGINNING = 3;
