import type {
  APIActionRowComponent,
  APIAllowedMentions,
  APIComponentInMessageActionRow,
  APIEmbed,
} from 'discord-api-types/v10';

/**
 * A message as Discord takes it. `content` is what a notification and a screen reader say, complete in itself.
 * `allowed_mentions` is never left to Discord's default, which would ping.
 */
export interface MessageBody {
  readonly content: string;
  readonly embeds?: APIEmbed[];
  readonly components?: APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly allowed_mentions: APIAllowedMentions;
}
