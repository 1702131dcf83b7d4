import type { APIMessage } from 'discord-api-types/v10';
import type { MessageEvent } from '../connection/events.ts';
import type { State } from './state.ts';
import { isLater } from './unread.ts';

/** Begins to fetch from a channel: the answer may be older than what is told of its messages by then, which is kept for it. */
export function beginFetch(state: State, channelId: string): State {
  return { ...state, fetching: new Map(state.fetching).set(channelId, []) };
}

/** The fetching is over, with an answer or without. */
export function endFetch(state: State, channelId: string): State {
  return { ...state, fetching: new Map([...state.fetching].filter(([id]) => id !== channelId)) };
}

/** Adds what was fetched, newest first as Discord sends it, to what is there, and to that what was told meanwhile. */
export function withFetched(state: State, channelId: string, fetched: readonly APIMessage[], page: number): State {
  const known = state.conversations.get(channelId)?.messages ?? [];
  const messages = (state.fetching.get(channelId) ?? []).reduce(applied, fetched.reduce(placed, known));
  const conversation = { messages, hasEarlier: fetched.length === page };
  return { ...state, conversations: new Map(state.conversations).set(channelId, conversation) };
}

/** A message was said, changed or taken away. A conversation that was never fetched is left to be fetched whole. */
export function told(state: State, event: MessageEvent): State {
  const channelId = event.d.channel_id;
  const [known, meanwhile] = [state.conversations.get(channelId), state.fetching.get(channelId)];
  const conversation = known && { ...known, messages: applied(known.messages, event) };
  return {
    ...state,
    ...(conversation && { conversations: new Map(state.conversations).set(channelId, conversation) }),
    ...(meanwhile && { fetching: new Map(state.fetching).set(channelId, [...meanwhile, event]) }),
  };
}

function applied(messages: readonly APIMessage[], event: MessageEvent): readonly APIMessage[] {
  switch (event.t) {
    case 'MESSAGE_CREATE':
      return placed(messages, event.d);
    case 'MESSAGE_UPDATE':
      // Only what is on show changes: an edit of something older than that is not worth a place.
      return messages.map((each) => (each.id === event.d.id ? { ...each, ...event.d } : each));
    case 'MESSAGE_DELETE':
      return messages.filter(({ id }) => id !== event.d.id);
  }
}

/** Keeps a message where it belongs: in place of its earlier self, or by its time. */
function placed(messages: readonly APIMessage[], message: APIMessage): readonly APIMessage[] {
  const at = messages.findIndex(({ id }) => id === message.id);
  if (at >= 0) return messages.with(at, message);
  const before = messages.findLastIndex(({ id }) => isLater(message.id, id));
  return messages.toSpliced(before + 1, 0, message);
}
