import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { commands } from '../commands/index.ts';
import { type BotStatus, type Steering, statusOf, steer } from './bot-status.ts';
import type { Config } from './config.ts';
import { seedDemo } from './demo.ts';
import { connect, createClient } from './discord/client.ts';
import { dispatcher } from './discord/dispatch.ts';
import { findChannels, type NamedChannel } from './discord/find-channels.ts';
import { keepTrying, nowOrLater, type Persistence } from './discord/keep-trying.ts';
import { privateThreadOpener } from './discord/open-private-thread.ts';
import { paceOf } from './discord/pace.ts';
import { registerCommands } from './discord/register-commands.ts';
import { restCalendar } from './discord/rest-calendar.ts';
import { restTransport } from './discord/rest-transport.ts';
import { answersTo } from './facts/choose-answer.ts';
import { factEngine } from './facts/engine/fact-engine.ts';
import { families } from './facts/engine/families/index.ts';
import { factLibrary } from './facts/fact-library.ts';
import { loadAlmanac } from './facts/load-almanac.ts';
import { growingAlmanac } from './facts/results/growing-almanac.ts';
import { openFeeds } from './feeds.ts';
import { postComposer } from './live/compose-post.ts';
import { MatchFollower } from './live/follow-matches.ts';
import { CalendarKeeper } from './live/keep-calendar.ts';
import { replays } from './live/run-replays.ts';
import type { Log } from './log.ts';
import { type Clock, MINUTE, SECOND } from './match/instant.ts';
import { hasEnded } from './match/state.ts';
import { backoff } from './outbox/backoff.ts';
import { Relay } from './outbox/relay.ts';
import { openRenderer } from './pictures/render.ts';
import { projectPath } from './project-path.ts';
import { QuizMaster } from './quiz/quiz-master.ts';
import { Rounds } from './rounds.ts';
import { Scheduler } from './schedule/scheduler.ts';
import { reportOf, servicesOf } from './services.ts';
import { askToStartOver, startOverIfAsked } from './start-over.ts';
import { openStore } from './store/open-store.ts';
import { originOf } from './store/origin.ts';
import { shareStore } from './store/share-store.ts';

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
  /** Whether the match of the demo is still to be seen, or had ended before this start. */
  readonly derby: 'on' | 'over';
  status(): Promise<BotStatus>;
  steer(steering: Steering): Promise<void>;
  stop(): Promise<void>;
}

const clock: Clock = { now: () => Date.now() };

