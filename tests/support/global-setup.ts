import { browserPath } from './browser.ts';
import { buildIfStale } from './build.ts';

/** Before all tests: the program and the page as their sources are by now, and a word where nothing can look at it. */
export default async function prepare(): Promise<void> {
  await buildIfStale();
  if (!browserPath()) console.warn('No Chromium was found: the tests that look at the page are skipped.');
}
