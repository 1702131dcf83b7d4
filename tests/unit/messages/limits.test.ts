import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compose } from '../../../src/messages/compose.ts';
import { fitMessage, LIMITS } from '../../../src/messages/limits.ts';
import { cases } from '../../support/cases.ts';
import { discordProblems } from '../../support/discord/discord-problems.ts';

const long = (length: number) => 'mezzala '.repeat(length / 8);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `x${text}`),
  fc.integer({ min: 1, max: 900 }).map((n) => long(n * 8)),
);

it('a message that is too long is cut to what Discord takes, whatever is in it', () => {
  const embed = fc.record({
    title: anyText,
    description: anyText,
    author: fc.record({ name: anyText }),
    footer: fc.record({ text: anyText }),
    fields: fc.array(fc.record({ name: anyText, value: anyText }), { maxLength: 30 }),
  });
  const buttons = fc.uniqueArray(fc.record({ id: anyText, label: anyText }), {
    maxLength: 8,
    selector: ({ id }) => id,
  });
  fc.assert(
    fc.property(anyText, fc.array(embed, { maxLength: 12 }), buttons, (content, embeds, buttons) => {
      const { components = [] } = compose({ content, buttons });
      const message = fitMessage({ content, embeds, components, allowed_mentions: { parse: [] } });
      expect(discordProblems(message)).toEqual([]);
    }),
    cases(100),
  );
});

it('a message that is too long keeps its beginning, and says that there was more', () => {
  const { content } = compose({ content: long(5000) });
  expect(content.length).toSatisfy((length: number) => length > 1990 && length <= LIMITS.content);
  expect(content).toMatch(/^mezzala mezzala .* mezzala…$/);
});

it('a message that is too long shares 6,000 characters among its embeds in the order in which they are read', () => {
  const [embed] =
    compose({
      content: 'x',
      embed: { description: long(4096), fields: [1, 2, 3].map(() => ({ name: 'name', value: long(1024) })) },
    }).embeds ?? [];
  expect(embed?.description).toHaveLength(4096);
  expect(embed?.fields).toHaveLength(2);
});

it('a message that is too long loses a button whose id would have to be cut: it would lead somewhere else', () => {
  const message = compose({
    content: 'x',
    buttons: [
      { id: 'a'.repeat(101), label: 'A' },
      { id: 'b', label: 'B' },
    ],
  });
  expect(message.components).toEqual([
    {
      type: ComponentType.ActionRow,
      components: [{ type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id: 'b', label: 'B' }],
    },
  ]);
  expect(compose({ content: 'x', buttons: [{ id: 'a'.repeat(101), label: 'A' }] }).components).toEqual([]);
});
