import { type Clock, type Instant, MINUTE } from '../match/instant.ts';

/** How many channels are many. */
const MANY = 3;
/** Refusals of longer ago than this, in milliseconds, are not "at once". */
const AT_ONCE = 5 * MINUTE;
/** For how long, in milliseconds, refusing many can be Discord's own trouble; after that each channel counts by itself. */
const TROUBLE_LASTS = 30 * MINUTE;

/** What Discord said about channels lately. */
export interface ChannelAnswers {
  /** A channel was posted to. */
  took(channelId: string): void;
  /** A channel was refused, with a code of Discord's that says it cannot be posted to. */
  refused(channelId: string): void;
  /** Whether that is the channel's own affair, rather than Discord refusing most of what it is asked for a while. */
  isOwnAffair(channelId: string): boolean;
}

/**
 * Tells a channel that cannot be posted to from an outage in which Discord takes channels for unknown or forbidden:
 * then many are refused at once, and few or none are posted to.
 */
export function channelAnswers(clock: Clock): ChannelAnswers {
  /** By channel, the latest last: when it was posted to. */
  const taken = new Map<string, Instant>();
  /** By channel, the latest last: since when it is refused, and when it last was. */
  const refusals = new Map<string, { readonly since: Instant; readonly at: Instant }>();

  function forget(): void {
    const now = clock.now();
    for (const [channelId, at] of taken) {
      if (now - at <= AT_ONCE) break;
      taken.delete(channelId);
    }
    for (const [channelId, { at }] of refusals) {
      if (now - at <= AT_ONCE) break;
      refusals.delete(channelId);
    }
  }

  return {
    took(channelId) {
      refusals.delete(channelId);
      taken.delete(channelId);
      taken.set(channelId, clock.now());
      forget();
    },
    refused(channelId) {
      const now = clock.now();
      const since = refusals.get(channelId)?.since ?? now;
      taken.delete(channelId);
      refusals.delete(channelId);
      refusals.set(channelId, { since, at: now });
      forget();
    },
    isOwnAffair(channelId) {
      forget();
      if (refusals.size < MANY || refusals.size <= taken.size) return true;
      const since = refusals.get(channelId)?.since ?? clock.now();
      return clock.now() - since >= TROUBLE_LASTS;
    },
  };
}
