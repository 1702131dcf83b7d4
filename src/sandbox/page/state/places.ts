import type { Channel, GatewayEvent, Guild } from '../connection/events.ts';
import { type State, without } from './state.ts';

type Ready = Extract<GatewayEvent, { t: 'READY' }>['d'];

const PRIVATE_THREAD = 12;

/** A new session knows nothing of what was missed: what was fetched before is dropped, to be fetched anew. */
export function ready(state: State, { user, guilds, private_channels }: Ready): State {
  const all = guilds.flatMap(placesOf).concat(private_channels);
  const people = guilds.flatMap(({ members }) => members.flatMap((member) => member.user ?? []));
  const recipients = private_channels.flatMap(({ recipients = [] }) => recipients);
  const mine = guilds.flatMap(({ members }) => members.find((member) => member.user?.id === user.id)?.roles ?? []);
  return {
    ...without(state, 'pins'),
    me: user,
    guilds: guilds.map(({ id, name }) => ({ id, name })),
    channels: new Map(all.map((channel) => [channel.id, channel])),
    events: new Map(guilds.flatMap(({ guild_scheduled_events: events }) => events).map((event) => [event.id, event])),
    users: new Map([user, ...people, ...recipients].map((each) => [each.id, each])),
    roles: new Map(guilds.flatMap(({ roles }) => roles).map((role) => [role.id, role])),
    myRoles: new Set(mine),
    conversations: new Map(),
    fetching: new Map(),
    typing: {},
  };
}

const placesOf = ({ id, channels, threads }: Guild): Channel[] =>
  [...channels, ...threads].map((channel) => ({ guild_id: id, ...channel }));

/** A server told anew: its channels are what it says now. */
export function guild(state: State, told: Guild): State {
  const others = [...state.channels].filter(([, { guild_id }]) => guild_id !== told.id);
  const places = placesOf(told).map((channel) => [channel.id, channel] as const);
  return { ...state, channels: new Map([...others, ...places]) };
}

/** Adds channels that were asked for, such as threads that are archived. */
export const withChannels = (state: State, found: readonly Channel[]): State =>
  found.length === 0
    ? state
    : { ...state, channels: new Map([...state.channels, ...found.map((channel) => [channel.id, channel] as const)]) };

/** Whoever leaves a private thread sees it no more. */
export function left(state: State, threadId: string, went: readonly string[]): State {
  const thread = state.channels.get(threadId);
  const isShutOut = thread?.type === PRIVATE_THREAD && state.me !== undefined && went.includes(state.me.id);
  return isShutOut && state.preferences.reader !== 'admin' ? gone(state, thread) : state;
}

export function gone(state: State, { id }: Pick<Channel, 'id'>): State {
  const channels = new Map(state.channels);
  channels.delete(id);
  return state.open === id ? { ...without(state, 'open'), channels } : { ...state, channels };
}
