import { type Dialect, Kysely } from 'kysely';
import type { Log } from '../log.ts';
import { calendarStore } from './calendar.ts';
import { cardStore } from './cards.ts';
import { claimStore } from './claims.ts';
import { clubCodeStore } from './club-codes.ts';
import { deckStore } from './deck.ts';
import { atomically, type Engine } from './engine.ts';
import { endLeases, leaseStore } from './leases.ts';
import { matchStore } from './matches.ts';
import { migrate } from './migrate.ts';
import { outboxStore } from './outbox.ts';
import { quizStore } from './quiz.ts';
import { replayStore } from './replays.ts';
import { resultStore } from './results.ts';
import { scheduleStore } from './schedules.ts';
import type { Schema } from './schema.ts';
import { settingsStore } from './settings.ts';
import type { Store, Stores } from './store.ts';
import { subscriptionStore } from './subscriptions.ts';

export interface KyselyStoreOptions {
  readonly kind: Engine['kind'];
  readonly dialect: Dialect;
  readonly log: Log;
  readonly onClose?: () => void;
}

/** Opens a store over one of Kysely's dialects and brings its tables up to date. Throws a StoreError or the driver's own. */
export async function openKyselyStore({ kind, dialect, log, onClose }: KyselyStoreOptions): Promise<Store> {
  const engine: Engine = { db: new Kysely<Schema>({ dialect }), kind, log };
  const close = async () => {
    await engine.db.destroy();
    onClose?.();
  };
  try {
    await migrate(engine);
    // A SQLite file serves one process at a time, so whoever held a lease on it is dead.
    if (kind === 'sqlite') await endLeases(engine);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    ...storesOn(engine),
    isShared: kind === 'postgres',
    transaction: (work) => atomically(engine, (tx) => work(storesOn(tx))),
    forget: () =>
      atomically(engine, async ({ db }) => {
        for (const table of TABLES) await db.deleteFrom(table).execute();
      }),
    close,
  };
}

const TABLES = [
  'match_states',
  'news',
  'moments',
  'cards',
  'leases',
  'replays',
  'calendar',
  'results',
  'subscriptions',
  'deliveries',
  'schedules',
  'runs',
  'deals',
  'settings',
  'quiz_games',
  'quiz_answers',
  'club_codes',
] as const satisfies readonly (keyof Schema)[];

function storesOn(engine: Engine): Stores {
  return {
    matches: matchStore(engine),
    cards: cardStore(engine),
    replays: replayStore(engine),
    calendar: calendarStore(engine),
    leases: leaseStore(engine),
    results: resultStore(engine),
    subscriptions: subscriptionStore(engine),
    outbox: outboxStore(engine),
    schedules: scheduleStore(engine),
    deck: deckStore(engine),
    settings: settingsStore(engine),
    quiz: quizStore(engine),
    clubCodes: clubCodeStore(engine),
    claims: claimStore(engine),
  };
}
