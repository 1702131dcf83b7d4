import type { APIApplicationCommandInteractionDataOption, APIApplicationCommandOption } from 'discord-api-types/v10';
import { fault, isRecord, required } from '../form.ts';
import type { FormFault } from '../problem.ts';
import type { Channel } from '../state/model.ts';
import { memberOf, type World } from '../state/world.ts';

type Path = readonly (string | number)[];
type Option = APIApplicationCommandOption;
type Said = APIApplicationCommandInteractionDataOption;

const KIND = {
  subcommand: 1,
  group: 2,
  text: 3,
  integer: 4,
  flag: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
} as const;

export interface Choosing {
  readonly world: World;
  readonly channel: Channel;
  /** While a person still types, what is missing is no fault and what is half said is let through. */
  readonly typing: boolean;
}

export interface ReadOptions {
  readonly options: Said[];
  readonly faults: readonly FormFault[];
  /** Ids the options name, for Discord to send along what they stand for. */
  readonly ids: readonly string[];
  /** The option that is being typed. */
  readonly focused?: Option;
}

/** Reads the options a person gave, against the command's own: what his client would not let him send is a fault. */
export function readOptions(options: readonly Option[], said: unknown, at: Path, choosing: Choosing): ReadOptions {
  const given: readonly unknown[] = Array.isArray(said) ? said : [];
  const faults: FormFault[] = [];
  const ids: string[] = [];
  let focused: Option | undefined;
  const read = given.flatMap((each, index): Said[] => {
    const here = [...at, index];
    const option = isRecord(each) ? options.find(({ name }) => name === each['name']) : undefined;
    if (!isRecord(each) || option === undefined) {
      faults.push(
        fault(
          [...here, 'name'],
          'BASE_TYPE_CHOICES',
          `The command has no such option. Value must be one of {${options.map(({ name }) => name).join(', ')}}.`,
        ),
      );
      return [];
    }
    if (option.type === KIND.subcommand || option.type === KIND.group) {
      const inner = readOptions(option.options ?? [], each['options'], [...here, 'options'], choosing);
      faults.push(...inner.faults);
      ids.push(...inner.ids);
      focused ??= inner.focused;
      return [{ type: option.type, name: option.name, options: inner.options } as Said];
    }
    const isFocused = choosing.typing && each['focused'] === true;
    if (isFocused) focused = option;
    const wrong = isFocused ? [] : valueFaults(option, each['value'], [...here, 'value'], choosing);
    faults.push(...wrong);
    if (wrong.length === 0 && option.type >= KIND.user && option.type <= KIND.mentionable)
      ids.push(String(each['value']));
    return [
      { type: option.type, name: option.name, value: each['value'], ...(isFocused ? { focused: true } : {}) } as Said,
    ];
  });
  const names = read.map(({ name }) => name);
  for (const name of names.filter((each, index) => names.indexOf(each) !== index))
    faults.push(fault(at, 'APPLICATION_COMMAND_OPTIONS_DUPLICATE', `The option ${name} is given twice.`));
  faults.push(...missing(options, names, at, choosing));
  return { options: read, faults, ids, ...(focused === undefined ? {} : { focused }) };
}

function missing(options: readonly Option[], names: readonly string[], at: Path, { typing }: Choosing): FormFault[] {
  const nested = options.some(({ type }) => type === KIND.subcommand || type === KIND.group);
  if (nested)
    return names.length === 1 ? [] : [fault(at, 'BASE_TYPE_REQUIRED', 'Exactly one subcommand has to be chosen.')];
  if (typing) return [];
  return options
    .filter((option) => 'required' in option && option.required === true && !names.includes(option.name))
    .map(({ name }) => required([...at, name]));
}

function valueFaults(option: Option, value: unknown, at: Path, { world, channel }: Choosing): FormFault[] {
  const wrong = (message: string) => [fault(at, 'BASE_TYPE_BAD_VALUE', message)];
  switch (option.type) {
    case KIND.text: {
      if (typeof value !== 'string') return wrong('Could not interpret as string.');
      const [min, max] = 'min_length' in option ? [option.min_length ?? 0, option.max_length ?? 6_000] : [0, 6_000];
      if (value.length < min || value.length > max) return wrong(`Must be between ${min} and ${max} in length.`);
      return chosenFaults(option, value, at);
    }
    case KIND.integer:
    case KIND.number: {
      if (typeof value !== 'number' || (option.type === KIND.integer && !Number.isInteger(value)))
        return wrong(`Value "${value}" is not a number of that kind.`);
      const [min, max] =
        'min_value' in option || 'max_value' in option
          ? [option.min_value ?? -Infinity, option.max_value ?? Infinity]
          : [-Infinity, Infinity];
      if (value < min || value > max) return wrong(`Value must be between ${min} and ${max}.`);
      return chosenFaults(option, value, at);
    }
    case KIND.flag:
      return typeof value === 'boolean' ? [] : wrong('Must be either true or false.');
    case KIND.user:
      return isPerson(world, channel, value) ? [] : wrong('There is no such user here.');
    case KIND.role:
      return isRole(world, channel, value) ? [] : wrong('There is no such role here.');
    case KIND.mentionable:
      return isPerson(world, channel, value) || isRole(world, channel, value)
        ? []
        : wrong('There is no such user or role here.');
    case KIND.channel: {
      const found = world.channels.get(String(value));
      const here = found !== undefined && found.guild_id === channel.guild_id;
      const kinds: readonly number[] | undefined = option.channel_types;
      if (!here) return wrong('There is no such channel here.');
      return kinds === undefined || kinds.length === 0 || kinds.includes(found.type)
        ? []
        : wrong(`The channel must be of type ${kinds.join(', ')}.`);
    }
    default:
      return wrong('The sandbox knows no options of this kind.');
  }
}

function chosenFaults(option: Option, value: unknown, at: Path): FormFault[] {
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  if (choices.length === 0 || choices.some((choice) => choice.value === value)) return [];
  return [
    fault(at, 'BASE_TYPE_CHOICES', `Value must be one of {${choices.map((choice) => choice.value).join(', ')}}.`),
  ];
}

const isPerson = (world: World, channel: Channel, id: unknown): boolean =>
  world.users.get(String(id)) !== undefined &&
  (channel.guild_id === undefined || memberOf(world, channel.guild_id, String(id)) !== undefined);

const isRole = (world: World, channel: Channel, id: unknown): boolean =>
  channel.guild_id !== undefined && world.roles.get(String(id))?.guild_id === channel.guild_id;
