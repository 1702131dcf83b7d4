import { sql } from 'kysely';
import type { Instant } from '../match/instant.ts';
import type { SetAside } from '../outbox/delivery.ts';
import type { Engine } from './engine.ts';
import { unlessItStands } from './waiting.ts';

/** Gives the deliveries whose keys begin like this names that nothing else ever has, and settles them. */
export async function setAside({ db }: Engine, prefix: string, now: Instant): Promise<readonly SetAside[]> {
  const rows = await db
    .updateTable('deliveries')
    .set(({ fn, ref, val }) => ({
      key: sql<string>`'aside/' || ${ref('seq')} || '/' || ${ref('key')}`,
      subject_id: sql<string>`'aside/' || ${ref('seq')} || '/' || ${ref('subject_id')}`,
      outcome: sql`coalesce(${ref('outcome')}, ${unlessItStands('dropped')})`,
      settled_at: fn.coalesce('settled_at', val(now)),
      lease_until: null,
      again_at: null,
    }))
    .where(sql`substr(key, 1, ${prefix.length})`, '=', prefix)
    .returningAll()
    .execute();
  return rows
    .filter(({ message_id }) => message_id !== null)
    .map(({ key, channel_id, subject_kind, subject_id, locale, spoilers, delay_ms }) => ({
      key,
      channelId: channel_id,
      subject: { kind: subject_kind, id: subject_id },
      variant: { locale, spoilers, delayMs: delay_ms },
    }));
}
