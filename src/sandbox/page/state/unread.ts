import type { APIMessage } from 'discord-api-types/v10';
import type { Channel } from '../connection/events.ts';
import type { State } from './state.ts';

/** Ids grow with time; a longer one is a later one. */
export const isLater = (one: string, other: string): boolean =>
  one.length === other.length ? one > other : one.length > other.length;

/** Whether something was said in a channel since the reader last looked. */
export function isUnread({ read, open }: Pick<State, 'read' | 'open'>, { id, last_message_id }: Channel): boolean {
  return id !== open && !!last_message_id && isLater(last_message_id, read[id] ?? '0');
}

/** Whether a message calls the reader: by his name, one of his roles, everyone, or as a direct message. */
export function callsMe({ me, myRoles, channels }: State, message: APIMessage): boolean {
  if (me === undefined || message.author.id === me.id) return false;
  return (
    message.mention_everyone ||
    message.mentions.some(({ id }) => id === me.id) ||
    message.mention_roles.some((id) => myRoles.has(id)) ||
    channels.get(message.channel_id)?.type === 1
  );
}

/** The state once the reader has seen all that a channel says. */
export function seen(state: State, channelId: string): State {
  const last = state.channels.get(channelId)?.last_message_id;
  const { [channelId]: _, ...calls } = state.calls;
  return { ...state, calls, read: last ? { ...state.read, [channelId]: last } : state.read };
}
