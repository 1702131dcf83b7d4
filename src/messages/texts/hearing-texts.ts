import type { NewsGroup } from '../../match/news.ts';

/** What an admin may have to grant the bot: `threads` is to create public ones, `mention` to ping any role. */
export type Grant =
  | 'view'
  | 'send'
  | 'embed'
  | 'attach'
  | 'threads'
  | 'private-threads'
  | 'send-in-threads'
  | 'pin'
  | 'events'
  | 'mention';

/** A group of news, as a choice in a menu and within a sentence. */
export interface NewsGroupTexts {
  readonly label: string;
  readonly what: string;
  readonly within: string;
}

/** What is said about how a channel hears: which news, how late, and what that takes. */
export interface HearingTexts {
  readonly groups: Readonly<Record<NewsGroup, NewsGroupTexts>>;
  /** Above a menu of groups. */
  choose(label: string): string;
  /** All that will be posted, what cannot be chosen included. */
  posts(groups: readonly NewsGroup[]): string;
  /** The same in a few words, among settings. */
  news(groups: readonly NewsGroup[]): string;
  late(seconds: number): string;
  readonly lateMeans: string;
  readonly covered: string;
  readonly coveredMeans: string;
  readonly threads: string;
  /** `role` is a `<@&…>`. */
  pings(role: string): string;
  /** What will not come of it, for want of permissions. */
  noThreads(missing: readonly Grant[]): string;
  noPin(missing: readonly Grant[]): string;
  noEvents(missing: readonly Grant[]): string;
  noPing(role: string, missing: readonly Grant[]): string;
}
