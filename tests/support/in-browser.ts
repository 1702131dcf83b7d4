import { describe } from 'vitest';
import { browserPath } from './browser.ts';

/** Tests that need a browser: skipped, and said to be, where there is none, unless one is required. */
export function inBrowser(name: string, tests: () => void): void {
  const isThere = browserPath() !== undefined || process.env['REQUIRE_BROWSER'] === '1';
  if (isThere) describe(name, tests);
  else describe.skip(`${name} (skipped: no Chromium was found)`, tests);
}
