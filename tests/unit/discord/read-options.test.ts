import { ApplicationCommandOptionType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../src/discord/read-options.ts';

const text = { type: ApplicationCommandOptionType.String } as const;

describe('the options of an interaction', () => {
  it('are its values by name, and none where nothing was filled in', () => {
    expect(readOptions([])).toEqual({});
    expect(
      readOptions([
        { ...text, name: 'match', value: 'derby' },
        { type: ApplicationCommandOptionType.Boolean, name: 'private', value: false },
      ]),
    ).toEqual({ match: 'derby', private: false });
  });

  it('stand beside the name of the subcommand they belong to', () => {
    const options = [{ ...text, name: 'time', value: '' }];
    expect(readOptions([{ type: ApplicationCommandOptionType.Subcommand, name: 'schedule', options }])).toEqual({
      subcommand: 'schedule',
      time: '',
    });
    expect(readOptions([{ type: ApplicationCommandOptionType.Subcommand, name: 'stop' }])).toEqual({
      subcommand: 'stop',
    });
  });
});
