import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Pace } from '../../src/discord/pace.ts';
import { restCalendar } from '../../src/discord/rest-calendar.ts';
import type { CalendarEntry, CalendarResult } from '../../src/live/calendar.ts';
import { CalendarKeeper } from '../../src/live/keep-calendar.ts';
import { SILENT } from '../../src/log.ts';
import { detect } from '../../src/match/detect.ts';
import { HOUR, MINUTE } from '../../src/match/instant.ts';
import { LOOKS_TO_RESULT, type MatchState } from '../../src/match/state.ts';
import { ADMIN_ID, BOT_TOKEN, GUILD_ID, openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { type SandboxUser, userOf } from '../support/discord/user.ts';
import { look, MATCH } from '../support/match/build.ts';
import { HEARING } from '../support/match/hearing.ts';
import { memoryStore } from '../support/store/memory-store.ts';

const KICK_OFF = Date.UTC(2021, 10, 7, 19, 45);
const DERBY: CalendarEntry = {
  name: 'Milan – Inter',
  description: 'Serie A 2021–22, round 12',
  location: 'San Siro',
  startsAt: KICK_OFF,
  endsAt: KICK_OFF + 2 * HOUR,
  status: 'scheduled',
};
/** The same as a member of the server sees it. */
const SEEN = {
  name: 'Milan – Inter',
  description: 'Serie A 2021–22, round 12',
  entity_type: 3,
  privacy_level: 2,
  entity_metadata: { location: 'San Siro' },
  scheduled_start_time: '2021-11-07T19:45:00.000Z',
  scheduled_end_time: '2021-11-07T21:45:00.000Z',
};
const EVENTS = `/guilds/${GUILD_ID}/scheduled-events`;
const UNHEARD_OF = '661900000000009999';

let sandbox: Sandbox;
let reader: SandboxUser;
let now: number;

async function open(seed: object = {}): Promise<void> {
  await sandbox?.close();
  const lifted = { global: Number.POSITIVE_INFINITY, route: Number.POSITIVE_INFINITY };
  sandbox = await openSandbox({ port: 0, now: () => now, limits: lifted, seed });
  reader = userOf(sandbox);
}

beforeEach(async () => {
  now = KICK_OFF - HOUR;
  await open();
});
afterEach(() => sandbox.close());

const calendar = (token = BOT_TOKEN) => restCalendar({ token, api: sandbox.apiUrl });
const fault = (one: object) => reader.request('POST', '/sandbox/faults', one);
const seen = async () => (await reader.request<Record<string, unknown>[]>('GET', EVENTS)).body;
const enter = async (entry: CalendarEntry = DERBY): Promise<string> => idOf(await calendar().create(GUILD_ID, entry));

function idOf(result: CalendarResult): string {
  if (!result.ok) throw new Error(result.problem);
  return result.eventId;
}

it('a server’s calendar takes a match as an event outside of Discord, for the server alone', async () => {
  const id = await enter();
  expect(await seen()).toMatchObject([{ ...SEEN, id, status: 1 }]);
});

it('a server’s calendar is told what changed, and nothing else', async () => {
  const id = await enter();
  const change = { startsAt: KICK_OFF + HOUR, endsAt: KICK_OFF + 3 * HOUR, location: 'Giuseppe Meazza' };
  expect(await calendar().change(GUILD_ID, id, change)).toEqual({ ok: true, eventId: id });
  expect(await seen()).toMatchObject([
    {
      name: 'Milan – Inter',
      status: 1,
      entity_metadata: { location: 'Giuseppe Meazza' },
      scheduled_start_time: '2021-11-07T20:45:00.000Z',
      scheduled_end_time: '2021-11-07T22:45:00.000Z',
    },
  ]);
});

it('a server’s calendar has its events begun, put off and ended', async () => {
  const id = await enter();
  expect(await calendar().change(GUILD_ID, id, { status: 'active' })).toMatchObject({ ok: true });
  expect(await calendar().change(GUILD_ID, id, { endsAt: KICK_OFF + 3 * HOUR })).toMatchObject({ ok: true });
  expect(await seen()).toMatchObject([{ status: 2, scheduled_end_time: '2021-11-07T22:45:00.000Z' }]);
  expect(await calendar().change(GUILD_ID, id, { status: 'completed' })).toMatchObject({ ok: true });
});

it('a server’s calendar has its events called off', async () => {
  const id = await enter();
  expect(await calendar().change(GUILD_ID, id, { status: 'cancelled' })).toMatchObject({ ok: true });
  expect(await calendar().own(GUILD_ID)).toMatchObject({ events: [{ eventId: id, status: 'cancelled' }] });
});

it('a server’s calendar shows how our own events stand, and nobody else’s', async () => {
  const id = await enter();
  await reader.request('POST', EVENTS, SEEN);
  expect((await seen()).map(({ creator_id }) => creator_id)).toContain(ADMIN_ID);
  const event = { eventId: id, name: DERBY.name, startsAt: KICK_OFF, endsAt: KICK_OFF + 2 * HOUR };
  expect(await calendar().own(GUILD_ID)).toEqual({ ok: true, events: [{ ...event, status: 'scheduled' }] });
  now = KICK_OFF + MINUTE;
  expect(await calendar().own(GUILD_ID)).toEqual({ ok: true, events: [{ ...event, status: 'active' }] });
});

it('what a server’s calendar does not take is refused for good where the server does not let Tifo, or there is no such server', async () => {
  expect(await calendar().create(UNHEARD_OF, DERBY)).toMatchObject({ ok: false, reason: 'refused' });
  expect(await calendar().own(UNHEARD_OF)).toMatchObject({ ok: false, reason: 'refused' });
  await open({ botPermissions: 0n });
  expect(await calendar().create(GUILD_ID, DERBY)).toEqual({
    ok: false,
    reason: 'refused',
    problem: 'Missing Permissions',
  });
});

it('what a server’s calendar does not take is refused for good where Discord finds fault with it', async () => {
  const late = { ...DERBY, startsAt: now - MINUTE };
  expect(await calendar().create(GUILD_ID, late)).toMatchObject({ ok: false, reason: 'refused' });
});

it('what a server’s calendar does not take is gone when somebody deleted the event, or it is over', async () => {
  const deleted = await enter();
  await reader.request('DELETE', `${EVENTS}/${deleted}`);
  const change = { name: 'Inter – Milan' };
  expect(await calendar().change(GUILD_ID, deleted, change)).toMatchObject({ ok: false, reason: 'gone' });
  const over = await enter();
  now = KICK_OFF + 2 * HOUR;
  expect(await calendar().change(GUILD_ID, over, change)).toMatchObject({ ok: false, reason: 'gone' });
});

it.each([
  ['a 500', { kind: 'status', status: 500 }],
  ['a long 429', { kind: 'status', status: 429, retryAfter: 30 }],
  ['a shared 429', { kind: 'status', status: 429, retryAfter: 1, scope: 'shared' }],
  ['a lost answer', { kind: 'lost-answer' }],
])('what a server’s calendar does not take may be tried again after %s', async (_, one) => {
  const id = await enter();
  for (const method of ['POST', 'PATCH', 'GET']) await fault({ ...one, method, route: 'scheduled-events' });
  const later = { ...DERBY, name: 'Inter – Milan' };
  const busy = { ok: false, reason: 'busy' };
  const tried = calendar();
  expect(await tried.create(GUILD_ID, later)).toMatchObject(busy);
  expect(await tried.change(GUILD_ID, id, { name: later.name })).toMatchObject(busy);
  expect(await tried.own(GUILD_ID)).toMatchObject(busy);
  expect(await tried.own(GUILD_ID)).toMatchObject({ ok: true });
});

it('what a server’s calendar does not take is asked for once: a creation of which the answer is lost makes one event, and it is found', async () => {
  await fault({ kind: 'lost-answer', method: 'POST' });
  expect(await calendar().create(GUILD_ID, DERBY)).toMatchObject({ ok: false, reason: 'busy' });
  const own = await calendar().own(GUILD_ID);
  expect(own.ok && own.events).toMatchObject([{ name: DERBY.name, startsAt: KICK_OFF }]);
});

it('what a server’s calendar does not take says nothing about the server when it is the token that is not accepted', async () => {
  expect(await calendar('wrong').create(GUILD_ID, DERBY)).toMatchObject({ ok: false, reason: 'busy' });
});

it('what a server’s calendar does not take waits for its turn where several share a limit', async () => {
  let turns = 0;
  const pace: Pace = {
    run(request) {
      turns += 1;
      return request();
    },
    tooFast() {},
  };
  const paced = restCalendar({ token: BOT_TOKEN, api: sandbox.apiUrl, pace });
  await paced.create(GUILD_ID, DERBY);
  await paced.own(GUILD_ID);
  expect(turns).toBe(2);
});

it('a match is entered, moved, begun and ended, as a member of the server sees it', async () => {
  const store = await memoryStore();
  let match = MATCH;
  const keeper = new CalendarKeeper({
    feed: { matches: async () => [match] },
    store,
    calendar: calendar(),
    clock: { now: () => now },
    log: SILENT,
    name: 'test',
  });
  const target = { kind: 'club', id: 'inter' } as const;
  await store.subscriptions.follow({ ...HEARING, guildId: GUILD_ID, channelId: '1', target, createdAt: now });
  const stands = async () => {
    await keeper.keep();
    return (await seen()).map((event) => `${event['status']} ${event['scheduled_start_time']}`);
  };
  expect(await stands()).toEqual(['1 2021-11-07T19:45:00.000Z']);
  match = { ...MATCH, kickOff: KICK_OFF + HOUR };
  expect(await stands()).toEqual(['1 2021-11-07T20:45:00.000Z']);
  now = KICK_OFF + HOUR;
  expect(await stands()).toEqual(['2 2021-11-07T20:45:00.000Z']);
  now += 2 * HOUR - 5 * MINUTE;
  let state: MatchState | undefined = detect(undefined, look('second-half', [], { at: now, match }), now).state;
  await store.matches.save(state);
  expect(await stands()).toEqual(['2 2021-11-07T20:45:00.000Z']);
  now += 10 * MINUTE;
  for (let looks = 0; looks < LOOKS_TO_RESULT; looks += 1)
    state = detect(state, look('full-time', [], { at: now, match }), now).state;
  await store.matches.save(state);
  expect(await stands()).toEqual(['3 2021-11-07T20:45:00.000Z']);
  await store.close();
});
