import type {
  APIApplicationCommandInteractionDataOption,
  APIApplicationCommandOption,
  APIApplicationCommandOptionChoice,
  APIEmbed,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
  LocalizationMap,
} from 'discord-api-types/v10';

/**
 * The rows of the sandbox, in Discord's own words (`guild_id`, `permission_overwrites`): what is kept is nearly what is sent,
 * and a reader who knows Discord's documentation knows this file.
 */
export type Snowflake = string;

export interface User {
  readonly id: Snowflake;
  readonly username: string;
  readonly global_name: string | null;
  readonly bot: boolean;
  /** What the Authorization header says: `Bot TOKEN` for a bot, the bare token for a person. */
  readonly token: string;
  readonly locale: string;
}

export interface Guild {
  readonly id: Snowflake;
  readonly name: string;
  readonly owner_id: Snowflake;
  readonly preferred_locale: string;
}

export interface Role {
  readonly id: Snowflake;
  readonly guild_id: Snowflake;
  readonly name: string;
  readonly permissions: string;
  readonly position: number;
  readonly color: number;
  readonly mentionable: boolean;
  readonly managed: boolean;
}

export interface Member {
  /** `guild:user`, see {@link memberId}. */
  readonly id: string;
  readonly guild_id: Snowflake;
  readonly user_id: Snowflake;
  readonly roles: readonly Snowflake[];
  readonly joined_at: string;
}

export const memberId = (guild: Snowflake, user: Snowflake): string => `${guild}:${user}`;

export interface Overwrite {
  readonly id: Snowflake;
  /** 0 a role, 1 a member. */
  readonly type: 0 | 1;
  readonly allow: string;
  readonly deny: string;
}

export interface Thread {
  readonly owner_id: Snowflake;
  readonly archived: boolean;
  readonly locked: boolean;
  readonly invitable: boolean;
  readonly auto_archive_duration: number;
  readonly archive_timestamp: string;
  readonly create_timestamp: string;
  readonly members: readonly Snowflake[];
}

export interface Channel {
  readonly id: Snowflake;
  readonly type: number;
  readonly guild_id?: Snowflake;
  readonly name: string;
  readonly topic?: string | null;
  readonly position: number;
  readonly parent_id?: Snowflake | null;
  readonly nsfw?: boolean;
  readonly rate_limit_per_user?: number;
  readonly permission_overwrites: readonly Overwrite[];
  /** The person on the other end of a direct message with the bot. */
  readonly recipient_id?: Snowflake;
  readonly thread?: Thread;
}

export interface Attachment {
  readonly id: Snowflake;
  readonly filename: string;
  readonly description?: string;
  readonly size: number;
  readonly content_type: string;
  readonly width?: number;
  readonly height?: number;
}

export interface Message {
  readonly id: Snowflake;
  readonly channel_id: Snowflake;
  readonly author_id: Snowflake;
  readonly type: number;
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly attachments: readonly Attachment[];
  readonly flags: number;
  readonly tts: boolean;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly mentions: readonly Snowflake[];
  readonly mention_roles: readonly Snowflake[];
  readonly mention_everyone: boolean;
  readonly pinned_at?: string;
  readonly nonce?: string | number;
  /** What it answers or is about; one that tells of a new thread names the thread alone. */
  readonly reference?: { readonly channel_id: Snowflake; readonly message_id?: Snowflake };
  /** Set on what an interaction answered: whose it was and which command. */
  readonly interaction?: {
    readonly id: Snowflake;
    readonly type: number;
    readonly user_id: Snowflake;
    readonly name?: string;
  };
  /** The one person who sees an ephemeral message. */
  readonly ephemeral_for?: Snowflake;
}

export interface Command {
  readonly id: Snowflake;
  readonly guild_id?: Snowflake;
  readonly type: number;
  readonly name: string;
  readonly name_localizations: LocalizationMap | null;
  readonly description: string;
  readonly description_localizations: LocalizationMap | null;
  readonly options: readonly APIApplicationCommandOption[];
  readonly default_member_permissions: string | null;
  readonly dm_permission: boolean;
  readonly contexts: readonly number[] | null;
  readonly integration_types: readonly number[];
  readonly nsfw: boolean;
  readonly version: Snowflake;
}

export interface ScheduledEvent {
  readonly id: Snowflake;
  readonly guild_id: Snowflake;
  readonly channel_id: Snowflake | null;
  readonly creator_id: Snowflake;
  readonly name: string;
  readonly description: string | null;
  readonly scheduled_start_time: string;
  readonly scheduled_end_time: string | null;
  readonly privacy_level: number;
  /** 1 scheduled, 2 active, 3 completed, 4 cancelled. */
  readonly status: number;
  readonly entity_type: number;
  readonly entity_id: null;
  readonly entity_metadata: { readonly location: string } | null;
}

export type InteractionState = 'waiting' | 'deferred' | 'answered' | 'failed';

export interface Interaction {
  readonly id: Snowflake;
  readonly token: string;
  readonly type: number;
  readonly user_id: Snowflake;
  readonly channel_id: Snowflake;
  readonly guild_id?: Snowflake;
  readonly nonce: string;
  readonly created_at: number;
  readonly state: InteractionState;
  /** The number of the callback that answered it. */
  readonly callback?: number;
  readonly command?: { readonly id: Snowflake; readonly name: string };
  readonly options?: readonly APIApplicationCommandInteractionDataOption[];
  /** The message a pressed component sits on. */
  readonly source_id?: Snowflake;
  /** The message `@original` stands for. */
  readonly original_id?: Snowflake;
  readonly choices?: readonly APIApplicationCommandOptionChoice[];
  readonly modal?: APIModalInteractionResponseCallbackData;
}
