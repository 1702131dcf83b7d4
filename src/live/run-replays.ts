import { randomUUID } from 'node:crypto';
import type { Locale } from '../locale.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../match/instant.ts';
import { isReplay, type Match, replayId } from '../match/match.ts';
import { NEWS_GROUPS } from '../match/news.ts';
import { isSettled } from '../match/state.ts';
import { threadOpener } from '../messages/thread-opener.ts';
import type { SubscriptionStore } from '../subscriptions/subscription.ts';
import type { MatchStore } from './match-store.ts';
import type { OpenPrivateThread, Replay, ReplayPlayer, ReplayStore, ThreadResult } from './replay.ts';

/** A server may have this many running, a reader one. */
const OF_SERVER = 3;

interface ReplayStores {
  readonly replays: ReplayStore;
  readonly subscriptions: SubscriptionStore;
}

export interface ReplaysOptions {
  readonly store: ReplayStores & {
    readonly matches: Pick<MatchStore, 'state'>;
    transaction<T>(work: (tx: ReplayStores) => Promise<T>): Promise<T>;
  };
  readonly player: ReplayPlayer;
  readonly openThread: OpenPrivateThread;
  readonly recorded: readonly Match[];
  readonly clock: Clock;
  readonly log: Log;
}

/** A recorded match that somebody wishes to see played. */
export interface Wish {
  readonly guildId: string;
  readonly channelId: string;
  readonly userId: string;
  readonly matchId: string;
  readonly speed: number;
  readonly locale: Locale;
}

export type Start = ThreadResult | { readonly ok: false; readonly reason: 'too-many' };

/**
 * Plays recorded matches into private threads. A replay is a match of its own, under an id of its own, that one thread
 * follows: all that is live works for it, and nothing of it reaches anybody else.
 */
export function replays({ store, player, openThread, recorded, clock, log }: ReplaysOptions) {
  /** Wishes that are being granted, in the order in which they came: they count as running. */
  const opening = new Set<Wish>();

  /** Whether its thread still listens: it may have been deleted, or closed to Tifo. */
  async function isHeard({ id, threadId }: Replay): Promise<boolean> {
    const followed = await store.subscriptions.inChannel(threadId);
    return followed.some(({ target, paused }) => target.id === id && !paused);
  }

  async function letGo({ id, threadId }: Replay): Promise<void> {
    player.stopReplay(id);
    await store.transaction(async (tx) => {
      await tx.subscriptions.unfollow(threadId, { kind: 'match', id });
      await tx.replays.remove(id);
    });
  }

  /** Whether a server and a reader have room for one more, those counted that came before. */
  async function hasRoom(wish: Wish): Promise<boolean> {
    const earlier = [...opening].slice(0, [...opening].indexOf(wish));
    const readers = new Map(earlier.map(({ userId, guildId }) => [userId, guildId]));
    for (const replay of await store.replays.all()) {
      if (replay.userId !== wish.userId && replay.guildId !== wish.guildId) continue;
      if (await isHeard(replay)) readers.set(replay.userId, replay.guildId);
      else await letGo(replay);
    }
    const ofServer = [...readers.values()].filter((guildId) => guildId === wish.guildId);
    return !readers.has(wish.userId) && ofServer.length < OF_SERVER;
  }

  async function play(match: Match, wish: Wish): Promise<Start> {
    const { guildId, channelId, userId, matchId, speed, locale } = wish;
    const thread = await openThread(channelId, threadOpener(match, { locale }).name, userId);
    if (!thread.ok) return thread;
    const { threadId } = thread;
    const id = replayId(matchId, randomUUID().slice(0, 8));
    const now = clock.now();
    const replay: Replay = { id, matchId, guildId, threadId, userId, speed, startedAt: now };
    await store.transaction(async (tx) => {
      await tx.replays.add(replay);
      await tx.subscriptions.follow({
        guildId,
        channelId: threadId,
        target: { kind: 'match', id },
        locale,
        hears: NEWS_GROUPS,
        delayMs: 0,
        spoilers: 'show',
        thread: false,
        createdAt: now,
      });
    });
    if (player.startReplay(id, { matchId, speed })) return thread;
    await letGo(replay);
    return { ok: false, reason: 'refused' };
  }

  return {
    /** Goes on with the replays that ran before a restart, and lets go of those that were over. */
    async resume(): Promise<void> {
      for (const replay of await store.replays.all()) {
        const { id, matchId, speed } = replay;
        const state = await store.matches.state(id);
        const isOver = state !== undefined && isSettled(state);
        if (!isOver && player.startReplay(id, { matchId, speed })) continue;
        if (!isOver) log.warn({ id }, 'a replay cannot go on: its match is recorded no more');
        await letGo(replay);
      }
    },

    async start(wish: Wish): Promise<Start> {
      const match = recorded.find(({ id }) => id === wish.matchId);
      if (!match) return { ok: false, reason: 'refused' };
      opening.add(wish);
      try {
        return (await hasRoom(wish)) ? await play(match, wish) : { ok: false, reason: 'too-many' };
      } finally {
        opening.delete(wish);
      }
    },

    /** Lets go of replays that have come to their end. */
    async settled(matchIds: readonly string[]): Promise<void> {
      const ended = (await store.replays.all()).filter(({ id }) => isReplay(id) && matchIds.includes(id));
      for (const replay of ended) await letGo(replay);
    },
  };
}
