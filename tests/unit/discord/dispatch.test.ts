import { DiscordAPIError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../../commands/command.ts';
import { command } from '../../../commands/command.ts';
import { dispatcher } from '../../../src/discord/dispatch.ts';
import type { Log } from '../../../src/log.ts';
import { SILENT } from '../../../src/log.ts';
import { servicesOn } from '../commands/context.ts';
import { memoryStore } from '../store/memory-store.ts';

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
  isAutocomplete: () => false,
};

async function dispatch(interaction: object, choices: readonly Choice[] = []) {
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
  const services = servicesOn(await memoryStore());
  await dispatcher({ commands: [shown], services, clock: { now: () => 0 }, log })({ ...base, ...interaction } as never);
  return logged;
}

describe('an answer that Discord refuses', () => {
  const refused = (code: number) => new DiscordAPIError({ code, message: 'no' }, code, 404, 'POST', 'url', {});
  const press = (error: Error) => ({
    customId: 'gone',
    isButton: () => true,
    reply: () => Promise.reject(error),
  });

  it.each([10062, 40060])('is no cause for alarm when it came too late or twice (%i)', async (code) => {
    expect(await dispatch(press(refused(code)))).toEqual([expect.stringMatching(/^debug/)]);
  });

  it('is logged else, and brings nothing down', async () => {
    expect(await dispatch(press(refused(50035)))).toEqual([expect.stringMatching(/^error/)]);
    expect(await dispatch(press(new Error('socket closed')))).toEqual([expect.stringMatching(/^error/)]);
  });
});

describe('suggestions', () => {
  const typing = (respond: (choices: readonly Choice[]) => Promise<void>, commandName = 'shown') => ({
    commandName,
    isAutocomplete: () => true,
    options: { getFocused: () => ({ name: 'match', value: '' }) },
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

  it('are as many and as long as Discord takes, and say what they mean', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ name: 'x'.repeat(200), value: `${index}` }));
    const shown = await suggested([{ name: 'too long to mean anything', value: 'y'.repeat(101) }, ...many]);
    expect(shown).toHaveLength(25);
    expect(shown.every(({ name }) => name.length <= 100)).toBe(true);
    expect(shown[0]?.value).toBe('0');
  });

  it('are none for a command that is gone, and none when Discord no longer listens', async () => {
    expect(await suggested([{ name: 'a', value: 'a' }], 'gone')).toEqual([]);
    const logged = await dispatch(typing(() => Promise.reject(new Error('closed'))));
    expect(logged).toEqual([expect.stringMatching(/^error/)]);
  });
});
