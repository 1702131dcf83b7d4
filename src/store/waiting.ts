import type { ExpressionBuilder, ExpressionWrapper, Selectable, SqlBool } from 'kysely';
import type { Instant } from '../match/instant.ts';
import type { Delivery } from '../outbox/delivery.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

/** Settles what went stale waiting, so that it never holds up what came after it. */
export async function expire({ db }: Engine, now: Instant): Promise<void> {
  await db
    .updateTable('deliveries as d')
    .set({ outcome: 'expired', settled_at: now, lease_until: null })
    .where('d.settled_at', 'is', null)
    .where('d.expires_at', '<=', now)
    .where(isFree(now))
    .execute();
}

export async function lease(
  { db, kind }: Engine,
  relay: string,
  limit: number,
  now: Instant,
  until: Instant,
): Promise<readonly Delivery[]> {
  const rows = await db
    .with('picked', (with_) =>
      with_
        .selectFrom('deliveries as d')
        .select('d.seq')
        .where('d.settled_at', 'is', null)
        .where('d.not_before', '<=', now)
        .where(isFree(now))
        .where(isFirstOfChannel)
        .orderBy('d.seq')
        .limit(limit)
        // Another relay's picks are passed over, not waited for.
        .$if(kind === 'postgres', (query) => query.forUpdate().skipLocked()),
    )
    .updateTable('deliveries')
    .set(({ eb, fn }) => ({
      lease_until: until,
      relay,
      attempts: eb('attempts', '+', 1),
      first_tried_at: fn.coalesce('first_tried_at', eb.val(now)),
    }))
    .where('seq', 'in', (picked) => picked.selectFrom('picked').select('picked.seq'))
    .returningAll()
    .execute();
  return rows.map(deliveryOf).sort((a, b) => a.seq - b.seq);
}

/**
 * When the first of some channel's waiting deliveries becomes due, goes stale or is free of its lease; the ones behind it
 * cannot move before.
 */
export async function nextDue({ db }: Engine): Promise<Instant | null> {
  const row = await db
    .selectFrom('deliveries as d')
    .select(({ fn, eb }) =>
      fn
        .min<Instant | null>(
          eb
            .case()
            .when('d.lease_until', 'is not', null)
            .then(eb.ref('d.lease_until'))
            .when('d.expires_at', '<', eb.ref('d.not_before'))
            .then(eb.ref('d.expires_at'))
            .else(eb.ref('d.not_before'))
            .end(),
        )
        .as('due'),
    )
    .where('d.settled_at', 'is', null)
    .where(isFirstOfChannel)
    .executeTakeFirst();
  return row?.due ?? null;
}

type Waiting = ExpressionBuilder<Schema & { d: Schema['deliveries'] }, 'd'>;

/** In no relay's hands, or in those of one that let its lease run out. */
function isFree(now: Instant) {
  return (where: Waiting) => where.or([where('d.lease_until', 'is', null), where('d.lease_until', '<=', now)]);
}

/** Nothing of its channel that came before it still waits. */
function isFirstOfChannel({ not, exists, selectFrom }: Waiting): ExpressionWrapper<Schema, 'deliveries', SqlBool> {
  return not(
    exists(
      selectFrom('deliveries as earlier')
        .select('earlier.seq')
        .whereRef('earlier.channel_id', '=', 'd.channel_id')
        .whereRef('earlier.seq', '<', 'd.seq')
        .where('earlier.settled_at', 'is', null),
    ),
  );
}

function deliveryOf(row: Selectable<Schema['deliveries']>): Delivery {
  return {
    key: row.key,
    channelId: row.channel_id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    locale: row.locale,
    notBefore: row.not_before,
    expiresAt: row.expires_at,
    seq: row.seq,
    status: row.outcome ?? (row.lease_until === null ? 'due' : 'leased'),
    attempts: row.attempts,
    ...(row.first_tried_at !== null && { firstTriedAt: row.first_tried_at }),
    ...(row.lease_until !== null && { leaseUntil: row.lease_until }),
    ...(row.message_id !== null && { messageId: row.message_id }),
    ...(row.problem !== null && { problem: row.problem }),
  };
}
