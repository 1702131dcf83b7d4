import type { Plain } from '../escape.ts';

type Preposition = 'il' | 'di' | 'a' | 'per';

const FORMS: Readonly<Record<Preposition, readonly [il: string, lo: string, la: string, elided: string]>> = {
  il: ['il ', 'lo ', 'la ', "l'"],
  di: ['del ', 'dello ', 'della ', "dell'"],
  a: ['al ', 'allo ', 'alla ', "all'"],
  per: ['per il ', 'per lo ', 'per la ', "per l'"],
};

/** Clubs are masculine in Italian, but for these and those whose name ends as a feminine does: la Fiorentina. */
const FEMININE =
  /^(juventus|juve stabia|roma|lazio|sampdoria|spal|pro|dinamo|stella rossa|.*(entina|itana|giana|onese|ggina|cchese))\b/;

/** A club with its article, alone or after a preposition: "il Milan", "dell'Inter", "alla Roma", "per lo Spezia". */
export function withArticle(preposition: Preposition, club: Plain): string {
  const [il, lo, la, elided] = FORMS[preposition];
  const name = bare(club);
  // An h is not heard: l'Hellas.
  if (/^h?[aeiou]/.test(name)) return elided + club;
  if (FEMININE.test(name)) return la + club;
  return (/^(s[^aeiou]|z|gn|ps|x|y[^aeiou])/.test(name) ? lo : il) + club;
}

/** "al 17'", "all'8'", "all'11'", "all'89'": eight, eleven and the eighties begin with a vowel. */
export function atMinute(minute: string): string {
  return /^(8\d?|11)\b/.test(minute) ? `all'${minute}` : `al ${minute}`;
}

/** "al 7 novembre 2021", "all'8 novembre 2021", "al 1º novembre 2021", of a written day. */
export function onDay(day: string): string {
  return beginsWithVowel(day) ? `all'${day}` : `al ${spoken(day)}`;
}

/** "il 7 novembre 2021", "l'8 novembre 2021", "il 1º novembre 2021". */
export function theDay(day: string): string {
  return beginsWithVowel(day) ? `l'${day}` : `il ${spoken(day)}`;
}

/** "dal 7 novembre 2021", "dall'8 novembre 2021". */
export function fromDay(day: string): string {
  return beginsWithVowel(day) ? `dall'${day}` : `dal ${spoken(day)}`;
}

/** "del 7 novembre 2021", "dell'8 novembre 2021". */
export function ofDay(day: string): string {
  return beginsWithVowel(day) ? `dell'${day}` : `del ${spoken(day)}`;
}

/** "a, b e c". */
export function allOf(names: readonly string[]): string {
  return new Intl.ListFormat('it', { type: 'conjunction' }).format(names);
}

/** "1 punto", "2 punti". */
export function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Eight and eleven do. */
function beginsWithVowel(day: string): boolean {
  return /^(8|11)\b/.test(day);
}

/** The first of a month is the only day with an ordinal. */
function spoken(day: string): string {
  return day.replace(/^1(?=\s)/, '1º');
}

function bare(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/^\W+/, '').toLowerCase();
}
