import type { Services } from '../commands/services.ts';
import type { Feed } from './feed/feed.ts';
import { endOf, type Recording, snapshotAt } from './feed/recording.ts';
import { asKnown } from './match/as-known.ts';
import { detect } from './match/detect.ts';
import type { Instant } from './match/instant.ts';
import { replayedMatch } from './match/match.ts';
import type { Store } from './store/store.ts';
import { currentMatch } from './subscriptions/current-match.ts';

/** Which matches there are, how each stands, and which matters now. */
export type MatchesNow = Pick<Services['matches'], 'all' | 'state' | 'current'>;

export interface MatchesNowOptions {
  readonly store: Pick<Store, 'matches' | 'subscriptions'>;
  readonly feed: Pick<Feed, 'matches'>;
  readonly recordings: readonly Recording[];
  now(): Instant;
}

export function matchesNow({ store, feed, recordings, now }: MatchesNowOptions): MatchesNow {
  return {
    all: () => feed.matches(),
    /** As it was last seen; a match nobody follows is shown as it ended. */
    async state(matchId, when) {
      const seen = await store.matches.state(matchId);
      if (seen) {
        const then = when && (await store.matches.stateAt(matchId, now() - when.agoMs));
        return then ? asKnown(then, seen) : seen;
      }
      const recording = recordings.find(({ match }) => match.id === replayedMatch(matchId));
      return recording && detect(undefined, snapshotAt(recording, endOf(recording)), now()).state;
    },
    async current(serverId) {
      const followed = serverId ? (await store.subscriptions.inGuild(serverId)).map(({ target }) => target) : [];
      const phases = await store.matches.phases();
      const known = (await feed.matches()).map((match) => ({ match, phase: phases.get(match.id) }));
      return currentMatch(known, followed, now());
    },
  };
}
