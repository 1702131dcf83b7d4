import { outcomeFor, type Result } from '../../../../match/result.ts';
import { rowsOf } from '../../../../match/streak.ts';
import type { Statement } from '../../finding.ts';
import type { Pair } from './pair.ts';

/** What meetings can have in common. */
export type InCommon = Extract<Statement, { kind: 'meetings-in-a-row' }>['of'];

/** What may be true of a meeting; `club` where it is of one of the two. */
export interface Common {
  readonly of: InCommon;
  readonly club?: string;
  readonly is: (result: Result) => boolean;
  /** What says as much and more, of as many meetings. */
  readonly narrower: readonly InCommon[];
}

/** Meetings one after the other that have something in common. */
export interface Row {
  readonly common: Common;
  readonly results: readonly Result[];
}

/** All that may be true of the meetings of two. */
export function commonsOf({ clubs }: Pair): readonly Common[] {
  const isDrawn = ({ score }: Result) => score.home === score.away;
  return [
    { of: 'drawn', is: isDrawn, narrower: ['goalless'] },
    { of: 'decided', is: (result) => !isDrawn(result), narrower: ['won'] },
    { of: 'both-scored', is: ({ score }) => score.home > 0 && score.away > 0, narrower: [] },
    { of: 'goalless', is: ({ score }) => score.home === 0 && score.away === 0, narrower: [] },
    ...clubs.flatMap((club): readonly Common[] => [
      { of: 'won', club, is: (result) => outcomeFor(result, club) === 'won', narrower: [] },
      {
        of: 'unbeaten',
        club,
        is: (result) => outcomeFor(result, club) !== 'lost',
        narrower: ['won', 'drawn', 'goalless'],
      },
    ]),
  ];
}

/** The rows of one kind among meetings, earliest first. Of the first meeting that is carried nobody knows what came before it. */
export function rowsIn(meetings: readonly Result[], { is }: Common) {
  return rowsOf(meetings, is).map((results) => ({ results, isCertain: results[0] !== meetings[0] }));
}

/** What sets a row apart in a key: `decided`, `won/inter`. */
export function keyOfCommon({ of, club }: Common): string {
  return club === undefined ? of : `${of}/${club}`;
}

/** Rows that tell much the same: who beats whom, whether there are winners, whether there are goals. */
export function themeOfCommon({ of, club }: Common): string {
  if (club !== undefined) return club;
  return of === 'drawn' || of === 'decided' ? 'draws' : 'goals';
}

/** Leaves out what says less of the same meetings. */
export function mostTelling(rows: readonly Row[]): readonly Row[] {
  return rows.filter(
    ({ common, results }) =>
      !rows.some((other) => common.narrower.includes(other.common.of) && isSame(other.results, results)),
  );
}

function isSame(one: readonly Result[], other: readonly Result[]): boolean {
  return one.length === other.length && one.at(-1) === other.at(-1);
}
