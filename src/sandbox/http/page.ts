import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { projectPath } from '../../project-path.ts';
import { refusal } from '../problem.ts';
import type { Reply } from './server.ts';

/** Where Vite builds the page to. */
const folder = () => projectPath('dist/page');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Nothing comes from elsewhere, no script or style sheet stands inline, and text can become markup only through the one
 * template library that the page is drawn with. Style attributes are what its components colour themselves by.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** A file of the sandbox's page by its path, `/` the page itself. Those with a hash in their name never change. */
export function pageFile(path: string): Reply {
  const name = path === '/' ? 'index.html' : path.slice(1);
  if (name === 'index.html' && !existsSync(join(folder(), name))) return NOT_BUILT;
  const type = TYPES[extname(name)];
  if (type === undefined || !built().includes(name)) throw refusal('notFound');
  const cached = name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  return {
    status: 200,
    file: { data: readFileSync(join(folder(), name)), type },
    headers: { ...HEADERS, 'cache-control': cached },
  };
}

/** What there is to be asked for: no path that a request makes up ever reaches the disk. */
const built = (): readonly string[] =>
  existsSync(folder())
    ? readdirSync(folder(), { recursive: true, encoding: 'utf8' }).map((name) => name.split(sep).join('/'))
    : [];

const NOT_BUILT: Reply = {
  status: 503,
  file: {
    data: Buffer.from('The page is not built yet: npm run build builds it.\n'),
    type: 'text/plain; charset=utf-8',
  },
  headers: HEADERS,
};
