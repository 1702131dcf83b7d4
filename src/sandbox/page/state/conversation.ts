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
  const conversations = conversation ? new Map(state.conversations).set(channelId, conversation) : state.conversations;
  return {
    ...state,
    ...wherever(state, conversations, event),
    ...(meanwhile && { fetching: new Map(state.fetching).set(channelId, [...meanwhile, event]) }),
  };
}

/** A message stands in more than its place: above what answers it, in whichever channel, and among the pins. */
function wherever(
  { pins }: Pick<State, 'pins'>,
  conversations: State['conversations'],
  event: MessageEvent,
): Pick<State, 'conversations' | 'pins'> {
  if (event.t === 'MESSAGE_CREATE') return { conversations, ...(pins && { pins }) };
  const answers = (each: APIMessage) => each.referenced_message?.id === event.d.id;
  const mended = [...conversations].map(([id, conversation]) => {
    const { messages } = conversation;
    if (!messages.some(answers)) return [id, conversation] as const;
    return [
      id,
      { ...conversation, messages: messages.map((each) => (answers(each) ? answer(each, event) : each)) },
    ] as const;
  });
  return {
    conversations: new Map(mended),
    ...(pins && { pins: pins.messages ? { ...pins, messages: applied(pins.messages, event) } : pins }),
  };
}

/** A message that answers one that has changed, or is no more. */
function answer(message: APIMessage, event: Exclude<MessageEvent, { t: 'MESSAGE_CREATE' }>): APIMessage {
  const { referenced_message: original } = message;
  if (event.t === 'MESSAGE_DELETE' || !original) return { ...message, referenced_message: null };
  return { ...message, referenced_message: { ...original, ...event.d } };
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
