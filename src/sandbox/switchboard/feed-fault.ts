/** What can go wrong with the feed of the match that is replayed, at the press of a button. */
export const FEED_FAULTS = [
  'var-takes-goal',
  'drops-and-recreates',
  'flickers',
  'goes-silent',
  'silent-until-the-end',
] as const;
export type FeedFault = (typeof FEED_FAULTS)[number];
