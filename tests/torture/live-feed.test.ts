import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Recording, snapshotAt } from '../../src/feed/recording.ts';
import { recordingSchema } from '../../src/feed/recording-schema.ts';
import { MINUTE, SECOND } from '../../src/match/instant.ts';
import type { Match } from '../../src/match/match.ts';
import { BOT_TOKEN, channelIdAt, openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { countTried } from '../support/cases.ts';
import { type Program, run } from '../support/discord/program.ts';
import { type SandboxUser, type SeenMessage, userOf } from '../support/discord/user.ts';
import { type ApiFootballServer, type Fault, startApiFootball } from '../support/feeds/api-football-server.ts';

const KEY = 'a-key-of-our-own';
const CHANNELS = 6;
const [PLAIN, COVERED, LATE] = [3, 4, 5].map((channel) => channelIdAt(0, channel, CHANNELS)) as [
  string,
  string,
  string,
];
/** A look comes with each start, and what one alone does not prove, the next does. */
const ENOUGH_STARTS = 20;

const recording: Recording = recordingSchema.parse(
  JSON.parse(readFileSync(new URL('../fixtures/matches/cup-final.json', import.meta.url), 'utf8')),
);
/** The provider has its own clock: what it says is the test's to decide, and kick-off is put forward to today's. */
let moment = '17:00:00';
let kickOff = Math.floor((Date.now() + 30 * MINUTE) / SECOND) * SECOND;

function said() {
  const { match, ...snapshot } = snapshotAt(recording, Date.parse(`2025-05-24T${moment}Z`));
  const today: Match = { ...match, competition: { id: 'coppa-italia', name: 'Coppa Italia' }, kickOff };
  return { ...snapshot, match: today };
}

let folder: string;
let sandbox: Sandbox;
let provider: ApiFootballServer;
let reader: SandboxUser;
let env: Record<string, string>;
let bot: Program | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tifo-live-'));
  const free = { global: Number.POSITIVE_INFINITY, route: Number.POSITIVE_INFINITY };
  sandbox = await openSandbox({ port: 0, limits: free, seed: { channelsPerGuild: CHANNELS } });
  reader = userOf(sandbox);
  const matches = [{ fixtureId: 7, at: said, round: 'Final' }];
  provider = await startApiFootball({ key: KEY, matches, clock: Date, ofDay: 7_500, perMinute: 300 });
  env = {
    DATABASE_URL: `file:${join(folder, 'tifo.db')}`,
    DISCORD_API_URL: sandbox.apiUrl,
    DISCORD_TOKEN: BOT_TOKEN,
    FEED: 'api-football',
    COMPETITIONS: 'coppa-italia',
    API_FOOTBALL_KEY: KEY,
    API_FOOTBALL_URL: provider.url,
    REPLAY_SPEED: '0',
  };
});

afterAll(async () => {
  await bot?.end('SIGKILL');
  await provider.stop();
  await sandbox.close();
  await rm(folder, { recursive: true });
});

async function restart(): Promise<Program> {
  if (bot) {
    await bot.end('SIGKILL');
    countTried({ kills: 1 });
  }
  bot = run(['bot'], env);
  return bot;
}

/** What a person said in a channel, oldest first; pins announce themselves in messages of their own kind. */
async function read(channelId: string): Promise<readonly SeenMessage[]> {
  return (await reader.messages(channelId)).filter(({ type }) => type === 0 || type === 19).toReversed();
}

