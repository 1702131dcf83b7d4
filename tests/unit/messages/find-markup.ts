/** What of a text Discord would read as more than letters, found without any of the code under test. */
const MARKUP: readonly RegExp[] = [
  /\*+|_+|~~|\|\||`+/g,
  /<(?:@[!&]?|#|t:|\/|a?:|id:|https?:)[^>]*>/g,
  /\]\(/g,
  /\b[a-z]+:\/\/\S/gi,
  /\bdiscord\.gg\/\S/gi,
  /@(?:everyone|here)/g,
  /^(?:#{1,3}|-#|>{1,3}|[-*+]|\d+\.) /gm,
];

/** The markup in a text, in no particular order; an escaped character is only itself, and so is all in a code block. */
export function findMarkup(text: string): readonly string[] {
  const outsideBlocks = text.replace(/```[^`]*```/g, '``````');
  const unescaped = outsideBlocks.replace(/\\[^A-Za-z0-9\s]/g, 'x');
  return MARKUP.flatMap((pattern) => unescaped.match(pattern) ?? []).sort();
}
