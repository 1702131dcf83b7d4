import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import type { Modal } from '../../commands/answer.ts';

/** The one line of every form. */
const TYPED = 'typed';

/** A form with one line, as Discord takes it. */
export function modalBody({ customId, title, label, maxLength }: Modal): APIModalInteractionResponseCallbackData {
  const line = {
    type: ComponentType.TextInput,
    custom_id: TYPED,
    style: TextInputStyle.Short,
    label,
    min_length: 1,
    max_length: maxLength,
    required: true,
  } as const;
  return { custom_id: customId, title, components: [{ type: ComponentType.ActionRow, components: [line] }] };
}

/** What stands in the line of a form that was sent in. */
export function typedIn({ fields }: ModalSubmitInteraction): string {
  return fields.fields.has(TYPED) ? fields.getTextInputValue(TYPED) : '';
}
