import type { MatchEvent, VarDecision } from '../../match/event.ts';
import type { Side } from '../../match/match.ts';
import { kickPlace, type Score } from '../../match/score.ts';
import type { OnUnknown } from '../log-once.ts';
import { type CardReading, readCards } from './read-cards.ts';
import { readMinute } from './read-minute.ts';
import { readPlayer } from './read-player.ts';
import { isSubstitution, type Orientation } from './read-substitutions.ts';
import type { EventRow } from './shapes.ts';

/** The kinds of event that API-Football tells. */
export const KINDS = [
  'goal',
  'missed-penalty',
  'card',
  'substitution',
  'var-decision',
  'shoot-out-kick',
] as const satisfies readonly MatchEvent['kind'][];

export interface ReadEventsOptions {
  readonly rows: readonly EventRow[];
  readonly sideOf: (teamId: number | null | undefined) => Side | undefined;
  readonly substitutions: Orientation;
  /** The goals of the match as stated, once it is in the shoot-out or was decided by it. */
  readonly goalsBeforeShootOut?: Score;
  /** Told what was passed over, by where it stands. */
  readonly onUnknown: OnUnknown;
}

/** The events of a match in the order told, then the kicks of a shoot-out. What is not known is passed over. */
export function readEvents(options: ReadEventsOptions): readonly MatchEvent[] {
  const { rows, sideOf, onUnknown } = options;
  const isKick = kicksAmong(rows, options.goalsBeforeShootOut);
  const cards = readCards(rows);
  const events = rows.flatMap((row): readonly MatchEvent[] => {
    const side = sideOf(row.team.id);
    if (side === undefined) {
      onUnknown('events.team', String(row.team.id));
      return [];
    }
    const card = cards.get(row);
    if (card === 'told-by-another-row') return [];
    const event = isKick(row) ? readKick(row, side) : readRow(row, side, card, options.substitutions);
    if (!event) onUnknown('events', `${row.type} / ${row.detail ?? ''}`);
    return event ? [event] : [];
  });
  // Rows of kicks come reversed, or mixed.
  const kicks = events.filter((event) => event.kind === 'shoot-out-kick').sort((a, b) => kickPlace(a) - kickPlace(b));
  return [...events.filter(({ kind }) => kind !== 'shoot-out-kick'), ...kicks];
}

function readRow(
  row: EventRow,
  side: Side,
  card: CardReading | undefined,
  substitutions: Orientation,
): MatchEvent | undefined {
  const minute = readMinute(row.time);
  const player = readPlayer(row.player);
  const happened = { ...(minute && { minute }), side };
  if (isSubstitution(row)) {
    const other = readPlayer(row.assist);
    const [off, on] = substitutions === 'player-off' ? [player, other] : [other, player];
    return { kind: 'substitution', ...happened, ...(on && { on }), ...(off && { off }) };
  }
  switch (row.type.toLowerCase()) {
    case 'goal':
      return readGoal(row, happened);
    case 'card':
      if (!card || card === 'unknown' || card === 'told-by-another-row') return undefined;
      return { kind: 'card', ...happened, colour: card, ...(player && { player }) };
    case 'var': {
      const decision = readDecision(row.detail ?? '');
      return decision && { kind: 'var-decision', ...happened, decision, ...(player && { player }) };
    }
    default:
      return undefined;
  }
}

/** `team` is the side that benefits, of an own goal too. A missed penalty is told among the goals. */
function readGoal(row: EventRow, happened: Pick<MatchEvent, 'minute' | 'side'>): MatchEvent | undefined {
  const scorer = readPlayer(row.player);
  const assist = readPlayer(row.assist);
  const scored = { kind: 'goal', ...happened, ...(scorer && { scorer }) } as const;
  switch ((row.detail ?? '').toLowerCase()) {
    case 'normal goal':
      return { ...scored, manner: 'open-play', ...(assist && { assist }) };
    case 'penalty':
      return { ...scored, manner: 'penalty' };
    case 'own goal':
      return { ...scored, manner: 'own-goal' };
    case 'missed penalty':
      return { kind: 'missed-penalty', ...happened, ...(scorer && { player: scorer }) };
    default:
      return undefined;
  }
}

/** A kick's minute is 120, which is no minute of play, and its `extra` its number. */
function readKick(row: EventRow, side: Side): MatchEvent {
  const player = readPlayer(row.player);
  const number = row.time.extra ?? 0;
  const scored = (row.detail ?? '').toLowerCase() !== 'missed penalty';
  return { kind: 'shoot-out-kick', ...(number > 0 && { number }), side, scored, ...(player && { player }) };
}

/** Kicks are marked in the comments; where they are not, they are the penalties that the stated goals do not count. */
function kicksAmong(rows: readonly EventRow[], goals: Score | undefined): (row: EventRow) => boolean {
  const isGoal = (row: EventRow) => row.type === 'Goal' && row.detail !== 'Missed Penalty';
  const isMarked = (row: EventRow) => row.type === 'Goal' && /shoot-? ?out/i.test(row.comments ?? '');
  const listed = rows.filter((row) => isGoal(row) && !isMarked(row)).length;
  const tooMany = goals !== undefined && listed > goals.home + goals.away;
  return (row) => isMarked(row) || (tooMany && isLatePenalty(row));
}

function isLatePenalty(row: EventRow): boolean {
  return row.type === 'Goal' && /penalty$/i.test(row.detail ?? '') && (row.time.elapsed ?? 0) >= 120;
}

/** `Goal cancelled`, `Goal Disallowed - offside`, `Penalty confirmed`, `Card upgrade`, … */
function readDecision(detail: string): VarDecision['decision'] | undefined {
  const says = (pattern: RegExp) => pattern.test(detail);
  const isTakenAway = says(/cancel|disallow|overturn|rescind/i);
  const isGiven = says(/confirm|award|allowed/i);
  if (says(/card/i)) {
    if (says(/upgrade/i)) return 'card-upgraded';
    return isTakenAway ? 'card-cancelled' : undefined;
  }
  if (says(/penalty/i)) {
    if (isTakenAway || says(/not awarded/i)) return 'penalty-cancelled';
    // `Penalty confirmed` is said of one that only the review gave, too.
    return isGiven ? 'penalty-given' : undefined;
  }
  if (!says(/goal/i)) return undefined;
  if (isTakenAway || says(/not awarded/i)) return 'goal-cancelled';
  return isGiven ? 'goal-confirmed' : undefined;
}
