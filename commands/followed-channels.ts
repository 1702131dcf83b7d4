import type { NameCandidate } from '../src/match/name-search.ts';
import { groupBy } from '../src/messages/group-by.ts';
import { texts } from '../src/messages/texts.ts';
import type { Context } from './context.ts';
import { followedInServer, targetName } from './targets.ts';

/**
 * The server's channels that follow something, those that are paused first, each by its id: Discord tells a bot no more
 * of a channel that is gone. Why it is paused and what it follows stand beside it.
 */
export async function channelNames(context: Context): Promise<readonly NameCandidate[]> {
  const { pause } = texts(context.reader.locale);
  const channels = groupBy(await followedInServer(context), ({ channelId }) => channelId).map(async (followed) => {
    const [first] = followed;
    const reason = followed.find(({ paused }) => paused)?.paused?.reason;
    const names = await Promise.all(followed.map(({ target }) => targetName(target, context)));
    const label = [reason && pause[reason], first?.channelId, names.join(', ')].filter(Boolean).join(' · ');
    return { value: first?.channelId ?? '', label, isPaused: reason !== undefined };
  });
  const found = await Promise.all(channels);
  return found.toSorted((a, b) => Number(b.isPaused) - Number(a.isPaused));
}
