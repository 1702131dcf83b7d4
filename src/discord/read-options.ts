import type { CommandInteractionOption } from 'discord.js';
import type { AnyOptions } from '../../commands/command.ts';

/** What a reader filled in, by name; a subcommand's own options stand beside its name, `subcommand`. */
export function readOptions(options: readonly CommandInteractionOption[]): AnyOptions {
  return Object.fromEntries(options.flatMap(entriesOf));
}

function entriesOf({ name, value, options }: CommandInteractionOption): readonly [string, string | number | boolean][] {
  if (value !== undefined) return [[name, value]];
  return [['subcommand', name], ...(options ?? []).flatMap(entriesOf)];
}
