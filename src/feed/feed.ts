import type { MatchEvent } from '../match/event.ts';
import type { Match } from '../match/match.ts';
import type { Snapshot } from '../match/snapshot.ts';

/** Every kind of event that a feed may list. */
export const EVERY_KIND = [
  'goal',
  'missed-penalty',
  'penalty-awarded',
  'card',
  'substitution',
  'var-decision',
  'chance',
  'shoot-out-kick',
] as const satisfies readonly MatchEvent['kind'][];

/** What a feed can tell, so that several can complete each other and a reader knows what to expect. */
export interface Capabilities {
  /** The kinds of event it lists; none for a feed that knows scores alone. */
  readonly events: readonly MatchEvent['kind'][];
  readonly lineups: boolean;
  readonly statistics: boolean;
  /** How late it usually is, in seconds. */
  readonly delaySeconds: number;
}

/** How many calls a feed may still make, where its provider counts them. */
export interface CallBudget {
  readonly left: number;
  readonly ofDay: number;
}

/** What a feed is doing, for the operator and for whoever wonders why nothing comes. */
export interface FeedStatus {
  readonly name: string;
  readonly budget?: CallBudget;
  /** What went wrong last, absent while all is well. */
  readonly problem?: string;
  readonly lookEveryMs: number;
}

/** A source of snapshots. What it cannot say now it says as an expected failure, never by throwing. */
export interface Feed {
  readonly name: string;
  readonly capabilities: Capabilities;
  /** How long to wait between two looks, in milliseconds; it may change between looks. */
  readonly lookEveryMs: number;
  /** After how long without a good look readers are told that it is silent, in milliseconds. */
  readonly silentAfterMs: number;
  /** The matches this feed knows, earliest first. It answers from what it last heard, and asks again when that is old. */
  matches(): Promise<readonly Match[]>;
  /**
   * One look at each of the matches asked for; a match it cannot see now is left out. `channels` says in how many
   * channels a match is followed, by its id, for a feed whose calls are few.
   */
  look(matchIds: readonly string[], channels?: ReadonlyMap<string, number>): Promise<FeedLook>;
  status(): FeedStatus;
}

export type FeedLook =
  | {
      readonly ok: true;
      readonly snapshots: readonly Snapshot[];
      /** Whether it asked about some of the matches only: of the others, what it said last still stands. */
      readonly isPartial?: boolean;
    }
  | { readonly ok: false; readonly problem: string };
