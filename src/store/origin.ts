import { randomUUID } from 'node:crypto';
import type { Store } from './store.ts';

/** The name of a store's life: made once, kept until it forgets everything. Posts of another life are never taken for its own. */
export async function originOf({ settings }: Pick<Store, 'settings'>): Promise<string> {
  const known = await settings.get('origin');
  if (known) return known;
  const origin = randomUUID();
  await settings.set('origin', origin);
  return origin;
}
