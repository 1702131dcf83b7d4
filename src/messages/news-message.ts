import type { News } from '../match/news.ts';
import type { MatchState } from '../match/state.ts';
import { compose } from './compose.ts';
import { coveredPost } from './covered-post.ts';
import type { MessageBody } from './message.ts';
import { newsPost } from './news-post.ts';
import { texts } from './texts.ts';
import type { View } from './view.ts';

/**
 * News as a post. `state` is the match as it stands now, which may be later than the news: a goal that was taken away
 * meanwhile is struck through, so composing its news again gives the post as it should now read.
 */
export function newsMessage(news: News, state: MatchState, view: View): MessageBody {
  const postOf = view.spoilers === 'hide' ? coveredPost : newsPost;
  return compose(postOf(news, state, texts(view.locale)));
}
