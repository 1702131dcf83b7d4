import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DERBY_ID } from '../../src/sandbox/sandbox.ts';
import { countTried } from '../support/cases.ts';
import { type Program, run, sandboxOf } from '../support/discord/program.ts';
import { cardsOf, postsOf } from '../support/discord/told.ts';
import { type SandboxUser, userOf } from '../support/discord/user.ts';

const STORY = [
  /^Kick-off: Milan v Inter/,
  /^Milan came to the derby with ten wins/,
  /^11' GOAL Milan 0–1 Inter/,
  /^Çalhanoğlu was the fourth to score/,
  /^17' GOAL Milan 1–1 Inter/,
  /^26' Yellow card: Ballo-Touré/,
  /^27' Tătărușanu saves/,
  /^Saving from Lautaro Martínez/,
  /^Half-time: Milan 1–1 Inter/,
  /^The derby of 7 November 2021 was number 175/,
  /^Second half/,
  /^46' .*Kalulu/,
  /^59' .*Saelemaekers/,
  /^68' .*Vidal/,
  /^71' .*Bennacer/,
  /^76' .*Dumfries/,
  /^84' .*Bakayoko/,
  /^89' Saelemaekers hits the post/,
  /^Full-time whistle: Milan 1–1 Inter/,
  /^The draw left Milan and Napoli level/,
  /^Final result: Milan 1–1 Inter/,
  /^On 7 November 2021 came the first drawn league derby/,
];

/** After how many posts in the channel the bot is killed; twice before the first, once after the last. */
const KILLED_AFTER = [0, 0, 1, 2, 4, 7, 9, 13, 18, 20, 22];

let folder: string;
let env: Record<string, string>;
let sandbox: Program;
let reader: SandboxUser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tifo-crash-'));
  env = { DATABASE_URL: `file:${join(folder, 'tifo.db')}`, REPLAY_SPEED: '1200', SANDBOX_PORT: '0' };
  sandbox = run(['sandbox'], env);
  const { url, apiUrl } = await sandboxOf(sandbox);
  reader = userOf({ url, apiUrl });
  env = { ...env, DISCORD_API_URL: apiUrl, DISCORD_TOKEN: 'sandbox' };
});

afterAll(async () => {
  await sandbox.end('SIGKILL');
  await rm(folder, { recursive: true });
});

/** What goes wrong besides: a slow Discord has a send under way at most moments, answers get lost, and so on. */
const POSTS = { method: 'POST', channelId: DERBY_ID };
const FAULTS = [
  { kind: 'delay', ms: 150, times: 100, ...POSTS },
  { kind: 'lost-answer', times: 2, ...POSTS },
  { kind: 'status', status: 500, ...POSTS },
  { kind: 'status', status: 429, retryAfter: 0.5, ...POSTS },
  { kind: 'gateway', action: 'drop' },
];

const told = async () => postsOf(await reader.messages(DERBY_ID));

it('a bot that is killed again and again tells the whole match, every post once and in order', async () => {
  for (const [round, posts] of KILLED_AFTER.entries()) {
    const bot = run(['bot'], env);
    await reader.request('POST', '/sandbox/faults', FAULTS[round % FAULTS.length]);
    await bot.says(/is connected/);
    await reader.until(`${posts} posts`, async () => ((await told()).length >= posts ? true : undefined));
    await bot.end('SIGKILL');
    countTried({ kills: 1 });
  }
  const bot = run(['bot'], env);
  await bot.says(/is connected/);
  await reader.until('the result', async () => ((await told()).length >= STORY.length ? true : undefined));
  const card = () => reader.messages(DERBY_ID).then(cardsOf);
  await reader.until('the card’s last word', async () =>
    (await card()).join().includes('full-time') ? true : undefined,
  );
  expect(await bot.end('SIGTERM')).toBe(0);
  expect(await card()).toEqual(['Milan 1–1 Inter · full-time']);
  const posts = await told();
  expect(posts).toHaveLength(STORY.length);
  for (const [index, post] of posts.entries()) expect(post).toMatch(STORY[index]!);
});
