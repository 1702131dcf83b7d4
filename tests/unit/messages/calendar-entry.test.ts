import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LOCALES } from '../../../src/locale.ts';
import type { Match } from '../../../src/match/match.ts';
import { calendarWords } from '../../../src/messages/calendar-entry.ts';
import { mischief } from '../../support/discord/mischief.ts';
import { MATCH } from '../../support/match/build.ts';

const AT_SAN_SIRO: Match = { ...MATCH, venue: { name: 'San Siro', city: 'Milano' } };

it('what a calendar says of a match is who plays, in which competition, and where', () => {
  expect(calendarWords(AT_SAN_SIRO, { locale: 'en' })).toEqual({
    name: 'Milan – Inter',
    description: 'Serie A 2021–22, round 12',
    location: 'San Siro',
  });
  expect(calendarWords(AT_SAN_SIRO, { locale: 'it' }).description).toBe('Serie A 2021–22, 12ª giornata');
});

it('what a calendar says of a match is the competition where the ground is not known, because Discord wants a place', () => {
  expect(calendarWords(MATCH, { locale: 'en' }).location).toBe('Serie A 2021–22, round 12');
});

it('what a calendar says of a match shows names as they are written, without the escapes that a message needs', () => {
  const match = { ...MATCH, home: { id: 'a', name: 'A_C* Fiumalba' }, away: { id: 'b', name: 'Ørmsund [B]' } };
  expect(calendarWords(match, { locale: 'en' }).name).toBe('A_C* Fiumalba – Ørmsund [B]');
});

it('what a calendar says of a match fits into what Discord takes, whatever things are called', () => {
  const name = fc.oneof(mischief, fc.string({ unit: 'grapheme', maxLength: 400 }));
  fc.assert(
    fc.property(
      fc.constantFrom(...LOCALES),
      name,
      name,
      fc.option(name, { nil: undefined }),
      (locale, a, b, ground) => {
        const match: Match = {
          ...MATCH,
          competition: { id: 'c', name: b },
          home: { id: 'a', name: a },
          away: { id: 'b', name: b },
          ...(ground !== undefined && { venue: { name: ground } }),
        };
        const words = calendarWords(match, { locale });
        for (const [text, longest] of [
          [words.name, 100],
          [words.description, 1_000],
          [words.location, 100],
        ] as const) {
          expect(text.trim()).toBe(text);
          expect(text).not.toMatch(/[\n\r]/);
          expect(text.length).toBeGreaterThan(0);
          expect(text.length).toBeLessThanOrEqual(longest);
        }
      },
    ),
  );
});

it('what a calendar says of a match cuts neither club away when both have long names', () => {
  const long = (name: string) => ({ id: name, name: `${name} ${'of the long name '.repeat(8)}` });
  const { name } = calendarWords({ ...MATCH, home: long('Fiumalba'), away: long('Ormsund') }, { locale: 'en' });
  expect(name).toMatch(/^Fiumalba .* – Ormsund /);
  expect(name.length).toBeLessThanOrEqual(100);
});
