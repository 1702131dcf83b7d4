import type { Card, MatchEvent } from './event.ts';
import { minutesApart } from './minute.ts';
import { comparePlayers } from './same-player.ts';
import type { TrackedEvent } from './state.ts';

/** In minutes of play: how far from a card its row may be once it is another: a review takes a moment. */
const NEAR = 2;

/**
 * Cards that are listed no more in the colour that is known, but in another: a second yellow whose red has come, a yellow
 * that VAR made a red. It is one card that became another. `missing` is what is known and has no report, `unknown` the
 * reports of nothing that is known.
 */
export function changedCards(
  missing: readonly TrackedEvent[],
  unknown: readonly MatchEvent[],
): ReadonlyMap<TrackedEvent, Card> {
  const changed = new Map<TrackedEvent, Card>();
  for (const tracked of missing) {
    const { event, stands } = tracked;
    if (!stands || event.kind !== 'card') continue;
    const taken = new Set<MatchEvent>(changed.values());
    const report = unknown.find((other) => other.kind === 'card' && !taken.has(other) && mayBecome(event, other));
    if (report?.kind === 'card') changed.set(tracked, report);
  }
  return changed;
}

function mayBecome(card: Card, other: Card): boolean {
  const isNear = card.minute && other.minute && minutesApart(card.minute, other.minute) <= NEAR;
  const isOfOne = card.side === other.side && comparePlayers(card.player, other.player) === 'same';
  return isNear === true && isOfOne && (card.colour === 'yellow') !== (other.colour === 'yellow');
}
