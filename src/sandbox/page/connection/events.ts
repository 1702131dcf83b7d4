import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIRole,
  APIUser,
} from 'discord-api-types/v10';

/** A channel, thread or direct message, as far as the page looks into it. */
export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly guild_id?: string;
  readonly name?: string;
  readonly topic?: string | null;
  readonly position?: number;
  readonly parent_id?: string | null;
  readonly last_message_id?: string | null;
  readonly recipients?: readonly APIUser[];
  readonly thread_metadata?: { readonly archived: boolean };
}

/** An event of a server, as far as the page shows it. */
export interface ScheduledEvent {
  readonly id: string;
  readonly guild_id: string;
  readonly name: string;
  readonly scheduled_start_time: string;
  /** 1 scheduled, 2 active, 3 completed, 4 cancelled. */
  readonly status: number;
  readonly entity_metadata: { readonly location?: string } | null;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly APIRole[];
  readonly channels: readonly Channel[];
  readonly threads: readonly Channel[];
  readonly members: readonly { readonly user?: APIUser; readonly roles: readonly string[] }[];
  readonly guild_scheduled_events: readonly ScheduledEvent[];
}

export interface Modal extends APIModalInteractionResponseCallbackData {
  readonly id: string;
  readonly channel_id: string;
}

interface Own {
  readonly id: string;
  readonly nonce: string;
}

/** What the gateway tells a person's client, by name. */
interface Told {
  READY: {
    readonly user: APIUser;
    readonly session_id: string;
    readonly guilds: readonly Guild[];
    readonly private_channels: readonly Channel[];
    readonly user_settings: { readonly locale?: string };
  };
  GUILD_CREATE: Guild;
  MESSAGE_CREATE: APIMessage;
  MESSAGE_UPDATE: APIMessage;
  MESSAGE_DELETE: { readonly id: string; readonly channel_id: string };
  CHANNEL_CREATE: Channel;
  CHANNEL_UPDATE: Channel;
  CHANNEL_DELETE: Channel;
  THREAD_CREATE: Channel;
  THREAD_UPDATE: Channel;
  THREAD_DELETE: Channel;
  THREAD_MEMBERS_UPDATE: { readonly id: string; readonly removed_member_ids?: readonly string[] };
  CHANNEL_PINS_UPDATE: { readonly channel_id: string };
  GUILD_SCHEDULED_EVENT_CREATE: ScheduledEvent;
  GUILD_SCHEDULED_EVENT_UPDATE: ScheduledEvent;
  GUILD_SCHEDULED_EVENT_DELETE: ScheduledEvent;
  TYPING_START: { readonly channel_id: string; readonly user_id: string };
  INTERACTION_SUCCESS: Own;
  INTERACTION_FAILURE: Own;
  INTERACTION_MODAL_CREATE: Modal;
  APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE: Own & { readonly choices: readonly APIApplicationCommandOptionChoice[] };
}

export type GatewayEvent = { [T in keyof Told]: { readonly t: T; readonly d: Told[T] } }[keyof Told];

/** What is told of a channel's messages. */
export type MessageEvent = Extract<GatewayEvent, { t: `MESSAGE_${string}` }>;
