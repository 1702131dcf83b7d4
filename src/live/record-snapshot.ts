import { detect } from '../match/detect.ts';
import type { Instant } from '../match/instant.ts';
import type { News } from '../match/news.ts';
import type { Snapshot } from '../match/snapshot.ts';
import type { NewDelivery } from '../outbox/delivery.ts';
import { type AudienceMember, audienceOf, targetsOf } from '../subscriptions/audience.ts';
import { freshUntil } from './freshness.ts';
import type { LiveStore } from './match-store.ts';

/**
 * Takes one snapshot in: in one transaction the match's new state, the news in it, and one delivery for each channel of
 * the audience, or, if the process dies, none of it. Returns the news.
 */
export async function recordSnapshot(store: LiveStore, snapshot: Snapshot, now: Instant): Promise<readonly News[]> {
  return store.transaction(async ({ matches, subscriptions, outbox }) => {
    const before = await matches.state(snapshot.match.id);
    // Another process has seen later ones: what is missing here has not been taken back.
    if (before && snapshot.at < before.snapshot.at) return [];
    const { state, news } = detect(before, snapshot, now);
    await matches.save(state);
    if (news.length === 0) return news;
    await matches.addNews(news);
    const audience = audienceOf(await subscriptions.to(targetsOf(snapshot.match)));
    await outbox.enqueue(deliveriesOf(news, audience), now);
    return news;
  });
}

function deliveriesOf(news: readonly News[], audience: readonly AudienceMember[]): readonly NewDelivery[] {
  return news.flatMap((item) =>
    audience.map(({ channelId, locale }) => ({
      key: `${item.id}@${channelId}`,
      channelId,
      subject: { kind: 'news', id: item.id },
      locale,
      notBefore: item.at,
      expiresAt: freshUntil(item),
    })),
  );
}
