import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { fitMessage } from './limits.ts';
import type { MessageBody, Picture } from './message.ts';

/** A way on from a message. `id` is `<command>:<argument>…`, so that it works after any restart. */
export interface Button {
  readonly id: string;
  readonly label: string;
  readonly disabled?: boolean;
}

/** A menu of which `min` to `max` options can be chosen. `id` is made as a button's. */
export interface Select {
  readonly id: string;
  readonly placeholder: string;
  readonly options: readonly SelectOption[];
  readonly min: number;
  readonly max: number;
}

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly chosen?: boolean;
}

/** What a message is made of; whatever is left out or empty is not sent. */
export interface Parts {
  readonly content: string;
  readonly embed?: APIEmbed;
  /** Each stands in a row of its own, above the buttons. */
  readonly selects?: readonly Select[];
  readonly buttons?: readonly Button[];
  /** Shown beneath the content, above the embed. */
  readonly picture?: Picture;
  /** What stands in the place of embed and buttons where no picture can be shown; the same unless said. */
  readonly withoutPicture?: Pick<Parts, 'embed' | 'buttons'>;
}

/** The one place where messages are made: it pings nobody and fits Discord's limits. */
export function compose({ content, picture, withoutPicture, ...parts }: Parts): MessageBody {
  return fitMessage({
    content,
    ...body(parts),
    ...(picture && { picture }),
    ...(withoutPicture && { withoutPicture: body(withoutPicture) }),
    allowed_mentions: { parse: [] },
  });
}

function body({
  embed,
  selects = [],
  buttons = [],
}: Omit<Parts, 'content'>): Pick<MessageBody, 'embeds' | 'components'> {
  const rows = [...selects.map(menu), ...(buttons.length > 0 ? [buttonRow(buttons)] : [])];
  return { ...(embed && { embeds: [embed] }), ...(rows.length > 0 && { components: rows }) };
}

/**
 * The message with a role named before it, which rings; with `silently` it reads the same and rings nobody, as an edit
 * must.
 */
export function withPing(
  message: MessageBody,
  roleId: string,
  { silently = false }: { readonly silently?: boolean } = {},
): MessageBody {
  return fitMessage({
    ...message,
    content: `<@&${roleId}> ${message.content}`,
    allowed_mentions: { parse: [], ...(!silently && { roles: [roleId] }) },
  });
}

function buttonRow(buttons: readonly Button[]): APIActionRowComponent<APIButtonComponentWithCustomId> {
  return {
    type: ComponentType.ActionRow,
    components: buttons.map(({ id, label, disabled = false }) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      custom_id: id,
      label,
      ...(disabled && { disabled }),
    })),
  };
}

function menu({ id, placeholder, options, min, max }: Select): APIActionRowComponent<APIStringSelectComponent> {
  const select: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder,
    options: options.map(({ value, label, description, chosen = false }) => ({
      value,
      label,
      ...(description !== undefined && { description }),
      ...(chosen && { default: true }),
    })),
    min_values: min,
    max_values: max,
  };
  return { type: ComponentType.ActionRow, components: [select] };
}
