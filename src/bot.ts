import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commands } from '../commands/index.ts';
import type { Config } from './config.ts';
import { seedDemo } from './demo.ts';
import { connect, createClient } from './discord/client.ts';
import { dispatcher } from './discord/dispatch.ts';
import { findChannels, type NamedChannel } from './discord/find-channels.ts';
import { registerCommands } from './discord/register-commands.ts';
import { restTransport } from './discord/rest-transport.ts';
import { loadAlmanac } from './facts/load-almanac.ts';
import { loadRecordings } from './feed/load-recordings.ts';
import { type RecordedFeed, recordedFeed } from './feed/recorded-feed.ts';
import { postComposer } from './live/compose-post.ts';
import { MatchFollower } from './live/follow-matches.ts';
import type { Log } from './log.ts';
import type { Clock, Instant } from './match/instant.ts';
import { formatMinute } from './match/minute.ts';
import type { Phase } from './match/phase.ts';
import { Relay } from './outbox/relay.ts';
import { Scheduler } from './schedule/scheduler.ts';
import { servicesOf } from './services.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';

export interface BotOptions {
  readonly config: Config;
  readonly token: string;
  readonly log: Log;
  /** On the sandbox: follow the derby and post facts unasked. */
  readonly demo: boolean;
  /** Forget everything first. */
  readonly fresh?: boolean;
  /** Told of every post that landed, by the channel's name. */
  onPost?(channel: string, content: string): void;
}

/** What can be asked of a replay that runs. */
export type Steering =
  | { readonly kind: 'pause' }
  | { readonly kind: 'play'; readonly speed: number }
  | { readonly kind: 'next-event' };

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
  };
  readonly outbox: {
    readonly waiting: number;
    readonly sent: number;
    readonly retried: number;
    /** Subscriptions that are paused. */
    readonly paused: number;
  };
}

export interface RunningBot {
  /** As Discord knows it. */
  readonly name: string;
  status(): Promise<BotStatus>;
  steer(steering: Steering): void;
  stop(): Promise<void>;
}

/** What Tifo carries with it lies beside its code, wherever it is started from. */
const DATA = fileURLToPath(new URL('../data', import.meta.url));

const clock: Clock = { now: () => Date.now() };

/** Wires the rooms together and starts them. Throws an OperatorError when something only the operator can mend is wrong. */
export async function startBot({ config, token, log, demo, fresh, onPost }: BotOptions): Promise<RunningBot> {
  const [almanac, recordings] = await Promise.all([loadAlmanac(DATA), loadRecordings(join(DATA, 'matches'))]);
  const store = await openStore(config.databaseUrl, log);
  if (fresh) await store.forget();
  const api = config.api;
  const feed = recordedFeed({
    recordings,
    clock,
    speed: config.replaySpeed,
    resumeAt: async (matchId) => (await store.matches.state(matchId))?.snapshot.at,
  });
  let channels: readonly NamedChannel[] = [];
  const relay = new Relay({
    outbox: store.outbox,
    transport: restTransport({ token, ...(api && { api }) }),
    compose: postComposer(store.matches, almanac.facts.byId),
    clock,
    random: Math.random,
    log,
    name: randomUUID(),
    origin: await originOf(store),
    onDelivered: ({ channelId }, { content }) => {
      onPost?.(channels.find((known) => known.channelId === channelId)?.name ?? channelId, content);
    },
  });
  const follower = new MatchFollower({ feed, store, clock, log, onNews: () => relay.wake() });
  const scheduler = new Scheduler({ store, facts: almanac.facts.all, clock, log, onEnqueued: () => relay.wake() });
  const services = servicesOf({
    store,
    almanac,
    feed,
    recordings,
    now: clock.now,
    onSchedules: () => void scheduler.refresh(),
  });
  const answer = dispatcher({ commands, services, clock, log });
  const client = createClient({ log, answer, ...(api && { api }) });
  const { application, user } = await connect(client, token);
  await registerCommands({
    commands,
    rest: client.rest,
    applicationId: application.id,
    ...(config.guildId && { guildId: config.guildId }),
  });
  if (demo) {
    channels = await findChannels(client);
    const first = recordings[0];
    if (first) await seedDemo(store, channels, first.match.id, clock);
  }
  relay.start();
  follower.start();
  await scheduler.start();
  return {
    name: user.username,
    async status() {
      const { due, leased, sent, retried } = await store.outbox.counts();
      const paused = await store.subscriptions.pausedCount();
      const replay = replayStatus(feed);
      return { ...(replay && { replay }), outbox: { waiting: due + leased, sent, retried, paused } };
    },
    steer(steering) {
      switch (steering.kind) {
        case 'pause':
          return feed.pause();
        case 'play':
          return feed.play(steering.speed);
        case 'next-event':
          return feed.skipToNextFrame();
      }
    },
    async stop() {
      await Promise.all([follower.stop(), scheduler.stop()]);
      await relay.stop();
      await client.destroy();
      await store.close();
    },
  };
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

/** The name of a store's life: made once, kept until it forgets everything. */
async function originOf({ settings }: Store): Promise<string> {
  const known = await settings.get('origin');
  if (known) return known;
  const origin = randomUUID();
  await settings.set('origin', origin);
  return origin;
}
