import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const [SOURCE, BUILT] = ['src/sandbox/page', 'dist/page/index.html'];

/** Builds the page if it is not built, or is older than its sources. */
export async function buildPage(): Promise<void> {
  if (isFresh()) return;
  await build({ configFile: 'vite.config.ts', logLevel: 'error' });
}

function isFresh(): boolean {
  const built = statSync(BUILT, { throwIfNoEntry: false });
  if (!built) return false;
  const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).map((name) => join(SOURCE, name));
  return [...sources, 'vite.config.ts'].every((file) => statSync(file).mtimeMs <= built.mtimeMs);
}
