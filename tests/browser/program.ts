import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Program, run } from '../integration/program.ts';

/** What `npm start` starts, in a folder of its own, and where its page is. */
export async function startTifo(env: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'tifo-browser-'));
  const program: Program = run([], { DATABASE_URL: `file:${join(folder, 'tifo.db')}`, SANDBOX_PORT: '0', ...env });
  const [, url = ''] = await program.says(/(http:\/\/127\.0\.0\.1:\d+)/);
  return {
    url,
    program,
    async end() {
      await program.end('SIGTERM');
      await rm(folder, { recursive: true });
    },
  };
}
