import { beforeEach, describe, expect, it } from 'vitest';
import type { NewDelivery, Variant } from '../../../src/outbox/delivery.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Hearing } from '../../../src/subscriptions/subscription.ts';

const LEASE = 1_000;
const PLAIN: Variant = { locale: 'en', spoilers: 'show', delayMs: 0 };
const HOUR = 3_600_000;

export const HEARING: Hearing = { locale: 'en', hears: ['goals', 'card'], delayMs: 0, spoilers: 'show', thread: false };

/** Discord edits nothing older than an hour; five minutes are for what is on its way. */
const EDITABLE_FOR = 55 * 60_000;

/** How a message stands once it was sent. */
export const standing = (
  messageId = 'message',
  more: { channelId?: string; revision?: number; digest?: string } = {},
) => ({
  messageId,
  channelId: '1',
  revision: 0,
  digest: 'text',
  ...more,
});

export function delivery(key: string, channelId = '1', more: Partial<NewDelivery> = {}): NewDelivery {
  const subject = { kind: 'news', id: 'goal' } as const;
  return { key, channelId, subject, variant: PLAIN, notBefore: 0, expiresAt: 10_000, ...more };
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

    it('the outbox takes a key once, for ever', async () => {
      expect(await store.outbox.enqueue([delivery('a'), delivery('b')], 0)).toBe(2);
      expect(await store.outbox.enqueue([delivery('b'), delivery('c')], 0)).toBe(1);
      expect(await store.outbox.enqueue([], 0)).toBe(0);
      await claim(0);
      await store.outbox.sent('a', standing(), 1);
      expect(await store.outbox.enqueue([delivery('a')], 0)).toBe(0);
      expect(await claimed(2)).toEqual(['b']);
    });

    it('the outbox sets keys aside: what stands stands, what waits is let go, and each may be asked for again', async () => {
      const keys = ['match/goal@1', 'match/goal@2', 'match/red@1', 'matching/goal@3'];
      const all = keys.map((key) => delivery(key, key.at(-1)));
      await store.outbox.enqueue(all, 0);
      await store.outbox.sent('match/goal@1', standing('m1'), 1);
      const [left, ...more] = await store.outbox.setAside('match/', 2);
      expect(more).toEqual([]);
      expect(left).toMatchObject({ channelId: '1', variant: PLAIN });
      expect(left?.key).not.toBe('match/goal@1');
      expect(left?.subject.id).not.toBe('goal');
      expect(await store.outbox.posted(left?.key ?? '')).toMatchObject({ messageId: 'm1' });
      expect(await store.outbox.counts()).toMatchObject({ due: 1, sent: 1, dropped: 2 });
      expect(await store.outbox.enqueue(all, 3)).toBe(3);
      expect(await claimed(3)).toEqual(['matching/goal@3', 'match/goal@1', 'match/goal@2']);
      expect(await store.outbox.revise([{ kind: 'news', id: 'goal' }], 4)).toBe(0);
    });

    it('the outbox leases what is due, one a channel, the earliest first', async () => {
      await store.outbox.enqueue([delivery('a', '1'), delivery('b', '2'), delivery('c', '1'), delivery('d', '3')], 0);
      expect(await claimed(0, 2)).toEqual(['a', 'b']);
      expect(await claim(0)).toEqual([
        {
          ...delivery('d', '3'),
          seq: expect.any(Number),
          status: 'leased',
          attempts: 1,
          revision: 0,
          firstTriedAt: 0,
          leaseUntil: LEASE,
        },
      ]);
      expect(await claimed(0)).toEqual([]);
      await store.outbox.sent('a', standing(), 1);
      expect(await claimed(1)).toEqual(['c']);
    });

    it('the outbox leases nothing before its time', async () => {
      await store.outbox.enqueue([delivery('later', '1', { notBefore: 100 }), delivery('after it', '1')], 0);
      expect(await claimed(99)).toEqual([]);
      expect(await claimed(100)).toEqual(['later']);
    });

    it('the outbox gives out again what a lost relay held', async () => {
      await store.outbox.enqueue([delivery('a')], 0);
      await claim(0);
      expect(await claimed(LEASE - 1)).toEqual([]);
      expect(await claim(LEASE)).toMatchObject([{ key: 'a', attempts: 2, firstTriedAt: 0 }]);
    });

    it('the outbox holds up the channel of a retry, and no other', async () => {
      await store.outbox.enqueue([delivery('a', '1'), delivery('b', '1'), delivery('c', '2')], 0);
      await claim(0, 1);
      await store.outbox.retry('a', 500, 'busy');
      expect(await claimed(499)).toEqual(['c']);
      expect(await claim(500)).toMatchObject([{ key: 'a', attempts: 2, problem: 'busy' }]);
    });

    it('the outbox lets what is stale expire, and lets it block nothing', async () => {
      await store.outbox.enqueue([delivery('a', '1', { expiresAt: 300 }), delivery('b', '1')], 0);
      await claim(0);
      await store.outbox.retry('a', 9_000, 'busy');
      expect(await store.outbox.nextDue()).toBe(300);
      expect(await claimed(299)).toEqual([]);
      expect(await claimed(300)).toEqual(['b']);
      expect(await store.outbox.counts()).toMatchObject({ expired: 1, leased: 1 });
    });

    it('the outbox leaves a delivery in its relay’s hands past its expiry', async () => {
      await store.outbox.enqueue([delivery('a', '1', { expiresAt: 300 })], 0);
      await claim(0);
      expect(await claimed(400)).toEqual([]);
      await store.outbox.sent('a', standing(), 400);
      expect(await store.outbox.counts()).toMatchObject({ sent: 1, expired: 0 });
    });

    it('the outbox drops one delivery, or everything of a channel that is given up', async () => {
      await store.subscriptions.follow({
        channelId: '1',
        target: { kind: 'club', id: 'milan' },
        ...HEARING,
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

    it('the outbox gives a channel up with the rest of a transaction, or not at all', async () => {
      await store.outbox.enqueue([delivery('a')], 0);
      const failing = store.transaction(async (tx) => {
        await tx.outbox.giveUpChannel('1', 'no-access', '50001', 1);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await claimed(1)).toEqual(['a']);
    });

    it('the outbox settles only once', async () => {
      await store.outbox.enqueue([delivery('a')], 0);
      await claim(0);
      await store.outbox.sent('a', standing(), 1);
      await store.outbox.retry('a', 0, 'late');
      await store.outbox.drop('a', 'late', 2);
      expect(await claimed(5_000)).toEqual([]);
      expect(await store.outbox.counts()).toMatchObject({ sent: 1, dropped: 0, due: 0 });
    });

    it('the outbox says when something is due next', async () => {
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

    it('the outbox counts, and forgets what was settled long ago', async () => {
      await store.outbox.enqueue([delivery('a', '1'), delivery('b', '2'), delivery('c', '3')], 0);
      await claim(0, 2);
      await store.outbox.sent('a', standing(), 10);
      await store.outbox.retry('b', 20, 'busy');
      await store.outbox.claim('relay', 2, 20, LEASE);
      expect(await store.outbox.counts()).toEqual({ due: 0, leased: 2, sent: 1, retried: 1, expired: 0, dropped: 0 });
      expect(await store.outbox.prune(10)).toBe(0);
      expect(await store.outbox.prune(11)).toBe(1);
      expect(await store.outbox.enqueue([delivery('a', '1')], 30)).toBe(1);
    });

    describe('once a message stands', () => {
      const GOAL = { kind: 'news', id: 'goal' } as const;
      const CARD = { kind: 'card', id: 'match#1' } as const;
      const post = async (key: string, channelId = '1', more: Partial<NewDelivery> = {}, now = 0) => {
        await store.outbox.enqueue([delivery(key, channelId, { expiresAt: 9 * HOUR, ...more })], now);
        await claim(now);
        await store.outbox.sent(key, standing(`message of ${key}`, { channelId }), now);
      };

      it('a message that stands has it edited when what it says has changed, and not twice', async () => {
        await post('a');
        expect(await store.outbox.revise([GOAL], 5)).toBe(1);
        expect(await claim(5)).toMatchObject([
          { key: 'a', revision: 1, digest: 'text', posted: { messageId: 'message of a', channelId: '1' }, attempts: 1 },
        ]);
        await store.outbox.sent('a', standing('message of a', { revision: 1, digest: 'other text' }), 6);
        expect(await claimed(7)).toEqual([]);
        expect(await store.outbox.counts()).toMatchObject({ sent: 1, due: 0 });
        await store.outbox.revise([GOAL], 8);
        expect(await claim(8)).toMatchObject([{ revision: 2, digest: 'other text' }]);
      });

      it('a message that stands makes one edit of many changes', async () => {
        await post('a');
        for (const now of [1, 2, 3]) await store.outbox.revise([GOAL], now);
        expect(await claim(4)).toMatchObject([{ key: 'a', revision: 3 }]);
      });

      it('a message that stands edits again what changed while it was being posted or edited', async () => {
        await store.outbox.enqueue([delivery('a')], 0);
        await claim(0);
        await store.outbox.revise([GOAL], 1);
        await store.outbox.sent('a', standing('m', { revision: 0 }), 2);
        expect(await claim(2)).toMatchObject([{ key: 'a', revision: 1, posted: { messageId: 'm' } }]);
        await store.outbox.revise([GOAL], 3);
        await store.outbox.sent('a', standing('m', { revision: 1 }), 4);
        expect(await claim(4)).toMatchObject([{ key: 'a', revision: 2 }]);
      });

      it('a message that stands leaves it alone once Discord would refuse the edit', async () => {
        await post('a');
        expect(await store.outbox.revise([GOAL], EDITABLE_FOR)).toBe(0);
        expect(await store.outbox.revise([GOAL], EDITABLE_FOR - 1)).toBe(1);
        expect(await claimed(EDITABLE_FOR)).toEqual([]);
        expect(await store.outbox.counts()).toMatchObject({ sent: 1, expired: 0, due: 0 });
      });

      it('a message that stands keeps the channel’s own delay for edits too', async () => {
        await post('a', '1', { variant: { ...PLAIN, delayMs: 300 }, notBefore: 300 }, 300);
        await store.outbox.revise([GOAL], 1_000);
        expect(await claimed(1_299)).toEqual([]);
        expect(await claimed(1_300)).toEqual(['a']);
      });

      it('a message that stands says on a late channel’s card how things were a delay ago, and once more when no more is revised', async () => {
        const today = Date.UTC(2026, 10, 22);
        const late = { subject: CARD, variant: { ...PLAIN, delayMs: 300_000 }, expiresAt: today + HOUR };
        await post('card', '1', { ...late, notBefore: today }, today);
        await store.outbox.revise([CARD], today + 1);
        expect(await claimed(today + 2)).toEqual([]);
        await store.outbox.revise([CARD], today + 60_000);
        const [first] = await claim(today + 60_000);
        expect(first?.revision).toBe(2);
        await store.outbox.sent('card', standing('m', { revision: 2 }), today + 60_001);
        expect(await claimed(today + 359_999)).toEqual([]);
        expect(await claim(today + 360_000)).toMatchObject([{ key: 'card', revision: 3 }]);
        await store.outbox.sent('card', standing('m', { revision: 3 }), today + 360_001);
        expect(await store.outbox.nextDue()).toBeNull();
      });

      it('a message that stands lets posts go before edits and edits before cards, and lets neither hold up a post', async () => {
        await post('card', '1', { subject: CARD });
        await post('goal', '1');
        await store.outbox.revise([CARD, GOAL], 5);
        await store.outbox.enqueue(
          [delivery('new card', '1', { subject: { kind: 'card', id: 'match#2' }, notBefore: 6 })],
          5,
        );
        await store.outbox.enqueue([delivery('new goal', '1', { subject: { kind: 'news', id: 'goal 2' } })], 5);
        expect(await claimed(6)).toEqual(['new goal', 'goal', 'card', 'new card']);
      });

      it('a message that stands stays as it is when the edit is refused, or its channel given up', async () => {
        await post('a');
        await post('b', '2');
        await store.outbox.revise([GOAL], 5);
        await claim(5);
        await store.outbox.drop('a', '10008 Unknown Message', 6);
        await store.outbox.giveUpChannel('2', 'no-access', '50001', 6);
        expect(await store.outbox.counts()).toMatchObject({ sent: 2, dropped: 0, due: 0 });
      });

      it('a message that stands is found by what refers to it: a thread, a reply, a fresh card', async () => {
        await post('thread', '1', { subject: { kind: 'thread', id: 'match' } });
        await store.outbox.enqueue(
          [delivery('reply', '1', { inThread: 'thread', replyTo: 'thread', replaces: 'never posted' })],
          1,
        );
        const there = { messageId: 'message of thread', channelId: '1' };
        const [reply] = await claim(1);
        expect(reply).toMatchObject({ inThread: 'thread', replyTo: 'thread', thread: there, answered: there });
        expect(reply).not.toHaveProperty('replaced');
      });

      it('a message that stands tells which keys were ever asked for', async () => {
        await post('a');
        expect(await store.outbox.known(['a', 'b'])).toEqual(new Set(['a']));
        expect(await store.outbox.known([])).toEqual(new Set());
      });
    });

    it('the outbox never gives one delivery to two relays, nor two of one channel', async () => {
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

    it('the outbox takes more at once than a statement can carry', async () => {
      const many = Array.from({ length: 5_000 }, (_, n) => delivery(`${n}`, `${n}`));
      expect(await store.outbox.enqueue(many, 0)).toBe(5_000);
      expect(await store.outbox.enqueue([...many.slice(-10), delivery('new', 'new')], 0)).toBe(1);
      expect(await claimed(0, 3)).toEqual(['0', '1', '2']);
    });
  });
}
