import { describe, expect, it } from 'vitest';
import { compose, type Select, withPing } from '../../../src/messages/compose.ts';
import { LIMITS } from '../../../src/messages/limits.ts';
import { discordProblems } from '../../support/discord/discord-problems.ts';

const menu: Select = {
  id: 'follow:hears:club:milan',
  placeholder: 'What to post',
  options: [
    { value: 'goals', label: 'Goals', description: 'Every goal', chosen: true },
    { value: 'cards', label: 'Cards' },
  ],
  min: 0,
  max: 2,
};

it('a menu stands in a row of its own above the buttons, with what is chosen already', () => {
  const { components } = compose({ content: 'x', selects: [menu], buttons: [{ id: 'b', label: 'B' }] });
  expect(components).toMatchObject([
    {
      type: 1,
      components: [
        {
          type: 3,
          custom_id: menu.id,
          placeholder: 'What to post',
          options: [
            { value: 'goals', label: 'Goals', description: 'Every goal', default: true },
            { value: 'cards', label: 'Cards' },
          ],
          min_values: 0,
          max_values: 2,
        },
      ],
    },
    { type: 1, components: [{ type: 2, custom_id: 'b' }] },
  ]);
  expect(discordProblems(compose({ content: 'x', selects: [menu] }))).toEqual([]);
});

it('a menu is cut to what Discord takes', () => {
  const long = 'regista '.repeat(40);
  const options = Array.from({ length: 40 }, (_, index) => ({ value: `${index}`, label: long, description: long }));
  const message = compose({ content: 'x', selects: [{ ...menu, placeholder: long, options, min: 30, max: 40 }] });
  expect(discordProblems(message)).toEqual([]);
  expect(message.components?.[0]?.components[0]).toMatchObject({ min_values: 25, max_values: 25 });
});

it('a menu loses an option whose value would have to be cut, and is left out when none remains', () => {
  const options = [{ value: 'x'.repeat(101), label: 'X' }];
  expect(compose({ content: 'x', selects: [{ ...menu, options }] }).components).toEqual([]);
  const both = compose({ content: 'x', selects: [{ ...menu, options: [...options, ...menu.options] }] });
  expect(JSON.stringify(both)).not.toContain('xxx');
  expect(discordProblems(both)).toEqual([]);
});

describe('a ping', () => {
  const message = compose({ content: 'GOAL', embed: { description: 'scorers' } });

  it('a ping names a role before the message, and rings that role alone', () => {
    expect(withPing(message, '42')).toEqual({
      ...message,
      content: '<@&42> GOAL',
      allowed_mentions: { parse: [], roles: ['42'] },
    });
  });

  it('a ping reads the same in an edit, and rings nobody', () => {
    expect(withPing(message, '42', { silently: true })).toEqual({
      ...message,
      content: '<@&42> GOAL',
      allowed_mentions: { parse: [] },
    });
  });

  it('a ping leaves a message within what Discord takes', () => {
    const full = compose({ content: 'a '.repeat(1_500) });
    const { content } = withPing(full, '1'.repeat(19));
    expect(content.length).toBeLessThanOrEqual(LIMITS.content);
    expect(content).toMatch(/^<@&1{19}> a .*…$/);
  });
});
