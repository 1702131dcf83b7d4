import type { SeenMessage } from './seen.ts';

const PLAIN = 0;
const REPLY = 19;

/** The live card says how the match stands and nothing else: a score or a fixture, a dot, a state. */
const CARD = /^\S+ (\d+–\d+|v) \S+ · /;

const isMessage = ({ type }: SeenMessage) => type === PLAIN || type === REPLY;

/** The posts of a channel, oldest first: without its live card, and without what Discord says itself, as that it was pinned. */
export function postsOf(messages: readonly SeenMessage[]): readonly string[] {
  return messages
    .filter((message) => isMessage(message) && !CARD.test(message.content))
    .map(({ content }) => content)
    .reverse();
}

/** The live cards of a channel, as they read now. */
export function cardsOf(messages: readonly SeenMessage[]): readonly string[] {
  return messages.filter((message) => isMessage(message) && CARD.test(message.content)).map(({ content }) => content);
}
