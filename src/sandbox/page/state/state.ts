import type { APIMessage, APIRole, APIUser } from 'discord-api-types/v10';
import { type Composer, EMPTY_COMPOSER } from '../composer/composer.ts';
import type { Invocation } from '../composer/invocation.ts';
import type { Channel, Guild, MessageEvent, Modal, ScheduledEvent } from '../connection/events.ts';
import type { PanelState } from '../panel/panel-state.ts';
import { NO_PANEL } from '../panel/panel-state.ts';
import type { Preferences } from './preferences.ts';

/** What a channel has said, oldest first, as far back as it was asked for. */
export interface Conversation {
  readonly messages: readonly APIMessage[];
  readonly hasEarlier: boolean;
}

/** Something the reader asked of the bot, until it answers. Failed ones stay until they are dismissed. */
export interface Asked {
  readonly nonce: string;
  readonly channelId: string;
  readonly state: 'waiting' | 'failed';
  readonly at: number;
  /** The command's name; pressed buttons have the message they sit on instead. */
  readonly command?: string;
  readonly messageId?: string;
}

/** A channel's own drawer and the match panel share the narrow screen with the conversation, one at a time. */
export type Drawer = 'none' | 'channels' | 'panel';

/** What is pinned in a channel, the last pinned first; nothing yet while it is asked for. */
export interface Pins {
  readonly channelId: string;
  readonly messages?: readonly APIMessage[];
}

export interface State {
  readonly preferences: Preferences;
  readonly connection: 'connecting' | 'live' | 'lost';
  readonly me?: APIUser;
  readonly guilds: readonly Pick<Guild, 'id' | 'name'>[];
  readonly channels: ReadonlyMap<string, Channel>;
  /** What the servers have announced. */
  readonly events: ReadonlyMap<string, ScheduledEvent>;
  /** Whether all channels are listed, however many there are. */
  readonly showsAll: boolean;
  readonly users: ReadonlyMap<string, APIUser>;
  readonly roles: ReadonlyMap<string, APIRole>;
  readonly myRoles: ReadonlySet<string>;
  /** The channel on show. */
  readonly open?: string;
  /** The pins of the open channel, while they are on show. */
  readonly pins?: Pins;
  readonly conversations: ReadonlyMap<string, Conversation>;
  /** Channels that are being fetched from, with what is told of their messages meanwhile. */
  readonly fetching: ReadonlyMap<string, readonly MessageEvent[]>;
  /** The last message the reader has seen, by channel. */
  readonly read: Readonly<Record<string, string>>;
  /** How often he was called since, by channel. */
  readonly calls: Readonly<Record<string, number>>;
  /** Until when, in ms, somebody is typing, by channel and user. */
  readonly typing: Readonly<Record<string, number>>;
  readonly asked: readonly Asked[];
  readonly modal?: Modal;
  readonly invocations: readonly Invocation[];
  readonly composer: Composer;
  readonly panel: PanelState;
  readonly drawer: Drawer;
  /** What a screen reader is told next. */
  readonly said: string;
  /** Something that did not work, in words. */
  readonly trouble?: string;
  /** ms since the epoch, renewed twice a minute for "3 minutes ago". */
  readonly now: number;
}

export const beginning = (preferences: Preferences, now: number): State => ({
  preferences,
  connection: 'connecting',
  guilds: [],
  channels: new Map(),
  events: new Map(),
  showsAll: false,
  users: new Map(),
  roles: new Map(),
  myRoles: new Set(),
  conversations: new Map(),
  fetching: new Map(),
  read: {},
  calls: {},
  typing: {},
  asked: [],
  invocations: [],
  composer: EMPTY_COMPOSER,
  panel: NO_PANEL,
  drawer: 'none',
  said: '',
  now,
});

/** A state without one of the things it may go without. */
export function without<S extends object, K extends keyof S>(state: S, ...keys: readonly K[]): Omit<S, K> {
  return Object.fromEntries(Object.entries(state).filter(([key]) => !keys.some((each) => each === key))) as Omit<S, K>;
}
