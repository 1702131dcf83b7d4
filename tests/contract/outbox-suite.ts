import { beforeEach, describe, expect, it } from 'vitest';
import type { NewDelivery } from '../../src/outbox/delivery.ts';
import type { Store } from '../../src/store/store.ts';

const LEASE = 1_000;

export function delivery(key: string, channelId = '1', more: Partial<NewDelivery> = {}): NewDelivery {
  const subject = { kind: 'news', id: 'goal' } as const;
  return { key, channelId, subject, locale: 'en', notBefore: 0, expiresAt: 10_000, ...more };
}

/** What every outbox promises; `current` is the store of the running test. */
export function outboxSuite(current: () => Store): void {
  describe('the outbox', () => {
    let store: Store;

    beforeEach(() => {
      store = current();
    });

    const claim = (now: number, limit = 10) => store.outbox.claim('relay', limit, now, LEASE);
    const claimed = async (now: number, limit?: number) => (await claim(now, limit)).map(({ key }) => key);

    it('takes a key once, for ever', async () => {
      expect(await store.outbox.enqueue([delivery('a'), delivery('b')], 0)).toBe(2);
      expect(await store.outbox.enqueue([delivery('b'), delivery('c')], 0)).toBe(1);
      expect(await store.outbox.enqueue([], 0)).toBe(0);
      await claim(0);
      await store.outbox.sent('a', 'message', 1);
      expect(await store.outbox.enqueue([delivery('a')], 0)).toBe(0);
      expect(await claimed(2)).toEqual(['b']);
    });

    it('leases what is due, one a channel, the earliest first', async () => {
      await store.outbox.enqueue([delivery('a', '1'), delivery('b', '2'), delivery('c', '1'), delivery('d', '3')], 0);
      expect(await claimed(0, 2)).toEqual(['a', 'b']);
      expect(await claim(0)).toEqual([
        {
          ...delivery('d', '3'),
          seq: expect.any(Number),
          status: 'leased',
          attempts: 1,
          firstTriedAt: 0,
          leaseUntil: LEASE,
        },
      ]);
      expect(await claimed(0)).toEqual([]);
      await store.outbox.sent('a', 'message', 1);
      expect(await claimed(1)).toEqual(['c']);
    });

    it('leases nothing before its time', async () => {
      await store.outbox.enqueue([delivery('later', '1', { notBefore: 100 }), delivery('after it', '1')], 0);
      expect(await claimed(99)).toEqual([]);
      expect(await claimed(100)).toEqual(['later']);
    });

    it('gives out again what a lost relay held', async () => {
      await store.outbox.enqueue([delivery('a')], 0);
      await claim(0);
      expect(await claimed(LEASE - 1)).toEqual([]);
      expect(await claim(LEASE)).toMatchObject([{ key: 'a', attempts: 2, firstTriedAt: 0 }]);
    });

    it('holds up the channel of a retry, and no other', async () => {
      await store.outbox.enqueue([delivery('a', '1'), delivery('b', '1'), delivery('c', '2')], 0);
      await claim(0, 1);
      await store.outbox.retry('a', 500, 'busy');
      expect(await claimed(499)).toEqual(['c']);
      expect(await claim(500)).toMatchObject([{ key: 'a', attempts: 2, problem: 'busy' }]);
    });

    it('lets what is stale expire, and lets it block nothing', async () => {
      await store.outbox.enqueue([delivery('a', '1', { expiresAt: 300 }), delivery('b', '1')], 0);
      await claim(0);
      await store.outbox.retry('a', 9_000, 'busy');
      expect(await store.outbox.nextDue()).toBe(300);
      expect(await claimed(299)).toEqual([]);
      expect(await claimed(300)).toEqual(['b']);
      expect(await store.outbox.counts()).toMatchObject({ expired: 1, leased: 1 });
    });

    it('leaves a delivery in its relay’s hands past its expiry', async () => {
      await store.outbox.enqueue([delivery('a', '1', { expiresAt: 300 })], 0);
      await claim(0);
      expect(await claimed(400)).toEqual([]);
      await store.outbox.sent('a', 'message', 400);
      expect(await store.outbox.counts()).toMatchObject({ sent: 1, expired: 0 });
    });

    it('drops one delivery, or everything of a channel that is given up', async () => {
      await store.subscriptions.follow({
        channelId: '1',
        target: { kind: 'club', id: 'milan' },
        locale: 'en',
        createdAt: 0,
      });
      await store.outbox.enqueue([delivery('a', '1'), delivery('b', '1'), delivery('c', '1'), delivery('d', '2')], 0);
      await claim(0, 1);
      await store.outbox.drop('a', 'refused', 1);
      expect(await claimed(1, 1)).toEqual(['b']);
      await store.outbox.giveUpChannel('1', 'no-permission', '50013', 2);
      expect((await store.subscriptions.inChannel('1'))[0]?.paused).toEqual({ reason: 'no-permission', at: 2 });
      expect(await claimed(5_000)).toEqual(['d']);
      expect(await store.outbox.counts()).toMatchObject({ dropped: 3, leased: 1 });
    });

    it('gives a channel up with the rest of a transaction, or not at all', async () => {
      await store.outbox.enqueue([delivery('a')], 0);
      const failing = store.transaction(async (tx) => {
        await tx.outbox.giveUpChannel('1', 'no-access', '50001', 1);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await claimed(1)).toEqual(['a']);
    });

    it('settles only once', async () => {
      await store.outbox.enqueue([delivery('a')], 0);
      await claim(0);
      await store.outbox.sent('a', 'message', 1);
      await store.outbox.retry('a', 0, 'late');
      await store.outbox.drop('a', 'late', 2);
      expect(await claimed(5_000)).toEqual([]);
      expect(await store.outbox.counts()).toMatchObject({ sent: 1, dropped: 0, due: 0 });
    });

    it('says when something is due next', async () => {
      expect(await store.outbox.nextDue()).toBeNull();
      await store.outbox.enqueue([delivery('a', '1', { notBefore: 900 }), delivery('b', '1')], 0);
      expect(await store.outbox.nextDue()).toBe(900);
      await store.outbox.enqueue([delivery('c', '2', { notBefore: 100 })], 0);
      expect(await store.outbox.nextDue()).toBe(100);
      await claim(100);
      expect(await store.outbox.nextDue()).toBe(900);
      await store.outbox.giveUpChannel('1', 'no-access', 'gone', 101);
      expect(await store.outbox.nextDue()).toBe(100 + LEASE);
    });

    it('counts, and forgets what was settled long ago', async () => {
      await store.outbox.enqueue([delivery('a', '1'), delivery('b', '2'), delivery('c', '3')], 0);
      await claim(0, 2);
      await store.outbox.sent('a', 'message', 10);
      await store.outbox.retry('b', 20, 'busy');
      await store.outbox.claim('relay', 1, 20, LEASE);
      expect(await store.outbox.counts()).toEqual({ due: 1, leased: 1, sent: 1, retried: 1, expired: 0, dropped: 0 });
      expect(await store.outbox.prune(10)).toBe(0);
      expect(await store.outbox.prune(11)).toBe(1);
      expect(await store.outbox.enqueue([delivery('a', '1')], 30)).toBe(1);
    });

    it('never gives one delivery to two relays, nor two of one channel', async () => {
      const channels = Array.from({ length: 40 }, (_, channel) => `${channel}`);
      await store.outbox.enqueue(
        channels.flatMap((c) => [delivery(`${c}/1`, c), delivery(`${c}/2`, c)]),
        0,
      );
      const relays = Array.from({ length: 8 }, (_, relay) => store.outbox.claim(`relay ${relay}`, 10, 0, LEASE));
      const keys = (await Promise.all(relays)).flat().map(({ key }) => key);
      const rest = await claimed(0, 100);
      expect([...keys, ...rest].sort()).toEqual(channels.map((channel) => `${channel}/1`).sort());
    });

    it('takes more at once than a statement can carry', async () => {
      const many = Array.from({ length: 5_000 }, (_, n) => delivery(`${n}`, `${n}`));
      expect(await store.outbox.enqueue(many, 0)).toBe(5_000);
      expect(await store.outbox.enqueue(many, 0)).toBe(0);
      expect(await claimed(0, 3)).toEqual(['0', '1', '2']);
    });
  });
}
