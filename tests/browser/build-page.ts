import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const [SOURCE, BUILT] = ['src/sandbox/page', 'dist/page/index.html'];

/** Before the tests: the page is built if it is not, or is older than its sources. */
export default async function buildPage(): Promise<void> {
  if (isFresh()) return;
  await build({ configFile: 'vite.config.ts', logLevel: 'error' });
}

function isFresh(): boolean {
  const built = statSync(BUILT, { throwIfNoEntry: false });
  if (!built) return false;
  const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).map((name) => join(SOURCE, name));
  return sources.every((file) => statSync(file).mtimeMs <= built.mtimeMs);
}
