import { isDeepStrictEqual } from 'node:util';

/** What Discord adds of its own to a command. */
const DISCORDS_OWN = new Set(['id', 'application_id', 'guild_id', 'version', 'dm_permission', 'nsfw']);

/** Whether Discord's list of commands says the same as ours, whatever it adds, spells out or sorts differently. */
export function sameCommands(ours: readonly object[], theirs: unknown): boolean {
  return Array.isArray(theirs) && isDeepStrictEqual(essence(ours), essence(theirs));
}

function essence(commands: readonly object[]): ReadonlyMap<unknown, unknown> {
  return new Map(
    commands.map((command) => {
      const said = Object.entries({ type: 1, ...command }).filter(([key]) => !DISCORDS_OWN.has(key));
      const meant = meaning(Object.fromEntries(said));
      return ['name' in command && command.name, meant];
    }),
  );
}

/** A value without what says nothing: `required: false`, `options: []`, `name_localizations: null` are defaults. */
function meaning(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaning);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null && part !== undefined && part !== false)
      .filter(([, part]) => !(Array.isArray(part) && part.length === 0))
      .map(([key, part]) => [key, meaning(part)]),
  );
}
