import type {
  ApplicationCommandOptionType,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';

/** What Discord is told of a slash command; the types of its options follow from it. */
export type Payload = RESTPostAPIChatInputApplicationCommandsJSONBody;

interface Option {
  readonly type: ApplicationCommandOptionType;
  readonly name: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly value: string | number }[];
  readonly options?: readonly Option[];
}

type Subcommand = Option & { readonly type: ApplicationCommandOptionType.Subcommand };

interface ValueTypes {
  readonly [ApplicationCommandOptionType.String]: string;
  readonly [ApplicationCommandOptionType.Integer]: number;
  readonly [ApplicationCommandOptionType.Number]: number;
  readonly [ApplicationCommandOptionType.Boolean]: boolean;
  /** The role's id. */
  readonly [ApplicationCommandOptionType.Role]: string;
}

type Value<O> = O extends { readonly choices: readonly { readonly value: infer Choice }[] }
  ? Choice
  : O extends { readonly type: infer Type extends keyof ValueTypes }
    ? ValueTypes[Type]
    : never;

type Values<O extends Option> = {
  readonly [Each in O as Each extends { readonly required: true } ? Each['name'] : never]: Value<Each>;
} & {
  readonly [Each in O as Each extends { readonly required: true } ? never : Each['name']]?: Value<Each>;
};

/** The options directly in a payload or a subcommand, as a union. */
type In<P> = P extends { readonly options: readonly (infer O extends Option)[] } ? O : never;

/**
 * What a reader filled in, typed from the payload: the value of each option by its name, and of a command with
 * subcommands which one it was.
 */
export type OptionsOf<P> = [In<P>] extends [never]
  ? Readonly<Record<never, never>>
  : [In<P>] extends [Subcommand]
    ? SubcommandOf<In<P>>
    : Values<In<P>>;

type SubcommandOf<S> = S extends Subcommand ? { readonly subcommand: S['name'] } & Values<In<S>> : never;

/** The names of the options that complete while they are typed. */
export type CompletedOf<P> =
  In<P> extends infer O
    ? O extends Subcommand
      ? CompletedOf<O>
      : O extends { readonly autocomplete: true; readonly name: infer Name }
        ? Name
        : never
    : never;
