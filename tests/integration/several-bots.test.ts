import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Log, SILENT } from '../../src/log.ts';
import { DERBY_ID, GUILD_ID } from '../../src/sandbox/sandbox.ts';
import type { Store } from '../../src/store/store.ts';
import { closeAll, sandboxFor } from '../support/discord/bot.ts';
import { type SandboxUser, userOf } from '../support/discord/user.ts';
import { memoryStore } from '../support/store/memory-store.ts';
import { quizBot } from './quiz-bot.ts';

const clock = { now: () => Date.now() };

let ada: SandboxUser;
/** One for all, as PostgreSQL is: what it promises to several is part of every store's contract. */
let store: Store;
const bots: Awaited<ReturnType<typeof quizBot>>[] = [];
/** What each of the two had to say, at whatever level. */
const said: readonly [string[], string[]] = [[], []];
const replays: string[] = [];

beforeAll(async () => {
  store = { ...(await memoryStore()), isShared: true };
  const sandbox = await sandboxFor({ limits: { global: Number.POSITIVE_INFINITY, route: Number.POSITIVE_INFINITY } });
  ada = userOf(sandbox);
  for (const [n, lines] of said.entries()) {
    const say = (_: object, text: string) => void lines.push(text);
    const log: Log = { ...SILENT, debug: say, warn: say, error: say };
    const database = { ...store, close: async () => {} };
    bots.push(
      await quizBot({ sandbox, database, clock, log, name: `bot ${n}`, onReplay: () => void replays.push(`bot ${n}`) }),
    );
  }
  // What is found in the results once is not what a reader waits for here.
  for (const { services } of bots) await services.facts.deck(GUILD_ID);
});

afterAll(async () => {
  await Promise.all(bots.map((bot) => bot.stop()));
  await store.close();
  await closeAll();
});

it('two bots with one token on one database are told what they are in for, the second at its start', () => {
  expect(said).toEqual([[], [expect.stringMatching(/^another Tifo/)]]);
});

it('two bots with one token on one database answer a command once, with what it does done once, and are refused nothing', async () => {
  const before = said.map((lines) => lines.length);
  for (let n = 0; n < 3; n += 1) await ada.ask('facts', [{ type: 1, name: 'next' }]);
  expect((await store.deck.dealt(DERBY_ID)).factIds).toHaveLength(3);
  await ada.ask('replay');
  expect(replays).toHaveLength(1);
  const competition = { type: 3, name: 'competition', value: '', focused: true };
  expect(await ada.autocomplete('table', [competition])).not.toEqual([]);
  // Whoever was second to one of these would have been refused, and have said so, before this is answered.
  await ada.ask('help');
  expect(said.map((lines) => lines.length)).toEqual(before);
});
