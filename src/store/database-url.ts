import { fileURLToPath } from 'node:url';
import { StoreError } from './store-error.ts';

export type DatabaseAddress =
  | { readonly kind: 'sqlite'; readonly path: string }
  /** `where` is what may be shown of the address: no user, no password. */
  | { readonly kind: 'postgres'; readonly url: string; readonly where: string };

/** Reads `file:PATH` or `postgres://…`; throws a StoreError that repeats nothing of an address it cannot read. */
export function parseDatabaseUrl(text: string): DatabaseAddress {
  const path = text.startsWith('file://') ? localPath(text) : text.replace(/^file:/, '');
  if (text.startsWith('file:') && path) return { kind: 'sqlite', path };
  if (/^postgres(ql)?:/.test(text) && URL.canParse(text)) {
    const { host, pathname } = new URL(text);
    if (host) return { kind: 'postgres', url: text, where: host + pathname };
  }
  throw new StoreError('bad-url', 'DATABASE_URL must be file:PATH or postgres://USER:PASSWORD@HOST:PORT/DATABASE.');
}

function localPath(text: string): string | undefined {
  try {
    return fileURLToPath(text);
  } catch {
    return undefined;
  }
}
