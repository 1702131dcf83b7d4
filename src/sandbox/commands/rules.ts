import type { CommandForm } from 'discord-api-spec/zod';
import type { APIApplicationCommandOption } from 'discord-api-types/v10';
import { fault, notAChoice, required } from '../form.ts';
import type { FormFault } from '../problem.ts';
import { LOCALES } from './locale.ts';

type Path = readonly (string | number)[];
type Option = APIApplicationCommandOption;

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MOST_CHARACTERS = 8_000;
const [SUBCOMMAND, GROUP] = [1, 2] as const;
/** What Discord refuses in a command beyond its official description. */
export function commandFaults(command: CommandForm, at: Path = []): FormFault[] {
  const type = command.type ?? 1;
  const faults = [...localeFaults(command, at)];
  if (type !== 1) {
    if (command.description)
      faults.push(
        fault(
          [...at, 'description'],
          'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_EMPTY',
          'Context menu commands cannot have descriptions',
        ),
      );
    if (command.options?.length)
      faults.push(
        fault(
          [...at, 'options'],
          'APPLICATION_COMMAND_CONTEXT_MENU_NO_OPTIONS',
          'Context menu commands cannot have options',
        ),
      );
    return faults;
  }
  faults.push(...nameFaults(command, at));
  if (!command.description?.trim()) faults.push(required([...at, 'description']));
  faults.push(...optionFaults(command.options ?? [], [...at, 'options'], 0));
  if (sizeOf(command) > MOST_CHARACTERS)
    faults.push(fault(at, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MOST_CHARACTERS})`));
  return faults;
}

interface Named {
  readonly name: string;
  readonly name_localizations?: object | null | undefined;
  readonly description_localizations?: object | null | undefined;
}

function nameFaults({ name, name_localizations }: Named, at: Path): FormFault[] {
  const names: [Path, unknown][] = [[[...at, 'name'], name]];
  for (const [locale, local] of Object.entries(name_localizations ?? {}))
    names.push([[...at, 'name_localizations', locale], local]);
  return names.flatMap(([path, text]) => {
    if (typeof text !== 'string') return [];
    const good = NAME.test(text) && text === text.toLowerCase();
    return good ? [] : [fault(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')];
  });
}

const localeFaults = (named: Named, at: Path): FormFault[] =>
  (['name_localizations', 'description_localizations'] as const).flatMap((key) =>
    Object.keys(named[key] ?? {})
      .filter((locale) => !LOCALES.includes(locale))
      .map((locale) => notAChoice([...at, key, locale], LOCALES)),
  );

function optionFaults(options: readonly Option[], at: Path, depth: number): FormFault[] {
  const faults: FormFault[] = [];
  const names = options.map(({ name }) => name);
  const nests = (option: Option) => option.type === SUBCOMMAND || option.type === GROUP;
  if (options.some(nests) && !options.every(nests))
    faults.push(
      fault(
        at,
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      ),
    );
  for (const [index, option] of options.entries()) {
    const here = [...at, index];
    faults.push(...nameFaults(option, here), ...localeFaults(option, here));
    if (names.indexOf(option.name) !== index)
      faults.push(
        fault([...here, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists'),
      );
    const before = options.slice(0, index);
    if (isRequired(option) && before.some((each) => !nests(each) && !isRequired(each)))
      faults.push(
        fault(
          [...here],
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
        ),
      );
    if ((option.type === GROUP && depth > 0) || (option.type === SUBCOMMAND && depth > 1))
      faults.push(
        fault([...here, 'type'], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-commands cannot be nested that deep'),
      );
    if (option.type === SUBCOMMAND || option.type === GROUP)
      faults.push(...optionFaults(option.options ?? [], [...here, 'options'], depth + (option.type === GROUP ? 1 : 2)));
    else faults.push(...valueFaults(option, here));
  }
  return faults;
}

const isRequired = (option: Option): boolean => 'required' in option && option.required === true;

function valueFaults(option: Option, at: Path): FormFault[] {
  const faults: FormFault[] = [];
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  if (choices.length > 0 && 'autocomplete' in option && option.autocomplete)
    faults.push(
      fault(
        [...at, 'autocomplete'],
        'APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE',
        'Choices and autocomplete are mutually exclusive',
      ),
    );
  for (const key of ['name', 'value'] as const) {
    const said: unknown[] = choices.map((choice) => choice[key]);
    for (const [index, value] of said.entries())
      if (said.indexOf(value) !== index)
        faults.push(
          fault(
            [...at, 'choices', index, key],
            `APPLICATION_COMMAND_OPTIONS_CHOICE_${key.toUpperCase()}_ALREADY_EXISTS`,
            `Option choice ${key} already exists`,
          ),
        );
  }
  if (
    'min_value' in option &&
    option.min_value !== undefined &&
    option.max_value !== undefined &&
    option.min_value > option.max_value
  )
    faults.push(fault([...at, 'max_value'], 'APPLICATION_COMMAND_OPTION_MIN_MAX', 'max_value is below min_value'));
  if (
    'min_length' in option &&
    option.min_length !== undefined &&
    option.max_length !== undefined &&
    option.min_length > option.max_length
  )
    faults.push(fault([...at, 'max_length'], 'APPLICATION_COMMAND_OPTION_MIN_MAX', 'max_length is below min_length'));
  return faults;
}

interface Sized {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly name_localizations?: object | null | undefined;
  readonly description_localizations?: object | null | undefined;
}

/** Of a text and its translations Discord counts the longest. */
const longest = (text: string, translations: object | null | undefined): number =>
  Math.max(text.length, ...Object.values(translations ?? {}).map((each: unknown) => String(each ?? '').length));

function sizeOf(command: Sized & { readonly options?: readonly Option[] | null | undefined }): number {
  const own =
    longest(command.name, command.name_localizations) +
    longest(command.description ?? '', command.description_localizations);
  return (command.options ?? []).reduce((sum, option) => {
    const choices = 'choices' in option ? (option.choices ?? []) : [];
    const ofChoices = choices.reduce(
      (all, { name, name_localizations, value }) => all + longest(name, name_localizations) + String(value).length,
      0,
    );
    const nested =
      option.type === SUBCOMMAND || option.type === GROUP ? sizeOf(option) : sizeOf({ ...option, options: [] });
    return sum + nested + ofChoices;
  }, own);
}
