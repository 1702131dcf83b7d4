import type { OutboxStore } from '../outbox/delivery.ts';
import { atomically, type Engine } from './engine.ts';
import { CHUNK, enqueue } from './enqueue.ts';
import { pauseChannel } from './pause.ts';
import { makeEditsDue, revise } from './revise.ts';
import { setAside } from './set-aside.ts';
import { expire, lease, nextDue, unlessItStands } from './waiting.ts';

export function outboxStore(engine: Engine): OutboxStore {
  const { db } = engine;

  return {
    enqueue: (deliveries) => atomically(engine, (tx) => enqueue(tx, deliveries)),

    revise: (subjects, now) => atomically(engine, (tx) => revise(tx, subjects, now)),

    claim: (relay, limit, now, leaseMs) =>
      atomically(engine, async (tx) => {
        await expire(tx, now);
        return lease(tx, relay, limit, now, now + leaseMs);
      }),

    sent: (key, { messageId, channelId, revision, digest }, now) =>
      atomically(engine, async (tx) => {
        await tx.db
          .updateTable('deliveries')
          .set(({ fn, val }) => ({
            message_id: messageId,
            posted_in: channelId,
            posted_at: fn.coalesce('posted_at', val(now)),
            digest,
            settled_at: now,
            outcome: 'sent' as const,
            lease_until: null,
            problem: null,
          }))
          .where('key', '=', key)
          .where('settled_at', 'is', null)
          .execute();
        // Another delivery's settling leaves this one alone: only what changed while it was under way is due again.
        await makeEditsDue(tx, now, (edits) =>
          edits
            .where('key', '=', key)
            .where(({ eb, or }) => or([eb('revision', '>', revision), eb('again_at', 'is not', null)])),
        );
      }),

    async drop(key, problem, now) {
      await db
        .updateTable('deliveries')
        .set({ outcome: unlessItStands('dropped'), settled_at: now, problem, lease_until: null })
        .where('key', '=', key)
        .where('settled_at', 'is', null)
        .execute();
    },

    async retry(key, notBefore, problem) {
      await db
        .updateTable('deliveries')
        .set({ not_before: notBefore, problem, lease_until: null })
        .where('key', '=', key)
        .where('settled_at', 'is', null)
        .execute();
    },

    giveUpChannel: (channelId, reason, problem, now) =>
      atomically(engine, async (tx) => {
        await tx.db
          .updateTable('deliveries')
          .set({ outcome: unlessItStands('dropped'), settled_at: now, problem, lease_until: null })
          .where('channel_id', '=', channelId)
          .where('settled_at', 'is', null)
          .execute();
        await pauseChannel(tx, channelId, reason, now);
      }),

    setAside: (prefix, now) => setAside(engine, prefix, now),

    async known(keys) {
      const found = new Set<string>();
      for (let from = 0; from < keys.length; from += CHUNK) {
        const rows = await db
          .selectFrom('deliveries')
          .select('key')
          .where('key', 'in', keys.slice(from, from + CHUNK))
          .execute();
        for (const { key } of rows) found.add(key);
      }
      return found;
    },

    async posted(key) {
      const row = await db
        .selectFrom('deliveries')
        .select(['message_id', 'posted_in', 'channel_id', 'posted_at'])
        .where('key', '=', key)
        .executeTakeFirst();
      if (!row || row.message_id === null || row.posted_at === null) return undefined;
      return { messageId: row.message_id, channelId: row.posted_in ?? row.channel_id, at: row.posted_at };
    },

    nextDue: () => nextDue(engine),

    async counts() {
      const rows = await db
        .selectFrom('deliveries')
        .select(({ fn, eb }) => [
          eb
            .case()
            .when('outcome', 'is not', null)
            .then(eb.ref('outcome'))
            .when('lease_until', 'is not', null)
            .then('leased' as const)
            .else('due' as const)
            .end()
            .as('status'),
          fn.countAll<number>().as('count'),
          fn.sum<number>(eb.case().when('attempts', '>', 1).then(1).else(0).end()).as('retried'),
        ])
        .groupBy('status')
        .execute();
      const of = (status: string) => Number(rows.find((row) => row.status === status)?.count ?? 0);
      return {
        due: of('due'),
        leased: of('leased'),
        sent: of('sent'),
        retried: rows.reduce((sum, row) => sum + Number(row.retried), 0),
        expired: of('expired'),
        dropped: of('dropped'),
      };
    },

    async prune(before) {
      const result = await db.deleteFrom('deliveries').where('settled_at', '<', before).executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}
