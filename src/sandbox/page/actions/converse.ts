import type { APIApplicationCommand, APIMessage } from 'discord-api-types/v10';
import { EMPTY_COMPOSER, left } from '../composer/composer.ts';
import { invocationsOf } from '../composer/invocation.ts';
import type { Channel } from '../connection/events.ts';
import { beginFetch, endFetch, withFetched } from '../state/conversation.ts';
import { withChannels } from '../state/places.ts';
import { without } from '../state/state.ts';
import { seen } from '../state/unread.ts';
import { attempt, type Context } from './context.ts';

/** How many messages Discord gives at once, at most. */
const PAGE = 100;

/** Shows a channel: what it says, and which commands there are in it. */
export async function openChannel(context: Context, channel: Channel): Promise<void> {
  const { store } = context;
  const isNew = store.get().open !== channel.id;
  store.update((state) => ({
    ...seen({ ...without(state, 'trouble', ...(isNew ? ['pins' as const] : [])), open: channel.id }, channel.id),
    drawer: 'none',
    ...(isNew && { composer: { ...EMPTY_COMPOSER, focus: state.composer.focus }, invocations: [] }),
  }));
  await attempt(context, async () => {
    const { conversations, fetching } = store.get();
    if (!conversations.has(channel.id) && !fetching.has(channel.id)) await fetchMessages(context, channel.id);
    await Promise.all([fetchCommands(context), fetchArchived(context, channel)]);
  });
}

/** A page of what a channel says, the newest or those before a message. */
async function fetchMessages({ store, ask }: Context, channelId: string, before?: string): Promise<void> {
  const query = `limit=${PAGE}${before === undefined ? '' : `&before=${before}`}`;
  store.update((state) => beginFetch(state, channelId));
  try {
    const fetched = await ask<APIMessage[]>('GET', `/channels/${channelId}/messages?${query}`);
    store.update((state) => withFetched(state, channelId, fetched, PAGE));
  } finally {
    store.update((state) => endFetch(state, channelId));
  }
}

/** Those threads of a channel that nobody tells of any more. */
async function fetchArchived({ store, ask }: Context, { id, type }: Channel): Promise<void> {
  if (type !== 0 && type !== 5) return;
  const paths = ['threads/archived/public', 'users/@me/threads/archived/private'];
  const found = await Promise.all(
    // Whoever may not read the history of a channel does without.
    paths.map((path) => ask<{ threads: readonly Channel[] }>('GET', `/channels/${id}/${path}`).catch(() => undefined)),
  );
  store.update((state) =>
    withChannels(
      state,
      found.flatMap((each) => each?.threads ?? []),
    ),
  );
}

/** Which commands the reader can use where he is, in his language. */
export async function fetchCommands({ store, ask }: Context): Promise<void> {
  const { open } = store.get();
  if (open === undefined) return;
  const index = await ask<{ readonly application_commands: readonly APIApplicationCommand[] }>(
    'GET',
    `/channels/${open}/application-command-index`,
  );
  store.update((state) => {
    if (state.open !== open) return state;
    return { ...state, invocations: invocationsOf(index.application_commands, state.preferences.locale) };
  });
}

export async function fetchEarlier(context: Context, channelId: string): Promise<void> {
  const first = context.store.get().conversations.get(channelId)?.messages[0];
  if (first !== undefined) await attempt(context, () => fetchMessages(context, channelId, first.id));
}

/** As many pages are turned back to find a message. */
const BACK = 20;

/** Goes back in a channel until a message is there; says whether it was found. */
export async function seek(context: Context, channelId: string, messageId: string): Promise<boolean> {
  for (let pages = 0; pages < BACK; pages += 1) {
    const conversation = context.store.get().conversations.get(channelId);
    if (conversation?.messages.some(({ id }) => id === messageId)) return true;
    if (!conversation?.hasEarlier) return false;
    await fetchEarlier(context, channelId);
  }
  return false;
}

/** A channel that nobody told of yet, such as an archived thread. */
export async function findChannel({ store, ask }: Context, id: string): Promise<Channel | undefined> {
  const known = store.get().channels.get(id);
  if (known || !/^\d{15,20}$/.test(id)) return known;
  const found = await ask<Channel>('GET', `/channels/${id}`).catch(() => undefined);
  if (found) store.update((state) => withChannels(state, [found]));
  return found;
}

/** Says something in the open channel. The words are taken back into the composer when Discord refuses them. */
export async function speak(context: Context, content: string): Promise<void> {
  const { store, ask } = context;
  const { open } = store.get();
  if (open === undefined || content.trim() === '') return;
  store.update((state) => ({ ...without(state, 'trouble'), composer: left(state.composer) }));
  await attempt(context, () =>
    ask('POST', `/channels/${open}/messages`, { content }).catch((error: unknown) => {
      store.update((state) => ({ ...state, composer: { ...state.composer, text: content } }));
      throw error;
    }),
  );
}

/** An ephemeral message is its reader's to take away. */
export const dismiss = (context: Context, { id, channel_id }: APIMessage): Promise<void> =>
  attempt(context, () => context.ask('DELETE', `/channels/${channel_id}/messages/${id}`));
