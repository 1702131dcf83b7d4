import type { Generated } from 'kysely';
import type { Locale } from '../locale.ts';
import type { Instant } from '../match/instant.ts';
import type { Phase } from '../match/phase.ts';
import type { Subject } from '../outbox/delivery.ts';
import type { QuizGame, QuizMode } from '../quiz/game.ts';
import type { ScheduleKind } from '../schedule/schedule.ts';
import type { FollowTarget, PauseReason } from '../subscriptions/subscription.ts';

/** The tables as Kysely sees them. Instants are integers, snowflakes text, JSON text: one schema for both engines. */
export interface Schema {
  /** `phase` stands in `state` too; it is kept apart to be read without the rest. */
  match_states: { match_id: string; phase: Phase; state: string };
  /** `match_id` is absent for a roundup, which may be of several matches. */
  news: { id: string; match_id: string | null; at: Instant | null; news: string };
  /** How matches stood a little earlier, for channels that hold posts back. */
  moments: { match_id: string; at: Instant; state: string };
  /** The generation of a match's live cards: an older message cannot be edited for ever. */
  cards: { match_id: string; generation: number; since: Instant; refreshed_at: Instant; audience: string };
  /** Work that one process at a time does. */
  leases: { name: string; holder: string; until: Instant };
  replays: {
    id: string;
    match_id: string;
    guild_id: string;
    thread_id: string;
    user_id: string;
    speed: number;
    started_at: Instant;
  };
  /** What stands in servers' calendars. */
  calendar: { guild_id: string; match_id: string; event_id: string | null; entry: string; settled: number };
  /** Results of matches that were followed live. What names the match stands in `result` too. */
  results: { competition: string; season: string; home: string; away: string; result: string };
  subscriptions: {
    id: Generated<number>;
    guild_id: string | null;
    channel_id: string;
    target_kind: FollowTarget['kind'];
    target_id: string;
    locale: Locale;
    /** A JSON list. */
    hears: string;
    delay_ms: Generated<number>;
    spoilers: Generated<'show' | 'hide'>;
    /** 1 or 0. */
    thread: Generated<number>;
    ping_role: string | null;
    created_at: Instant;
  } & Pausable;
  deliveries: {
    seq: Generated<number>;
    key: string;
    channel_id: string;
    subject_kind: Subject['kind'];
    subject_id: string;
    locale: Locale;
    spoilers: Generated<'show' | 'hide'>;
    delay_ms: Generated<number>;
    in_thread: string | null;
    reply_to: string | null;
    replaces: string | null;
    ping_role: string | null;
    /** What goes first when much is due: posts, then edits, then cards. */
    turn: Generated<number>;
    revision: Generated<number>;
    /** Set while the message stands. */
    digest: string | null;
    posted_in: string | null;
    posted_at: Instant | null;
    /** Set where it was revised while an edit waited for its channel's delay: when the later edit is due. */
    again_at: Instant | null;
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
    kind: Generated<ScheduleKind>;
    cron: string;
    time_zone: string;
    locale: Locale;
    created_at: Instant;
    last_run: Instant | null;
  } & Pausable;
  runs: { key: string; won_at: Instant };
  deals: { seq: Generated<number>; channel_id: string; round: number; fact_id: string; dealt_at: Instant };
  settings: { name: string; value: string };
  /** Which club a provider's id of a team was found to mean. */
  club_codes: { provider: string; code: string; club_id: string; name: string; country: string | null };
  quiz_games: {
    id: string;
    guild_id: string;
    channel_id: string;
    locale: Locale;
    mode: QuizMode;
    limit_ms: number;
    /** 1 or 0. */
    is_daily: number;
    started_by: string | null;
    /** A JSON list. */
    questions: string;
    started_at: Instant;
    at: number;
    stage: QuizGame['stage'];
    opened_at: Instant | null;
    due_at: Instant;
  };
  /** Those of a question that is open have no points and no moment yet at which they were closed. */
  quiz_answers: {
    game_id: string;
    at: number;
    user_id: string;
    guild_id: string;
    option: number;
    answered_at: Instant;
    /** 1 or 0. */
    is_right: number;
    points: number | null;
    streak: number | null;
    closed_at: Instant | null;
  };
}

interface Pausable {
  paused_reason: PauseReason | null;
  paused_at: Instant | null;
}
