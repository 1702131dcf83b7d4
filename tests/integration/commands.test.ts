import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { EVERYWHERE } from '../../commands/availability.ts';
import { command } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { connect, createClient } from '../../src/discord/client.ts';
import { dispatcher } from '../../src/discord/dispatch.ts';
import { registerCommands } from '../../src/discord/register-commands.ts';
import { type Log, SILENT } from '../../src/log.ts';
import { texts } from '../../src/messages/texts.ts';
import {
  ADMIN_DM_ID,
  APPLICATION_ID,
  BOT_TOKEN,
  DERBY_ID,
  FACTS_ID,
  GENERAL_ID,
  GUILD_ID,
  type Sandbox,
} from '../../src/sandbox/sandbox.ts';
import { asBot, closeAll, sandboxFor } from '../support/discord/bot.ts';
import { servicesOn } from '../support/discord/context.ts';
import { type GivenOption, type SeenMessage, userOf } from '../support/discord/user.ts';
import { derby, match } from '../support/match/derby.ts';
import { memoryStore } from '../support/store/memory-store.ts';

const EPHEMERAL = 64;
const SEND_MESSAGES = String(1 << 11);
const say = texts('en');

/** A command with a bug in everything it does. */
const broken = command({
  data: {
    name: 'broken',
    description: 'Broken',
    ...EVERYWHERE,
    options: [{ type: 3, name: 'match', description: 'x', autocomplete: true }],
  },
  run: async () => {
    throw new Error('a secret detail');
  },
  complete: async () => {
    throw new Error('a secret detail');
  },
});
const all = [...commands, broken];

const text = (name: string, value: string, focused = false): GivenOption => ({
  type: 3,
  name,
  value,
  ...(focused && { focused }),
});
const flag = (name: string): GivenOption => ({ type: 5, name, value: true });
const sub = (name: string, ...options: readonly GivenOption[]): GivenOption => ({ type: 1, name, options });
const isHidden = ({ flags }: SeenMessage) => (flags & EPHEMERAL) !== 0;
const italian = { locale: 'it' };
const direct = { channelId: ADMIN_DM_ID, guildId: null };

let sandbox: Sandbox;
let store: Awaited<ReturnType<typeof memoryStore>>;
let ada: ReturnType<typeof userOf>;
let milo: ReturnType<typeof userOf>;
const errors: object[] = [];
const log: Log = { ...SILENT, error: (context) => void errors.push(context) };

beforeAll(async () => {
  const overwrites = { [FACTS_ID]: [{ id: GUILD_ID, type: 0 as const, allow: '0', deny: SEND_MESSAGES }] };
  sandbox = await sandboxFor({ seed: { overwrites, botPermissions: 0n } });
  store = await memoryStore();
  await store.matches.save(derby());
  const answer = dispatcher({ commands: all, services: servicesOn(store), clock: Date, log });
  const client = createClient({ api: sandbox.apiUrl, log, answer });
  await connect(client, BOT_TOKEN);
  expect(await registerCommands({ commands: all, rest: client.rest, applicationId: APPLICATION_ID })).toBe(true);
  expect(await registerCommands({ commands: all, rest: client.rest, applicationId: APPLICATION_ID })).toBe(false);
  ada = userOf(sandbox);
  milo = userOf(sandbox, 'member');
  return () => client.destroy();
});
afterAll(closeAll);
beforeEach(() => void errors.splice(0));

it('a reader in a server is shown the score, with buttons that each give him more, privately', async () => {
  const score = await milo.ask('score');
  expect(score.content).toContain('Milan 1–1 Inter');
  expect(isHidden(score)).toBe(false);
  const buttons = score.components[0]?.components ?? [];
  expect(buttons.map(({ custom_id }) => custom_id?.split(':')[0])).toEqual(['timeline', 'lineups', 'report', 'facts']);
  for (const { custom_id } of buttons) {
    const shown = await pressed(milo, score.id, custom_id ?? '');
    expect(isHidden(shown)).toBe(true);
    expect(shown.id).not.toBe(score.id);
  }
  expect(errors).toEqual([]);
});

it('a reader in a server is answered in the language of his own Discord', async () => {
  expect((await milo.ask('score', [], italian)).embeds[0]?.description).toContain('(rig.)');
  expect((await milo.ask('help', [], italian)).embeds[0]?.title).toBe(texts('it').help.title);
});

it('a reader in a server is answered privately when he asks for it', async () => {
  const score = await milo.ask('score', [flag('private')]);
  expect(isHidden(score)).toBe(true);
  expect((await ada.messages()).map(({ id }) => id)).not.toContain(score.id);
});

it('a reader in a server is offered names while he types', async () => {
  expect(await milo.autocomplete('score', [text('match', 'intr', true)])).toEqual([
    { name: 'Milan – Inter · 7 November 2021', value: match.id },
  ]);
  const about = [sub('about', text('about', 'Calhanoglou', true))];
  expect(await milo.autocomplete('facts', about)).toEqual([{ name: 'Çalhanoğlu', value: 'player:Çalhanoğlu' }]);
  const zones = await ada.autocomplete('facts', [sub('schedule', text('timezone', '', true))]);
  expect(zones).toHaveLength(25);
});

