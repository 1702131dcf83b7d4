import { createBuilder } from 'vite';
import { findChangedSince } from '../../src/stale-build.ts';

/** Builds the page and the program if they are not built, or are older than their sources. */
export async function buildIfStale(): Promise<void> {
  if (!findChangedSince()) return;
  const builder = await createBuilder({ configFile: 'vite.config.ts', logLevel: 'error' });
  await builder.buildApp();
}
