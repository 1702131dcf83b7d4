import type { Instant } from '../match/instant.ts';
import { isLive } from '../match/phase.ts';
import { audienceOf, targetsOf } from '../subscriptions/audience.ts';
import { bringCardsUpToDate } from './cards.ts';
import type { LiveStore } from './match-store.ts';

/**
 * Says on the cards of live matches that nothing has been heard of them for too long. (That they are heard again, the next
 * snapshot says by itself.) Returns whether the relay has something to do.
 */
export async function noteSilence(
  store: LiveStore,
  matchIds: readonly string[],
  now: Instant,
  silentAfterMs: number,
): Promise<boolean> {
  let work = 0;
  for (const id of matchIds) {
    const seen = await store.matches.state(id);
    if (!seen || seen.silentSince !== undefined || !isLive(seen.snapshot.phase)) continue;
    if (now - seen.seenAt < silentAfterMs) continue;
    work += await store.transaction(async (tx) => {
      const before = await tx.matches.state(id);
      if (!before || before.seenAt !== seen.seenAt) return 0;
      const after = { ...before, silentSince: before.seenAt };
      await tx.matches.save(after);
      const audience = audienceOf(await tx.subscriptions.to(targetsOf(before.snapshot.match)));
      if (audience.some(({ delayMs }) => delayMs > 0)) await tx.matches.keepMoment(after, now);
      return bringCardsUpToDate(tx, { before, after, news: [], audience }, now, silentAfterMs);
    });
  }
  return work > 0;
}
