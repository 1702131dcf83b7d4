import type { Side } from '../../match/match.ts';
import type { Score } from '../../match/score.ts';
import type { OnUnknown } from '../log-once.ts';
import type { Squads } from './read-squads.ts';
import type { MatchData, TeamData } from './srml-shapes.ts';

/** What a file's events are read from. */
export interface SrmlSource {
  readonly data: MatchData;
  readonly teams: Readonly<Record<Side, TeamData>>;
  readonly squads: Squads;
  readonly score: Score | undefined;
  readonly onUnknown: OnUnknown;
}
