import type { Answer } from '../../../commands/answer.ts';
import type { AnyOptions, Choice } from '../../../commands/command.ts';
import type { Context, Place, Reader } from '../../../commands/context.ts';
import { commands } from '../../../commands/index.ts';
import type { ReplayStart, ReplayWish, Services } from '../../../commands/services.ts';
import { factEngine } from '../../../src/facts/engine/fact-engine.ts';
import { families } from '../../../src/facts/engine/families/index.ts';
import { factLibrary } from '../../../src/facts/fact-library.ts';
import { loadAlmanac } from '../../../src/facts/load-almanac.ts';
import { writtenFacts } from '../../../src/facts/written-facts.ts';
import { whatToFollow } from '../../../src/feed/catalogue.ts';
import { loadCatalogue } from '../../../src/feed/load-catalogue.ts';
import { SILENT } from '../../../src/log.ts';
import type { Match } from '../../../src/match/match.ts';
import type { MatchState } from '../../../src/match/state.ts';
import type { SourceStatus } from '../../../src/messages/following-message.ts';
import type { Compose } from '../../../src/outbox/variants.ts';
import { QuizMaster } from '../../../src/quiz/quiz-master.ts';
import { servicesOf } from '../../../src/services.ts';
import type { Store } from '../../../src/store/store.ts';
import { derby, match } from '../match/derby.ts';
import { memoryStore } from '../store/memory-store.ts';
import { readable } from './readable.ts';

const almanac = await loadAlmanac('data');
const catalogue = await loadCatalogue('data/feeds.json', almanac.clubs);

export const GUILD = '661730000000000000';
export const CHANNEL = '661900000000000000';
export const THREAD = '661950000000000000';
export const READER = '661720000000000002';
/** An evening after the derby: 10 November 2021, 20:00 UTC. */
export const NOW = Date.UTC(2021, 10, 10, 20);

/** Where a test stands: in a server, with every right, before the derby that is over, unless it says otherwise. */
export interface Setting {
  readonly reader?: Partial<Reader>;
  readonly place?: Partial<Place>;
  /** In a direct message: no server. */
  readonly direct?: boolean;
  readonly matches?: readonly Match[];
  readonly state?: MatchState | null;
  readonly withoutFacts?: boolean;
  /** The posts that are known. */
  readonly compose?: Compose;
  /** How a replay starts; what was wished is noted in `wishes`. */
  readonly replay?: {
    readonly recorded?: readonly Match[];
    readonly start?: ReplayStart;
    readonly wishes?: ReplayWish[];
  };
  readonly sources?: readonly SourceStatus[];
  readonly now?: number;
}

/** A reader's seat: he asks, presses and types, and sees what comes back. Behind it are the real services, in memory. */
export async function seat(setting: Setting = {}) {
  const { state = derby() } = setting;
  const store = await memoryStore();
  if (state) await store.matches.save(state);
  const context = contextOn(store, setting);
  return {
    store,
    context,
    ask: (name: string, options: AnyOptions = {}) => command(name).run(context, options),
    async press(id: string): Promise<Answer> {
      const [name = '', ...argument] = id.split(':');
      const press = command(name).press;
      if (!press) throw new Error(`/${name} has no buttons`);
      return press(context, ...argument);
    },
    async choose(id: string, ...values: readonly string[]): Promise<Answer> {
      const [name = '', ...argument] = id.split(':');
      const choose = command(name).choose;
      if (!choose) throw new Error(`/${name} has no menus`);
      return choose(context, values, ...argument);
    },
    async submit(id: string, typed: string): Promise<Answer> {
      const [name = '', ...argument] = id.split(':');
      const submit = command(name).submit;
      if (!submit) throw new Error(`/${name} has no forms`);
      return submit(context, typed, ...argument);
    },
    async type(name: string, option: string, typed: string, filled: AnyOptions = {}): Promise<readonly Choice[]> {
      return (await command(name).complete?.(context, { option, typed, filled })) ?? [];
    },
  };
}

function command(name: string) {
  const found = commands.find(({ data }) => data.name === name);
  if (!found) throw new Error(`there is no /${name}`);
  return found;
}

/** The real services, on a store in memory and the data that Tifo ships; posts, replays and sources as a test sets them. */
export function servicesOn(store: Store, setting: Setting = {}): Services {
  const { matches = [match], withoutFacts, now = NOW, compose = async () => null, replay = {}, sources = [] } = setting;
  const services = servicesOf({
    store,
    feed: {
      name: 'test',
      capabilities: { events: [], lineups: false, statistics: false, delaySeconds: 0 },
      lookEveryMs: 1_000,
      silentAfterMs: 60_000,
      matches: async () => matches,
      look: async () => ({ ok: true, snapshots: [] }),
      status: () => ({ name: 'test', lookEveryMs: 1_000 }),
    },
    recordings: [],
    toFollow: () => whatToFollow(catalogue, ['serie-a']),
    almanac,
    facts: libraryOn(withoutFacts, now),
    compose,
    replays: {
      async start(wish) {
        replay.wishes?.push(wish);
        return replay.start ?? { ok: true, threadId: THREAD };
      },
    },
    quizzes: {
      master: new QuizMaster({ store, clock: { now: () => now }, log: SILENT, onWork() {} }),
      sources: { engine, random: Math.random },
      onWork() {},
    },
    sources: () => sources,
    now: () => now,
    onSchedules() {},
  });
  return { ...services, replays: { ...services.replays, recorded: () => replay.recorded ?? [match] } };
}

const engine = factEngine({ source: almanac, families, log: SILENT });

/** The facts that Tifo ships and those that it finds, or none at all. */
function libraryOn(empty: boolean | undefined, now: number) {
  const clock = { now: () => now };
  if (!empty) return factLibrary({ almanac, engine, clock });
  const none = { ...almanac, facts: writtenFacts([], almanac) };
  return factLibrary({ almanac: none, engine: factEngine({ source: almanac, families: [], log: SILENT }), clock });
}

function contextOn(store: Store, setting: Setting): Context {
  const { reader, place, direct, now = NOW } = setting;
  return {
    ...servicesOn(store, setting),
    now,
    takeTime: async () => {},
    reader: { userId: READER, locale: 'en', canManageServer: true, ...reader },
    place: {
      channelId: CHANNEL,
      ...(!direct && { server: { id: GUILD, locale: 'en' as const } }),
      missing: [],
      mentionableRoles: [],
      ...place,
    },
  };
}

/** An answer as its reader sees it, with how it is given before it. */
export function seen({ how, message }: Answer): string {
  return `${how}: ${readable(message)}`;
}
