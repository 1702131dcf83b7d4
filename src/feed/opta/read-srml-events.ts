import type { Card, MatchEvent, MissedPenalty } from '../../match/event.ts';
import { SIDES, type Side } from '../../match/match.ts';
import { readRows } from '../read-rows.ts';
import { readDecision } from './read-decision.ts';
import type { Squads } from './read-squads.ts';
import { readGoals } from './read-srml-goals.ts';
import { readKicks } from './read-srml-kicks.ts';
import { happened, inOrder, type Placed, place, type Timed } from './srml-placed.ts';
import { bookingShape, missedPenaltyShape, substitutionShape, varEventShape } from './srml-shapes.ts';
import type { SrmlSource } from './srml-source.ts';

/** The kinds of event that a file of one match tells. */
export const KINDS = [
  'goal',
  'missed-penalty',
  'card',
  'substitution',
  'var-decision',
  'shoot-out-kick',
] as const satisfies readonly MatchEvent['kind'][];

/** All that happened, in order. What is not known is passed over. */
export function readSrmlEvents(options: SrmlSource): readonly MatchEvent[] {
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
  { teams, squads, onUnknown }: SrmlSource,
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
