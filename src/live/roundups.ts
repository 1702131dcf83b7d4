import { createHash } from 'node:crypto';
import { type Instant, MINUTE } from '../match/instant.ts';
import type { News, Roundup } from '../match/news.ts';
import type { AudienceMember } from '../subscriptions/audience.ts';
import { hears } from './address.ts';
import type { Change } from './record-looks.ts';

/** After so long without a look, or after its source was silent, a channel gets what it missed in one post. */
const AWAY = 5 * MINUTE;

/** A roundup for one channel, and the matches it is of. */
export interface ChannelRoundup {
  readonly roundup: Roundup;
  readonly member: AudienceMember;
  readonly matchIds: readonly string[];
}

/**
 * What is told in one post instead of several: what a channel missed while Tifo was away or its source silent, and goals
 * that fell at once in matches that it follows. How a match ended always has a post of its own.
 */
export function roundupsOf(changes: readonly Change[], now: Instant): readonly ChannelRoundup[] {
  return [...changes.flatMap((change) => whatWasMissed(change, now)), ...goalsTogether(changes, now)];
}

export function mentionOf(newsId: string): (roundup: Roundup) => boolean {
  return ({ newsIds }) => newsIds.includes(newsId);
}

/** Why what a look found has been missed; undefined where it is fresh. How long a silence is goes by the feed's own pace. */
function whyMissed({ before, news: [first] }: Change, now: Instant): 'away' | 'silent' | undefined {
  if (before?.silentSince !== undefined) return 'silent';
  return first !== undefined && now - first.since > AWAY ? 'away' : undefined;
}

function whatWasMissed(change: Change, now: Instant): readonly ChannelRoundup[] {
  const why = whyMissed(change, now);
  if (!why) return [];
  const matchIds = [change.after.snapshot.match.id];
  return change.audience.flatMap((member) => {
    const missed = change.news.filter((news) => hears(member, news) && !isAnEnd(news));
    return missed.length > 1 ? [{ roundup: roundup(why, missed), member, matchIds }] : [];
  });
}

function goalsTogether(changes: readonly Change[], now: Instant): readonly ChannelRoundup[] {
  const inChannel = new Map<string, { member: AudienceMember; goals: News[] }>();
  for (const change of changes) {
    if (whyMissed(change, now)) continue;
    for (const member of change.audience) {
      const goals = change.news.filter((news) => news.kind === 'goal' && hears(member, news));
      const known = inChannel.get(member.channelId) ?? { member, goals: [] };
      inChannel.set(member.channelId, { member, goals: [...known.goals, ...goals] });
    }
  }
  return [...inChannel.values()].flatMap(({ member, goals }) => {
    const matchIds = [...new Set(goals.map(({ matchId }) => matchId))];
    return matchIds.length > 1 ? [{ roundup: roundup('together', goals), member, matchIds }] : [];
  });
}

function isAnEnd({ kind }: News): boolean {
  return (
    kind === 'result' || kind === 'abandoned' || kind === 'awarded' || kind === 'postponed' || kind === 'cancelled'
  );
}

/** Channels that hear the same get the same roundup: its id is made of what it tells. */
function roundup(why: Roundup['why'], news: readonly News[]): Roundup {
  const newsIds = news.map(({ id }) => id);
  const hash = createHash('sha256').update(newsIds.join(' ')).digest('base64url').slice(0, 22);
  return {
    kind: 'roundup',
    id: `roundup/${hash}`,
    why,
    at: Math.max(...news.map(({ at }) => at)),
    since: Math.min(...news.map(({ since }) => since)),
    newsIds,
  };
}
