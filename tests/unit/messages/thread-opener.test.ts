import { expect, it } from 'vitest';
import { threadOpener } from '../../../src/messages/thread-opener.ts';
import { discordProblems } from '../../support/discord/discord-problems.ts';
import { readable } from '../../support/discord/readable.ts';
import { match } from '../../support/match/derby.ts';

it('the post that opens a match’s thread names the match and its kick-off and promises nothing, and the thread after both', () => {
  const { message, name } = threadOpener(match, { locale: 'en' });
  expect(readable(message)).toBe('Milan v Inter: kick-off <t:1636314300:f>');
  expect(name).toBe('Milan v Inter · Serie A 12');
  const italian = threadOpener(match, { locale: 'it' });
  expect(italian.message.content).toBe("Milan–Inter: calcio d'inizio <t:1636314300:f>");
  expect(italian.name).toBe('Milan–Inter · Serie A 12');
});

it('the post that opens a match’s thread of a cup has no round to name', () => {
  const { round: _, ...cup } = { ...match, competition: { id: 'cup', name: 'Coppa Italia' } };
  expect(threadOpener(cup, { locale: 'en' }).name).toBe('Milan v Inter · Coppa Italia');
});

it('the post that opens a match’s thread tells no score, and so has nothing to cover', () => {
  expect(threadOpener(match, { locale: 'en', spoilers: 'hide' })).toEqual(threadOpener(match, { locale: 'en' }));
});

it('the post that opens a match’s thread gives the thread a name that Discord takes, and that reads as it is written', () => {
  const club = (name: string) => ({ id: 'x', name });
  const long = threadOpener(
    { ...match, home: club('Borussia '.repeat(30)), away: club('*Real* _Madrid_ '.repeat(30)) },
    { locale: 'en' },
  );
  expect(long.name.length).toBeLessThanOrEqual(100);
  expect(discordProblems(long.message)).toEqual([]);
  const odd = { ...match, home: club('A*B\n'), away: club('C_D') };
  expect(threadOpener(odd, { locale: 'en' }).name).toBe('A*B v C_D · Serie A 12');
});
