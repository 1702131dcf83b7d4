import type { Card, Goal, MatchEvent, MissedPenalty } from '../../match/event.ts';
import { SIDES, type Side } from '../../match/match.ts';
import { compareMinutes, type Minute } from '../../match/minute.ts';
import type { Score } from '../../match/score.ts';
import { creditGoals } from '../credit-goals.ts';
import type { OnUnknown } from '../log-once.ts';
import { minuteIn, minuteOf } from '../minute-of-play.ts';
import { readRows } from '../read-rows.ts';
import { readDecision } from './read-decision.ts';
import { readPeriod } from './read-period.ts';
import type { Squads } from './read-squads.ts';
import {
  bookingShape,
  goalShape,
  type MatchData,
  missedPenaltyShape,
  penaltyShotShape,
  substitutionShape,
  type TeamData,
  varEventShape,
} from './srml-shapes.ts';

/** The kinds of event that a file of one match tells. */
export const KINDS = [
  'goal',
  'missed-penalty',
  'card',
  'substitution',
  'var-decision',
  'shoot-out-kick',
] as const satisfies readonly MatchEvent['kind'][];

export interface SrmlEventsOptions {
  readonly data: MatchData;
  readonly teams: Readonly<Record<Side, TeamData>>;
  readonly squads: Squads;
  readonly score: Score | undefined;
  readonly onUnknown: OnUnknown;
}

interface Timed {
  readonly '@Time'?: string | undefined;
  readonly '@Min'?: number | undefined;
  readonly '@Sec'?: number | undefined;
  readonly '@Period'?: string | undefined;
  readonly '@TimeStamp'?: string | undefined;
}

/** An event with what it is put in order by. */
interface Placed<Event> {
  readonly event: Event;
  readonly at: Minute;
  readonly stamp: string;
}

/** All that happened, in order. What is not known is passed over. */
export function readSrmlEvents(options: SrmlEventsOptions): readonly MatchEvent[] {
  const { data, teams, squads, onUnknown } = options;
  const placed = SIDES.flatMap((side): readonly Placed<MatchEvent>[] => {
    const team = teams[side];
    return [
      ...readRows(team.MissedPenalty, missedPenaltyShape, 'MissedPenalty', onUnknown).map((row) =>
        place<MatchEvent>(row, missedPenalty(row, side, squads)),
      ),
      ...readRows(team.Booking, bookingShape, 'Booking', onUnknown).flatMap((row) => {
        const colour = colourOf(row['@CardType'], row['@Card']);
        if (!colour) onUnknown('Booking', `${row['@Card']} ${row['@CardType']}`);
        const player = squads.playerOf(row['@PlayerRef']);
        // A booking of nobody on the team sheet is a coach's.
        if (!colour || !player) return [];
        return [place<MatchEvent>(row, { kind: 'card', ...happened(row), side, colour, player })];
      }),
      ...readRows(team.Substitution, substitutionShape, 'Substitution', onUnknown).map((row) => {
        const on = squads.playerOf(row['@SubOn']);
        const off = squads.playerOf(row['@SubOff']);
        return place<MatchEvent>(row, {
          kind: 'substitution',
          ...happened(row),
          side,
          ...(on && { on }),
          ...(off && { off }),
        });
      }),
      ...reviews(team.VARData, side, options),
    ];
  });
  const all = [...readGoals(options), ...placed, ...reviews(data.VARData, undefined, options)];
  return [...all.sort(inOrder).map(({ event }) => event), ...readKicks(options)];
}

function readGoals({ teams, squads, score, onUnknown }: SrmlEventsOptions): readonly Placed<Goal>[] {
  const listed = SIDES.flatMap((side) =>
    readRows(teams[side].Goal, goalShape, 'Goal', onUnknown).map((row) => ({ ...place(row, row), side })),
  ).sort(inOrder);
  const credited = creditGoals(
    listed.map(({ event: row, side }) => {
      const scorerPlaysFor = squads.sideOf(row['@PlayerRef']);
      return {
        isOwnGoal: row['@Type'].toLowerCase().startsWith('own'),
        listedUnder: side,
        ...(scorerPlaysFor && { scorerPlaysFor }),
      };
    }),
    score,
  );
  return listed.flatMap(({ event: row, at, stamp }, index) => {
    const side = credited[index];
    const manner = mannerOf(row['@Type']);
    if (!side || !manner) {
      onUnknown('Goal', side ? row['@Type'] : 'an own goal of which it cannot be told for whom it counts');
      return [];
    }
    const scorer = squads.playerOf(row['@PlayerRef']);
    const assist =
      manner === 'open-play' ? squads.playerOf(row.Assist?.['@PlayerRef'] ?? row.Assist?.['#text']) : undefined;
    const event: Goal = {
      kind: 'goal',
      ...happened(row),
      side,
      manner,
      ...(scorer && { scorer }),
      ...(assist && { assist }),
    };
    return [{ event, at, stamp }];
  });
}

