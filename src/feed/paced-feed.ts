import type { Log } from '../log.ts';
import { type Clock, type Instant, MINUTE } from '../match/instant.ts';
import type { Match } from '../match/match.ts';
import type { Snapshot } from '../match/snapshot.ts';
import type { Feed, FeedLook } from './feed.ts';

/** A look that has taken this long is given up, so that the next can begin. */
const GIVEN_UP_AFTER = MINUTE;

/** What a feed said of a match last. */
export interface Heard {
  readonly at: Instant;
  /** Counts the feed's looks, so that one is not taken for two. */
  readonly turn: number;
  readonly snapshot: Snapshot;
}

/** A feed that is looked at no faster than it says, whoever asks, and that nobody waits for twice. */
export class PacedFeed {
  readonly feed: Feed;
  readonly #clock: Clock;
  readonly #log: Log;
  #list: readonly Match[] = [];
  #isListed = false;
  #listing: Promise<void> | undefined;
  #heardAt: Instant | undefined;
  /** By the id the match has in this feed. */
  #heard: ReadonlyMap<string, Heard> = new Map();
  #problem: string | undefined;
  #turn = 0;
  #startedAt: Instant | undefined;
  #underWay = false;

  constructor(feed: Feed, clock: Clock, log: Log) {
    this.feed = feed;
    this.#clock = clock;
    this.#log = log;
  }

  /** What went wrong last; undefined while it answers. */
  get problem(): string | undefined {
    return this.#problem;
  }

  get isUnderWay(): boolean {
    return this.#underWay;
  }

  /** The matches it named last. */
  get list(): readonly Match[] {
    return this.#list;
  }

  /** Asks what matches there are. Resolves with the answer, or at once where an earlier one is there and another awaited. */
  async refresh(): Promise<void> {
    if (this.#listing) return this.#isListed ? undefined : this.#listing;
    this.#listing = this.feed.matches().then(
      (list) => {
        this.#list = list;
        this.#isListed = true;
      },
      (error: unknown) =>
        this.#log.error({ err: error, feed: this.feed.name }, 'a feed broke while it was asked for matches'),
    );
    await this.#listing;
    this.#listing = undefined;
  }

  /** Looks, if it is time and no look is under way, and resolves with that look. */
  async look(matchIds: readonly string[], channels: ReadonlyMap<string, number>): Promise<void> {
    const now = this.#clock.now();
    if (this.dueIn() > 0 || (this.#underWay && now - (this.#startedAt ?? now) < GIVEN_UP_AFTER)) return;
    this.#startedAt = now;
    this.#underWay = true;
    const turn = ++this.#turn;
    const look = await this.#ask(matchIds, channels);
    if (turn !== this.#turn) return;
    this.#underWay = false;
    this.#take(look, turn);
  }

  /** In how many milliseconds the next look may begin. */
  dueIn(): number {
    if (this.#startedAt === undefined) return 0;
    return Math.max(0, this.#startedAt + this.feed.lookEveryMs - this.#clock.now());
  }

  /** Whether its last look was good, and not so long ago that it says nothing of the present. */
  get isHeard(): boolean {
    return this.#heardAt !== undefined && this.#isRecent(this.#heardAt);
  }

  /** What it said of a match last; undefined where it cannot see it now, or its last look failed or was too long ago. */
  heard(matchId: string): Heard | undefined {
    const heard = this.#heard.get(matchId);
    return heard && this.#isRecent(heard.at) ? heard : undefined;
  }

  #isRecent(at: Instant): boolean {
    return this.#clock.now() - at <= Math.max(this.feed.silentAfterMs, 2 * this.feed.lookEveryMs);
  }

  async #ask(matchIds: readonly string[], channels: ReadonlyMap<string, number>): Promise<FeedLook> {
    try {
      return await this.feed.look(matchIds, channels);
    } catch (error) {
      this.#log.error({ err: error, feed: this.feed.name }, 'a feed broke; the others go on');
      return { ok: false, problem: 'it broke; the log has more' };
    }
  }

  #take(look: FeedLook, turn: number): void {
    const { name } = this.feed;
    if (look.ok) {
      if (this.#problem) this.#log.info({ feed: name }, 'the feed answers again');
      this.#problem = undefined;
      const at = this.#clock.now();
      const standing = look.isPartial ? [...this.#heard].filter(([, heard]) => this.#isRecent(heard.at)) : [];
      const fresh = look.snapshots.map((snapshot) => [snapshot.match.id, { at, turn, snapshot }] as const);
      this.#heardAt = at;
      this.#heard = new Map([...standing, ...fresh]);
      return;
    }
    if (this.#problem !== look.problem) {
      this.#log.warn({ feed: name, problem: look.problem }, 'a feed could not be read; the others go on');
    }
    this.#problem = look.problem;
    this.#heardAt = undefined;
    this.#heard = new Map();
  }
}
