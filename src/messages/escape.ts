import { cut } from './cut.ts';

declare const plainness: unique symbol;

/** Text from outside, made harmless: it reads as it was written and does nothing. Only `plain` makes it. */
export type Plain = string & { readonly [plainness]: true };

/** Longer than any name of a player, a club or a ground. */
const LONGEST_NAME = 64;

/**
 * Text from outside as one tidy line: no control, invisible or direction characters, no towers of accents. For places
 * where Discord reads no markup (button labels, footers, choices); never empty.
 */
export function clean(text: string, max = LONGEST_NAME): string {
  const tidy = text
    .normalize('NFC')
    .replace(/[\p{DI}\p{Cf}\p{Co}\u2800]/gu, '')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .replace(/[\s\p{C}\p{Z}]+/gu, ' ')
    .trim();
  return cut(tidy, max) || '?';
}

/** Text from outside for anywhere in a message: no markup, no mention, no link comes of it. */
export function plain(text: string, max = LONGEST_NAME): Plain {
  const escaped = clean(text, max)
    .replace(/[\\*_~|`[\]<]/g, '\\$&')
    // What is markup only where a line begins; nobody knows yet where the text will stand.
    .replace(/^[#>+-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    // Links that Discord finds by itself, invitations among them.
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\.(?=\w+\/)/g, '\\.')
    .replace(/@(?=everyone|here)/gi, '＠');
  return escaped as Plain;
}

/** Text from outside for a code block, where a backslash would be seen: nothing but the block's own end is markup. */
export function monospaced(text: string, columns: number): string {
  return cut(clean(text).replace(/`/g, "'"), columns);
}