function mannerOf(type: string): Goal['manner'] | undefined {
  switch (type.toLowerCase()) {
    case 'goal':
      return 'open-play';
    case 'penalty':
      return 'penalty';
    case 'own':
    case 'owngoal':
    case 'own goal':
      return 'own-goal';
    default:
      return undefined;
  }
}

function missedPenalty(
  row: Timed & { readonly '@Type'?: string | undefined; readonly '@PlayerRef'?: string | undefined },
  side: Side,
  squads: Squads,
): MissedPenalty {
  const type = (row['@Type'] ?? '').toLowerCase();
  const player = squads.playerOf(row['@PlayerRef']);
  // `Missed` says no more than that it was.
  const outcome = type.startsWith('save') ? 'saved' : /^(post|woodwork|bar)/.test(type) ? 'woodwork' : undefined;
  return { kind: 'missed-penalty', ...happened(row), side, ...(outcome && { outcome }), ...(player && { player }) };
}

function colourOf(type = '', card = ''): Card['colour'] | undefined {
  switch (type.toLowerCase() || card.toLowerCase()) {
    case 'yellow':
      return 'yellow';
    case 'secondyellow':
      return 'second-yellow';
    case 'straightred':
    case 'red':
      return 'red';
    default:
      return undefined;
  }
}

function reviews(
  rows: readonly unknown[],
  under: Side | undefined,
  { teams, squads, onUnknown }: SrmlEventsOptions,
): readonly Placed<MatchEvent>[] {
  return readRows(rows, varEventShape, 'VAREvent', onUnknown).flatMap((row) => {
    const named = SIDES.find((side) => teams[side]['@TeamRef'] === row['@TeamRef']);
    const side = named ?? under ?? squads.sideOf(row['@PlayerRef']);
    const about = row['@Reason'] ?? row['@Type'];
    const decision = readDecision({ about, decision: row['@Decision'], outcome: row['@Outcome'] });
    if (!side || !decision) return [];
    const player = squads.playerOf(row['@PlayerRef']);
    return [
      place<MatchEvent>(row, { kind: 'var-decision', ...happened(row), side, decision, ...(player && { player }) }),
    ];
  });
}

/** Both sides' kicks, in the order in which they were taken. */
function readKicks({ teams, squads, onUnknown }: SrmlEventsOptions): readonly MatchEvent[] {
  const kicks = SIDES.flatMap((side) => {
    const { PenaltyShot, ShootOut } = teams[side];
    const rows = readRows(
      [...PenaltyShot, ...(ShootOut?.PenaltyShot ?? [])],
      penaltyShotShape,
      'PenaltyShot',
      onUnknown,
    );
    return rows.map((row, index) => ({ row, side, index }));
  });
  const order = (a: (typeof kicks)[number], b: (typeof kicks)[number]) =>
    (a.row['@EventNumber'] ?? 0) - (b.row['@EventNumber'] ?? 0) ||
    (a.row['@TimeStamp'] ?? '').localeCompare(b.row['@TimeStamp'] ?? '') ||
    a.index - b.index;
  return kicks.sort(order).map(({ row, side }) => {
    const player = squads.playerOf(row['@PlayerRef']);
    const scored = /^(scored|goal)$/i.test(row['@Outcome']);
    return { kind: 'shoot-out-kick', side, scored, ...(player && { player }) };
  });
}

function happened(row: Timed): { readonly minute?: Minute } {
  const minute = readMinute(row);
  return minute ? { minute } : {};
}

/** `Time` is the minute being played, `Min` those that are over; in added time both are counted on, or it is `45+2`. */
function readMinute(row: Timed): Minute | undefined {
  const period = readPeriod(row['@Period']);
  const [base, added] = (row['@Time'] ?? '').split('+');
  if (base && added) return minuteOf(Number(base), Number(added));
  const minute = base ? Number(base) : row['@Min'] === undefined ? undefined : row['@Min'] + 1;
  if (minute === undefined) return undefined;
  return period ? minuteIn(period, minute) : minuteOf(minute, undefined);
}

function place<Event>(row: Timed, event: Event): Placed<Event> {
  return { event, at: readMinute(row) ?? { base: 999 }, stamp: row['@TimeStamp'] ?? '' };
}

function inOrder(a: Placed<unknown>, b: Placed<unknown>): number {
  return compareMinutes(a.at, b.at) || a.stamp.localeCompare(b.stamp);
}
