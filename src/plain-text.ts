/** An escaped character, kept where nothing takes it for markup until the end. */
const [FIRST_KEPT, KEPT] = [0xe000, /[\ue000-\ue0ff]/g] as const;

/** What Discord makes of these a terminal cannot: the names of members and roles are Discord's to know. */
const MENTIONS: readonly (readonly [pattern: RegExp, text: string | ((...found: string[]) => string)])[] = [
  [/<@!?\d+>/g, '@member'],
  [/<@&\d+>/g, '@role'],
  [/<#\d+>/g, '#channel'],
  [/<a?(:\w+:)\d+>/g, '$1'],
  [/<\/([^:>]+):\d+>/g, '/$1'],
  [/<t:(\d+)(?::[a-zA-Z])?>/g, (_, seconds = '0') => moment(Number(seconds))],
  [/\[([^\]\n]+)\]\([^)\s]+\)/g, '$1'],
];

const MARKUP: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/^(?:-# |#{1,3} |>{1,3} )/gm, ''],
  [/```(?:\w+\n)?/g, ''],
  [/`([^`\n]+)`/g, '$1'],
  [/\*\*(.+?)\*\*/gs, '$1'],
  [/~~(.+?)~~/gs, '$1'],
  [/\|\|(.+?)\|\|/gs, '$1'],
  [/__(.+?)__/gs, '$1'],
  [/(?<![\w*])\*(?!\s)([^*\n]+?)(?<!\s)\*(?![\w*])/g, '$1'],
  [/(?<!\w)_(?!\s)([^_\n]+?)(?<!\s)_(?!\w)/g, '$1'],
];

/**
 * A message's text as one line that a terminal shows as it is meant: no markup, mentions in words, no control characters,
 * with which a feed or a reader could write to the terminal. `unmarked` text has no markup to begin with.
 */
export function plainText(content: string, kind: 'marked' | 'unmarked' = 'marked'): string {
  const bare = content.replaceAll(KEPT, '');
  const text = kind === 'unmarked' ? bare : withoutMarkup(bare);
  return text.replaceAll(/\s+/g, ' ').replaceAll(/\p{C}/gu, '').trim();
}

function withoutMarkup(content: string): string {
  let text = content.replaceAll(/\\([!-/:-@[-`{-~])/g, (_, character: string) =>
    String.fromCharCode(FIRST_KEPT + character.charCodeAt(0)),
  );
  for (const [pattern, plain] of MENTIONS)
    text = typeof plain === 'string' ? text.replaceAll(pattern, plain) : text.replaceAll(pattern, plain);
  for (const [pattern, plain] of MARKUP) text = text.replaceAll(pattern, plain);
  return text.replaceAll(KEPT, (kept) => String.fromCharCode(kept.charCodeAt(0) - FIRST_KEPT));
}

/** `2021-11-07 19:45 UTC`: a terminal is nobody's in particular. */
function moment(seconds: number): string {
  const at = new Date(seconds * 1_000);
  return Number.isNaN(at.getTime()) ? '?' : `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
