import { ApplicationCommandOptionType } from 'discord.js';
import { expect, it } from 'vitest';
import { readOptions } from '../../../src/discord/read-options.ts';

const text = { type: ApplicationCommandOptionType.String } as const;

it('the options of an interaction are its values by name, and none where nothing was filled in', () => {
  expect(readOptions([])).toEqual({});
  expect(
    readOptions([
      { ...text, name: 'match', value: 'derby' },
      { type: ApplicationCommandOptionType.Boolean, name: 'private', value: false },
    ]),
  ).toEqual({ match: 'derby', private: false });
});

it('the options of an interaction are ids where roles are chosen', () => {
  const role = { id: '77', name: 'Ultras', mentionable: true };
  const chosen = { type: ApplicationCommandOptionType.Role, name: 'ping', value: '77', role };
  expect(readOptions([chosen as never])).toEqual({ ping: '77' });
});

it('the options of an interaction stand beside the name of the subcommand they belong to', () => {
  const options = [{ ...text, name: 'time', value: '' }];
  expect(readOptions([{ type: ApplicationCommandOptionType.Subcommand, name: 'schedule', options }])).toEqual({
    subcommand: 'schedule',
    time: '',
  });
  expect(readOptions([{ type: ApplicationCommandOptionType.Subcommand, name: 'stop' }])).toEqual({
    subcommand: 'stop',
  });
});
