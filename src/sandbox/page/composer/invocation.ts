import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Kind,
  type LocalizationMap,
} from 'discord-api-types/v10';

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** An option a person fills in, its words in his language. */
export interface Option {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: number;
  readonly required: boolean;
  readonly autocomplete: boolean;
  readonly choices: readonly Choice[];
  readonly channelTypes: readonly number[];
  /** Smallest and largest number, or length of a text. */
  readonly min: number;
  readonly max: number;
}

/** What can be called by name: a command, or a subcommand with the command it belongs to. */
export interface Invocation {
  readonly commandId: string;
  readonly commandName: string;
  /** The subcommand, and its group before it. */
  readonly path: readonly { readonly type: number; readonly name: string }[];
  /** `facts next`, in the reader's language. */
  readonly title: string;
  readonly description: string;
  readonly options: readonly Option[];
}

/** Commands as a list to pick from: of a command with subcommands, each of those. */
export function invocationsOf(commands: readonly APIApplicationCommand[], locale: string): readonly Invocation[] {
  const words = wordsIn(locale);
  return commands
    .flatMap((command) => {
      const { id, name, options = [] } = command;
      const whole = { commandId: id, commandName: name, path: [], ...words(command), options: [] };
      return spread({ ...whole, title: words(command).label }, options, words);
    })
    .toSorted((one, other) => one.title.localeCompare(other.title, locale));
}

type Worded = {
  readonly name: string;
  readonly name_localizations?: LocalizationMap | null;
  readonly description: string;
  readonly description_localizations?: LocalizationMap | null;
};
type Words = ReturnType<typeof wordsIn>;

const wordsIn =
  (locale: string) =>
  ({ name, name_localizations, description, description_localizations }: Worded) => ({
    label: inLocale(name_localizations, locale) ?? name,
    description: inLocale(description_localizations, locale) ?? description,
  });

function inLocale(words: LocalizationMap | null | undefined, locale: string): string | undefined {
  return Object.entries(words ?? {}).find(([each]) => each === locale)?.[1] ?? undefined;
}

function spread(over: Invocation, options: readonly APIApplicationCommandOption[], words: Words): Invocation[] {
  const nested = options.filter((option) => option.type === Kind.Subcommand || option.type === Kind.SubcommandGroup);
  if (nested.length === 0) return [{ ...over, options: options.map((option) => optionOf(option, words)) }];
  return nested.flatMap((option) => {
    const { label, description } = words(option);
    const path = [...over.path, { type: option.type, name: option.name }];
    return spread({ ...over, path, title: `${over.title} ${label}`, description }, option.options ?? [], words);
  });
}

function optionOf(option: APIApplicationCommandOption, words: Words): Option {
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  const [min, max] =
    option.type === Kind.String
      ? [option.min_length ?? 0, option.max_length ?? 6_000]
      : 'min_value' in option || 'max_value' in option
        ? [option.min_value ?? -Infinity, option.max_value ?? Infinity]
        : [-Infinity, Infinity];
  return {
    name: option.name,
    ...words(option),
    type: option.type,
    required: option.required === true,
    autocomplete: 'autocomplete' in option && option.autocomplete === true,
    choices: choices.map((choice) => ({ name: words({ ...choice, description: '' }).label, value: choice.value })),
    channelTypes: 'channel_types' in option ? (option.channel_types ?? []) : [],
    min,
    max,
  };
}

/** The commands that fit what was typed after the slash: those that begin so first, then those that hold it. */
export function fitting(invocations: readonly Invocation[], typed: string): readonly Invocation[] {
  const wanted = plain(typed);
  const begins = ({ title }: Invocation) => `${plain(title)} `.startsWith(wanted);
  const holds = ({ title }: Invocation) => plain(title).includes(wanted);
  return [...invocations.filter(begins), ...invocations.filter((each) => !begins(each) && holds(each))];
}

/** The command that was called by its whole name: a slash, the name and a space, as in Discord. */
export const calledBy = (invocations: readonly Invocation[], typed: string): Invocation | undefined =>
  invocations.find(({ title }) => `/${plain(title)} ` === plain(typed));

/** Letters without their accents and case, for comparing. */
export const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
