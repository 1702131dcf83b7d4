import type { Instant } from '../../match/instant.ts';
import type { Match } from '../../match/match.ts';
import type { Snapshot } from '../../match/snapshot.ts';
import type { Catalogue, CatalogueCompetition } from '../catalogue.ts';
import type { GivenTeam } from '../club-book.ts';
import type { OnUnknown } from '../log-once.ts';

/** What one file says of one match. */
export interface OptaAccount {
  /** A file of one match tells of what happens in it; a list of fixtures knows dates and scores. */
  readonly from: 'match' | 'fixtures';
  readonly match: Match;
  /** When Opta wrote it; absent where the file does not say. */
  readonly writtenAt?: Instant;
  /** Set where it says that the match is on, and not in which half. */
  readonly isOnSomehow?: true;
  readonly told: Omit<Snapshot, 'match' | 'at'>;
}

/** What a reader of files needs to know. */
export interface ReadingContext {
  readonly catalogue: Catalogue;
  /** Those that are followed. */
  readonly competitions: readonly CatalogueCompetition[];
  readonly onUnknown: OnUnknown;
}

/** A team of the older feeds, whose references are its number and a letter: `t127`. */
export function srmlTeam(reference: string, name: string): GivenTeam {
  return { provider: 'opta', code: reference.replace(/^t/, ''), name };
}
