import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SILENT } from '../../../src/log.ts';
import type { OutboxStore } from '../../../src/outbox/delivery.ts';
import { Relay } from '../../../src/outbox/relay.ts';
import type { SendResult, Transport } from '../../../src/outbox/transport.ts';
import { cases } from '../../support/cases.ts';
import { memoryStore } from '../../support/store/memory-store.ts';

const MINUTE = 60_000;
/** Discord remembers a nonce for a few minutes. */
const NONCE_KEPT = 3 * MINUTE;

/** What becomes of one send. `lost`: posted, but the answer never came. The process is killed before it, or after. */
const fate = fc.constantFrom('posted', 'busy', 'lost', 'killed before', 'killed after');
type Fate = 'posted' | 'busy' | 'lost' | 'killed before' | 'killed after';

beforeEach(() => {
  vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

it('the relay brings every channel every post once, in order, wherever the process is killed', async () => {
  const channels = fc.array(fc.constantFrom('1', '2', '3'), { minLength: 1, maxLength: 8 });
  const downtimes = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(channels, fc.array(fate, { maxLength: 12 }), downtimes, async (wanted, fates, minutesDown) => {
      const discord = fakeDiscord(fates);
      const store = await memoryStore();
      await store.outbox.enqueue(
        wanted.map((channelId, n) => ({
          key: `${n}:${channelId}`,
          channelId,
          subject: { kind: 'news', id: `post ${n}` },
          variant: { locale: 'en', spoilers: 'show', delayMs: 0 },
          notBefore: 0,
          expiresAt: Number.MAX_SAFE_INTEGER,
        })),
        0,
      );
      for (let life = 0; (await store.outbox.nextDue()) !== null; life += 1) {
        expect(life).toBeLessThan(20);
        const relay = new Relay({
          origin: 'test',
          outbox: mortal(store.outbox, discord),
          transport: discord,
          compose: async ({ id }) => ({ message: { content: id, allowed_mentions: { parse: [] } } }),
          clock: { now: () => Date.now() },
          random: Math.random,
          log: SILENT,
          name: `life ${life}`,
        });
        discord.revive();
        relay.start();
        // Long enough for a lost lease and a dozen retries, unless it is killed first.
        for (let passed = 0; passed < 30 && !discord.killed(); passed += 1) await vi.advanceTimersByTimeAsync(MINUTE);
        discord.kill();
        await vi.advanceTimersByTimeAsync(MINUTE * (minutesDown[life % minutesDown.length] ?? 0));
      }
      await store.close();
      for (const channel of ['1', '2', '3']) {
        const posts = wanted.flatMap((channelId, n) => (channelId === channel ? [`post ${n}`] : []));
        expect(discord.read(channel)).toEqual(posts);
      }
    }),
    cases(12),
  );
});

interface Mortal {
  killed(): boolean;
}

/** What a killed process asks of the store never arrives. */
function mortal(outbox: OutboxStore, process: Mortal): OutboxStore {
  let dead = false;
  const alive =
    <Args extends unknown[], T>(call: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      dead ||= process.killed();
      return dead ? never() : call(...args);
    };
  return {
    enqueue: alive(outbox.enqueue),
    claim: alive(outbox.claim),
    revise: alive(outbox.revise),
    known: alive(outbox.known),
    sent: alive(outbox.sent),
    posted: alive(outbox.posted),
    retry: alive(outbox.retry),
    drop: alive(outbox.drop),
    giveUpChannel: alive(outbox.giveUpChannel),
    setAside: alive(outbox.setAside),
    nextDue: alive(outbox.nextDue),
    counts: alive(outbox.counts),
    prune: alive(outbox.prune),
  };
}

function fakeDiscord(fates: readonly Fate[]) {
  const posts: { id: string; channelId: string; content: string; nonce: string; at: number }[] = [];
  let sends = 0;
  let killed = false;
  const post = (channelId: string, content: string, nonce: string): SendResult => {
    const at = Date.now();
    const known = posts.find((earlier) => earlier.nonce === nonce && at - earlier.at < NONCE_KEPT);
    const message = known ?? { id: `${posts.length}`, channelId, content, nonce, at };
    if (!known) posts.push(message);
    return { ok: true, messageId: message.id };
  };
  return {
    async send(channelId, { content }, nonce) {
      const end = fates[sends++] ?? 'posted';
      if (killed || end === 'killed before') {
        killed = true;
        return never();
      }
      if (end === 'busy') return { ok: false, reason: 'busy', problem: '500' };
      const answer = post(channelId, content, nonce);
      if (end === 'lost') return { ok: false, reason: 'busy', problem: 'socket closed' };
      killed = end === 'killed after';
      return killed ? never() : answer;
    },
    edit: never,
    remove: never,
    pin: never,
    openThread: never,
    closeThread: never,
    async find(channelId, { content }, since) {
      return posts.find((m) => m.channelId === channelId && m.content === content && m.at >= since)?.id;
    },
    killed: () => killed,
    kill: () => {
      killed = true;
    },
    revive: () => {
      killed = false;
    },
    read: (channelId: string) => posts.filter((m) => m.channelId === channelId).map((m) => m.content),
  } satisfies Transport & Record<string, unknown>;
}

function never<T>(): Promise<T> {
  return new Promise(() => {});
}
