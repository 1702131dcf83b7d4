import type { AnswersTo } from '../facts/choose-answer.ts';
import { detect } from '../match/detect.ts';
import type { Instant } from '../match/instant.ts';
import type { News } from '../match/news.ts';
import type { Snapshot } from '../match/snapshot.ts';
import { isSettled, type MatchState } from '../match/state.ts';
import { type AudienceMember, audienceOf, targetsOf } from '../subscriptions/audience.ts';
import { bringCardsUpToDate } from './cards.ts';
import { deliveriesOf } from './deliveries.ts';
import type { LiveStore, LiveTransaction } from './match-store.ts';
import { revisePosts } from './revise-posts.ts';
import { roundupsOf } from './roundups.ts';

/** What a look did to one match. */
export interface Change {
  readonly before: MatchState | undefined;
  readonly after: MatchState;
  /** In the order in which it happened. */
  readonly news: readonly News[];
  readonly audience: readonly AudienceMember[];
}

/** What came of taking snapshots in. */
export interface Recorded {
  readonly news: readonly News[];
  /** Whether the relay has something to do. */
  readonly hasWork: boolean;
  /** Matches that are over for good. */
  readonly settled: readonly string[];
}

/**
 * Takes one look's snapshots in: in one transaction the matches' new states, the news in them, one delivery for each
 * channel of the audience, and what has to be mended in earlier posts; or, if the process dies, none of it. `paceMs` is
 * how far apart looks are; `answersTo` gives the facts that may follow news.
 */
export async function recordLooks(
  store: LiveStore,
  snapshots: readonly Snapshot[],
  now: Instant,
  paceMs: number,
  answersTo: AnswersTo = () => [],
): Promise<Recorded> {
  return store.transaction(async (tx) => {
    const changes: Change[] = [];
    for (const snapshot of snapshots) {
      const change = await takeIn(tx, snapshot, now);
      if (change) changes.push(change);
    }
    const roundups = roundupsOf(changes, now);
    await tx.matches.addNews([...changes.flatMap(({ news }) => news), ...roundups.map(({ roundup }) => roundup)]);
    const deliveries = await deliveriesOf(tx, changes, roundups, now, answersTo);
    let work = await tx.outbox.enqueue(deliveries, now);
    for (const change of changes) {
      work += await revisePosts(tx, change, now, answersTo);
      work += await bringCardsUpToDate(tx, change, now, paceMs);
    }
    return {
      news: changes.flatMap(({ news }) => news),
      hasWork: work > 0,
      settled: changes.filter(({ after }) => isSettled(after)).map(({ after }) => after.snapshot.match.id),
    };
  });
}

async function takeIn(
  { matches, subscriptions }: LiveTransaction,
  snapshot: Snapshot,
  now: Instant,
): Promise<Change | undefined> {
  const before = await matches.state(snapshot.match.id);
  // Another process has seen later ones: what is missing here has not been taken back.
  if (before && snapshot.at < before.snapshot.at) return undefined;
  const { state: after, news } = detect(before, snapshot, now);
  await matches.save(after);
  const audience = audienceOf(await subscriptions.to(targetsOf(snapshot.match)));
  if (audience.some(({ delayMs }) => delayMs > 0)) await matches.keepMoment(after, now);
  return { before, after, news, audience };
}
