import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Program, run, sandboxOf } from './discord/program.ts';

/** What `npm start` starts, in a folder of its own, and where its page is. */
export async function startTifo(env: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'tifo-browser-'));
  const program: Program = run([], { DATABASE_URL: `file:${join(folder, 'tifo.db')}`, SANDBOX_PORT: '0', ...env });
  const { url } = await sandboxOf(program);
  return {
    url,
    program,
    async end() {
      await program.end('SIGTERM');
      await rm(folder, { recursive: true });
    },
  };
}
