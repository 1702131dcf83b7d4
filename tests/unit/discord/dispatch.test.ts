import { DiscordAPIError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { privately, reply } from '../../../commands/answer.ts';
import type { Choice } from '../../../commands/command.ts';
import { type AnyCommand, command, type Focused } from '../../../commands/command.ts';
import type { Context } from '../../../commands/context.ts';
import { dispatcher } from '../../../src/discord/dispatch.ts';
import type { Log } from '../../../src/log.ts';
import { SILENT } from '../../../src/log.ts';
import { noticeMessage } from '../../../src/messages/notice-message.ts';
import { texts } from '../../../src/messages/texts.ts';
import { servicesOn } from '../../support/discord/context.ts';
import { memoryStore } from '../../support/store/memory-store.ts';

/** What every interaction brings along. The real ones are tested against the sandbox; here is what it cannot be made to do. */
const base = {
  id: '1',
  guildId: null,
  channelId: '2',
  locale: 'en-US',
  user: { id: '3' },
  memberPermissions: null,
  appPermissions: { has: () => true },
  authorizingIntegrationOwners: { guildId: null },
  isChatInputCommand: () => false,
  isButton: () => false,
  isStringSelectMenu: () => false,
  isMessageComponent: () => false,
  isAutocomplete: () => false,
  isModalSubmit: () => false,
};

async function dispatch(
  interaction: object,
  choices: readonly Choice[] = [],
  more: Partial<AnyCommand> = {},
  claim?: (id: string) => Promise<boolean>,
) {
  const logged: string[] = [];
  const log: Log = {
    ...SILENT,
    debug: (_, message) => logged.push(`debug ${message}`),
    error: (_, message) => logged.push(`error ${message}`),
  };
  const shown = command({
    data: { name: 'shown', description: 'Shown' },
    run: async () => Promise.reject(new Error('not asked')),
    complete: async () => choices,
  });
  const commands = [{ ...shown, ...more }];
  const services = servicesOn(await memoryStore());
  const options = { commands, services, clock: { now: () => 0 }, log, ...(claim && { claim }) };
  await dispatcher(options)({ ...base, ...interaction } as never);
  return logged;
}

describe('an answer that Discord refuses', () => {
  const refused = (code: number) => new DiscordAPIError({ code, message: 'no' }, code, 404, 'POST', 'url', {});
  const press = (error: Error) => ({
    customId: 'gone',
    isButton: () => true,
    reply: () => Promise.reject(error),
  });

  it.each([10062, 40060])(
    'an answer that Discord refuses is no cause for alarm when it came too late or twice (%i)',
    async (code) => {
      expect(await dispatch(press(refused(code)))).toEqual([expect.stringMatching(/^debug/)]);
    },
  );

  it('an answer that Discord refuses is logged else, and brings nothing down', async () => {
    expect(await dispatch(press(refused(50035)))).toEqual([expect.stringMatching(/^error/)]);
    expect(await dispatch(press(new Error('socket closed')))).toEqual([expect.stringMatching(/^error/)]);
  });
});

describe('an interaction that other processes hear of too', () => {
  const said: string[] = [];
  const press = { customId: 'gone', isButton: () => true };
  const reply = async ({ content }: { content: string }) => void said.push(content);
  const { errors } = texts('en');

  it('an interaction that other processes hear of too is answered by the one that claims it, and by none else', async () => {
    expect(await dispatch({ ...press, reply }, [], {}, async () => false)).toEqual([]);
    expect(said.splice(0)).toEqual([]);
    expect(await dispatch({ ...press, reply }, [], {}, async (id) => id === base.id)).toEqual([]);
    expect(said.splice(0)).toEqual([errors.buttonTooOld]);
  });

  it('an interaction that other processes hear of too is answered with an excuse where nobody can say whose it is', async () => {
    const logged = await dispatch({ ...press, reply }, [], {}, () => Promise.reject(new Error('no database')));
    expect(logged).toEqual([expect.stringMatching(/^error/)]);
    expect(said.splice(0)).toEqual([errors.ourSide]);
  });
});

describe('a command whose work takes long', () => {
  const asking = (done: string[], refusal?: Error) => ({
    commandName: 'shown',
    isChatInputCommand: () => true,
    deferred: false,
    options: { data: [] },
    async deferReply() {
      if (refusal) throw refusal;
      done.push('deferred');
      this.deferred = true;
    },
    editReply: async () => void done.push('answered'),
    deleteReply: async () => {},
    followUp: async () => void done.push('answered'),
  });
  const run = (done: string[]) => async (context: Context) => {
    await context.takeTime();
    done.push('worked');
    return reply(noticeMessage('done'), {});
  };

  it('a command whose work takes long has Discord told before it begins, since it may keep the thread for longer than Discord waits', async () => {
    const done: string[] = [];
    expect(await dispatch(asking(done), [], { run: run(done) })).toEqual([]);
    expect(done).toEqual(['deferred', 'worked', 'answered']);
  });

  it('a command whose work takes long is not begun where Discord waits no more', async () => {
    const done: string[] = [];
    const gone = new DiscordAPIError({ code: 10062, message: 'no' }, 10062, 404, 'POST', 'url', {});
    expect(await dispatch(asking(done, gone), [], { run: run(done) })).toEqual([expect.stringMatching(/^debug/)]);
    expect(done).toEqual([]);
  });
});

describe('a form that was sent in', () => {
  const sent = (customId: string, fields: ReadonlyMap<string, string>, said: string[]) => ({
    customId,
    isModalSubmit: () => true,
    fields: { fields, getTextInputValue: (name: string) => fields.get(name) },
    reply: async ({ content }: { content: string }) => void said.push(content),
  });
  const submit: AnyCommand['submit'] = async (_, typed, ...argument) =>
    privately(noticeMessage(`${argument.join(' ')}: ${typed}`));

  it('a form that was sent in comes back to the command that showed it, with what was typed', async () => {
    const said: string[] = [];
    await dispatch(sent('shown:typed:7', new Map([['typed', 'Milan']]), said), [], { submit });
    expect(said).toEqual(['typed 7: Milan']);
  });

  it('a form that was sent in that is empty, or of no command, is answered politely', async () => {
    const said: string[] = [];
    expect(await dispatch(sent('shown:typed', new Map(), said), [], { submit })).toEqual([]);
    expect(await dispatch(sent('gone', new Map([['typed', 'Milan']]), said))).toEqual([]);
    expect(said).toEqual(['typed: ', texts('en').errors.buttonTooOld]);
  });
});

describe('suggestions', () => {
  const typing = (respond: (choices: readonly Choice[]) => Promise<void>, commandName = 'shown') => ({
    commandName,
    isAutocomplete: () => true,
    options: { getFocused: () => ({ name: 'match', value: '' }), data: [{ name: 'channel', value: '7' }] },
    respond,
  });
  const suggested = async (choices: readonly Choice[], name?: string) => {
    const shown: Choice[] = [];
    await dispatch(
      typing(async (given) => void shown.push(...given), name),
      choices,
    );
    return shown;
  };

  it('suggestions are as many and as long as Discord takes, and say what they mean', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ name: 'x'.repeat(200), value: `${index}` }));
    const shown = await suggested([{ name: 'too long to mean anything', value: 'y'.repeat(101) }, ...many]);
    expect(shown).toHaveLength(25);
    expect(shown.every(({ name }) => name.length <= 100)).toBe(true);
    expect(shown[0]?.value).toBe('0');
  });

  it('suggestions are none for a command that is gone, and none when Discord no longer listens', async () => {
    expect(await suggested([{ name: 'a', value: 'a' }], 'gone')).toEqual([]);
    const logged = await dispatch(typing(() => Promise.reject(new Error('closed'))));
    expect(logged).toEqual([expect.stringMatching(/^error/)]);
  });
});

