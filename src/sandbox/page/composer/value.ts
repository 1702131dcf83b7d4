import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import { type Option, plain } from './invocation.ts';

export type Value = string | number | boolean;

/** An option with what was typed for it, and what was picked, if it was. */
export interface Filled {
  readonly option: Option;
  readonly text: string;
  readonly value?: Value;
}

/** Why an option cannot be sent as it stands. */
export type Fault = 'missing' | 'not-a-number' | 'not-whole' | 'not-offered' | 'too-small' | 'too-large';

export type Read = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: Fault };

const good = (value: Value): Read => ({ ok: true, value });
const bad = (fault: Fault): Read => ({ ok: false, fault });

/** What an option says, as Discord wants it. */
export function readValue({ option, text, value }: Filled): Read {
  if (value !== undefined) return good(value);
  if (text.trim() === '') return bad('missing');
  const meant = option.choices.find(({ name }) => plain(name) === plain(text.trim()));
  if (meant) return good(meant.value);
  if (option.choices.length > 0) return bad('not-offered');
  switch (option.type) {
    case Kind.String:
      return within(text.length, option) ?? good(text);
    case Kind.Integer:
    case Kind.Number: {
      const number = Number(text.trim());
      if (Number.isNaN(number)) return bad('not-a-number');
      if (option.type === Kind.Integer && !Number.isInteger(number)) return bad('not-whole');
      return within(number, option) ?? good(number);
    }
    default:
      return bad('not-offered');
  }
}

function within(size: number, { min, max }: Option): Read | undefined {
  if (size < min) return bad('too-small');
  return size > max ? bad('too-large') : undefined;
}
