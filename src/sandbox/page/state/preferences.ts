/** Who reads: Ada owns the server, Milo is an ordinary member. */
export type Reader = 'admin' | 'member';
export type Locale = 'en-US' | 'it';
export type Theme = 'system' | 'dark' | 'light';

export interface Preferences {
  readonly reader: Reader;
  readonly locale: Locale;
  readonly theme: Theme;
}

const KEY = 'tifo-sandbox';
const USUAL: Preferences = { reader: 'admin', locale: 'en-US', theme: 'system' };

/** The token each reader signs in with: the sandbox's own, no secrets. */
export const TOKENS: Readonly<Record<Reader, string>> = { admin: 'user', member: 'member' };

/** Where a browser keeps a few words, as far as they are needed here. */
export interface Kept {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** What the reader chose the last time; in his browser's own language when he never did. */
export function keptPreferences(storage: Kept, language: string): Preferences {
  const locale: Locale = language.startsWith('it') ? 'it' : 'en-US';
  const kept = parsed(storage.getItem(KEY));
  return {
    reader: oneOf(['admin', 'member'], kept['reader']) ?? USUAL.reader,
    locale: oneOf(['en-US', 'it'], kept['locale']) ?? locale,
    theme: oneOf(['system', 'dark', 'light'], kept['theme']) ?? USUAL.theme,
  };
}

export function keepPreferences(storage: Kept, preferences: Preferences): void {
  storage.setItem(KEY, JSON.stringify(preferences));
}

/** What was kept under a name; nothing where it cannot be read. */
function parsed(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}

const readKey = (reader: Reader): string => `${KEY}-read-${reader}`;

/** The last message each reader has seen, by channel. */
export function keptRead(storage: Kept, reader: Reader): Readonly<Record<string, string>> {
  const kept = Object.entries(parsed(storage.getItem(readKey(reader))));
  return Object.fromEntries(kept.flatMap(([channel, id]) => (typeof id === 'string' ? [[channel, id]] : [])));
}

export function keepRead(storage: Kept, reader: Reader, read: Readonly<Record<string, string>>): void {
  storage.setItem(readKey(reader), JSON.stringify(read));
}

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((each) => each === value);
