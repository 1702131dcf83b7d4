import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { GatewayEvent } from '../../../../src/sandbox/page/connection/events.ts';
import { beginFetch, endFetch, withFetched } from '../../../../src/sandbox/page/state/conversation.ts';
import { hear } from '../../../../src/sandbox/page/state/hear.ts';
import { keepPreferences, keptPreferences } from '../../../../src/sandbox/page/state/preferences.ts';
import { beginning, type State } from '../../../../src/sandbox/page/state/state.ts';
import { isLater, isUnread } from '../../../../src/sandbox/page/state/unread.ts';

const ADA = { id: '2', username: 'ada' };
const TIFO = { id: '1', username: 'Tifo', bot: true };

/** As it comes off the wire, with what these tests are about. */
const event = (t: string, d: unknown): GatewayEvent => JSON.parse(JSON.stringify({ t, d }));
const message = (id: string, more: object = {}): APIMessage =>
  JSON.parse(
    JSON.stringify({ id, channel_id: '10', author: TIFO, content: id, mentions: [], mention_roles: [], ...more }),
  );

const READY = event('READY', {
  user: ADA,
  session_id: 's',
  guilds: [
    {
      id: '5',
      name: 'Curva',
      roles: [{ id: '6', name: 'Ultras' }],
      channels: [
        { id: '10', type: 0, name: 'derby', last_message_id: '99' },
        { id: '11', type: 0, name: 'facts', last_message_id: null },
      ],
      threads: [],
      guild_scheduled_events: [{ id: '50', guild_id: '5', name: 'Milan v Inter', status: 1 }],
      members: [{ user: ADA, roles: ['6'] }],
    },
  ],
  private_channels: [{ id: '12', type: 1, recipients: [TIFO] }],
  user_settings: {},
});

const ready = (): State => ({
  ...hear(beginning({ reader: 'admin', locale: 'en-US', theme: 'dark' }, 0), READY, 0),
  open: '11',
});
const told = (state: State, t: string, d: unknown) => hear(state, event(t, d), 1_000);

it('what the page knows begins with what the gateway says first, and drops what it had when a session begins anew', () => {
  const known = withFetched(ready(), '10', [message('100')], 50);
  expect([...known.channels.keys()]).toEqual(['10', '11', '12']);
  expect(known.channels.get('10')?.guild_id).toBe('5');
  expect(hear(known, READY, 0).conversations.size).toBe(0);
});

it('what the page knows shows a message as it reads by now wherever it stands: in its place, above an answer, among the pins', () => {
  const original = message('100');
  const fetched = withFetched(ready(), '10', [message('101', { referenced_message: original }), original], 50);
  const pinned = { ...fetched, pins: { channelId: '10', messages: [original] } };
  const edited = told(pinned, 'MESSAGE_UPDATE', message('100', { content: '~~100~~' }));
  const [, answer] = edited.conversations.get('10')?.messages ?? [];
  expect(answer?.referenced_message?.content).toBe('~~100~~');
  expect(edited.pins?.messages?.map(({ content }) => content)).toEqual(['~~100~~']);
  const gone = told(edited, 'MESSAGE_DELETE', { id: '100', channel_id: '10' });
  expect(gone.conversations.get('10')?.messages).toMatchObject([{ id: '101', referenced_message: null }]);
  expect(gone.pins?.messages).toEqual([]);
});

it('what the page knows keeps a conversation in order, each message once, whichever way it came', () => {
  const fetched = withFetched(ready(), '10', [message('101'), message('100')], 2);
  const grown = told(told(fetched, 'MESSAGE_CREATE', message('1000')), 'MESSAGE_CREATE', message('101'));
  expect(grown.conversations.get('10')?.messages.map(({ id }) => id)).toEqual(['100', '101', '1000']);
  expect(grown.conversations.get('10')?.hasEarlier).toBe(true);
  const edited = told(grown, 'MESSAGE_UPDATE', message('101', { content: 'new' }));
  expect(edited.conversations.get('10')?.messages[1]?.content).toBe('new');
  const fewer = told(edited, 'MESSAGE_DELETE', { id: '101', channel_id: '10' });
  expect(fewer.conversations.get('10')?.messages).toHaveLength(2);
});

it('what the page knows holds what was told while it fetched above what it fetched', () => {
  const before = [message('102'), message('101'), message('100', { pinned: false })];
  for (const known of [ready(), withFetched(ready(), '10', before, 50)]) {
    const meanwhile = [
      event('MESSAGE_UPDATE', message('100', { pinned: true })),
      event('MESSAGE_DELETE', { id: '101', channel_id: '10' }),
      event('MESSAGE_CREATE', message('103')),
      event('MESSAGE_CREATE', message('104', { channel_id: '11' })),
    ].reduce((state, each) => hear(state, each, 1_000), beginFetch(known, '10'));
    const fetched = endFetch(withFetched(meanwhile, '10', before, 50), '10');
    const { messages } = fetched.conversations.get('10')!;
    expect(messages.map(({ id, pinned }) => `${id} ${pinned === true}`)).toEqual([
      '100 true',
      '102 false',
      '103 false',
    ]);
    expect(fetched.fetching.size).toBe(0);
  }
});

