import { ApplicationCommandOptionType as Kind } from 'discord.js';

/** An option as a command's payload declares it, or the command itself: as much of it as decides what fits. */
interface Declared {
  readonly name: string;
  readonly type?: number | undefined;
  readonly required?: boolean | undefined;
  readonly choices?: readonly { readonly value: string | number }[] | undefined;
  readonly min_value?: number | undefined;
  readonly max_value?: number | undefined;
  readonly min_length?: number | undefined;
  readonly max_length?: number | undefined;
  readonly options?: readonly Declared[] | undefined;
}

/** An option as an interaction brings it. */
interface Given {
  readonly name: string;
  readonly type: number;
  readonly value?: unknown;
  readonly options?: readonly Given[] | undefined;
}

/**
 * The name of the first option that does not fit what `declared` (a command or a subcommand) takes: of another type or out
 * of its bounds, unknown, or missing. Discord checks all that, against the commands that it knows; a client may know others.
 */
export function findMisfit(declared: Declared, given: readonly Given[]): string | undefined {
  const takes = declared.options ?? [];
  for (const each of given) {
    const option = takes.find(({ name }) => name === each.name);
    if (!option || option.type !== each.type) return each.name;
    const misfit = holdsOptions(option)
      ? findMisfit(option, each.options ?? [])
      : fits(option, each.value)
        ? undefined
        : each.name;
    if (misfit !== undefined) return misfit;
  }
  if (given.length === 0 && takes.some(holdsOptions)) return declared.name;
  return takes.find(({ name, required }) => required && !given.some((each) => each.name === name))?.name;
}

function holdsOptions({ type }: Declared): boolean {
  return type === Kind.Subcommand || type === Kind.SubcommandGroup;
}

function fits({ type, choices, ...bounds }: Declared, value: unknown): boolean {
  if (choices && !choices.some((choice) => choice.value === value)) return false;
  switch (type) {
    case Kind.Boolean:
      return typeof value === 'boolean';
    case Kind.Integer:
    case Kind.Number: {
      const { min_value: min = Number.NEGATIVE_INFINITY, max_value: max = Number.POSITIVE_INFINITY } = bounds;
      const isNumber = type === Kind.Integer ? Number.isSafeInteger(value) : Number.isFinite(value);
      return isNumber && typeof value === 'number' && value >= min && value <= max;
    }
    default: {
      const { min_length: min = 0, max_length: max = Number.POSITIVE_INFINITY } = bounds;
      return typeof value === 'string' && value.length >= min && value.length <= max;
    }
  }
}
