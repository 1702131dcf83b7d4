import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { fitMessage } from './limits.ts';
import type { MessageBody } from './message.ts';

/** A way on from a message. `id` is `<command>:<argument>…`, so that it works after any restart. */
export interface Button {
  readonly id: string;
  readonly label: string;
  readonly disabled?: boolean;
}

/** What a message is made of; whatever is left out or empty is not sent. */
export interface Parts {
  readonly content: string;
  readonly embed?: APIEmbed;
  readonly buttons?: readonly Button[];
}

/** The one place where messages are made: it pings nobody and fits Discord's limits. */
export function compose({ content, embed, buttons = [] }: Parts): MessageBody {
  return fitMessage({
    content,
    ...(embed && { embeds: [embed] }),
    ...(buttons.length > 0 && { components: [rowOf(buttons)] }),
    allowed_mentions: { parse: [] },
  });
}

function rowOf(buttons: readonly Button[]): APIActionRowComponent<APIButtonComponentWithCustomId> {
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
