import { sql } from 'kysely';
import type { NewDelivery, Variant } from '../outbox/delivery.ts';
import type { Engine } from './engine.ts';
import { TURNS } from './waiting.ts';

/** Rows of one statement: SQLite takes 32,766 values at a time, and a delivery has fourteen. */
export const CHUNK = 1_000;

/** Writes down what is not known yet, and returns how many that were. */
export async function enqueue({ db, kind }: Engine, deliveries: readonly NewDelivery[]): Promise<number> {
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
