/** The two weights of the house's typeface, Inter. */
export type Weight = 400 | 700;

/** How far each character from space to `~` moves the pen, in thousandths of the type size, as the font files say. */
const ADVANCES: Readonly<Record<Weight, readonly number[]>> = {
  // biome-ignore format: a table of the font's figures
  400: [281,288,466,633,642,982,644,300,365,365,501,662,288,460,288,360,631,407,610,618,646,593,620,566,619,620,288,302,662,662,662,511,966,690,654,730,722,601,590,746,743,269,571,672,565,903,753,765,639,765,644,642,646,744,690,985,682,679,629,365,360,365,471,456,323,562,612,571,612,583,370,613,591,242,242,549,242,876,591,600,612,612,376,528,327,591,562,818,546,562,552,426,333,426,662],
  // biome-ignore format: a table of the font's figures
  700: [237,338,552,649,655,1016,672,339,377,377,559,679,334,468,334,388,674,431,630,646,676,622,649,582,651,649,334,343,679,679,679,560,1016,747,662,740,722,607,587,750,747,281,584,719,565,932,762,771,648,777,657,655,667,732,747,1038,738,731,664,377,388,377,487,476,365,581,630,588,630,596,398,632,623,271,271,580,271,913,623,613,630,630,407,560,366,623,600,850,580,602,573,469,372,469,679],
};

const FIRST = ' '.charCodeAt(0);
const ELLIPSIS = '…';
/** What is beyond Latin letters is taken to be wide: a text that is too short reads better than one that runs over. */
const WIDE = 1_000;

/** How wide a line of text is drawn, in pixels. Accents take no room of their own. */
export function widthOf(text: string, size: number, weight: Weight): number {
  const advances = ADVANCES[weight];
  const thousandths = [...text.normalize('NFD')].reduce((sum, character) => {
    if (/\p{M}/u.test(character)) return sum;
    return sum + (advances[character.charCodeAt(0) - FIRST] ?? (/[–ıł·’]/.test(character) ? 680 : WIDE));
  }, 0);
  return (thousandths * size) / 1_000;
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
