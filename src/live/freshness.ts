import { HOUR, type Instant, MINUTE } from '../match/instant.ts';
import type { News, Roundup } from '../match/news.ts';

/**
 * Until when a piece of news is worth hearing. It happened at some moment since the feed was last heard, so news found
 * after a long silence is stale from the start, all but how a match ended; a roundup is for what was missed.
 */
export function freshUntil(news: News | Roundup): Instant {
  return news.kind === 'roundup' ? news.at + HOUR : news.since + freshness(news);
}

function freshness(news: News): number {
  switch (news.kind) {
    case 'result':
    case 'abandoned':
    case 'awarded':
    case 'postponed':
    case 'cancelled':
      return 24 * HOUR;
    // A kick-off may be late without anybody saying so.
    case 'kick-off':
    case 'goal':
    case 'goal-disallowed':
    case 'goal-reinstated':
    case 'full-time':
    case 'line-ups':
      return 30 * MINUTE;
    default:
      return 10 * MINUTE;
  }
}
