import { type Selectable, sql } from 'kysely';
import type { NewDelivery, OutboxStore } from '../outbox/delivery.ts';
import { atomically, type Engine } from './engine.ts';
import { pauseChannel } from './pause.ts';
import type { Schema } from './schema.ts';
import { expire, lease, nextDue } from './waiting.ts';

/** Rows of one statement: SQLite takes 32,766 values at a time, and a delivery has seven. */
const CHUNK = 1_000;

export function outboxStore(engine: Engine): OutboxStore {
  const { db } = engine;

  const settle = async (key: string, settled: Settled) => {
    await db
      .updateTable('deliveries')
      .set({ ...settled, lease_until: null })
      .where('key', '=', key)
      .where('settled_at', 'is', null)
      .execute();
  };

  return {
    enqueue: (deliveries) => atomically(engine, (tx) => enqueue(tx, deliveries)),

    claim: (relay, limit, now, leaseMs) =>
      atomically(engine, async (tx) => {
        await expire(tx, now);
        return lease(tx, relay, limit, now, now + leaseMs);
      }),

    sent: (key, messageId, now) => settle(key, { outcome: 'sent', settled_at: now, message_id: messageId }),

    drop: (key, problem, now) => settle(key, { outcome: 'dropped', settled_at: now, problem }),

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
          .set({ outcome: 'dropped', settled_at: now, problem, lease_until: null })
          .where('channel_id', '=', channelId)
          .where('settled_at', 'is', null)
          .execute();
        await pauseChannel(tx, channelId, reason, now);
      }),

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

type Settled = Pick<Selectable<Schema['deliveries']>, 'outcome' | 'settled_at'> & {
  message_id?: string;
  problem?: string;
};

async function enqueue({ db, kind }: Engine, deliveries: readonly NewDelivery[]): Promise<number> {
  // PostgreSQL numbers rows when they are written but shows them when they are committed. One enqueue at a time makes
  // both orders the same, without which a channel could hear the later of two posts first.
  if (kind === 'postgres') await sql`select pg_advisory_xact_lock(hashtext('tifo enqueue'))`.execute(db);
  let added = 0n;
  for (let from = 0; from < deliveries.length; from += CHUNK) {
    const result = await db
      .insertInto('deliveries')
      .values(deliveries.slice(from, from + CHUNK).map(rowOf))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst();
    added += result.numInsertedOrUpdatedRows ?? 0n;
  }
  return Number(added);
}

/** Makes everything that a relay held due again, at once. */
export async function endLeases({ db }: Engine): Promise<void> {
  await db.updateTable('deliveries').set({ lease_until: null }).where('lease_until', 'is not', null).execute();
}

function rowOf(delivery: NewDelivery) {
  return {
    key: delivery.key,
    channel_id: delivery.channelId,
    subject_kind: delivery.subject.kind,
    subject_id: delivery.subject.id,
    locale: delivery.locale,
    not_before: delivery.notBefore,
    expires_at: delivery.expiresAt,
  };
}
