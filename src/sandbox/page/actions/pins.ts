import type { APIMessage } from 'discord-api-types/v10';
import { without } from '../state/state.ts';
import { attempt, type Context } from './context.ts';

interface Answer {
  readonly items: readonly { readonly message: APIMessage }[];
}

/** Shows what is pinned in the open channel. */
export async function showPins(context: Context): Promise<void> {
  const { store, ask } = context;
  const { open: channelId } = store.get();
  if (channelId === undefined) return;
  store.update((state) => (state.pins?.channelId === channelId ? state : { ...state, pins: { channelId } }));
  await attempt(context, async () => {
    const { items } = await ask<Answer>('GET', `/channels/${channelId}/messages/pins`);
    const messages = items.map(({ message }) => message);
    store.update((state) =>
      state.pins?.channelId === channelId ? { ...state, pins: { channelId, messages } } : state,
    );
  });
}

export const hidePins = ({ store }: Context): void => store.update((state) => without(state, 'pins'));
