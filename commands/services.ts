import type { Fact } from '../src/facts/fact.ts';
import type { FactLibrary } from '../src/facts/fact-library.ts';
import type { Instant } from '../src/match/instant.ts';
import type { Match } from '../src/match/match.ts';
import type { NameCandidate } from '../src/match/name-search.ts';
import type { MatchState } from '../src/match/state.ts';
import type { FixtureList } from '../src/messages/fixtures-message.ts';
import type { ReportView } from '../src/messages/report-message.ts';
import type { ScheduleStore } from '../src/schedule/schedule.ts';
import type { FollowOutcome } from '../src/subscriptions/follow-target.ts';
import type { Subscription, SubscriptionStore } from '../src/subscriptions/subscription.ts';

/** What commands may ask of the rest of Tifo; whoever starts the bot says who answers. */
export interface Services {
  readonly matches: MatchService;
  readonly facts: FactService;
  readonly follows: FollowService;
  readonly schedules: ScheduleService;
  /** Every club that Tifo knows, by id, with what else people call it. */
  readonly clubs: readonly NameCandidate[];
}

export interface MatchService {
  /** Every match known, earliest first. */
  all(): Promise<readonly Match[]>;
  /** How a match stands; undefined while no source can say. */
  state(matchId: string): Promise<MatchState | undefined>;
  /** The match that matters now to a server, or to somebody who is in none. */
  current(serverId: string | undefined): Promise<Match | undefined>;
  /** What a result meant; undefined where the results around it are not known. */
  report(state: MatchState): Promise<ReportView | undefined>;
  /** What is next, for a club (by id) or for all. */
  fixtures(clubId: string | undefined, now: Instant): Promise<FixtureList>;
}

export interface FactService extends Pick<FactLibrary, 'all' | 'ofMatch' | 'subjects' | 'about'> {
  /** The next fact of a deck, which is then dealt; a channel has a deck, and so has a reader. None when there are no facts. */
  next(deckOf: string, now: Instant): Promise<Fact | undefined>;
}

export interface FollowService extends Pick<SubscriptionStore, 'unfollow' | 'inGuild' | 'inChannel'> {
  follow(wish: Omit<Subscription, 'id' | 'paused'>): Promise<FollowOutcome>;
}

export type ScheduleService = Pick<ScheduleStore, 'set' | 'remove' | 'inChannel' | 'inGuild'>;
