import type { AnswersTo } from '../../../src/facts/choose-answer.ts';
import type { Fact } from '../../../src/facts/fact.ts';
import { postComposer } from '../../../src/live/compose-post.ts';
import { type Recorded, recordLooks } from '../../../src/live/record-looks.ts';
import { SILENT } from '../../../src/log.ts';
import { NEWS_GROUPS } from '../../../src/match/news.ts';
import type { Snapshot } from '../../../src/match/snapshot.ts';
import { carryOut } from '../../../src/outbox/carry-out.ts';
import { settleDelivery } from '../../../src/outbox/settle-delivery.ts';
import { type ComposeOnce, composeOnce } from '../../../src/outbox/variants.ts';
import type { Store } from '../../../src/store/store.ts';
import type { FollowTarget, Hearing } from '../../../src/subscriptions/subscription.ts';
import { MATCH } from '../match/build.ts';
import { memoryStore } from '../store/memory-store.ts';
import { Channels } from './channels.ts';

/** All news, and no facts. */
const ALL_NEWS = NEWS_GROUPS.filter((group) => group !== 'facts');
const EVERYTHING: Hearing = { locale: 'en', hears: ALL_NEWS, delayMs: 0, spoilers: 'show', thread: false };

/** The facts that may follow news, and how they are found again by their ids. */
export interface Facts {
  readonly answersTo: AnswersTo;
  readonly byId: (id: string) => Fact | undefined;
}

const NO_FACTS: Facts = { answersTo: () => [], byId: () => undefined };

/** Looks taken in and brought to channels, all real but Discord, at the pace of a test. */
export class Newsroom {
  readonly channels = new Channels();
  readonly store: Store;
  now = 0;
  /** How far apart looks are, in milliseconds. */
  readonly pace: number;
  readonly facts: Facts;
  #compose: ComposeOnce;

  private constructor(store: Store, pace: number, facts: Facts) {
    this.store = store;
    this.pace = pace;
    this.facts = facts;
    this.#compose = this.#composer();
  }

  #composer(): ComposeOnce {
    const clock = { now: () => this.now };
    return composeOnce(postComposer({ matches: this.store.matches, factById: this.facts.byId, clock }));
  }

  /** Begins another process on the same store: what the one before had in memory is gone. */
  restart(): void {
    this.#compose = this.#composer();
  }

  static async open(pace = 15_000, facts: Facts = NO_FACTS): Promise<Newsroom> {
    return new Newsroom(await memoryStore(), pace, facts);
  }

  close(): Promise<void> {
    return this.store.close();
  }

  follow(channelId: string, hearing: Partial<Hearing> = {}, target: FollowTarget = { kind: 'match', id: MATCH.id }) {
    return this.store.subscriptions.follow({
      guildId: '1',
      channelId,
      target,
      ...EVERYTHING,
      ...hearing,
      createdAt: this.now,
    });
  }

  /** Takes a look in, with the clock at the feed's own moment, and posts what is due. */
  async look(...snapshots: Snapshot[]): Promise<Recorded> {
    this.now = Math.max(this.now, ...snapshots.map(({ at }) => at));
    const recorded = await recordLooks(this.store, snapshots, this.now, this.pace, this.facts.answersTo);
    await this.deliver();
    return recorded;
  }

  /** Lets time pass and posts what has become due. */
  async pass(ms: number): Promise<void> {
    this.now += ms;
    await this.deliver();
  }

  /** What a relay does, until nothing is due. */
  async deliver(): Promise<void> {
    const clock = { now: () => this.now };
    const doing = { transport: this.channels.transport, origin: 'test', compose: this.#compose, clock, log: SILENT };
    for (;;) {
      const due = await this.store.outbox.claim('test', 100, this.now, 1_000);
      if (due.length === 0) return;
      for (const delivery of due) {
        const attempt = await carryOut(delivery, doing);
        await settleDelivery(delivery, attempt, { outbox: this.store.outbox, random: () => 0, clock, log: SILENT });
      }
    }
  }
}
