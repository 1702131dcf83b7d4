import type { UpdateQueryBuilder, UpdateResult } from 'kysely';
import type { Instant } from '../match/instant.ts';
import { EDITABLE_FOR, type Subject } from '../outbox/delivery.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';
import { TURNS } from './waiting.ts';

/**
 * What is on its way is composed anew by its new revision; what stands, and is young enough, is due again after its
 * channel's own delay.
 */
export async function revise({ db }: Engine, subjects: readonly Subject[], now: Instant): Promise<number> {
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
export async function makeEditsDue(
  { db }: Pick<Engine, 'db'>,
  now: Instant,
  which: (edits: Edits) => Edits,
): Promise<number> {
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
