import type { NamedChannel } from './discord/find-channels.ts';
import type { Clock } from './match/instant.ts';
import { NEWS_GROUPS } from './match/news.ts';
import type { Store } from './store/store.ts';
import type { Hearing } from './subscriptions/subscription.ts';

const SEEDED = 'demo-seeded';

const EVERYTHING: Hearing = { locale: 'en', hears: NEWS_GROUPS, delayMs: 0, spoilers: 'show', thread: false };

/**
 * What the bot does in the sandbox unasked: it follows the derby in `#derby` and posts a fact a minute in `#facts`. Once
 * only, so that whoever unfollows there is not overruled by the next start.
 */
export async function seedDemo(
  store: Store,
  channels: readonly NamedChannel[],
  matchId: string,
  clock: Clock,
): Promise<void> {
  if (await store.settings.get(SEEDED)) return;
  const derby = channels.find(({ name }) => name === 'derby');
  const facts = channels.find(({ name }) => name === 'facts');
  const createdAt = clock.now();
  await store.transaction(async ({ subscriptions, schedules, settings }) => {
    if (derby) {
      const { guildId, channelId } = derby;
      await subscriptions.follow({
        guildId,
        channelId,
        target: { kind: 'match', id: matchId },
        ...EVERYTHING,
        createdAt,
      });
    }
    if (facts) {
      const { guildId, channelId } = facts;
      await schedules.set({
        guildId,
        channelId,
        kind: 'fact',
        cron: '* * * * *',
        timeZone: 'Europe/Rome',
        locale: 'en',
        createdAt,
      });
    }
    await settings.set(SEEDED, 'yes');
  });
}
