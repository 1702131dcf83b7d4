import type { Generated } from 'kysely';
import type { Locale } from '../locale.ts';
import type { Instant } from '../match/instant.ts';
import type { Phase } from '../match/phase.ts';
import type { Subject } from '../outbox/delivery.ts';
import type { FollowTarget, PauseReason } from '../subscriptions/subscription.ts';

/** The tables as Kysely sees them. Instants are integers, snowflakes text, JSON text: one schema for both engines. */
export interface Schema {
  /** `phase` stands in `state` too; it is kept apart to be read without the rest. */
  match_states: { match_id: string; phase: Phase; state: string };
  news: { id: string; news: string };
  subscriptions: {
    id: Generated<number>;
    guild_id: string | null;
    channel_id: string;
    target_kind: FollowTarget['kind'];
    target_id: string;
    locale: Locale;
    created_at: Instant;
  } & Pausable;
  deliveries: {
    seq: Generated<number>;
    key: string;
    channel_id: string;
    subject_kind: Subject['kind'];
    subject_id: string;
    locale: Locale;
    not_before: Instant;
    expires_at: Instant;
    attempts: Generated<number>;
    first_tried_at: Instant | null;
    /** Set while a relay holds it. */
    lease_until: Instant | null;
    relay: string | null;
    /** Set once it is settled, together with its outcome. */
    settled_at: Instant | null;
    outcome: 'sent' | 'expired' | 'dropped' | null;
    message_id: string | null;
    problem: string | null;
  };
  schedules: {
    id: Generated<number>;
    guild_id: string | null;
    channel_id: string;
    cron: string;
    time_zone: string;
    locale: Locale;
    created_at: Instant;
    last_run: Instant | null;
  } & Pausable;
  runs: { key: string; won_at: Instant };
  deals: { seq: Generated<number>; channel_id: string; round: number; fact_id: string; dealt_at: Instant };
  settings: { name: string; value: string };
}

interface Pausable {
  paused_reason: PauseReason | null;
  paused_at: Instant | null;
}
