import { findName, type NameCandidate, searchNames } from '../src/match/name-search.ts';
import { type Plain, plain } from '../src/messages/escape.ts';
import type { Choice } from './command.ts';

/** What a reader may mean by what he has typed so far, best first. */
export function choicesFor(typed: string, candidates: readonly NameCandidate[]): readonly Choice[] {
  return searchNames(typed, candidates).map(({ label, value }) => ({ name: label, value }));
}

/** What a name stands for, or why it stands for nothing, in words for the reader. */
export type Named<T> = { readonly ok: true; readonly found: T } | { readonly ok: false; readonly problem: string };

/** What a reader means by a name, chosen from the list or typed by hand; `unknown` says what to type instead. */
export function named<T extends NameCandidate>(
  typed: string,
  candidates: readonly T[],
  unknown: (typed: Plain, suggestions: readonly Plain[]) => string,
): Named<T> {
  const find = findName(typed, candidates);
  if (find.ok) return find;
  const suggestions = find.suggestions.map(({ label }) => plain(label));
  return { ok: false, problem: unknown(plain(typed), suggestions) };
}
