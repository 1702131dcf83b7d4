import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { expectTypeOf, it } from 'vitest';
import { command } from '../../../commands/command.ts';
import { LANGUAGE_OPTION } from '../../../commands/common-options.ts';
import type { CompletedOf, OptionsOf, Payload } from '../../../commands/options.ts';

const flat = {
  name: 'flat',
  description: 'Flat',
  options: [
    { type: ApplicationCommandOptionType.String, name: 'who', description: 'Who', required: true, autocomplete: true },
    { type: ApplicationCommandOptionType.Integer, name: 'page', description: 'Page' },
    { type: ApplicationCommandOptionType.Boolean, name: 'private', description: 'Private' },
    { type: ApplicationCommandOptionType.Role, name: 'ping', description: 'Ping' },
    LANGUAGE_OPTION,
  ],
} as const satisfies Payload;

const nested = {
  name: 'nested',
  description: 'Nested',
  options: [
    { type: ApplicationCommandOptionType.Subcommand, name: 'stop', description: 'Stop' },
    { type: ApplicationCommandOptionType.Subcommand, name: 'about', description: 'About', options: [flat.options[0]] },
  ],
} as const satisfies Payload;

const bare = { name: 'bare', description: 'Bare' } as const satisfies Payload;

it('the options that a handler gets have the types that the payload says, and only what is required is sure to be there', () => {
  expectTypeOf<OptionsOf<typeof flat>>().toMatchTypeOf<{ readonly who: string }>();
  expectTypeOf<OptionsOf<typeof flat>['who']>().toEqualTypeOf<string>();
  expectTypeOf<OptionsOf<typeof flat>['page']>().toEqualTypeOf<number | undefined>();
  expectTypeOf<OptionsOf<typeof flat>['private']>().toEqualTypeOf<boolean | undefined>();
});

it('the options that a handler gets are ids where a role is asked for', () => {
  expectTypeOf<OptionsOf<typeof flat>['ping']>().toEqualTypeOf<string | undefined>();
});

it('the options that a handler gets are one of the choices where there are choices', () => {
  expectTypeOf<OptionsOf<typeof flat>['language']>().toEqualTypeOf<'en' | 'it' | undefined>();
});

it('the options that a handler gets tell subcommands apart, each with its own options', () => {
  type Options = OptionsOf<typeof nested>;
  expectTypeOf<Options['subcommand']>().toEqualTypeOf<'stop' | 'about'>();
  expectTypeOf<Extract<Options, { subcommand: 'about' }>['who']>().toEqualTypeOf<string>();
  expectTypeOf<Extract<Options, { subcommand: 'stop' }>>().not.toHaveProperty('who');
});

it('the options that a handler gets are none where the payload has none', () => {
  expectTypeOf<keyof OptionsOf<typeof bare>>().toBeNever();
});

it('the options that a handler gets complete by the names that autocomplete, in subcommands too', () => {
  expectTypeOf<CompletedOf<typeof flat>>().toEqualTypeOf<'who'>();
  expectTypeOf<CompletedOf<typeof nested>>().toEqualTypeOf<'who'>();
  expectTypeOf<CompletedOf<typeof bare>>().toBeNever();
});

it('the options that a handler gets reach the handler without a cast', () => {
  command({
    data: flat,
    async run(_, options) {
      expectTypeOf(options.language).toEqualTypeOf<'en' | 'it' | undefined>();
      throw new Error('never run');
    },
    async complete(_, { option }) {
      expectTypeOf(option).toEqualTypeOf<'who'>();
      return [];
    },
  });
});