const isCard = ({ content }: SeenMessage) => / · (full-time|penalty shoot-out|\d+'|half-time)/.test(content);

async function posts(channelId: string): Promise<readonly SeenMessage[]> {
  return (await read(channelId)).filter((message) => !isCard(message));
}

const told = (wanted: RegExp, channelId: string, patience?: number) =>
  reader.until(
    `${wanted} in ${channelId}`,
    async () => (await posts(channelId)).find(({ content }) => wanted.test(content)),
    patience,
  );

/** The provider is at a moment, and the bot is killed and started until it has told what there is to tell. */
async function reach(at: string, wanted: RegExp, ...faults: Fault[]): Promise<void> {
  moment = at;
  provider.failAt('live=', ...faults);
  for (let starts = 1; ; starts += 1) {
    await (await restart()).says(/is connected/);
    const found = await told(wanted, PLAIN, starts * SECOND).catch((error: Error) => error);
    if (!(found instanceof Error)) return;
    if (starts === ENOUGH_STARTS) throw found;
  }
}

const follow = (channelId: string, name: string, value: string, ...more: readonly (readonly [string, string])[]) =>
  reader.ask(
    'follow',
    [[name, value] as const, ...more].map(([option, text]) => ({ name: option, type: 3, value: text })),
    { channelId },
  );

const TOLD = [
  'Line-ups: Fiumalba v Ørmsund',
  'Kick-off: Fiumalba v Ørmsund',
  "23' GOAL Fiumalba 1–0 Ørmsund: Żółkiewski",
  "34' Þórðarson misses a penalty · Fiumalba 1–0 Ørmsund",
  'Half-time: Fiumalba 1–0 Ørmsund',
  'Second half under way: Fiumalba 1–0 Ørmsund',
  "~~52' GOAL Fiumalba 2–0 Ørmsund: N'Ġorġ~~",
  "Goal disallowed (VAR): Fiumalba 1–0 Ørmsund. The 52' goal by N'Ġorġ does not count.",
  "67' GOAL Fiumalba 1–1 Ørmsund: Háček (o.g.)",
  "78' Second yellow, sent off: Brændstrup (Ørmsund) · Fiumalba 1–1 Ørmsund",
  'Extra time under way: Fiumalba 1–1 Ørmsund',
  "98' GOAL Fiumalba 2–1 Ørmsund: Ibáñez-Peñà",
  'Second half of extra time under way: Fiumalba 2–1 Ørmsund',
  "113' GOAL Fiumalba 2–2 Ørmsund: Đặng (pen.)",
  "118' Red card: Dell'Ò (Fiumalba) · Fiumalba 2–2 Ørmsund",
  'Penalty shoot-out: Fiumalba 2–2 Ørmsund',
  'Żółkiewski (Fiumalba): scored in the shoot-out · Fiumalba 1–0 Ørmsund on penalties',
  'Đặng (Ørmsund): scored in the shoot-out · Fiumalba 1–1 Ørmsund on penalties',
  'Ibáñez-Peñà (Fiumalba): scored in the shoot-out · Fiumalba 2–1 Ørmsund on penalties',
  'Kļaviņš (Ørmsund): missed in the shoot-out · Fiumalba 2–1 Ørmsund on penalties',
  "N'Ġorġ (Fiumalba): missed in the shoot-out · Fiumalba 2–1 Ørmsund on penalties",
  "O'Çelik (Ørmsund): scored in the shoot-out · Fiumalba 2–2 Ørmsund on penalties",
  'Lăstun (Fiumalba): scored in the shoot-out · Fiumalba 3–2 Ørmsund on penalties',
  'Čiurlys (Ørmsund): scored in the shoot-out · Fiumalba 3–3 Ørmsund on penalties',
  'da Conceição (Fiumalba): scored in the shoot-out · Fiumalba 4–3 Ørmsund on penalties',
  'Mac Ruairí (Ørmsund): missed in the shoot-out · Fiumalba 4–3 Ørmsund on penalties',
  'Final result: Fiumalba 2–2 Ørmsund, Fiumalba win 4–3 on penalties',
];

it('a bot on API-Football, with outages, that is killed again and again tells a whole cup final, everything once, in each channel as it wishes', async () => {
  await (await restart()).says(/is connected/);
  await follow(PLAIN, 'club', 'Fiumalba');
  await follow(COVERED, 'competition', 'Coppa Italia', ['spoilers', 'hide']);
  await reach('17:45:00', /^Line-ups/);
  kickOff = Math.floor(Date.now() / SECOND) * SECOND;
  await reach('18:32:00', /^Kick-off/, { kind: 'hang-up' });
  await reach('18:55:00', /^23' GOAL/, { kind: 'status', status: 500 }, { kind: 'status', status: 503 });
  await reach('19:07:00', /^34' /, { kind: 'not-json' });
  await reach('19:42:00', /^52' GOAL/, { kind: 'errors', errors: { rateLimit: 'Too many requests.' } });
  await reach('19:44:00', /^Goal disallowed/, { kind: 'status', status: 429, retryAfter: 1 });
  await follow(LATE, 'match', 'Fiumalba v Ørmsund');
  await reach('20:39:00', /^98' GOAL/);
  await reach('20:57:00', /^113' GOAL/, { kind: 'silent' });
  await reach('21:16:40', /da Conceição/);
  await reach('21:18:00', /^Final result/);
  for (const channel of [COVERED, LATE]) await told(/^Final result/, channel);
  for (const channel of [PLAIN, COVERED, LATE]) {
    const [card, ...more] = await reader.until(`the last word of the card in ${channel}`, async () => {
      const cards = (await read(channel)).filter(isCard);
      return cards.every(({ content, pinned }) => content.includes('full-time') && !pinned) ? cards : undefined;
    });
    expect(more).toEqual([]);
    expect(card?.content).toMatch(/2–2.*Fiumalba win 4–3 on penalties/);
  }
  expect(await bot?.end('SIGTERM')).toBe(0);

  const plain = await posts(PLAIN);
  expect(plain.map(({ content }) => content)).toEqual(TOLD);
  const [struck, reply] = plain.slice(6);
  expect(struck?.embeds[0]?.title).toBe('Goal disallowed (VAR)');
  expect(reply?.message_reference?.message_id).toBe(struck?.id);
  expect((await posts(LATE)).map(({ content }) => content)).toEqual(TOLD.slice(8));
  const covered = (await read(COVERED)).map(({ content }) => content);
  for (const content of covered) expect(content.replace(/\|\|.*\|\|/, '')).not.toMatch(/\d–\d|GOAL|disallowed/);
  const hidden = TOLD.filter((line) => !covered.some((content) => content.includes(line)));
  // What is told of every match keeps its own words, and covers the score alone.
  expect(hidden.map((line) => line.split(':')[0])).toEqual(['Half-time', 'Second half under way', 'Final result']);
  expect((await posts(COVERED)).length).toBe(TOLD.length);
});
