import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { Instant } from '../match/instant.ts';
import type { Delivery, Posted } from '../outbox/delivery.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

type Row = Selectable<Schema['deliveries']>;

/** What goes first when much is due: a post that nobody has seen, then what is to be mended, then the cards. */
export const TURNS = { post: 0, edit: 1, card: 2 } as const;

/** How a delivery is settled that is not sent: a message that stands stays as it is. */
export function unlessItStands(outcome: 'expired' | 'dropped') {
  return sql<'sent' | 'expired' | 'dropped'>`case when message_id is not null then 'sent' else ${outcome} end`;
}

/** Settles what went stale waiting, so that it never holds up what came after it. */
export async function expire({ db }: Engine, now: Instant): Promise<void> {
  await db
    .updateTable('deliveries as d')
    .set({ outcome: unlessItStands('expired'), settled_at: now, lease_until: null })
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
        .where(isItsTurn)
        .orderBy('d.turn')
        .orderBy('d.not_before')
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
  const referred = await standingMessages({ db }, rows);
  return rows
    .sort((a, b) => a.turn - b.turn || a.not_before - b.not_before || a.seq - b.seq)
    .map((row) => deliveryOf(row, referred));
}

/** Where the deliveries stand that these refer to, by their keys. */
async function standingMessages(
  { db }: Pick<Engine, 'db'>,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, Posted>> {
  const keys = rows.flatMap(({ in_thread, reply_to, replaces }) => [in_thread, reply_to, replaces]);
  const wanted = [...new Set(keys.filter((key) => key !== null))];
  if (wanted.length === 0) return new Map();
  const found = await db
    .selectFrom('deliveries')
    .select(['key', 'message_id', 'posted_in', 'channel_id'])
    .where('key', 'in', wanted)
    .where('message_id', 'is not', null)
    .execute();
  return new Map(
    found.flatMap(({ key, message_id, posted_in, channel_id }) =>
      message_id === null ? [] : [[key, { messageId: message_id, channelId: posted_in ?? channel_id }]],
    ),
  );
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
    .where(isItsTurn)
    .executeTakeFirst();
  return row?.due ?? null;
}

type Waiting = ExpressionBuilder<Schema & { d: Schema['deliveries'] }, 'd'>;

/** In no relay's hands, or in those of one that let its lease run out. */
function isFree(now: Instant) {
  return (where: Waiting) => where.or([where('d.lease_until', 'is', null), where('d.lease_until', '<=', now)]);
}

/** An edit may go at any time, and so may a card; of a channel's posts, nothing that came before it may still wait. */
function isItsTurn(where: Waiting) {
  const { not, exists, selectFrom } = where;
  return where.or([
    where('d.turn', '=', TURNS.edit),
    not(
      exists(
        selectFrom('deliveries as earlier')
          .select('earlier.seq')
          .whereRef('earlier.channel_id', '=', 'd.channel_id')
          .whereRef('earlier.seq', '<', 'd.seq')
          .where('earlier.settled_at', 'is', null)
          .where('earlier.turn', '=', TURNS.post),
      ),
    ),
  ]);
}

function deliveryOf(row: Row, referred: ReadonlyMap<string, Posted>): Delivery {
  const at = (key: string | null) => (key === null ? undefined : referred.get(key));
  const [thread, answered, replaced] = [at(row.in_thread), at(row.reply_to), at(row.replaces)];
  return {
    key: row.key,
    channelId: row.channel_id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    variant: { locale: row.locale, spoilers: row.spoilers, delayMs: row.delay_ms },
    notBefore: row.not_before,
    expiresAt: row.expires_at,
    ...(row.in_thread !== null && { inThread: row.in_thread }),
    ...(row.reply_to !== null && { replyTo: row.reply_to }),
    ...(row.replaces !== null && { replaces: row.replaces }),
    ...(row.ping_role !== null && { pingRole: row.ping_role }),
    seq: row.seq,
    status: row.outcome ?? (row.lease_until === null ? 'due' : 'leased'),
    attempts: row.attempts,
    revision: row.revision,
    ...(row.digest !== null && { digest: row.digest }),
    ...(row.message_id !== null && {
      posted: { messageId: row.message_id, channelId: row.posted_in ?? row.channel_id },
    }),
    ...(row.first_tried_at !== null && { firstTriedAt: row.first_tried_at }),
    ...(row.lease_until !== null && { leaseUntil: row.lease_until }),
    ...(row.problem !== null && { problem: row.problem }),
    ...(thread && { thread }),
    ...(answered && { answered }),
    ...(replaced && { replaced }),
  };
}
