import type { APIMessage } from 'discord-api-types/v10';
import { completed } from '../composer/composer.ts';
import type { GatewayEvent } from '../connection/events.ts';
import { told } from './conversation.ts';
import { gone, guild, left, ready } from './places.ts';
import type { State } from './state.ts';
import { without } from './state.ts';
import { callsMe, seen } from './unread.ts';

/** How long "is typing" stands, in ms, as on Discord. */
const TYPES_FOR = 10_000;

/** What the page knows after the gateway said something. */
export function hear(state: State, event: GatewayEvent, now: number): State {
  switch (event.t) {
    case 'READY':
      return ready(state, event.d);
    case 'GUILD_CREATE':
      return guild(state, event.d);
    case 'MESSAGE_CREATE':
      return spoken(told(state, event), event.d);
    case 'MESSAGE_UPDATE':
    case 'MESSAGE_DELETE':
      return told(state, event);
    case 'CHANNEL_CREATE':
    case 'CHANNEL_UPDATE':
    case 'THREAD_CREATE':
    case 'THREAD_UPDATE':
      return { ...state, channels: new Map(state.channels).set(event.d.id, event.d) };
    case 'CHANNEL_DELETE':
    case 'THREAD_DELETE':
      return gone(state, event.d);
    case 'THREAD_MEMBERS_UPDATE':
      return left(state, event.d.id, event.d.removed_member_ids ?? []);
    case 'GUILD_SCHEDULED_EVENT_CREATE':
    case 'GUILD_SCHEDULED_EVENT_UPDATE':
      return { ...state, events: new Map(state.events).set(event.d.id, event.d) };
    case 'GUILD_SCHEDULED_EVENT_DELETE':
      return { ...state, events: new Map([...state.events].filter(([id]) => id !== event.d.id)) };
    case 'TYPING_START':
      return { ...state, typing: { ...state.typing, [`${event.d.channel_id}:${event.d.user_id}`]: now + TYPES_FOR } };
    case 'INTERACTION_SUCCESS':
      return { ...state, asked: state.asked.filter(({ nonce }) => nonce !== event.d.nonce) };
    case 'INTERACTION_FAILURE':
      return {
        ...state,
        asked: state.asked.map((asked) => (asked.nonce === event.d.nonce ? { ...asked, state: 'failed' } : asked)),
        composer: completed(state.composer, event.d.nonce, 'failed'),
      };
    case 'INTERACTION_MODAL_CREATE':
      return { ...state, modal: event.d };
    case 'APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE':
      return { ...state, composer: completed(state.composer, event.d.nonce, event.d.choices) };
    default:
      return state;
  }
}

function spoken(state: State, message: APIMessage): State {
  const { channel_id, author } = message;
  const channel = state.channels.get(channel_id);
  const typist = `${channel_id}:${author.id}` as const;
  const heard: State = {
    ...state,
    channels: channel
      ? new Map(state.channels).set(channel_id, { ...channel, last_message_id: message.id })
      : state.channels,
    users: new Map(state.users).set(author.id, author),
    typing: without(state.typing, typist),
  };
  if (channel_id === state.open || author.id === state.me?.id) return seen(heard, channel_id);
  if (!callsMe(state, message)) return heard;
  return { ...heard, calls: { ...heard.calls, [channel_id]: (heard.calls[channel_id] ?? 0) + 1 } };
}
