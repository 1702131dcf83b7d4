import type { FeedFaultKind } from './feed/feed-faults.ts';
import type { RecordedFeed } from './feed/recorded-feed.ts';
import type { Instant } from './match/instant.ts';
import { formatMinute } from './match/minute.ts';
import type { Phase } from './match/phase.ts';
import type { Store } from './store/store.ts';

/** What can be asked of a replay that runs. */
export type Steering =
  | { readonly kind: 'pause' }
  | { readonly kind: 'play'; readonly speed: number }
  | { readonly kind: 'next-event' }
  /** The match is played again from its start, once the bot has been stopped and started. */
  | { readonly kind: 'restart' }
  | { readonly kind: 'feed-fault'; readonly fault: FeedFaultKind };

/** What the bot is doing, for whoever watches it. Instants are the recording's own. */
export interface BotStatus {
  readonly replay?: {
    readonly match: string;
    readonly at: Instant;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
    readonly phase: Phase;
    readonly minute?: string;
    readonly score?: string;
    readonly speed: number;
    readonly paused: boolean;
    /** What is wrong with the feed, because somebody asked for it. */
    readonly faults: readonly FeedFaultKind[];
  };
  readonly outbox: {
    readonly waiting: number;
    readonly sent: number;
    readonly retried: number;
    /** Subscriptions that are paused. */
    readonly paused: number;
  };
}

export async function statusOf(
  { outbox, subscriptions }: Pick<Store, 'outbox' | 'subscriptions'>,
  recorded: RecordedFeed,
): Promise<BotStatus> {
  const { due, leased, sent, retried } = await outbox.counts();
  const paused = await subscriptions.pausedCount();
  const replay = replayStatus(recorded);
  return { ...(replay && { replay }), outbox: { waiting: due + leased, sent, retried, paused } };
}

/** What steering a replay takes beside the replay itself. */
export interface Helm {
  /** Has the feed go wrong. */
  fault(kind: FeedFaultKind): Promise<unknown>;
  startOver(matchId: string): Promise<void>;
}

/** Does what was asked of the replay. */
export async function steer(steering: Steering, recorded: RecordedFeed, { fault, startOver }: Helm): Promise<void> {
  switch (steering.kind) {
    case 'pause':
      return recorded.pause();
    case 'play':
      return recorded.play(steering.speed);
    case 'next-event':
      return recorded.skipToNextFrame();
    case 'feed-fault':
      await fault(steering.fault);
      return;
    case 'restart': {
      const playing = recorded.replay();
      if (playing) await startOver(playing.snapshot.match.id);
    }
  }
}

function replayStatus(feed: RecordedFeed): BotStatus['replay'] {
  const view = feed.replay();
  if (!view) return undefined;
  const { snapshot, ...replay } = view;
  const { match, at, phase, minute, score } = snapshot;
  return {
    ...replay,
    match: `${match.home.name} v ${match.away.name}`,
    at,
    phase,
    ...(minute && { minute: formatMinute(minute) }),
    ...(score && { score: `${score.home}–${score.away}` }),
  };
}
