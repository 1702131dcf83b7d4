import type { Match } from '../match/match.ts';
import type { Snapshot } from '../match/snapshot.ts';

/** A source of snapshots. What it cannot say now it says as an expected failure, never by throwing. */
export interface Feed {
  readonly name: string;
  /** How long to wait between two looks, in milliseconds. */
  readonly lookEveryMs: number;
  /** The matches this feed knows, earliest first. */
  matches(): Promise<readonly Match[]>;
  /** One look at each of the matches asked for; a match it cannot see now is left out. */
  look(matchIds: readonly string[]): Promise<FeedLook>;
}

export type FeedLook =
  | { readonly ok: true; readonly snapshots: readonly Snapshot[] }
  | { readonly ok: false; readonly problem: string };
