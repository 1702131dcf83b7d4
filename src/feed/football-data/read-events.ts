import type { Card, Goal, MatchEvent, Player } from '../../match/event.ts';
import type { Side } from '../../match/match.ts';
import { compareMinutes, type Minute } from '../../match/minute.ts';
import type { Score } from '../../match/score.ts';
import { creditGoals } from '../credit-goals.ts';
import type { OnUnknown } from '../log-once.ts';
import { minuteOf } from '../minute-of-play.ts';
import { readRows } from '../read-rows.ts';
import { bookingShape, goalShape, type MatchShape, penaltyShape, substitutionShape } from './shapes.ts';

/** The kinds of event that a paid plan tells; a free one tells scores alone. */
export const KINDS = [
  'goal',
  'card',
  'substitution',
  'shoot-out-kick',
] as const satisfies readonly MatchEvent['kind'][];

export interface ReadEventsOptions {
  readonly match: MatchShape;
  readonly score: Score | undefined;
  readonly onUnknown: OnUnknown;
}

/** All that happened, in order. What is not known is passed over. */
export function readEvents(options: ReadEventsOptions): readonly MatchEvent[] {
  const { match, onUnknown } = options;
  const sideOf = sidesOf(match);
  const cards = readRows(match.bookings, bookingShape, 'bookings', onUnknown).flatMap((row): readonly MatchEvent[] => {
    const side = sideOf(row.team);
    const colour = COLOURS[row.card];
    if (!colour) onUnknown('bookings.card', row.card);
    const player = named(row.player);
    return side && colour ? [{ kind: 'card', ...happened(row), side, colour, ...(player && { player }) }] : [];
  });
  const changes = readRows(match.substitutions, substitutionShape, 'substitutions', onUnknown).flatMap(
    (row): readonly MatchEvent[] => {
      const side = sideOf(row.team);
      const [on, off] = [named(row.playerIn), named(row.playerOut)];
      return side ? [{ kind: 'substitution', ...happened(row), side, ...(on && { on }), ...(off && { off }) }] : [];
    },
  );
  return [...[...readGoals(options), ...cards, ...changes].sort(inOrder), ...readKicks(options)];
}

const COLOURS: Readonly<Record<string, Card['colour']>> = {
  YELLOW: 'yellow',
  YELLOW_RED: 'second-yellow',
  RED: 'red',
};
const MANNERS: Readonly<Record<string, Goal['manner']>> = { REGULAR: 'open-play', PENALTY: 'penalty', OWN: 'own-goal' };

function readGoals({ match, score, onUnknown }: ReadEventsOptions): readonly Goal[] {
  const sideOf = sidesOf(match);
  const listed = readRows(match.goals, goalShape, 'goals', onUnknown)
    .flatMap((row) => {
      const side = sideOf(row.team);
      return side ? [{ ...happened(row), row, side }] : [];
    })
    .sort(inOrder);
  const credited = creditGoals(
    listed.map(({ row, side }) => ({
      isOwnGoal: row.type === 'OWN',
      listedUnder: side,
      ...(row.score && { scoreAfter: row.score }),
    })),
    score,
  );
  return listed.flatMap(({ row, minute }, index): readonly Goal[] => {
    const side = credited[index];
    const manner = MANNERS[row.type ?? 'REGULAR'];
    if (!side || !manner) {
      onUnknown('goals', side ? String(row.type) : 'an own goal of which it cannot be told for whom it counts');
      return [];
    }
    const scorer = named(row.scorer);
    const assist = manner === 'open-play' ? named(row.assist) : undefined;
    return [
      {
        kind: 'goal',
        ...(minute && { minute }),
        side,
        manner,
        ...(scorer && { scorer }),
        ...(assist && { assist }),
      },
    ];
  });
}

function readKicks({ match, onUnknown }: ReadEventsOptions): readonly MatchEvent[] {
  if (match.score.duration !== 'PENALTY_SHOOTOUT' && match.status !== 'PENALTY_SHOOTOUT') return [];
  const sideOf = sidesOf(match);
  return readRows(match.penalties, penaltyShape, 'penalties', onUnknown).flatMap((row): readonly MatchEvent[] => {
    const side = sideOf(row.team);
    const player = named(row.player);
    return side ? [{ kind: 'shoot-out-kick', side, scored: row.scored, ...(player && { player }) }] : [];
  });
}

function sidesOf({ homeTeam, awayTeam }: MatchShape) {
  return (team: { readonly id?: number | null | undefined } | null | undefined): Side | undefined => {
    if (typeof team?.id !== 'number') return undefined;
    if (team.id === homeTeam.id) return 'home';
    return team.id === awayTeam.id ? 'away' : undefined;
  };
}

function named(person: { readonly name?: string | undefined } | null | undefined): Player | undefined {
  return person?.name ? { name: person.name } : undefined;
}

function happened(row: {
  readonly minute?: number | null | undefined;
  readonly injuryTime?: number | null | undefined;
}): { readonly minute?: Minute } {
  const minute = minuteOf(row.minute, row.injuryTime);
  return minute ? { minute } : {};
}

function inOrder(a: { readonly minute?: Minute }, b: { readonly minute?: Minute }): number {
  return compareMinutes(a.minute ?? { base: 999 }, b.minute ?? { base: 999 });
}
