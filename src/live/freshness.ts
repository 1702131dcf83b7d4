import { HOUR, type Instant, MINUTE } from '../match/instant.ts';
import type { News } from '../match/news.ts';

/**
 * Until when a piece of news is worth hearing. It happened at some moment since the feed was last heard, so news found
 * after a long silence is stale from the start, all but the result: nobody wants the goals of last night one by one.
 */
export function freshUntil(news: News): Instant {
  return news.since + freshness(news);
}

function freshness(news: News): number {
  switch (news.kind) {
    case 'result':
    case 'abandoned':
    case 'awarded':
    case 'postponed':
      return 24 * HOUR;
    case 'goal':
    case 'goal-corrected':
    case 'goal-disallowed':
    case 'full-time':
      return 30 * MINUTE;
    default:
      return 10 * MINUTE;
  }
}
