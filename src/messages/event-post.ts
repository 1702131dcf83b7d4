import type { EventNews } from '../match/news.ts';
import { scoreAfter } from '../match/running-score.ts';
import type { MatchState } from '../match/state.ts';
import { atMinute, eventSentence } from './event-sentence.ts';
import { tallyAfter } from './match-line.ts';
import { type Post, struck } from './post.ts';
import { scoreLine } from './score-line.ts';
import type { Texts } from './texts.ts';

/** An event that is no goal, as it is known now, in a line with the score; struck through where it does not stand. */
export function eventPost(news: EventNews, state: MatchState, say: Texts): Post {
  const { match } = state.snapshot;
  const tracked = state.events.find(({ id }) => id === news.eventId);
  const event = tracked?.event.kind === news.kind ? tracked.event : news.event;
  // Of an event without a minute nobody can tell which goals came after it.
  const score = tracked && event.minute ? scoreAfter(tracked.id, state) : news.score;
  const line = scoreLine(match, score);
  const standing =
    news.kind === 'shoot-out-kick' ? say.shootOut.level(scoreLine(match, tallyAfter(news, state))) : line;
  const content = atMinute(event.minute, `${eventSentence(event, match, line, say)} · ${standing}`);
  return tracked && !tracked.stands ? struck(content, say.disallowed.takenBack(tracked.byVar ?? false)) : { content };
}
