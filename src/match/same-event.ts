import type { MatchEvent, Player } from './event.ts';
import { playerSide, protagonist } from './event.ts';
import { minutesApart } from './minute.ts';
import type { TrackedEvent } from './state.ts';

/** Above this, two reports are of two events. */
const TOO_FAR = 10;

/**
 * How unlike two reports are, 0 being the same; infinite when they cannot be of one event. Feeds correct minutes,
 * scorers and even whether a goal was an own goal, so no single field decides.
 */
function distance(known: MatchEvent, reported: MatchEvent): number {
  if (known.kind !== reported.kind) return Number.POSITIVE_INFINITY;
  const kind = known.kind;
  // A goal is corrected in place; a man is not booked or replaced "instead of" another.
  const whoIsIdentity = kind === 'card' || kind === 'substitution' || kind === 'chance' || kind === 'shoot-out-kick';
  const players = comparePlayers(protagonist(known), protagonist(reported));
  if (whoIsIdentity && players === 'different') return Number.POSITIVE_INFINITY;
  const sameTeam = known.side === reported.side || playerSide(known) === playerSide(reported);
  if (!sameTeam) return Number.POSITIVE_INFINITY;
  const minutes =
    known.minute && reported.minute ? minutesApart(known.minute, reported.minute) : kind === 'shoot-out-kick' ? 0 : 2;
  const player = players === 'same' ? 0 : players === 'unknown' ? 2 : 5;
  return minutes + player + (known.side === reported.side ? 0 : 3);
}

function comparePlayers(a: Player | undefined, b: Player | undefined): 'same' | 'different' | 'unknown' {
  if (!a || !b) return 'unknown';
  return a.name === b.name || (a.fullName !== undefined && a.fullName === b.fullName) ? 'same' : 'different';
}

export interface Pairing {
  /** Each reported event with the tracked one it is a report of, in the order reported. */
  readonly reported: readonly { readonly event: MatchEvent; readonly known?: TrackedEvent }[];
  /** Tracked events that nobody reports any more. */
  readonly unreported: readonly TrackedEvent[];
}

/** Pairs what a feed reports with what is known, nearest pairs first, each event at most once. */
export function pairEvents(known: readonly TrackedEvent[], reported: readonly MatchEvent[]): Pairing {
  const candidates = known.flatMap((tracked) =>
    reported.map((event, index) => ({ tracked, index, distance: distance(tracked.event, event) })),
  );
  // An event that stands is the likelier match of two that are equally near.
  candidates.sort((a, b) => a.distance - b.distance || Number(b.tracked.stands) - Number(a.tracked.stands));
  const knownOf = new Map<number, TrackedEvent>();
  const taken = new Set<TrackedEvent>();
  for (const { tracked, index, distance } of candidates) {
    if (distance > TOO_FAR) break;
    if (knownOf.has(index) || taken.has(tracked)) continue;
    knownOf.set(index, tracked);
    taken.add(tracked);
  }
  return {
    reported: reported.map((event, index) => {
      const tracked = knownOf.get(index);
      return tracked ? { event, known: tracked } : { event };
    }),
    unreported: known.filter((tracked) => !taken.has(tracked)),
  };
}
