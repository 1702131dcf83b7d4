import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cut, cutMarkup } from '../../../src/messages/cut.ts';
import { cases } from '../../support/cases.ts';
import { mischief } from '../../support/discord/mischief.ts';

it('a cut leaves a text that fits as it is', () => {
  expect(cut('Milan 1–1 Inter', 15)).toBe('Milan 1–1 Inter');
});

it('a cut is made at the end of a word', () => {
  expect(cut('Tătărușanu saves the penalty', 20)).toBe('Tătărușanu saves…');
});

it('a cut is made at the end of a line where lines are long', () => {
  expect(cut('the first line\nand one more', 20)).toBe('the first line…');
});

it('a cut is never longer than was asked, nor in the middle of a character', () => {
  fc.assert(
    fc.property(mischief, fc.integer({ min: 1, max: 80 }), (text, max) => {
      const shortened = cut(text, max);
      expect(shortened.length).toBeLessThanOrEqual(max);
      if (shortened !== text) expect(shortened).not.toMatch(/[\uD800-\uDBFF]…$/);
    }),
    cases(500),
  );
});

it('a cut through markup is never longer than was asked, nor in the middle of an escape', () => {
  fc.assert(
    fc.property(mischief, fc.integer({ min: 1, max: 80 }), (text, max) => {
      const shortened = cutMarkup(text, max);
      expect(shortened.length).toBeLessThanOrEqual(max);
      if (shortened === text) return;
      const kept = shortened.slice(0, shortened.lastIndexOf('…'));
      expect(kept).not.toMatch(/[\uD800-\uDBFF]$/);
      expect((/\\*$/.exec(kept)?.[0].length ?? 0) % 2).toBe(0);
      expect(shortened.split('```').length % 2).toBe(1);
    }),
    cases(500),
  );
});

it('a cut through markup leaves no backslash that stood before the space it was made at', () => {
  expect(cutMarkup('\\\n@everyone', 3)).toBe('…');
  expect(cutMarkup('a goal \\ \\ for Milan', 12)).toBe('a goal…');
});

it('a cut through markup leaves no half of a timestamp', () => {
  expect(cutMarkup('Kicks off at<t:1636314300:f> sharp', 20)).toBe('Kicks off at…');
});

it('a cut through markup closes the code block it was made in', () => {
  expect(cutMarkup(`\`\`\`\n${'1 Napoli 32\n'.repeat(20)}\`\`\``, 60)).toMatch(/^```\n[^`]*…\n```$/);
});
