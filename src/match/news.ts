import type { Goal, MatchEvent, Substitution } from './event.ts';
import type { Instant } from './instant.ts';
import type { Score } from './score.ts';

interface Told {
  /** Unique for ever, and the same when the same change is found again: `MATCH/goal/goal-1`. */
  readonly id: string;
  readonly matchId: string;
  /** When the news was found, by our clock. */
  readonly at: Instant;
  /** When the feed was last heard before: what is told happened between `since` and `at`. */
  readonly since: Instant;
  /** The score once this had happened. */
  readonly score: Score;
}

/** A change of phase that is told. */
export type PhaseNewsKind =
  | 'kick-off'
  | 'half-time'
  | 'second-half'
  | 'extra-time'
  | 'extra-time-half-time'
  | 'extra-time-second-half'
  | 'shoot-out'
  | 'full-time'
  | 'result'
  | 'postponed'
  | 'cancelled'
  | 'suspended'
  | 'resumed'
  | 'abandoned'
  | 'awarded';

export interface PhaseNews extends Told {
  readonly kind: PhaseNewsKind;
  /** Of a full-time and a result: how many false whistles came before; where the state has more, it was one itself. */
  readonly falseWhistles?: number;
}

/**
 * A goal; that it was taken back; that it stands after all. A goal's details are corrected in its own post, and are no
 * news.
 */
export interface GoalNews extends Told {
  readonly kind: 'goal' | 'goal-disallowed' | 'goal-reinstated';
  readonly eventId: string;
  /** As it was known when this was found. */
  readonly goal: Goal;
}

/** The line-ups are out. */
export interface LineupsNews extends Told {
  readonly kind: 'line-ups';
}

type ToldEventKind = 'missed-penalty' | 'card' | 'chance' | 'shoot-out-kick';

export type EventNews = {
  readonly [Kind in ToldEventKind]: Told & {
    readonly kind: Kind;
    readonly eventId: string;
    readonly event: Extract<MatchEvent, { kind: Kind }>;
    /** Of a sending-off that was a booking first: the booking's news. Where that was posted, its post says this now. */
    readonly replaces?: string;
  };
}[ToldEventKind];

/** Substitutions found in one look, told together. */
export interface SubstitutionsNews extends Told {
  readonly kind: 'substitutions';
  /** As they were known when this was found. */
  readonly substitutions: readonly Substitution[];
  /** Which events they are; absent in news stored before this was kept. */
  readonly eventIds?: readonly string[];
}

/** What a change between two states of a match is worth telling. */
export type News = PhaseNews | GoalNews | LineupsNews | EventNews | SubstitutionsNews;

/**
 * Several pieces of news in one post: what a channel missed while Tifo was away or its source silent, or goals that fell
 * together in matches that it follows. It holds no more than which.
 */
export interface Roundup {
  readonly kind: 'roundup';
  readonly id: string;
  readonly why: 'away' | 'silent' | 'together';
  readonly at: Instant;
  readonly since: Instant;
  /** In the order in which they are told. */
  readonly newsIds: readonly string[];
}

/** What kinds of news a channel may choose among. How a match ends, or that it does not, everybody hears. */
export const NEWS_GROUPS = [
  'goals',
  'penalties',
  'red-cards',
  'yellow-cards',
  'substitutions',
  'chances',
  'phases',
  'line-ups',
  'facts',
  'card',
] as const;
export type NewsGroup = (typeof NEWS_GROUPS)[number];

/** What a channel hears that has not chosen. */
export const USUAL_NEWS: readonly NewsGroup[] = ['goals', 'penalties', 'red-cards', 'phases', 'line-ups', 'card'];

/**
 * The group that a piece of news belongs to; null for what everybody hears. (`card` is the live card and `facts` are what
 * follows news: neither is news.)
 */
export function groupOf(news: News): Exclude<NewsGroup, 'card' | 'facts'> | null {
  switch (news.kind) {
    case 'goal':
    case 'goal-disallowed':
    case 'goal-reinstated':
      return 'goals';
    case 'missed-penalty':
    case 'shoot-out-kick':
      return 'penalties';
    case 'card':
      return news.event.colour === 'yellow' ? 'yellow-cards' : 'red-cards';
    case 'substitutions':
      return 'substitutions';
    case 'chance':
      return 'chances';
    case 'line-ups':
      return 'line-ups';
    case 'result':
    case 'postponed':
    case 'cancelled':
    case 'suspended':
    case 'resumed':
    case 'abandoned':
    case 'awarded':
      return null;
    default:
      return 'phases';
  }
}
