import { commands } from '../../commands/index.ts';
import { connect, createClient } from '../../src/discord/client.ts';
import { dispatcher } from '../../src/discord/dispatch.ts';
import { registerCommands } from '../../src/discord/register-commands.ts';
import { restTransport } from '../../src/discord/rest-transport.ts';
import { factEngine } from '../../src/facts/engine/fact-engine.ts';
import { families } from '../../src/facts/engine/families/index.ts';
import { factLibrary } from '../../src/facts/fact-library.ts';
import { loadAlmanac } from '../../src/facts/load-almanac.ts';
import { postComposer } from '../../src/live/compose-post.ts';
import type { Log } from '../../src/log.ts';
import type { Clock } from '../../src/match/instant.ts';
import { Relay } from '../../src/outbox/relay.ts';
import { QuizMaster } from '../../src/quiz/quiz-master.ts';
import { APPLICATION_ID, BOT_TOKEN, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { servicesOf } from '../../src/services.ts';
import { openStore } from '../../src/store/open-store.ts';
import { shareStore } from '../../src/store/share-store.ts';
import type { Store } from '../../src/store/store.ts';
import { match } from '../support/match/derby.ts';

const almanac = await loadAlmanac('data');

export interface QuizBotOptions {
  readonly sandbox: Sandbox;
  /** Where it keeps all, or what it shares with other bots. */
  readonly database: string | Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Names it among those that share a store. */
  readonly name?: string;
  /** Told of each replay that somebody wishes. */
  onReplay?(): void;
}

/** As much of the bot as a quiz takes, on a clock of the test's own; it can be stopped and started again. */
export async function quizBot({ sandbox, database, clock, log, name = 'test', onReplay }: QuizBotOptions) {
  const store = typeof database === 'string' ? await openStore(database, log) : database;
  const sharing = shareStore({ store, clock, log, name });
  const engine = factEngine({ source: almanac, families, log });
  const facts = factLibrary({ almanac, engine, clock });
  const compose = postComposer({ matches: store.matches, factById: facts.byId, clock, quiz: store.quiz });
  const relay = new Relay({
    outbox: store.outbox,
    transport: restTransport({ token: BOT_TOKEN, api: sandbox.apiUrl }),
    compose,
    clock,
    random: Math.random,
    log,
    name,
    origin: 'test',
    onDelivered: () => master.wake(),
  });
  const master = new QuizMaster({ store, clock, log, onWork: () => relay.wake() });
  const services = servicesOf({
    store,
    almanac,
    facts,
    feed: {
      name: 'test',
      capabilities: { events: [], lineups: false, statistics: false, delaySeconds: 0 },
      lookEveryMs: 1_000,
      silentAfterMs: 60_000,
      matches: async () => [match],
      look: async () => ({ ok: true, snapshots: [] }),
      status: () => ({ name: 'test', lookEveryMs: 1_000 }),
    },
    toFollow: () => ({ clubs: [], competitions: [] }),
    recordings: onReplay ? [{ match, frames: [] }] : [],
    compose,
    replays: {
      async start() {
        onReplay?.();
        return { ok: false, reason: 'refused' };
      },
    },
    quizzes: {
      master,
      sources: { engine, random: Math.random },
      onWork: () => relay.wake(),
    },
    sources: () => [],
    now: clock.now,
    onSchedules() {},
  });
  const { claim } = sharing;
  const answer = dispatcher({ commands, services, clock, log, claim });
  const client = createClient({ api: sandbox.apiUrl, log, answer, claim });
  await connect(client, BOT_TOKEN);
  await registerCommands({ commands, rest: client.rest, applicationId: APPLICATION_ID });
  await sharing.start();
  relay.start();
  master.start();
  return {
    store,
    services,
    /** Both look at once what has become due. */
    wake() {
      master.wake();
      relay.wake();
    },
    async stop() {
      await master.stop();
      await relay.stop();
      await client.destroy();
      await sharing.stop();
      await store.close();
    },
  };
}
