/** Plays a season of matches, one after another, to a hundred channels, and says what memory it holds: `season-bot.ts DATABASE_URL MATCHES`. */
import { setImmediate as breathe } from 'node:timers/promises';
import { postComposer } from '../../src/live/compose-post.ts';
import { recordLooks } from '../../src/live/record-looks.ts';
import { SILENT } from '../../src/log.ts';
import type { MatchEvent } from '../../src/match/event.ts';
import { NEWS_GROUPS } from '../../src/match/news.ts';
import type { Phase } from '../../src/match/phase.ts';
import type { Snapshot } from '../../src/match/snapshot.ts';
import { carryOut } from '../../src/outbox/carry-out.ts';
import { settleDelivery } from '../../src/outbox/settle-delivery.ts';
import type { Transport } from '../../src/outbox/transport.ts';
import { composeOnce } from '../../src/outbox/variants.ts';
import { openStore } from '../../src/store/open-store.ts';

const [databaseUrl = '', matches = '380'] = process.argv.slice(2);
const CHANNELS = 100;
const LOOKS = 120;
const MINUTE = 60_000;

let now = Date.now();
const clock = { now: () => now };
const store = await openStore(databaseUrl, SILENT);
const done = async () => ({ ok: true }) as const;
let posted = 0;
const transport: Transport = {
  async send() {
    posted += 1;
    return { ok: true, messageId: String(posted) };
  },
  edit: done,
  remove: done,
  pin: done,
  openThread: done,
  closeThread: done,
};
const compose = composeOnce(postComposer({ matches: store.matches, factById: () => undefined, clock }));

async function deliver(): Promise<void> {
  for (;;) {
    const due = await store.outbox.claim('bench', 200, now, MINUTE);
    if (due.length === 0) return;
    for (const delivery of due) {
      const attempt = await carryOut(delivery, { transport, compose, clock, origin: 'bench', log: SILENT });
      await settleDelivery(delivery, attempt, { outbox: store.outbox, clock, random: Math.random, log: SILENT });
    }
  }
}

function lookAt(index: number, minute: number, kickOff: number): Snapshot {
  const events: MatchEvent[] = [12, 34, 71]
    .filter((goal) => goal <= minute)
    .map((base) => ({ kind: 'goal', side: base === 34 ? 'away' : 'home', manner: 'open-play', minute: { base } }));
  const count = (side: 'home' | 'away') => events.filter((event) => event.side === side).length;
  const phase: Phase =
    minute < 0
      ? 'scheduled'
      : minute < 46
        ? 'first-half'
        : minute < 60
          ? 'half-time'
          : minute < 106
            ? 'second-half'
            : 'full-time';
  return {
    match: {
      id: `match-${index}`,
      competition: { id: 'serie-a', name: 'Serie A' },
      season: '2026-27',
      home: { id: `home-${index % 20}`, name: 'Home' },
      away: { id: `away-${index % 19}`, name: 'Away' },
      kickOff,
    },
    at: kickOff + minute * MINUTE,
    phase,
    score: { home: count('home'), away: count('away') },
    events,
  };
}

const target = { kind: 'competition', id: 'serie-a' } as const;
for (let channel = 0; channel < CHANNELS; channel += 1)
  await store.subscriptions.follow({
    guildId: '1',
    channelId: String(channel),
    target,
    locale: 'en',
    hears: NEWS_GROUPS,
    delayMs: 0,
    spoilers: 'show',
    thread: false,
    createdAt: 0,
  });

const memory = (): number => {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 2 ** 20;
};
const readings: number[] = [];
const total = Number(matches);
for (let index = 0; index < total; index += 1) {
  const kickOff = now + MINUTE;
  for (let look = 0; look < LOOKS; look += 1) {
    const snapshot = lookAt(index, look - 1, kickOff);
    now = snapshot.at;
    await recordLooks(store, [snapshot], now, MINUTE);
    await deliver();
    // As a network would: what the database's driver holds is let go between tasks, and not within one.
    await breathe();
  }
  if ((index + 1) % Math.ceil(total / 4) === 0 || index === total - 1) readings.push(memory());
}
console.log(`done ${JSON.stringify({ readings, posted })}`);
