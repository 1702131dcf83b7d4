import { type Advances, advancesOf, type Weight } from './font-file.ts';

export type { Weight };

const ELLIPSIS = '…';
/** What the font lacks is taken to be wide: a text that is too short reads better than one that runs over. */
const WIDE = 1_000;

/** How wide a line of text is drawn, in pixels. An accent with no letter made for it takes no room of its own. */
export function widthOf(text: string, size: number, weight: Weight): number {
  const advance = advancesOf(weight);
  const thousandths = [...text.normalize('NFC')].reduce((sum, character) => {
    if (/\p{M}/u.test(character)) return sum;
    return sum + (advance(character.codePointAt(0) ?? 0) ?? widthOfUnknown(character, advance));
  }, 0);
  return (thousandths * size) / 1_000;
}

/** A letter that the font has only as a letter and its accents is as wide as the letter. */
function widthOfUnknown(character: string, advance: Advances): number {
  return advance(character.normalize('NFD').codePointAt(0) ?? 0) ?? WIDE;
}

/** A line of text in at most `width` pixels; what is too long loses its end, with "…" in its place. */
export function shorten(text: string, width: number, size: number, weight: Weight): string {
  if (widthOf(text, size, weight) <= width) return text;
  const characters = [...text];
  while (characters.length > 0) {
    characters.pop();
    const shortened = `${characters.join('').trimEnd()}${ELLIPSIS}`;
    if (widthOf(shortened, size, weight) <= width) return shortened;
  }
  return '';
}
