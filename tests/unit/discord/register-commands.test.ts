import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { registerCommands } from '../../../src/discord/register-commands.ts';
import { sameCommands } from '../../../src/discord/same-commands.ts';

const ours = commands.map(({ data }) => data);

/** The list as Discord tells it back: with ids, defaults spelt out, in an order of its own. */
const theirs = () =>
  structuredClone(ours)
    .map((command, index) => ({
      id: String(index),
      application_id: '1',
      version: '2',
      type: 1,
      nsfw: false,
      dm_permission: true,
      name_localizations: null,
      default_member_permissions: null,
      ...command,
      options: (command.options ?? []).map((option) => ({ required: false, name_localizations: null, ...option })),
    }))
    .reverse();

it('whether the commands have changed is not asked of what Discord adds, spells out or sorts', () => {
  expect(sameCommands(ours, theirs())).toBe(true);
});

it.each([
  ['a command is gone', (list: ReturnType<typeof theirs>) => list.slice(1)],
  ['there is one more', (list: ReturnType<typeof theirs>) => [...list, { ...list[0]!, name: 'old' }]],
  [
    'a description differs',
    ([first, ...rest]: ReturnType<typeof theirs>) => [{ ...first!, description: 'x' }, ...rest],
  ],
  [
    'a translation is gone',
    ([first, ...rest]: ReturnType<typeof theirs>) => [{ ...first!, description_localizations: null }, ...rest],
  ],
  [
    'an option is gone',
    (list: ReturnType<typeof theirs>) => list.map((one) => ({ ...one, options: one.options.slice(1) })),
  ],
  [
    'an option completes no more',
    (list: ReturnType<typeof theirs>) =>
      JSON.parse(JSON.stringify(list).replaceAll('"autocomplete":true', '"autocomplete":false')),
  ],
  [
    'it is for everybody now',
    (list: ReturnType<typeof theirs>) => list.map((one) => ({ ...one, default_member_permissions: null })),
  ],
])('whether the commands have changed is so when %s', (_, change) => {
  expect(sameCommands(ours, change(theirs()))).toBe(false);
});

describe('registering', () => {
  const rest = (registered: unknown) => {
    const puts: unknown[] = [];
    return {
      puts,
      get: async () => registered,
      put: async (route: string, options?: { body?: unknown }) => void puts.push([route, options?.body]),
    };
  };

  it('registering commands puts the whole list in one request, everywhere or in one server', async () => {
    const everywhere = rest([]);
    expect(await registerCommands({ commands, rest: everywhere, applicationId: '7' })).toBe(true);
    expect(everywhere.puts).toEqual([['/applications/7/commands', ours]]);
    const one = rest([]);
    await registerCommands({ commands, rest: one, applicationId: '7', guildId: '8' });
    expect(one.puts).toEqual([['/applications/7/guilds/8/commands', ours]]);
  });

  it('registering commands puts nothing when nothing has changed', async () => {
    const unchanged = rest(theirs());
    expect(await registerCommands({ commands, rest: unchanged, applicationId: '7' })).toBe(false);
    expect(unchanged.puts).toEqual([]);
  });

  it('registering commands says what is wrong when it fails', async () => {
    const broken = { ...rest([]), get: () => Promise.reject(new Error('read ECONNRESET')) };
    await expect(registerCommands({ commands, rest: broken, applicationId: '7' })).rejects.toThrow(
      'The slash commands could not be registered: read ECONNRESET',
    );
  });
});
