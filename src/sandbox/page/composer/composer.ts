import type { Choice, Invocation, Option } from './invocation.ts';
import type { Offer } from './offer.ts';
import { type Fault, type Filled, readValue, type Value } from './value.ts';

/** What the bot is asked to suggest for the option that is being typed, and what it said. */
export interface Completing {
  readonly nonce: string;
  readonly choices: readonly Choice[] | 'waiting' | 'failed';
}

/** Why nothing was sent: an option that lacks something, or words from Discord or about it. */
export type Problem =
  | { readonly kind: 'option'; readonly option: Option; readonly fault: Fault }
  | { readonly kind: 'unknown-command' | 'forbidden-command'; readonly name: string }
  | { readonly kind: 'refused'; readonly words: string };

/** The line at the bottom: words to say, or a command with its options. */
export interface Composer {
  readonly text: string;
  readonly use?: Invocation;
  readonly filled: readonly Filled[];
  /** Which field has the caret; one past the last option is the tail, where more options are added. */
  readonly at: number;
  /** The offer the keys stand on; where they have not moved, the first of what was asked for. */
  readonly active?: number;
  /** Whether the list was shut with Escape, until more is typed. */
  readonly isShut: boolean;
  readonly completing?: Completing;
  readonly problem?: Problem;
  /** Grows whenever the caret is to be put into the field `at`. */
  readonly focus: number;
}

export const EMPTY_COMPOSER: Composer = { text: '', filled: [], at: 0, isShut: false, focus: 0 };

/** Everything that ends with a move of the caret or a key: the list opens anew, complaints are taken back. */
const fresh = ({ text, use, filled, at, focus }: Composer): Composer => ({
  text,
  ...(use && { use }),
  filled,
  at,
  isShut: false,
  focus,
});

/** The option the caret is in, if it is in one. */
export const currentOption = ({ use, filled, at }: Composer): Filled | undefined => (use ? filled[at] : undefined);

/** What stands in the field the caret is in. */
export const currentText = (composer: Composer): string => currentOption(composer)?.text ?? composer.text;

export function typed(composer: Composer, text: string): Composer {
  const filled = currentOption(composer);
  if (!filled) return { ...fresh(composer), text };
  return { ...fresh(composer), filled: composer.filled.with(composer.at, { option: filled.option, text }) };
}

/** The caret was put into a field by hand; one that is no more there is none. */
export const focused = (composer: Composer, at: number): Composer =>
  at === composer.at || at > composer.filled.length ? composer : { ...fresh(composer), at };

const moved = (composer: Composer, at: number): Composer => ({ ...fresh(composer), at, focus: composer.focus + 1 });

/** Takes an offer: a command, one more option, or a value for the option that is being typed. */
export function picked(composer: Composer, offer: Offer): Composer {
  switch (offer.kind) {
    case 'use':
      return begun(composer, offer.use);
    case 'option':
      return moved(
        { ...composer, text: '', filled: [...composer.filled, { option: offer.option, text: '' }] },
        composer.filled.length,
      );
    case 'value':
      return filledIn(composer, offer.label, offer.value);
  }
}

function begun(composer: Composer, use: Invocation): Composer {
  const filled = use.options.filter(({ required }) => required).map((option) => ({ option, text: '' }));
  return moved({ ...composer, text: '', use, filled }, 0);
}

function filledIn(composer: Composer, label: string, value: Value): Composer {
  const current = currentOption(composer);
  if (!current) return composer;
  const filled = composer.filled.with(composer.at, { option: current.option, text: label, value });
  const next = filled.findIndex((each) => each.option.required && !readValue(each).ok);
  return moved({ ...composer, filled }, next < 0 ? filled.length : next);
}

/** Backspace at the beginning of a field: an option that need not be there goes, and with nothing left the command. */
export function erased(composer: Composer): Composer {
  const { use, filled, at } = composer;
  if (!use) return composer;
  const current = filled[at];
  if (current?.option.required === false)
    return moved({ ...composer, filled: filled.toSpliced(at, 1) }, Math.max(0, at - 1));
  return at > 0 ? moved(composer, at - 1) : left(composer);
}

/** Back to plain words, none. */
export const left = ({ focus }: Composer): Composer => ({ ...EMPTY_COMPOSER, focus: focus + 1 });

export const troubled = (composer: Composer, problem: Problem, at = composer.at): Composer => ({
  ...moved(composer, at),
  isShut: true,
  problem,
});

/** The answer to what was asked; one to an earlier question is of no use any more. */
export function completed(composer: Composer, nonce: string, choices: Completing['choices']): Composer {
  return composer.completing?.nonce === nonce ? { ...composer, completing: { nonce, choices } } : composer;
}

export type Reading =
  | { readonly ok: true; readonly options: readonly GivenOption[] }
  | { readonly ok: false; readonly problem: Problem; readonly at: number };

/** An option as a client sends it. */
export interface GivenOption {
  readonly type: number;
  readonly name: string;
  readonly value?: Value;
  readonly focused?: boolean;
  readonly options?: readonly GivenOption[];
}

/** The options of a command as Discord wants them, or the first that keeps it from being sent. */
export function readOptions({ use, filled }: Composer): Reading {
  const given: GivenOption[] = [];
  for (const [at, each] of filled.entries()) {
    const { option } = each;
    const read = readValue(each);
    if (read.ok) given.push({ type: option.type, name: option.name, value: read.value });
    else if (option.required || read.fault !== 'missing')
      return { ok: false, at, problem: { kind: 'option', option, fault: read.fault } };
  }
  return { ok: true, options: nested(use?.path ?? [], given) };
}

/** The options while one is being typed: that one as it stands, of the others those that are good. */
export function typedOptions({ use, filled, at }: Composer): readonly GivenOption[] {
  const given = filled.flatMap((each, index): GivenOption[] => {
    const { type, name } = each.option;
    if (index === at) return [{ type, name, value: each.text, focused: true }];
    const read = readValue(each);
    return read.ok ? [{ type, name, value: read.value }] : [];
  });
  return nested(use?.path ?? [], given);
}

const nested = (path: Invocation['path'], options: readonly GivenOption[]): readonly GivenOption[] =>
  path.reduceRight<readonly GivenOption[]>((inner, { type, name }) => [{ type, name, options: inner }], options);
