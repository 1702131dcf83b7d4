import type { Call } from '../http/call.ts';
import type { Channel, Message } from '../state/model.ts';
import { NOBODY } from './mention.ts';
import { announce } from './post.ts';

/** What Discord itself writes into a channel, in the name of whoever did it. */
export const [ADDED, PINNED, THREAD_OPENED, THREAD_BEGINS] = [1, 6, 18, 21] as const;
export type SystemKind = typeof ADDED | typeof PINNED | typeof THREAD_OPENED | typeof THREAD_BEGINS;

const SYSTEM: readonly number[] = [ADDED, PINNED, THREAD_OPENED, THREAD_BEGINS];
/** Those that nobody can delete. */
const LASTING: readonly number[] = [ADDED, THREAD_BEGINS];

export const isSystem = ({ type }: Message): boolean => SYSTEM.includes(type);
export const isLasting = ({ type }: Message): boolean => LASTING.includes(type);

/** Says in a channel what the caller has done. */
export function tellInWords(
  call: Call,
  channel: Channel,
  type: SystemKind,
  more: Pick<Message, 'reference'> & Partial<Pick<Message, 'content' | 'mentions'>>,
): Message {
  const { world, caller } = call;
  const message = world.messages.put({
    id: world.nextId(),
    channel_id: channel.id,
    author_id: caller.id,
    type,
    content: '',
    embeds: [],
    components: [],
    attachments: [],
    flags: 0,
    tts: false,
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    ...NOBODY,
    ...more,
  });
  announce(call, 'MESSAGE_CREATE', channel, message);
  return message;
}
