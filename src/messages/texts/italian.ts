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
  if (/^[aeiou]/.test(name)) return elided + club;
  if (FEMININE.test(name)) return la + club;
  return (/^(s[^aeiou]|z|gn|ps|x|y[^aeiou])/.test(name) ? lo : il) + club;
}

/** "al 17'", "all'8'", "all'11'", "all'89'": eight, eleven and the eighties begin with a vowel. */
export function atMinute(minute: string): string {
  return /^(8\d?|11)\b/.test(minute) ? `all'${minute}` : `al ${minute}`;
}

function bare(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/^\W+/, '').toLowerCase();
}
