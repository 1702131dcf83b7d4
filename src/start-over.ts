import { forgetFaults } from './feeds.ts';
import { setMatchAside } from './live/set-match-aside.ts';
import type { Clock } from './match/instant.ts';
import type { SettingsStore, Store } from './store/store.ts';

const ASKED = 'start-over';

/** Has a match start over with the next start of the bot. A process that is killed before then changes nothing about it. */
export async function askToStartOver(settings: SettingsStore, matchId: string): Promise<void> {
  await settings.set(ASKED, matchId);
}

/**
 * Sets the match aside that is to start over, if one is, so that it is played from before its kick-off wherever it is
 * followed. Before anything runs: a relay or a follower at work would know the match as it was.
 */
export async function startOverIfAsked(store: Store, clock: Clock): Promise<void> {
  await store.transaction(async (tx) => {
    const matchId = await tx.settings.get(ASKED);
    if (!matchId) return;
    await setMatchAside(tx, matchId, clock.now());
    await forgetFaults(tx.settings, matchId);
    await tx.settings.set(ASKED, '');
  });
}
