import type { Instant } from '../match/instant.ts';

/** A recorded match that is played into a thread of its own, beside what is live. */
export interface Replay {
  /** The id that the match has in this replay: nothing of it mixes with the match itself. */
  readonly id: string;
  readonly matchId: string;
  readonly guildId: string;
  readonly threadId: string;
  /** Who asked for it. */
  readonly userId: string;
  /** Recorded minutes in one of ours. */
  readonly speed: number;
  readonly startedAt: Instant;
}

/** Where the replays that run are kept, so that a restart goes on with them. */
export interface ReplayStore {
  add(replay: Replay): Promise<void>;
  remove(id: string): Promise<void>;
  all(): Promise<readonly Replay[]>;
}

/** What can play recorded matches beside what is live. */
export interface ReplayPlayer {
  /** False where no such match is recorded. */
  startReplay(id: string, replay: { readonly matchId: string; readonly speed: number }): boolean;
  stopReplay(id: string): void;
}

/** A private thread that was opened for somebody, or why not. */
export type ThreadResult =
  | { readonly ok: true; readonly threadId: string }
  | { readonly ok: false; readonly reason: 'no-permission' | 'refused' };

/** Opens a private thread in a channel, with one reader in it. */
export type OpenPrivateThread = (channelId: string, name: string, userId: string) => Promise<ThreadResult>;