describe('a menu', () => {
  /** What is chosen in a menu, and what came back. */
  async function chosen(customId: string, choose?: AnyCommand['choose']) {
    const answers: string[] = [];
    const reply = async ({ content }: { content: string }) => void answers.push(content);
    const menu = {
      customId,
      values: ['goals', 'chances'],
      isStringSelectMenu: () => true,
      isMessageComponent: () => true,
    };
    const logged = await dispatch({ ...menu, reply }, [], choose && { choose });
    return { answers, logged };
  }

  it('a menu takes what was chosen to its command, with the rest of its id', async () => {
    const { answers } = await chosen('shown:hears:club:milan', async (_, values, ...argument) =>
      privately(noticeMessage([...values, ...argument].join(' '))),
    );
    expect(answers).toEqual(['goals chances hears club milan']);
  });

  it('a menu of another age leads nowhere, and a mistake behind it is told in one fixed sentence', async () => {
    const { errors } = texts('en');
    expect((await chosen('gone:x')).answers).toEqual([errors.buttonTooOld]);
    expect((await chosen('shown:x')).answers).toEqual([errors.buttonTooOld]);
    const failed = await chosen('shown:x', () => Promise.reject(new Error('a secret')));
    expect(failed).toEqual({ answers: [errors.ourSide], logged: ['error a command failed'] });
  });
});

describe('what a command sees', () => {
  async function contextOf(interaction: object): Promise<Context> {
    const seen: Context[] = [];
    const run = async (context: Context) => {
      seen.push(context);
      return privately(noticeMessage('.'));
    };
    const asked = { commandName: 'shown', isChatInputCommand: () => true, reply: async () => {} };
    await dispatch({ ...asked, options: { data: [] }, ...interaction }, [], { run });
    return seen[0]!;
  }

  it('what a command sees is what the bot was not granted; of permissions that do the same, one is enough', async () => {
    const granted = (...flags: readonly string[]) => ({
      appPermissions: { has: (flag: string) => flags.includes(flag) },
    });
    expect((await contextOf(granted('ViewChannel', 'SendMessages', 'EmbedLinks'))).place.missing).toEqual(
      'attach threads private-threads send-in-threads pin events mention'.split(' '),
    );
    expect((await contextOf(granted('ManageMessages', 'ManageEvents'))).place.missing).not.toContain('pin');
    expect((await contextOf(granted('PinMessages', 'CreateEvents'))).place.missing).not.toContain('events');
  });

  it('what a command sees is which of the roles it is asked about anybody may mention', async () => {
    const roles = new Map([
      ['7', { id: '7', mentionable: true }],
      ['8', { id: '8', mentionable: false }],
    ]);
    expect((await contextOf({ options: { data: [], resolved: { roles } } })).place.mentionableRoles).toEqual(['7']);
    expect((await contextOf({})).place.mentionableRoles).toEqual([]);
  });

  it('what a command sees is, while an option is typed, what stands in the others', async () => {
    const seen: Focused[] = [];
    const complete: AnyCommand['complete'] = async (_, focused) => {
      seen.push(focused);
      return [];
    };
    const options = { getFocused: () => ({ name: 'club', value: 'mi' }), data: [{ name: 'channel', value: '7' }] };
    await dispatch({ commandName: 'shown', isAutocomplete: () => true, options, respond: async () => {} }, [], {
      complete,
    });
    expect(seen).toEqual([{ option: 'club', typed: 'mi', filled: { channel: '7' } }]);
  });
});
