import { browserPath } from './browser.ts';
import { buildPage } from './build-page.ts';

/** Before all tests: the page as its sources are by now, and a word where nothing can look at it. */
export default async function prepare(): Promise<void> {
  await buildPage();
  if (!browserPath()) console.warn('No Chromium was found: the tests that look at the page are skipped.');
}
