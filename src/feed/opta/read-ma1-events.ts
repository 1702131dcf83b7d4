import type { Card, Goal, MatchEvent } from '../../match/event.ts';
import type { Side } from '../../match/match.ts';
import type { Score } from '../../match/score.ts';
import { creditGoals } from '../credit-goals.ts';
import type { OnUnknown } from '../log-once.ts';
import { readRows } from '../read-rows.ts';
import { happened, inOrder, type Placed, place, type Timed } from './ma1-placed.ts';
import {
  cardShape,
  goalShape,
  type LiveData,
  missedPenaltyShape,
  penaltyShotShape,
  reviewShape,
  substituteShape,
} from './ma1-shapes.ts';
import { readDecision } from './read-decision.ts';
import { readMissedPenalties } from './read-ma1-penalties.ts';

export interface Ma1EventsOptions {
  readonly live: LiveData;
  readonly sideOf: (contestantId: string) => Side | undefined;
  /** Where the line-ups are there. */
  readonly sideOfPlayer: (playerId: string | undefined) => Side | undefined;
  readonly score: Score | undefined;
  readonly onUnknown: OnUnknown;
}

/** All that happened, in order. What is not known is passed over. */
export function readMa1Events(options: Ma1EventsOptions): readonly MatchEvent[] {
  const { live, onUnknown } = options;
  const of = <Row extends Timed>(rows: readonly Row[], read: (row: Row, side: Side) => MatchEvent | undefined) =>
    rows.flatMap((row): readonly Placed<MatchEvent>[] => {
      const side = options.sideOf(row.contestantId);
      const event = side && read(row, side);
      return event ? [place(row, event)] : [];
    });
  const placed = [
    ...readGoals(options),
    ...of(readRows(live.card ?? [], cardShape, 'card', onUnknown), (row, side) => {
      const colour = COLOURS[row.type.toUpperCase()];
      if (!colour) onUnknown('card', row.type);
      // A card without a player is a coach's.
      if (!colour || !row.playerName) return undefined;
      return { kind: 'card', ...happened(row), side, colour, player: { name: row.playerName } };
    }),
    ...of(readRows(live.substitute ?? [], substituteShape, 'substitute', onUnknown), (row, side) => ({
      kind: 'substitution',
      ...happened(row),
      side,
      ...(row.playerOnName && { on: { name: row.playerOnName } }),
      ...(row.playerOffName && { off: { name: row.playerOffName } }),
    })),
    ...readMissedPenalties(readRows(live.missedPen ?? [], missedPenaltyShape, 'missedPen', onUnknown), options.sideOf),
    ...of(readRows(live.VAR ?? [], reviewShape, 'VAR', onUnknown), (row, side) => {
      const decision = readDecision({ about: row.type, decision: row.decision, outcome: row.outcome });
      const player = row.playerName && { player: { name: row.playerName } };
      return decision && { kind: 'var-decision', ...happened(row), side, decision, ...player };
    }),
  ];
  return [...placed.sort(inOrder).map(({ event }) => event), ...readKicks(options)];
}

const COLOURS: Readonly<Record<string, Card['colour']>> = { YC: 'yellow', Y2C: 'second-yellow', RC: 'red' };
const MANNERS: Readonly<Record<string, Goal['manner']>> = { G: 'open-play', PG: 'penalty', OG: 'own-goal' };

function readGoals({ live, sideOf, sideOfPlayer, score, onUnknown }: Ma1EventsOptions): readonly Placed<Goal>[] {
  const listed = readRows(live.goal ?? [], goalShape, 'goal', onUnknown)
    .flatMap((row) => {
      const side = sideOf(row.contestantId);
      return side ? [{ ...place(row, row), side }] : [];
    })
    .sort(inOrder);
  const credited = creditGoals(
    listed.map(({ event: row, side }) => {
      const scorerPlaysFor = sideOfPlayer(row.scorerId);
      const { homeScore: home, awayScore: away } = row;
      return {
        isOwnGoal: row.type.toUpperCase() === 'OG',
        listedUnder: side,
        ...(scorerPlaysFor && { scorerPlaysFor }),
        ...(home !== undefined && away !== undefined && { scoreAfter: { home, away } }),
      };
    }),
    score,
  );
  return listed.flatMap(({ event: row, at, stamp }, index) => {
    const side = credited[index];
    const manner = MANNERS[row.type.toUpperCase()];
    if (!side || !manner) {
      onUnknown('goal', side ? row.type : 'an own goal of which it cannot be told for whom it counts');
      return [];
    }
    const event: Goal = {
      kind: 'goal',
      ...happened(row),
      side,
      manner,
      ...(row.scorerName && { scorer: { name: row.scorerName } }),
      ...(manner === 'open-play' && row.assistPlayerName && { assist: { name: row.assistPlayerName } }),
    };
    return [{ event, at, stamp }];
  });
}

/** In the order in which they are listed. */
function readKicks({ live, sideOf, onUnknown }: Ma1EventsOptions): readonly MatchEvent[] {
  return readRows(live.penaltyShot ?? [], penaltyShotShape, 'penaltyShot', onUnknown)
    .map((row, index) => ({ row, index }))
    .sort((a, b) => (a.row.timestamp ?? '').localeCompare(b.row.timestamp ?? '') || a.index - b.index)
    .flatMap(({ row }): readonly MatchEvent[] => {
      const side = sideOf(row.contestantId);
      const said = row.outcome ?? row.type ?? '';
      const scored = /^(scored|goal|g|psg)$/i.test(said);
      if (!scored && !/^(saved|missed|miss|post|psm|pss)$/i.test(said)) onUnknown('penaltyShot.outcome', said);
      else if (side) {
        return [{ kind: 'shoot-out-kick', side, scored, ...(row.playerName && { player: { name: row.playerName } }) }];
      }
      return [];
    });
}
