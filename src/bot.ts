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
import { recordedFeed } from './feed/recorded-feed.ts';
import { loadRecordings } from './feed/recording.ts';
import { postComposer } from './live/compose-post.ts';
import { MatchFollower } from './live/follow-matches.ts';
import type { Log } from './log.ts';
import type { Clock } from './match/instant.ts';
import { Relay } from './outbox/relay.ts';
import { Scheduler } from './schedule/scheduler.ts';
import { servicesOf } from './services.ts';
import { openStore } from './store/open-store.ts';

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

export interface RunningBot {
  /** As Discord knows it. */
  readonly name: string;
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
    async stop() {
      await Promise.all([follower.stop(), scheduler.stop()]);
      await relay.stop();
      await client.destroy();
      await store.close();
    },
  };
}
