/** The package ships these schemas without types; here are the ones the sandbox checks bodies with, and what a checked body is. */
declare module 'discord-api-spec/zod' {
  import type {
    APIAllowedMentions,
    APIApplicationCommandOption,
    APIApplicationCommandOptionChoice,
    APIEmbed,
    APIMessageTopLevelComponent,
    APIModalInteractionResponseCallbackData,
    LocalizationMap,
  } from 'discord-api-types/v10';
  import type { ZodMiniType } from 'zod/mini';

  type Maybe<T> = T | null | undefined;

  export interface AttachmentForm {
    id: string;
    filename?: Maybe<string>;
    description?: Maybe<string>;
  }
  export interface MessageForm {
    content?: Maybe<string>;
    embeds?: Maybe<APIEmbed[]>;
    components?: Maybe<APIMessageTopLevelComponent[]>;
    attachments?: Maybe<AttachmentForm[]>;
    allowed_mentions?: Maybe<APIAllowedMentions>;
    message_reference?: Maybe<{
      message_id: string;
      channel_id?: Maybe<string>;
      fail_if_not_exists?: Maybe<boolean>;
    }>;
    flags?: Maybe<number>;
    nonce?: Maybe<string | number>;
    enforce_nonce?: Maybe<boolean>;
    tts?: Maybe<boolean>;
    sticker_ids?: Maybe<string[]>;
    poll?: Maybe<object>;
  }
  export interface CommandForm {
    id?: Maybe<string>;
    type?: Maybe<number>;
    name: string;
    name_localizations?: Maybe<LocalizationMap>;
    description?: Maybe<string>;
    description_localizations?: Maybe<LocalizationMap>;
    options?: Maybe<APIApplicationCommandOption[]>;
    default_member_permissions?: Maybe<number>;
    dm_permission?: Maybe<boolean>;
    contexts?: Maybe<number[]>;
    integration_types?: Maybe<number[]>;
  }
  export interface OverwriteForm {
    type?: Maybe<0 | 1>;
    allow?: Maybe<number>;
    deny?: Maybe<number>;
  }
  export interface ChannelForm {
    type?: Maybe<number>;
    name?: Maybe<string>;
    topic?: Maybe<string>;
    position?: Maybe<number>;
    nsfw?: Maybe<boolean>;
    rate_limit_per_user?: Maybe<number>;
    parent_id?: Maybe<string>;
    permission_overwrites?: Maybe<(OverwriteForm & { id: string })[]>;
  }
  export interface ThreadForm {
    name: string;
    type?: Maybe<10 | 11 | 12>;
    auto_archive_duration?: Maybe<number>;
    rate_limit_per_user?: Maybe<number>;
    invitable?: Maybe<boolean>;
  }
  export interface ThreadPatchForm extends Partial<Omit<ThreadForm, 'name' | 'type'>> {
    name?: Maybe<string>;
    archived?: Maybe<boolean>;
    locked?: Maybe<boolean>;
  }
  export interface EventForm {
    name: string;
    description?: Maybe<string>;
    scheduled_start_time: string;
    scheduled_end_time?: Maybe<string>;
    privacy_level: number;
    entity_type: number;
    channel_id?: Maybe<string>;
    entity_metadata?: Maybe<{ location: string }>;
  }
  export interface EventPatchForm extends Partial<Omit<EventForm, 'entity_type'>> {
    status?: Maybe<number>;
    entity_type?: Maybe<number>;
  }

  export const MessageCreateRequestSchema: ZodMiniType<MessageForm>;
  export const MessageEditRequestPartialSchema: ZodMiniType<MessageForm>;
  export const IncomingWebhookRequestPartialSchema: ZodMiniType<MessageForm>;
  export const IncomingWebhookUpdateRequestPartialSchema: ZodMiniType<MessageForm>;
  export const IncomingWebhookInteractionRequestSchema: ZodMiniType<MessageForm>;
  export const IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema: ZodMiniType<MessageForm>;
  export const InteractionApplicationCommandAutocompleteCallbackStringDataSchema: ZodMiniType<{
    choices?: Maybe<Maybe<APIApplicationCommandOptionChoice<string>>[]>;
  }>;
  export const InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema: ZodMiniType<{
    choices?: Maybe<Maybe<APIApplicationCommandOptionChoice<number>>[]>;
  }>;
  export const InteractionApplicationCommandAutocompleteCallbackNumberDataSchema: ZodMiniType<{
    choices?: Maybe<Maybe<APIApplicationCommandOptionChoice<number>>[]>;
  }>;
  export const ModalInteractionCallbackRequestDataSchema: ZodMiniType<APIModalInteractionResponseCallbackData>;
  export const ApplicationCommandCreateRequestSchema: ZodMiniType<CommandForm>;
  export const ApplicationCommandUpdateRequestSchema: ZodMiniType<CommandForm>;
  export const ApplicationCommandPatchRequestPartialSchema: ZodMiniType<Partial<CommandForm>>;
  export const CreateGuildChannelRequestSchema: ZodMiniType<ChannelForm & { name: string }>;
  export const UpdateGuildChannelRequestPartialSchema: ZodMiniType<ChannelForm>;
  export const UpdateThreadRequestPartialSchema: ZodMiniType<ThreadPatchForm>;
  export const CreateTextThreadWithMessageRequestSchema: ZodMiniType<ThreadForm>;
  export const CreateTextThreadWithoutMessageRequestSchema: ZodMiniType<ThreadForm>;
  export const ExternalScheduledEventCreateRequestSchema: ZodMiniType<EventForm>;
  export const VoiceScheduledEventCreateRequestSchema: ZodMiniType<EventForm>;
  export const ExternalScheduledEventPatchRequestPartialSchema: ZodMiniType<EventPatchForm>;
  export const VoiceScheduledEventPatchRequestPartialSchema: ZodMiniType<EventPatchForm>;
}