it('a reader in a server is told what he could have typed', async () => {
  const answer = await milo.ask('score', [text('match', '@everyone')]);
  expect(isHidden(answer)).toBe(true);
  expect(answer.mention_everyone).toBe(false);
  expect(answer.content).toMatch(/^I don't know the match/);
});

it('a list of facts turns its pages in place for whoever asked for it, and gives others a page of their own', async () => {
  const list = await milo.ask('facts', [sub('list')]);
  const [, next] = list.components[0]?.components ?? [];
  const own = await pressed(ada, list.id, next?.custom_id ?? '');
  expect(own.id).not.toBe(list.id);
  expect(isHidden(own)).toBe(true);
  const turned = await pressed(milo, list.id, next?.custom_id ?? '');
  expect(turned.id).toBe(list.id);
  expect(turned.content).toBe(own.content);
  expect(turned.content).not.toBe(list.content);
});

it('a list of facts turns in place when it is private, too', async () => {
  const list = await milo.ask('facts', [sub('list', flag('private'))]);
  const turned = await pressed(milo, list.id, list.components[0]?.components[1]?.custom_id ?? '');
  expect(turned.id).toBe(list.id);
  expect(isHidden(turned)).toBe(true);
});

it('an admin has a channel follow a club and hear a fact a day, and sees both', async () => {
  const followed = await ada.ask('follow', [text('club', 'milan')]);
  expect(followed.content).toContain(`<#${DERBY_ID}>`);
  const set = [sub('schedule', text('time', '09:00'), text('timezone', 'Europe/Rome'))];
  expect((await ada.ask('facts', set)).content).toMatch(/<t:\d+:F>/);
  const following = await ada.ask('following');
  expect(following.embeds[0]?.description).toContain('Milan');
  expect((await ada.ask('unfollow', [text('club', 'Milan')])).content).toContain('No longer');
  expect((await ada.ask('facts', [sub('stop')])).content).toBe(say.schedule.stopped(`<#${DERBY_ID}>`));
});

it('an admin is told exactly what to grant where the bot may not write, and nothing is begun', async () => {
  const refused = await ada.ask('follow', [text('club', 'milan')], { channelId: FACTS_ID });
  expect(isHidden(refused)).toBe(true);
  expect(refused.content).toContain('**Send Messages**');
  expect(refused.content).toContain(`<#${FACTS_ID}>`);
  expect(await store.subscriptions.inChannel(FACTS_ID)).toEqual([]);
});

it('a member cannot change what the server follows, and is told who can schedule facts', async () => {
  await expect(milo.ask('follow', [text('club', 'milan')], { channelId: GENERAL_ID })).rejects.toThrow('50013');
  const set = [sub('schedule', text('time', '09:00'), text('timezone', 'Europe/Rome'))];
  expect((await milo.ask('facts', set)).content).toBe(say.errors.needsManageServer);
});

it('a direct message is answered like a server where it can be', async () => {
  expect((await ada.ask('score', [], direct)).content).toContain('Milan 1–1 Inter');
  expect((await ada.ask('facts', [sub('next')], direct)).content).not.toBe('');
  const set = [sub('schedule', text('time', '09:00'), text('timezone', 'Europe/Rome'))];
  expect((await ada.ask('facts', set, direct)).content).toBe(say.errors.notInServer);
});

it('what goes wrong is told in one fixed sentence when it is a bug, and logged with its place, not with who asked', async () => {
  const answer = await milo.ask('broken');
  expect(answer.content).toBe(say.errors.ourSide);
  expect(isHidden(answer)).toBe(true);
  expect(errors).toMatchObject([
    { command: 'broken', channel: DERBY_ID, guild: GUILD_ID, err: new Error('a secret detail') },
  ]);
  expect(JSON.stringify(errors)).not.toContain(milo.id);
});

it('what goes wrong leaves the list of suggestions empty', async () => {
  expect(await milo.autocomplete('broken', [text('match', 'x', true)])).toEqual([]);
  expect(errors).toHaveLength(1);
});

it('a button that leads nowhere any more is answered with a friendly word', async () => {
  const button = (custom_id: string) => ({ type: 2, style: 2, label: custom_id, custom_id });
  const components = [{ type: 1, components: ['vote:1', 'help', 'score:gone'].map(button) }];
  const { body } = await asBot(sandbox, 'POST', `/channels/${DERBY_ID}/messages`, { content: 'old', components });
  for (const id of ['vote:1', 'help', 'score:gone'])
    expect((await pressed(milo, body.id, id)).content).toBe(say.errors.buttonTooOld);
  expect(errors).toEqual([]);
});

/** Presses a button: the message that comes of it, or that it changed. */
async function pressed(who: typeof ada, messageId: string, customId: string): Promise<SeenMessage> {
  const { state, original_id } = await who.settled(await who.click(messageId, customId));
  expect(state).toBe('answered');
  return (await who.request<SeenMessage>('GET', `/channels/${DERBY_ID}/messages/${original_id}`)).body;
}
