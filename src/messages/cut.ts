const ELLIPSIS = '…';

/**
 * A text in at most `max` UTF-16 units (Discord counts code points, which are never more), cut at a line or a word and
 * ended with "…".
 */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : shorten(text, max, (head) => head);
}

/** The same for text with markup in it: no escape, `<t:…>` or code block is cut in two. */
export function cutMarkup(text: string, max: number): string {
  if (text.length <= max) return text;
  const shortened = shorten(text, max, withoutBrokenMarkup);
  if (!insideCodeBlock(shortened)) return shortened;
  const closing = '\n```';
  const shorter = shorten(text, max - closing.length, withoutBrokenMarkup);
  return insideCodeBlock(shorter) ? shorter + closing : shorter;
}

function shorten(text: string, max: number, mend: (head: string) => string): string {
  if (max < ELLIPSIS.length) return '';
  const head = text.slice(0, max - ELLIPSIS.length);
  const kept = head.slice(0, lastBreak(head)).replace(/[\uD800-\uDBFF]$/, '');
  return settled(kept, (end) => mend(end.trimEnd())) + ELLIPSIS;
}

/** What a step leaves when it is taken until it changes nothing: what it takes off may lay bare what it takes off next. */
function settled(text: string, step: (text: string) => string): string {
  const next = step(text);
  return next === text ? text : settled(next, step);
}

/** The last end of a line, else of a word, unless cutting there would lose more than half. */
function lastBreak(head: string): number | undefined {
  return [head.lastIndexOf('\n'), head.lastIndexOf(' ')].find((index) => index > head.length / 2);
}

function withoutBrokenMarkup(head: string): string {
  return head
    .replace(/<[^<>\s]*$/, '')
    .replace(/(?<!`|\\)`{1,2}$/, '')
    .replace(/(?<=(?:^|[^\\])(?:\\\\)*)\\$/, '');
}

function insideCodeBlock(text: string): boolean {
  return text.split('```').length % 2 === 0;
}
