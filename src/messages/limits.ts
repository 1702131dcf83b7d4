import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type APIStringSelectComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { cut, cutMarkup } from './cut.ts';
import type { MessageBody } from './message.ts';

/** What Discord takes, in characters and pieces. */
export const LIMITS = {
  content: 2000,
  embeds: 10,
  embedsTotal: 6000,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  rows: 5,
  buttonsInRow: 5,
  label: 80,
  customId: 100,
  placeholder: 150,
  options: 25,
  optionLabel: 100,
  optionDescription: 100,
  optionValue: 100,
  alt: 1024,
} as const;

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** The message within every limit of Discord's: what is too long is cut at a word, what is too many is left out. */
export function fitMessage(message: MessageBody): MessageBody {
  const { picture, withoutPicture } = message;
  return {
    ...message,
    content: cutMarkup(message.content, LIMITS.content),
    ...fitParts(message),
    ...(picture && { picture: { ...picture, alt: cut(picture.alt, LIMITS.alt) } }),
    ...(withoutPicture && { withoutPicture: fitParts(withoutPicture) }),
  };
}

function fitParts({ embeds, components }: Pick<MessageBody, 'embeds' | 'components'>) {
  const budget = budgetOf(LIMITS.embedsTotal);
  return {
    ...(embeds && {
      embeds: embeds
        .map((embed) => fitEmbed(embed, budget))
        .filter(saysSomething)
        .slice(0, LIMITS.embeds),
    }),
    ...(components && { components: components.map(fitRow).filter(notEmpty).slice(0, LIMITS.rows) }),
  };
}

/** The characters that all embeds of a message share, spent in the order in which they are read. */
interface Budget {
  spend(text: string, max: number): string;
  /** Whether there is room for something that would be worth reading. */
  hasRoom(): boolean;
}

function budgetOf(characters: number): Budget {
  let left = characters;
  return {
    spend(text, max) {
      const fitting = cutMarkup(text, Math.min(max, left));
      left -= fitting.length;
      return fitting;
    },
    hasRoom: () => left > 40,
  };
}

function fitEmbed(embed: APIEmbed, budget: Budget): APIEmbed {
  const { title, author, description, fields, footer } = embed;
  return {
    ...embed,
    ...(title && { title: budget.spend(title, LIMITS.title) }),
    ...(author && { author: { ...author, name: budget.spend(author.name, LIMITS.author) } }),
    ...(footer && { footer: { ...footer, text: budget.spend(footer.text, LIMITS.footer) } }),
    ...(description && { description: budget.spend(description, LIMITS.description) }),
    ...(fields && {
      fields: fields.slice(0, LIMITS.fields).flatMap((field) => {
        if (!budget.hasRoom()) return [];
        const name = budget.spend(field.name, LIMITS.fieldName);
        return budget.hasRoom() ? [{ ...field, name, value: budget.spend(field.value, LIMITS.fieldValue) }] : [];
      }),
    }),
  };
}

function saysSomething({ title, author, footer, description, image, fields = [] }: APIEmbed): boolean {
  return Boolean(image || title || author?.name || footer?.text || description || fields.length > 0);
}

/** A cut custom id would lead somewhere else, so a button or a menu whose id is too long is left out. */
function fitRow(row: Row): Row {
  const components = row.components
    .filter((component) => !('custom_id' in component) || component.custom_id.length <= LIMITS.customId)
    .map(fitComponent)
    .filter((component) => component.type !== ComponentType.StringSelect || component.options.length > 0);
  return { ...row, components: components.slice(0, LIMITS.buttonsInRow) };
}

function fitComponent(component: APIComponentInMessageActionRow): APIComponentInMessageActionRow {
  if (component.type === ComponentType.StringSelect) return fitSelect(component);
  if (!('label' in component) || !component.label) return component;
  return { ...component, label: cut(component.label, LIMITS.label) };
}

/** A cut value would mean something else, so an option whose value is too long is left out. */
function fitSelect(select: APIStringSelectComponent): APIStringSelectComponent {
  const options = select.options
    .filter(({ value }) => value.length <= LIMITS.optionValue)
    .slice(0, LIMITS.options)
    .map(({ label, description, ...option }) => ({
      ...option,
      label: cut(label, LIMITS.optionLabel),
      ...(description && { description: cut(description, LIMITS.optionDescription) }),
    }));
  const { placeholder, min_values: min = 1, max_values: max = 1 } = select;
  return {
    ...select,
    ...(placeholder && { placeholder: cut(placeholder, LIMITS.placeholder) }),
    options,
    min_values: Math.min(min, options.length),
    max_values: Math.min(max, options.length),
  };
}

function notEmpty(row: Row): boolean {
  return row.components.length > 0;
}