it('what the page knows marks what was said elsewhere as unread, and counts who calls the reader there', () => {
  const state = told(ready(), 'MESSAGE_CREATE', message('100', { mention_roles: ['6'] }));
  expect(isUnread(state, state.channels.get('10')!)).toBe(true);
  expect(state.calls).toEqual({ '10': 1 });
  const direct = told(state, 'MESSAGE_CREATE', message('101', { channel_id: '12' }));
  expect(direct.calls['12']).toBe(1);
  const here = told(state, 'MESSAGE_CREATE', message('102', { channel_id: '11' }));
  expect(isUnread(here, here.channels.get('11')!)).toBe(false);
  expect(told(state, 'MESSAGE_CREATE', message('103', { author: ADA, mentions: [ADA] })).calls).toEqual({});
});

it('what the page knows lets typing end with the words typed', () => {
  const typing = told(ready(), 'TYPING_START', { channel_id: '10', user_id: '1' });
  expect(typing.typing).toEqual({ '10:1': 11_000 });
  expect(told(typing, 'MESSAGE_CREATE', message('100')).typing).toEqual({});
});

it('what the page knows waits for an answer until it comes or fails', () => {
  const asked = { nonce: 'n', channelId: '10', at: 0, state: 'waiting' as const, command: 'score' };
  const state = { ...ready(), asked: [asked] };
  expect(told(state, 'INTERACTION_SUCCESS', { nonce: 'n' }).asked).toEqual([]);
  expect(told(state, 'INTERACTION_FAILURE', { nonce: 'n' }).asked[0]?.state).toBe('failed');
  expect(told(state, 'INTERACTION_SUCCESS', { nonce: 'other' }).asked).toHaveLength(1);
});

it('what the page knows keeps what a server announces as it is told by now', () => {
  const moved = told(ready(), 'GUILD_SCHEDULED_EVENT_UPDATE', { id: '50', guild_id: '5', status: 2 });
  const more = told(moved, 'GUILD_SCHEDULED_EVENT_CREATE', { id: '51', guild_id: '5', status: 1 });
  expect([...more.events.values()].map(({ id, status }) => [id, status])).toEqual([
    ['50', 2],
    ['51', 1],
  ]);
  expect(told(more, 'GUILD_SCHEDULED_EVENT_DELETE', { id: '50' }).events.size).toBe(1);
});

it('what the page knows takes a server’s channels as they are told anew, and leaves the others be', () => {
  const channels = [{ id: '20', type: 0, name: 'fans' }];
  const grown = told(ready(), 'GUILD_CREATE', { id: '5', channels, threads: [] });
  expect([...grown.channels.keys()]).toEqual(['12', '20']);
});

it('what the page knows sees a private thread no more once its reader was shown out, and others once they are deleted', () => {
  const member: State = { ...ready(), preferences: { reader: 'member', locale: 'it', theme: 'dark' } };
  const inside = told(member, 'THREAD_CREATE', { id: '30', type: 12, parent_id: '10', guild_id: '5' });
  const went = (id: string) => told(inside, 'THREAD_MEMBERS_UPDATE', { id: '30', removed_member_ids: [id] });
  expect([went('2').channels.has('30'), went('9').channels.has('30')]).toEqual([false, true]);
});

it('what the page knows leaves a channel that is gone', () => {
  const gone = told(ready(), 'CHANNEL_DELETE', { id: '11', type: 0 });
  expect([gone.open, gone.channels.has('11')]).toEqual([undefined, false]);
});

it('what the page knows compares ids as the numbers they are', () => {
  expect([isLater('100', '99'), isLater('99', '100'), isLater('99', '99')]).toEqual([true, false, false]);
});

describe('what the reader prefers', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };

  it('what the reader prefers is his browser’s language at first, then what he chose; nonsense is no choice', () => {
    expect(keptPreferences(storage, 'it-CH')).toEqual({ reader: 'admin', locale: 'it', theme: 'system' });
    keepPreferences(storage, { reader: 'member', locale: 'en-US', theme: 'light' });
    expect(keptPreferences(storage, 'it')).toEqual({ reader: 'member', locale: 'en-US', theme: 'light' });
    for (const text of ['{', 'null', '"x"', '{"theme":"pink","reader":7}']) {
      const odd = { ...storage, getItem: () => text };
      expect(keptPreferences(odd, 'de')).toEqual({ reader: 'admin', locale: 'en-US', theme: 'system' });
    }
  });
});
