import { type APIApplicationCommand, ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import {
  completed,
  EMPTY_COMPOSER,
  erased,
  focused,
  picked,
  readOptions,
  typed,
  typedOptions,
} from '../../../../src/sandbox/page/composer/composer.ts';
import { calledBy, fitting, invocationsOf } from '../../../../src/sandbox/page/composer/invocation.ts';
import { activeOffer, offersFor } from '../../../../src/sandbox/page/composer/offer.ts';
import { beginning } from '../../../../src/sandbox/page/state/state.ts';

const command = (name: string, more: object): APIApplicationCommand =>
  ({ id: name, type: 1, name, description: `${name}!`, ...more }) as APIApplicationCommand;

const COMMANDS = [
  command('score', {
    name_localizations: { it: 'risultato' },
    options: [
      { type: Kind.String, name: 'match', description: 'Which', autocomplete: true },
      { type: Kind.Boolean, name: 'private', description: 'Alone' },
    ],
  }),
  command('facts', {
    options: [
      { type: Kind.Subcommand, name: 'next', description: 'Another' },
      {
        type: Kind.Subcommand,
        name: 'about',
        description: 'Of whom',
        description_localizations: { it: 'Di chi' },
        options: [
          { type: Kind.String, name: 'about', description: 'Who', required: true, autocomplete: true },
          { type: Kind.Integer, name: 'page', description: 'Page', min_value: 1, max_value: 9 },
        ],
      },
    ],
  }),
];
const USES = invocationsOf(COMMANDS, 'en-US');
const use = (title: string) => {
  const found = USES.find((each) => each.title === title);
  if (!found) throw new Error(`no ${title}`);
  return picked(EMPTY_COMPOSER, { kind: 'use', use: found });
};
const option = (title: string, name: string) => use(title).use!.options.find((each) => each.name === name)!;
const state = { ...beginning({ reader: 'admin', locale: 'en-US', theme: 'dark' }, 0), invocations: USES };
const WORDS = { yes: 'True', no: 'False' };

it('the list of commands gives the one that was called by its whole name and a space, and none before', () => {
  expect(['/score ', '/Facts about ', '/facts next '].map((text) => calledBy(USES, text)?.title)).toEqual([
    'score',
    'facts about',
    'facts next',
  ]);
  for (const text of ['/score', '/facts ', '/scores ', 'score ', '/score x'])
    expect(calledBy(USES, text)).toBeUndefined();
});

it('the list of commands has each subcommand as a command of its own, in the reader’s language', () => {
  expect(USES.map(({ title }) => title)).toEqual(['facts about', 'facts next', 'score']);
  const italian = invocationsOf(COMMANDS, 'it').map(({ title, description }) => `${title}: ${description}`);
  expect(italian).toEqual(['facts about: Di chi', 'facts next: Another', 'risultato: score!']);
});

it('the list of commands shows those that begin as one types before those that only hold it, whatever the accents', () => {
  const titles = (text: string) => fitting(USES, text).map(({ title }) => title);
  expect(titles('')).toHaveLength(3);
  expect(titles('S')).toEqual(['score', 'facts about', 'facts next']);
  expect(titles('fàcts n')).toEqual(['facts next']);
  expect(titles('score ')).toEqual(['score']);
  expect(titles('score milan')).toEqual([]);
});

it('a command that is being written asks for what it needs first, then for what it may have, and Enter on nothing sends', () => {
  const begun = use('facts about');
  expect(begun.filled.map((each) => each.option.name)).toEqual(['about']);
  const filled = picked(begun, { kind: 'value', label: 'Çalhanoğlu', value: 'p-10' });
  expect(filled.at).toBe(1);
  const rest = offersFor({ ...state, composer: filled }, WORDS);
  expect(rest).toEqual([{ kind: 'option', option: option('facts about', 'page') }]);
  expect(activeOffer(filled, rest)).toBe(-1);
  expect(activeOffer(typed(filled, 'p'), rest)).toBe(0);
});

it('a command that is being written becomes what Discord wants, subcommands around it', () => {
  const filled = picked(use('facts about'), { kind: 'value', label: 'Çalhanoğlu', value: 'p-10' });
  const options = [{ type: 3, name: 'about', value: 'p-10' }];
  expect(readOptions(filled)).toEqual({ ok: true, options: [{ type: 1, name: 'about', options }] });
  expect(typedOptions(typed(use('facts about'), 'cal'))).toEqual([
    { type: 1, name: 'about', options: [{ type: 3, name: 'about', value: 'cal', focused: true }] },
  ]);
});

it('a command that is being written is not sent while an option is missing or wrong, and says which', () => {
  expect(readOptions(use('facts about'))).toMatchObject({ ok: false, at: 0, problem: { fault: 'missing' } });
  const about = typed(use('facts about'), 'Milan');
  const page = { ...picked({ ...about, at: 1 }, { kind: 'option', option: option('facts about', 'page') }) };
  for (const [text, fault] of [
    ['x', 'not-a-number'],
    ['1.5', 'not-whole'],
    ['0', 'too-small'],
    ['10', 'too-large'],
  ] as const)
    expect(readOptions(typed(page, text))).toMatchObject({ ok: false, at: 1, problem: { fault } });
  expect(readOptions(typed(page, ' 9 '))).toMatchObject({ ok: true });
  expect(readOptions(typed(page, ''))).toMatchObject({ ok: true });
});

it('a command that is being written takes only what is offered where there is a choice', () => {
  const flag = picked(use('score'), { kind: 'option', option: option('score', 'private') });
  expect(readOptions(typed(flag, 'maybe'))).toMatchObject({ ok: false, problem: { fault: 'not-offered' } });
  const offers = offersFor({ ...state, composer: typed(flag, 'fa') }, WORDS);
  expect(offers).toEqual([{ kind: 'value', label: 'False', value: false }]);
  expect(readOptions(picked(flag, offers[0]!))).toEqual({
    ok: true,
    options: [{ type: 5, name: 'private', value: false }],
  });
});

it('a command that is being written loses an option that need not be there by Backspace, keeps one that must, and in the end the command', () => {
  const flag = picked(use('score'), { kind: 'option', option: option('score', 'private') });
  expect(erased(flag).filled).toEqual([]);
  expect(erased(focused(use('facts about'), 1)).at).toBe(0);
  expect(erased(use('facts about')).use).toBeUndefined();
  expect(erased(use('score')).text).toBe('');
});

it('a command that is being written heeds the answer to its last question alone', () => {
  const asking = { ...use('score'), completing: { nonce: '2', choices: 'waiting' as const } };
  expect(completed(asking, '1', [])).toBe(asking);
  expect(completed(asking, '2', [{ name: 'Derby', value: 'd' }]).completing?.choices).toHaveLength(1);
});

it('a command that is being written does not follow the caret into a field that is no more', () => {
  expect(focused(EMPTY_COMPOSER, 1)).toBe(EMPTY_COMPOSER);
});
