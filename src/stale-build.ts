import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectPath } from './project-path.ts';

/** What the built program is made from. */
const SOURCES = ['src', 'commands', 'vite.config.ts'];

/** The built program, as `npm start` runs it. */
export const BUILT = 'dist/server/main.mjs';

/**
 * The source file that was changed last since the program was built, relative to the project; `undefined` when the build is
 * up to date, or when there are no sources, as in an image that holds the built program alone. An absent build is as old
 * as can be.
 */
export function findChangedSince(built: string = projectPath(BUILT)): string | undefined {
  const builtAt = changedAt(built);
  const sources = SOURCES.flatMap((name) => [projectPath(name), ...filesIn(projectPath(name))]);
  let newest: { readonly path: string; readonly at: number } | undefined;
  for (const path of sources) {
    const at = changedAt(path);
    if (at > Math.max(builtAt, newest?.at ?? 0)) newest = { path, at };
  }
  return newest && relative(projectPath('.'), newest.path);
}

/** What the operator reads when the program that runs was built from an older source; nothing when it runs from source. */
export function describeStaleBuild(program: string = import.meta.filename): string | undefined {
  const changed = program.endsWith('.mjs') ? findChangedSince() : undefined;
  return changed && `This is an older build: ${changed} was changed since. "npm run build" builds Tifo again.`;
}

/** When a file or folder was last changed, in ms since the epoch; 0 when it is not there. */
function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function filesIn(folder: string): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
}
