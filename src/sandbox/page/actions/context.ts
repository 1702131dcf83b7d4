import { type Ask, Refusal } from '../connection/rest.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { type Texts, textsIn } from '../texts/texts.ts';

/** What every action works with. */
export interface Context {
  readonly store: Store<State>;
  readonly ask: Ask;
}

export const say = ({ store }: Context): Texts => textsIn(store.get().preferences.locale);

/** What kept Discord from doing it, in the reader's words. */
export function inWords(error: unknown, { trouble }: Texts): string {
  if (!(error instanceof Refusal)) throw error;
  if (error.status === 0) return trouble.offline;
  if (error.status === 429) return trouble.slow;
  return error.status === 403 ? trouble.notAllowed : trouble.other(error.message);
}

/** Does what may be refused; a refusal is told at the foot of the page. */
export async function attempt(context: Context, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    context.store.set({ trouble: inWords(error, say(context)) });
  }
}
