import type {
  APIActionRowComponent,
  APIAllowedMentions,
  APIComponentInMessageActionRow,
  APIEmbed,
} from 'discord-api-types/v10';

/** A picture that a message shows. Drawn by whoever sends the message, and only when it is sent. */
export interface Picture {
  /** The file's name, `table.png`. */
  readonly name: string;
  readonly svg: string;
  /** What it shows, for who does not see it; 1024 characters at most. */
  readonly alt: string;
}

/**
 * A message as Discord takes it. `content` is what a notification and a screen reader say, complete in itself.
 * `allowed_mentions` is never left to Discord's default, which would ping.
 */
export interface MessageBody {
  readonly content: string;
  readonly embeds?: APIEmbed[];
  readonly components?: APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly allowed_mentions: APIAllowedMentions;
  /** A file that goes along, since a file alone has words for who does not see it. Discord is never told of it in this form. */
  readonly picture?: Picture;
  /** What stands in the place of embeds and components where no picture can be shown; the same without it unless said. */
  readonly withoutPicture?: Pick<MessageBody, 'embeds' | 'components'>;
}
