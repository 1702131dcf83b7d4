/**
 * Brings one goal, or a result with its picture, to every channel, and says how that went: `fanout-bot.ts
 * tifo|tifo-picture|bare API TOKEN`, with the channels' ids in a file. Tifo's way is the whole of it: a snapshot taken in,
 * a delivery a channel, the relay. The bare one posts to a list through a REST client with its defaults, two hundred at a time.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { REST, Routes } from 'discord.js';
import { paceOf } from '../../src/discord/pace.ts';
import { restTransport } from '../../src/discord/rest-transport.ts';
import { postComposer } from '../../src/live/compose-post.ts';
import { recordLooks } from '../../src/live/record-looks.ts';
import { SILENT } from '../../src/log.ts';
import type { Snapshot } from '../../src/match/snapshot.ts';
import { Relay } from '../../src/outbox/relay.ts';
import { openRenderer } from '../../src/pictures/render.ts';
import { openStore } from '../../src/store/open-store.ts';

const [way, api = '', token = '', channelsFile = '', databaseUrl = ''] = process.argv.slice(2);
const channels: readonly string[] = JSON.parse(readFileSync(channelsFile, 'utf8'));
const isResult = way === 'tifo-picture';
const IN_FLIGHT = 200;
/** What Discord takes of one bot in a second. */
const LIMIT = 50;

/** When each message landed, by its channel. */
const landings: number[] = [];

async function tifo(): Promise<number> {
  const store = await openStore(databaseUrl, SILENT);
  const renderer = openRenderer({ log: SILENT });
  const pictures = { draw: renderer.render, log: SILENT };
  const clock = { now: () => Date.now() };
  for (const channelId of channels)
    await store.subscriptions.follow({
      guildId: '1',
      channelId,
      target: { kind: 'club', id: 'milan' },
      locale: 'en',
      // How it ends everybody hears.
      hears: isResult ? [] : ['goals'],
      delayMs: 0,
      spoilers: 'show',
      thread: false,
      createdAt: 0,
    });
  const done = new Promise<void>((resolve) => {
    const onDelivered = () => {
      landings.push(Date.now());
      if (landings.length === channels.length) resolve();
    };
    relay = new Relay({
      outbox: store.outbox,
      transport: restTransport({ token, api, pace: paceOf(LIMIT, clock, (ms) => sleep(ms)), pictures }),
      compose: postComposer({ matches: store.matches, factById: () => undefined, clock }),
      clock,
      random: Math.random,
      log: SILENT,
      name: 'bench',
      origin: 'bench',
      onDelivered,
    });
  });
  relay?.start();
  const takeIn = (snapshot: Snapshot) => recordLooks(store, [snapshot], clock.now(), 15_000);
  const goal = { kind: 'goal', side: 'home', manner: 'open-play', minute: { base: 12 } } as const;
  await takeIn(look('first-half', []));
  // What a feed says twice of the end is believed at the third look.
  const before = isResult ? [look('second-half', [goal]), look('full-time', [goal]), look('full-time', [goal])] : [];
  for (const snapshot of before) await takeIn(snapshot);
  await warmUp();
  const began = start();
  await takeIn(look(isResult ? 'full-time' : 'first-half', [goal]));
  relay?.wake();
  await done;
  await renderer.close();
  return began;
}

let relay: Relay | undefined;

async function bare(): Promise<number> {
  const rest = new REST({ api, version: '10' }).setToken(token);
  await warmUp();
  const began = start();
  const waiting = [...channels];
  const work = async () => {
    for (let channel = waiting.shift(); channel !== undefined; channel = waiting.shift()) {
      await rest.post(Routes.channelMessages(channel), { body: { content: "12' GOAL Milan 1–0 Inter" } });
      landings.push(Date.now());
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  return began;
}

let before = 0;

/** The moment at which all begins, and what memory is held then. */
function start(): number {
  before = process.memoryUsage.rss();
  return Date.now();
}

/** Long enough for whatever was counted before to be forgotten. */
function warmUp(): Promise<void> {
  return sleep(1_500);
}

function look(phase: Snapshot['phase'], events: Snapshot['events']): Snapshot {
  return {
    match: {
      id: 'bench',
      competition: { id: 'serie-a', name: 'Serie A' },
      season: '2021-22',
      home: { id: 'milan', name: 'Milan' },
      away: { id: 'inter', name: 'Inter' },
      kickOff: Date.now(),
    },
    at: Date.now(),
    phase,
    score: { home: events.length, away: 0 },
    events,
  };
}

const began = await (way === 'bare' ? bare() : tifo());
const result = {
  firstMs: (landings[0] ?? 0) - began,
  lastMs: (landings.at(-1) ?? 0) - began,
  memoryMb: (process.memoryUsage.rss() - before) / 2 ** 20,
};
console.log(`done ${JSON.stringify(result)}`);
