import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clean, monospaced, plain } from '../../../src/messages/escape.ts';
import { cases } from '../../support/cases.ts';
import { mischief } from '../../support/discord/mischief.ts';
import { findMarkup } from './find-markup.ts';

it('plain text holds no markup, mention or link, whatever it was made of', () => {
  fc.assert(
    fc.property(mischief, (text) => {
      expect(findMarkup(plain(text))).toEqual([]);
      expect(findMarkup(`a\n${plain(text)}`)).toEqual([]);
    }),
    cases(500),
  );
});

it('plain text is one line without invisible, direction or control characters, and never empty', () => {
  fc.assert(
    fc.property(mischief, (text) => {
      expect(plain(text)).toMatch(/^[^\n\r\p{Cc}\p{Cf}\p{Cs}]+$/u);
      expect(plain(text)).not.toMatch(/^\s|\s$|\s\s/);
    }),
    cases(500),
  );
});

it('plain text reads as it was written once Discord has taken the backslashes away', () => {
  expect(plain('**Leão** _10_').replaceAll('\\', '')).toBe('**Leão** _10_');
});

it.each(['Çalhanoğlu', 'Tătărușanu', 'Ballo-Touré', "D'Ambrosio", 'São Paulo (B)', '東京', 'Đorđević', 'Łódź'])(
  'plain text leaves an honest name alone: %s',
  (name) => expect(plain(name)).toBe(name),
);

it('plain text keeps a number at the beginning from becoming a list', () => {
  expect(plain('1. FC Köln')).toBe('1\\. FC Köln');
});

it('plain text takes towers of accents down', () => {
  expect(clean(`Z${'\u0335'.repeat(200)}`)).toHaveLength(4);
});

it('plain text cuts a long name at a word and says so', () => {
  expect(clean(`Borussia ${'Verein '.repeat(30)}`)).toMatch(/^Borussia .* Verein…$/);
});

it('plain text is a question mark where nothing is left', () => {
  expect(plain('\u200b \u202e')).toBe('?');
});

it('text in a code block cannot end the block, and fits its columns', () => {
  fc.assert(
    fc.property(mischief, (text) => {
      expect(monospaced(text, 14)).not.toContain('`');
      expect(monospaced(text, 14).length).toBeLessThanOrEqual(14);
    }),
  );
});
