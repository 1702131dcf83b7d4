import type { Card, Goal, MatchEvent } from '../../match/event.ts';
import type { Side } from '../../match/match.ts';
import { compareMinutes, type Minute } from '../../match/minute.ts';
import type { Score } from '../../match/score.ts';
import { creditGoals } from '../credit-goals.ts';
import type { OnUnknown } from '../log-once.ts';
import { minuteIn } from '../minute-of-play.ts';
import { readRows } from '../read-rows.ts';
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
import { readPeriod } from './read-period.ts';

export interface Ma1EventsOptions {
  readonly live: LiveData;
  readonly sideOf: (contestantId: string) => Side | undefined;
  /** Where the line-ups are there. */
  readonly sideOfPlayer: (playerId: string | undefined) => Side | undefined;
  readonly score: Score | undefined;
  readonly onUnknown: OnUnknown;
}

interface Timed {
  readonly contestantId: string;
  readonly periodId?: number | undefined;
  readonly timeMin?: number | undefined;
  readonly timestamp?: string | undefined;
}

interface Placed<Event> {
  readonly event: Event;
  readonly at: Minute;
  readonly stamp: string;
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
    ...of(readRows(live.missedPen ?? [], missedPenaltyShape, 'missedPen', onUnknown), (row, side) => ({
      kind: 'missed-penalty',
      ...happened(row),
      side,
      ...(/^(ps|saved)/i.test(row.outcome ?? row.type ?? '') && { outcome: 'saved' }),
      ...(row.playerName && { player: { name: row.playerName } }),
    })),
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

/** `timeMin` is the minute being played, counted on in added time: 46 of period 1 is 45+1. */
function happened({ periodId, timeMin }: Timed): { readonly minute?: Minute } {
  const period = readPeriod(String(periodId ?? ''));
  const minute = period && timeMin !== undefined ? minuteIn(period, timeMin) : undefined;
  return minute ? { minute } : {};
}

function place<Event>(row: Timed, event: Event): Placed<Event> {
  return { event, at: happened(row).minute ?? { base: 999 }, stamp: row.timestamp ?? '' };
}

function inOrder(a: Placed<unknown>, b: Placed<unknown>): number {
  return compareMinutes(a.at, b.at) || a.stamp.localeCompare(b.stamp);
}
