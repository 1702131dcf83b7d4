import type { Fact } from '../src/facts/fact.ts';
import type { FactLibrary } from '../src/facts/fact-library.ts';
import type { MeetingsRequest } from '../src/facts/meetings.ts';
import type { PointsOver } from '../src/facts/points-over.ts';
import type { Season } from '../src/facts/season.ts';
import type { NoTable, SeasonTable, TableRequest } from '../src/facts/season-table.ts';
import type { Locale } from '../src/locale.ts';
import type { Instant } from '../src/match/instant.ts';
import type { Match } from '../src/match/match.ts';
import type { NameCandidate } from '../src/match/name-search.ts';
import type { MatchState } from '../src/match/state.ts';
import type { FixtureList } from '../src/messages/fixtures-message.ts';
import type { SourceStatus } from '../src/messages/following-message.ts';
import type { MeetingsView } from '../src/messages/head-to-head-message.ts';
import type { MessageBody } from '../src/messages/message.ts';
import type { ReportView } from '../src/messages/report-message.ts';
import type { TableView } from '../src/messages/table-message.ts';
import type { View } from '../src/messages/view.ts';
import type { WorkingView } from '../src/messages/working-message.ts';
import type { QuizService as Quizzes } from '../src/quiz/play-quizzes.ts';
import type { ScheduleStore } from '../src/schedule/schedule.ts';
import type { FollowOutcome } from '../src/subscriptions/follow-target.ts';
import type { Subscription, SubscriptionStore } from '../src/subscriptions/subscription.ts';

/** What commands may ask of the rest of Tifo; whoever starts the bot says who answers. */
export interface Services {
  readonly matches: MatchService;
  readonly tables: TableService;
  readonly facts: FactService;
  readonly follows: FollowService;
  readonly schedules: ScheduleService;
  readonly quiz: QuizService;
  readonly replays: ReplayService;
  readonly feed: FeedService;
  /** Every club that Tifo knows, by id, with what else people call it. */
  readonly clubs: readonly NameCandidate[];
}

export interface MatchService {
  /** Every match known, earliest first. */
  all(): Promise<readonly Match[]>;
  /** How a match stands, or stood `agoMs` ago by our clock; undefined while no source can say. */
  state(matchId: string, when?: { readonly agoMs: number }): Promise<MatchState | undefined>;
  /** The post of a piece of news or a roundup as it should read now; undefined when it is known no more. */
  told(newsId: string, view: View): Promise<MessageBody | undefined>;
  /** The match that matters now to a server, or to somebody who is in none. */
  current(serverId: string | undefined): Promise<Match | undefined>;
  /** What a result meant; undefined where the results around it are not known. */
  report(state: MatchState): Promise<ReportView | undefined>;
  /** What is next, for a club (by id) or for all. */
  fixtures(clubId: string | undefined, now: Instant): Promise<FixtureList>;
}

/** What the results say that Tifo carries; none of it knows results later than `now`. */
export interface TableService {
  /** The competitions whose results are carried, by id. */
  readonly competitions: readonly NameCandidate[];
  /** The seasons of a competition that are carried, earliest first. */
  seasons(competition: string, now: Instant): Promise<readonly Season[]>;
  /** The table that a reader means who names none, with the clubs that it is about; undefined when nothing is carried. */
  usual(
    serverId: string | undefined,
    now: Instant,
  ): Promise<{ readonly request: TableRequest; readonly clubs: readonly string[] } | undefined>;
  table(
    request: TableRequest,
    now: Instant,
  ): Promise<{ readonly ok: true; readonly table: Omit<TableView, 'marked'> } | ({ readonly ok: false } & NoTable)>;
  /** How clubs of a table came by their points, game by game. */
  pointsOver(table: SeasonTable, clubs: readonly string[]): readonly PointsOver[];
  /** Undefined when there is no result at all since the season asked for. */
  meetings(request: MeetingsRequest, now: Instant): Promise<MeetingsView | undefined>;
}

export interface FactService extends Pick<FactLibrary, 'subjects' | 'about' | 'knows'> {
  /** All there is to tell in turns to a server, or to somebody who is in none. */
  deck(serverId: string | undefined): Promise<readonly Fact[]>;
  /** The next fact of a deck, which is then dealt; a channel has a deck, and so has a reader. None when there are no facts. */
  next(deckOf: string, serverId: string | undefined, now: Instant): Promise<Fact | undefined>;
  /** A match's own facts, as far as the match has got; undefined of a match that nobody knows. */
  ofMatch(matchId: string): Promise<{ readonly match: Match; readonly facts: readonly Fact[] } | undefined>;
  /** A fact with what it is computed from: `none` where it was not computed, `withdrawn` where it does not hold any more. */
  working(factId: string): WorkingView | 'none' | 'withdrawn';
}

export interface FollowService extends Pick<SubscriptionStore, 'hear' | 'unfollow' | 'inGuild' | 'inChannel'> {
  /** The clubs and competitions that can be followed, whether or not they play these days. */
  known(): { readonly clubs: readonly NameCandidate[]; readonly competitions: readonly NameCandidate[] };
  follow(wish: Omit<Subscription, 'id' | 'paused'>): Promise<FollowOutcome>;
}

/** One a channel of each kind. */
export type ScheduleService = Pick<ScheduleStore, 'set' | 'remove' | 'inChannel' | 'inGuild'>;

export interface QuizService extends Quizzes {
  /** The clubs that questions can be asked about: those whose results are carried. */
  readonly clubs: readonly NameCandidate[];
}

/** A recorded match that a reader wishes to see played. */
export interface ReplayWish {
  readonly guildId: string;
  /** Where the thread is to be opened. */
  readonly channelId: string;
  readonly userId: string;
  readonly matchId: string;
  /** Recorded minutes in one of ours. */
  readonly speed: number;
  readonly locale: Locale;
}

export type ReplayStart =
  | { readonly ok: true; readonly threadId: string }
  /** `too-many`: the reader has one running, or the server as many as it may. `refused`: Discord would not, for another reason. */
  | { readonly ok: false; readonly reason: 'no-permission' | 'too-many' | 'refused' };

export interface ReplayService {
  /** The matches that can be replayed, the one offered first first. */
  recorded(): readonly Match[];
  /** Plays a match from its beginning into a private thread of its own. */
  start(wish: ReplayWish): Promise<ReplayStart>;
}

export interface FeedService {
  /** Where news comes from, and how each source is doing. */
  status(): readonly SourceStatus[];
}
