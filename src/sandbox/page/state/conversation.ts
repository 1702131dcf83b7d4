import type { APIMessage } from 'discord-api-types/v10';
import type { Conversation, State } from './state.ts';
import { isLater } from './unread.ts';

/** Keeps a message where it belongs: in place of its earlier self, or by its time. */
export function placed(messages: readonly APIMessage[], message: APIMessage): readonly APIMessage[] {
  const at = messages.findIndex(({ id }) => id === message.id);
  if (at >= 0) return messages.with(at, message);
  const before = messages.findLastIndex(({ id }) => isLater(message.id, id));
  return messages.toSpliced(before + 1, 0, message);
}

/** The state with one conversation changed; one that was never fetched is left to be fetched whole. */
export function converse(state: State, channelId: string, change: (known: Conversation) => Conversation): State {
  const known = state.conversations.get(channelId);
  if (known === undefined) return state;
  return { ...state, conversations: new Map(state.conversations).set(channelId, change(known)) };
}

/** Adds what was fetched, newest first as Discord sends it, to what is there. */
export function withFetched(state: State, channelId: string, fetched: readonly APIMessage[], page: number): State {
  const known = state.conversations.get(channelId)?.messages ?? [];
  const messages = fetched.reduce(placed, known);
  const conversation = { messages, hasEarlier: fetched.length === page };
  return { ...state, conversations: new Map(state.conversations).set(channelId, conversation) };
}
