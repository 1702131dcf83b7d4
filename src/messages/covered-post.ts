import type { News } from '../match/news.ts';
import type { MatchState } from '../match/state.ts';
import { hasScore, matchLine } from './match-line.ts';
import { newsLine, newsPost } from './news-post.ts';
import { scoreAtPhase } from './phase-post.ts';
import type { Post } from './post.ts';
import { fixtureLine, formatScore } from './score-line.ts';
import { coveredLine, revealNewsButton } from './spoiler.ts';
import type { Texts } from './texts.ts';

/**
 * A piece of news of which nothing can be seen that tells how the match goes, until a reader asks. That a half is over
 * tells nothing; that extra time begins tells that the score is level.
 */
export function coveredPost(news: News, state: MatchState, say: Texts): Post {
  const post = newsPost(news, state, say);
  const reveal = revealNewsButton(news.matchId, news.id, say);
  const fixture = fixtureLine(state.snapshot.match, say);
  switch (news.kind) {
    case 'kick-off':
    case 'postponed':
    case 'cancelled':
    case 'line-ups':
      return post;
    case 'half-time':
    case 'second-half':
    case 'suspended':
    case 'resumed':
    case 'full-time':
    case 'result':
    case 'abandoned':
    case 'awarded': {
      if (post.isStruck) break;
      const open = say.phaseNews[news.kind]({ fixture, line: fixture, minute: undefined, ending: undefined });
      const { ending } = matchLine(state, state.score, say);
      const score = hasScore(state) ? formatScore(scoreAtPhase(news, state)) : '–';
      const told = news.kind === 'result' && ending ? `${score}, ${ending}` : score;
      return { content: coveredLine(open, told), buttons: [reveal, ...(post.buttons ?? [])] };
    }
    default:
  }
  return { content: coveredLine(say.covered.news(fixture), newsLine(news, state, say)), buttons: [reveal] };
}
