import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { PATIENCE } from './discord/user.ts';

/** A Chromium without windows first, which takes a third of the work. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

/** A browser of this machine: the one `CHROMIUM_PATH` names, or one found where programs are. */
export function browserPath(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path));
}

export async function launch(): Promise<Browser> {
  const executablePath = browserPath();
  if (!executablePath) throw new Error('No Chromium was found. Install one, or name it with CHROMIUM_PATH.');
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', ...quiet] });
}

export interface Look {
  readonly url: string;
  readonly width?: number;
  readonly theme?: 'dark' | 'light';
  readonly locale?: string;
}

/** The page as a reader sees it, in a browser profile of its own. */
export interface Screen {
  readonly page: Page;
  /** What must not be: requests to elsewhere, errors, what the page's own policy forbade. */
  readonly troubles: readonly string[];
  close(): Promise<void>;
}

export async function openScreen(browser: Browser, look: Look): Promise<Screen> {
  const { url, width = 1_440, theme = 'dark', locale = 'en-US' } = look;
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 800 : 900 },
    colorScheme: theme,
    locale,
    timezoneId: 'Europe/Rome',
    reducedMotion: 'reduce',
  });
  const troubles: string[] = [];
  await context.route('**/*', (route) => {
    const asked = route.request().url();
    if (new URL(asked).origin === new URL(url).origin) return route.continue();
    troubles.push(`asked for ${asked}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('console', (message) => {
    const isOurs = message.type() === 'error' && !message.text().startsWith('Failed to load resource');
    if (isOurs) troubles.push(message.text());
  });
  await page.goto(url);
  return { page, troubles, close: () => context.close() };
}
