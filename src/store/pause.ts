import type { Instant } from '../match/instant.ts';
import type { PauseReason } from '../subscriptions/subscription.ts';
import { atomically, type Engine } from './engine.ts';

interface PausedColumns {
  readonly paused_reason: PauseReason | null;
  readonly paused_at: Instant | null;
}

export function pausedOf(row: PausedColumns): { paused?: { reason: PauseReason; at: Instant } } {
  if (row.paused_reason === null || row.paused_at === null) return {};
  return { paused: { reason: row.paused_reason, at: row.paused_at } };
}

/** Resumes everything that is posted to a channel: who asks for one thing there again has mended what kept all of it. */
export async function resumeChannel({ db }: Pick<Engine, 'db'>, channelId: string): Promise<void> {
  for (const table of ['subscriptions', 'schedules'] as const) {
    await db
      .updateTable(table)
      .set({ paused_reason: null, paused_at: null })
      .where('channel_id', '=', channelId)
      .where('paused_reason', 'is not', null)
      .execute();
  }
}

/** Pauses everything that is posted to a channel. What is paused already keeps its first reason. */
export function pauseChannel(engine: Engine, channelId: string, reason: PauseReason, at: Instant): Promise<void> {
  return atomically(engine, async ({ db }) => {
    for (const table of ['subscriptions', 'schedules'] as const) {
      await db
        .updateTable(table)
        .set({ paused_reason: reason, paused_at: at })
        .where('channel_id', '=', channelId)
        .where('paused_reason', 'is', null)
        .execute();
    }
  });
}
