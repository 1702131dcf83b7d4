import { sql, type UpdateQueryBuilder, type UpdateResult } from 'kysely';
import type { Instant } from '../match/instant.ts';
import { EDITABLE_FOR, type NewDelivery, type OutboxStore, type Subject, type Variant } from '../outbox/delivery.ts';
import { atomically, type Engine } from './engine.ts';
import { pauseChannel } from './pause.ts';
import type { Schema } from './schema.ts';
import { expire, lease, nextDue, TURNS, unlessItStands } from './waiting.ts';

/** Rows of one statement: SQLite takes 32,766 values at a time, and a delivery has fourteen. */
const CHUNK = 1_000;

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

/**
 * What is on its way is composed anew by its new revision; what stands, and is young enough, is due again after its
 * channel's own delay.
 */
async function revise({ db }: Engine, subjects: readonly Subject[], now: Instant): Promise<number> {
  let due = 0;
  for (const { kind, id } of subjects) {
    await db
      .updateTable('deliveries')
      .set(({ eb }) => ({ revision: eb('revision', '+', 1) }))
      .where('subject_kind', '=', kind)
      .where('subject_id', '=', id)
      .where(({ eb, or }) => or([eb('settled_at', 'is', null), eb('outcome', '=', 'sent')]))
      .execute();
    if (kind === 'card') await renewLateCards({ db }, now, id);
    due += await makeEditsDue({ db }, now, (edits) =>
      edits
        .where('subject_kind', '=', kind)
        .where('subject_id', '=', id)
        .where(({ eb }) => eb('posted_at', '>', eb('delay_ms', '+', now - EDITABLE_FOR))),
    );
  }
  return due;
}

/**
 * A card that waits for its channel's delay would say how things were before this: it is due once more. If it stands, it
 * does not wait until then, but says at once how things were a delay ago; else it would fall ever further behind.
 */
async function renewLateCards({ db }: Pick<Engine, 'db'>, now: Instant, id: string): Promise<void> {
  await db
    .updateTable('deliveries')
    .set(({ eb }) => ({
      not_before: eb.case().when('posted_at', 'is', null).then(eb.ref('not_before')).else(now).end(),
      again_at: eb('delay_ms', '+', now),
    }))
    .where('subject_kind', '=', 'card')
    .where('subject_id', '=', id)
    .where('delay_ms', '>', 0)
    .where('settled_at', 'is', null)
    .where('not_before', '>', now)
    .execute();
}

type Edits = UpdateQueryBuilder<Schema, 'deliveries', 'deliveries', UpdateResult>;

/** Messages that stand are due again, as edits, after their channel's own delay. */
async function makeEditsDue({ db }: Pick<Engine, 'db'>, now: Instant, which: (edits: Edits) => Edits): Promise<number> {
  const edits = db
    .updateTable('deliveries')
    .set(({ eb, fn, val, lit }) => ({
      settled_at: null,
      outcome: null,
      turn: eb.case().when('subject_kind', '=', 'card').then(lit(TURNS.card)).else(lit(TURNS.edit)).end(),
      not_before: fn.coalesce('again_at', eb('delay_ms', '+', now)),
      again_at: null,
      // Composed once for each revision: what is said later is another.
      revision: eb('revision', '+', eb.case().when('again_at', 'is not', null).then(lit(1)).else(lit(0)).end()),
      expires_at: eb(fn.coalesce('posted_at', val(now)), '+', EDITABLE_FOR),
      attempts: 0,
      first_tried_at: null,
    }))
    .where('outcome', '=', 'sent');
  const { numUpdatedRows } = await which(edits).executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Lets go of whatever another process held: deliveries are due again at once, and its work is anybody's. */
export async function endLeases({ db }: Engine): Promise<void> {
  await db.deleteFrom('leases').execute();
  await db.updateTable('deliveries').set({ lease_until: null }).where('lease_until', 'is not', null).execute();
}

function rowOf(delivery: NewDelivery) {
  return {
    key: delivery.key,
    channel_id: delivery.channelId,
    subject_kind: delivery.subject.kind,
    subject_id: delivery.subject.id,
    ...variantRow(delivery.variant),
    in_thread: delivery.inThread ?? null,
    reply_to: delivery.replyTo ?? null,
    replaces: delivery.replaces ?? null,
    ping_role: delivery.pingRole ?? null,
    turn: delivery.subject.kind === 'card' ? TURNS.card : TURNS.post,
    not_before: delivery.notBefore,
    expires_at: delivery.expiresAt,
  };
}

function variantRow({ locale, spoilers, delayMs }: Variant) {
  return { locale, spoilers, delay_ms: delayMs };
}