/** Wires the rooms together and starts them. Throws an OperatorError when something only the operator can mend is wrong. */
export async function startBot({ config, token, log, demo, fresh, onPost }: BotOptions): Promise<RunningBot> {
  const data = projectPath('data');
  const carried = await loadAlmanac(data);
  const store = await openStore(config.databaseUrl, log);
  if (fresh) await store.forget();
  await startOverIfAsked(store, clock);
  const { almanac, settle } = await growingAlmanac(carried, store.results);
  const engine = factEngine({ source: almanac, families, log });
  const facts = factLibrary({ almanac, engine, clock });
  const discord = { token, ...(config.api && { api: config.api }) };
  /** Names this process among those that share the store. */
  const name = randomUUID();
  const { feed, recorded, recordings, toFollow, fault } = await openFeeds({
    config,
    data,
    clubs: almanac.clubs,
    matches: store.matches,
    settings: store.settings,
    clubCodes: store.clubCodes,
    clock,
    log,
    withRecorded: demo,
  });
  const renderer = openRenderer({ log });
  const pictures = { draw: renderer.render, log };
  const pace = paceOf(REQUESTS_A_SECOND, clock, (ms) => sleep(ms));
  const compose = postComposer({
    matches: store.matches,
    factById: facts.byId,
    clock,
    reportOf: reportOf(almanac, facts),
    quiz: store.quiz,
  });
  let channels: readonly NamedChannel[] = [];
  const relay = new Relay({
    outbox: store.outbox,
    transport: restTransport({ ...discord, pace, pictures }),
    compose,
    clock,
    random: Math.random,
    log,
    name,
    origin: await originOf(store),
    onDelivered: ({ channelId, subject }, { content }) => {
      if (subject.kind === 'quiz') master.wake();
      onPost?.(channels.find((known) => known.channelId === channelId)?.name ?? channelId, content);
    },
  });
  const master = new QuizMaster({ store, clock, log, onWork: () => relay.wake() });
  const aside = replays({
    store,
    player: recorded,
    openThread: privateThreadOpener(discord),
    recorded: recordings.map(({ match }) => match),
    clock,
    log,
  });
  const follower = new MatchFollower({
    feed,
    store,
    clock,
    log,
    answersTo: answersTo({ almanac, engine, log }),
    name,
    onWork: () => relay.wake(),
    onSettled: (matchIds) => {
      void aside.settled(matchIds).catch((error) => log.error({ err: error }, 'a replay stays'));
      void Promise.all(matchIds.map(store.matches.state))
        .then(settle)
        .catch((error) => log.error({ err: error }, 'a result is missing from the tables'));
    },
  });
  const calendar = new CalendarKeeper({ feed, store, calendar: restCalendar({ ...discord, pace }), clock, log, name });
  const services = servicesOf({
    store,
    almanac,
    facts,
    feed,
    recordings,
    toFollow,
    compose,
    replays: aside,
    quizzes: {
      master,
      sources: { engine, random: Math.random },
      onWork: () => relay.wake(),
    },
    sources: feed.statuses,
    now: clock.now,
    onSchedules: () => void scheduler.refresh(),
  });
  const scheduler = new Scheduler({
    store,
    deck: services.facts.deck,
    dailyQuestion: async ({ guildId = '' }) => (await services.quiz.questions(undefined, guildId, 1))[0],
    clock,
    log,
    onEnqueued: () => {
      relay.wake();
      master.wake();
    },
  });
  const sharing = shareStore({ store, clock, log, name });
  const answer = dispatcher({ commands, services, clock, log, claim: sharing.claim, pictures });
  const stopping = new AbortController();
  const persistence: Persistence = {
    clock,
    log,
    wait: (attempt) => Math.min(LONGEST_WAIT, backoff(attempt, Math.random)),
    sleep: (ms) => sleep(ms, undefined, { signal: stopping.signal }),
  };
  const client = await keepTrying(
    () => connect(createClient({ log, answer, claim: sharing.claim, ...(config.api && { api: config.api }) }), token),
    persistence,
  );
  await sharing.start();
  const register = () =>
    registerCommands({
      commands,
      rest: client.rest,
      applicationId: client.application.id,
      ...(config.guildId && { guildId: config.guildId }),
    });
  await nowOrLater(register, persistence);
  if (demo) {
    channels = await keepTrying(() => findChannels(client), persistence);
    const first = recordings[0];
    if (first) await seedDemo(store, channels, first.match.id, clock);
  }
  const derby = recordings[0] && (await store.matches.state(recordings[0].match.id));
  await aside.resume();
  // A replay may have been asked for where another process looks, which is then told of it here.
  const resuming = new Rounds({
    round: () => aside.resume().then(() => MINUTE),
    onFailure: (error) => {
      log.error({ err: error }, 'replays could not be taken up; trying again');
      return MINUTE;
    },
  });
  resuming.start();
  relay.start();
  follower.start();
  calendar.start();
  await scheduler.start();
  master.start();
  return {
    name: client.user.username,
    derby: derby && hasEnded(derby) ? 'over' : 'on',
    status: () => statusOf(store, recorded),
    steer: (steering) => steer(steering, recorded, { fault, startOver: (id) => askToStartOver(store.settings, id) }),
    async stop() {
      stopping.abort();
      await Promise.all([resuming.stop(), follower.stop(), calendar.stop(), scheduler.stop(), master.stop()]);
      await relay.stop();
      await client.destroy();
      await renderer.close();
      await sharing.stop();
      await store.close();
    },
  };
}

/** The longest wait before it is tried again to connect, in milliseconds: sooner than matches are missed. */
const LONGEST_WAIT = 30 * SECOND;

/** What Discord takes of one bot. */
const REQUESTS_A_SECOND = 50;
