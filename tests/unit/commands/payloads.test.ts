import { ApplicationCommandCreateRequestSchema } from 'discord-api-spec/zod';
import { type APIApplicationCommandOption, ApplicationCommandOptionType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';

const payloads = commands.map(({ data }) => ({ name: data.name, data }));

interface Part {
  readonly name: string;
  readonly description: string;
  readonly description_localizations?: { readonly it?: string | null | undefined } | null | undefined;
  readonly name_localizations?: { readonly it?: string | null | undefined } | null | undefined;
  readonly options?: readonly APIApplicationCommandOption[] | undefined;
}

/** A command, its subcommands and all their options. */
function partsOf(part: Part): readonly Part[] {
  return [part, ...(part.options ?? []).flatMap((option) => partsOf(option as Part))];
}

it('the list of commands names each command once', () => {
  expect(new Set(payloads.map(({ name }) => name)).size).toBe(payloads.length);
  expect(payloads.map(({ name }) => name)).toEqual(
    'score timeline lineups report fixtures table h2h replay facts quiz follow unfollow following help'.split(' '),
  );
});

describe.each(payloads)('/$name', ({ data }) => {
  it(`/${data.name} is a payload that Discord takes`, () => {
    // The description calls permissions a number; Discord and discord.js send a string of digits.
    const { default_member_permissions: permissions, ...rest } = data;
    const checked = ApplicationCommandCreateRequestSchema.safeParse({
      ...rest,
      default_member_permissions: Number(permissions ?? 0),
    });
    expect(checked.error?.issues ?? []).toEqual([]);
    expect(permissions ?? '0').toMatch(/^\d+$/);
  });

  it(`/${data.name} fits the limits that the description leaves out`, () => {
    const words = partsOf(data).flatMap((part) => [part.name, part.description]);
    expect(words.join('').length).toBeLessThan(8000);
    for (const part of partsOf(data)) {
      for (const name of [part.name, part.name_localizations?.it ?? part.name])
        expect(name).toMatch(/^[-_\p{Ll}\p{N}]{1,32}$/u);
      const required = (part.options ?? []).map((option) => 'required' in option && option.required === true);
      expect(required, 'required options stand first').toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
      for (const option of part.options ?? []) {
        const chooses = 'choices' in option && (option.choices ?? []).length > 0;
        expect('autocomplete' in option && option.autocomplete && chooses).toBeFalsy();
      }
    }
  });

  it(`/${data.name} is explained in Italian wherever it is in English, in a hundred characters at most`, () => {
    for (const { description, description_localizations } of partsOf(data)) {
      const italian = description_localizations?.it ?? '';
      expect(italian).not.toBe('');
      expect(italian).not.toBe(description);
      expect(Math.max(description.length, italian.length)).toBeLessThanOrEqual(100);
    }
  });

  it(`/${data.name} can complete what it says completes`, () => {
    const completes = partsOf(data).some((part) => 'autocomplete' in part && part.autocomplete === true);
    expect(commands.find((command) => command.data === data)?.complete !== undefined).toBe(completes);
  });
});

describe('where commands can be used', () => {
  const usable = (where: (data: (typeof commands)[number]['data']) => boolean) =>
    payloads.filter(({ data }) => where(data)).map(({ name }) => name);

  it('the list of commands keeps what is about a server in servers that invited the bot, and lets reading go everywhere', () => {
    const servers = usable(
      ({ contexts, integration_types }) => contexts?.join() === '0' && integration_types?.join() === '0',
    );
    expect(servers).toEqual(['replay', 'quiz', 'follow', 'unfollow', 'following']);
    const everywhere = usable(
      ({ contexts, integration_types }) => contexts?.join() === '0,1,2' && integration_types?.join() === '0,1',
    );
    expect(everywhere).toEqual(['score', 'timeline', 'lineups', 'report', 'fixtures', 'table', 'h2h', 'facts', 'help']);
  });

  it('the list of commands leaves changing what a server follows to those who manage it', () => {
    expect(usable((data) => data.default_member_permissions === String(1 << 5))).toEqual(['follow', 'unfollow']);
  });

  it('the list of commands lets every reading command be answered privately', () => {
    const takesPrivate = (part: Part): boolean =>
      (part.options ?? []).some(
        ({ type, name }) => type === ApplicationCommandOptionType.Boolean && name === 'private',
      );
    const reading = ['score', 'timeline', 'lineups', 'report', 'fixtures', 'table', 'h2h', 'following'];
    for (const name of reading)
      expect(takesPrivate(payloads.find((each) => each.name === name)!.data), name).toBe(true);
  });
});
