import { groupOf, type News } from '../match/news.ts';
import type { NewDelivery } from '../outbox/delivery.ts';
import type { AudienceMember } from '../subscriptions/audience.ts';

/** Whether a channel wishes to hear it: a roundup is made of what it wishes to hear. */
export function hears({ hears }: AudienceMember, news: News): boolean {
  const group = groupOf(news);
  return group === null || hears.includes(group);
}

/** The key of a post, unique for ever: what it is about, and the channel. */
export function keyOf(id: string, { channelId }: AudienceMember): string {
  return `${id}@${channelId}`;
}

/** What every delivery to a channel has in common. */
export function addressOf(member: AudienceMember) {
  const { channelId, locale, spoilers, delayMs } = member;
  return { channelId, variant: { locale, spoilers, delayMs } };
}

/** Where a match's posts stand in a channel that wants a thread for each. */
export function placeOf(matchId: string, member: AudienceMember): Pick<NewDelivery, 'inThread'> {
  return member.thread ? { inThread: threadKey(matchId, member) } : {};
}

/** The key of the post that opens a match's thread in a channel. */
export function threadKey(matchId: string, member: AudienceMember): string {
  return keyOf(`${matchId}/thread`, member);
}
