import { formatMinute } from '../match/minute.ts';
import type { GoalNews } from '../match/news.ts';
import { scoreAfter } from '../match/running-score.ts';
import type { MatchState } from '../match/state.ts';
import { isTrackedGoal, type TrackedGoal } from '../match/tracked-goal.ts';
import { LIVE } from './colour.ts';
import { clean } from './escape.ts';
import { atMinute } from './event-sentence.ts';
import { type Post, struck } from './post.ts';
import { clubName, competitionLine, scoreLine } from './score-line.ts';
import { goalsUntil, scorerLines, scorerOf } from './scorers.ts';
import type { GoalWords } from './texts/match-texts.ts';
import type { Texts } from './texts.ts';

/** A goal as it is known now, with the scorers until then; struck through and explained where it does not stand. */
export function goalPost(news: GoalNews, state: MatchState, say: Texts): Post {
  const { match } = state.snapshot;
  const tracked = trackedGoal(news, state);
  const goal = tracked?.event ?? news.goal;
  const score = tracked ? scoreAfter(tracked.id, state) : news.score;
  const content = atMinute(
    goal.minute,
    say.event.goal(scoreLine(match, score), clubName(match, goal.side), scorerOf(goal, say)),
  );
  const footer = { text: clean(competitionLine(match, say), 200) };
  if (tracked && !tracked.stands) return struck(content, say.disallowed.title(tracked.byVar ?? false), { footer });
  const scorers = tracked ? scorerLines(match, goalsUntil(tracked, state), say) : [];
  return { content, embed: { ...(scorers.length > 0 && { description: scorers.join('\n') }), color: LIVE, footer } };
}

/**
 * A short reply beneath the goal's own post; struck through where the opposite is true by now. The score is that of the
 * moment: no minute tells when a goal was taken back.
 */
export function goalReply(news: GoalNews, state: MatchState, say: Texts): Post {
  const { match } = state.snapshot;
  const tracked = trackedGoal(news, state);
  const goal = tracked?.event ?? news.goal;
  const line = scoreLine(match, news.score);
  const words: GoalWords = {
    club: clubName(match, goal.side),
    scorer: scorerOf(goal, say),
    minute: goal.minute && formatMinute(goal.minute),
  };
  const wasTakenBack = news.kind === 'goal-disallowed';
  const content = wasTakenBack
    ? say.disallowed.post(line, words, tracked?.byVar ?? false)
    : say.disallowed.reinstated(line, words);
  return tracked && tracked.stands === wasTakenBack ? { content: `~~${content}~~`, isStruck: true } : { content };
}

function trackedGoal({ eventId }: GoalNews, { events }: MatchState): TrackedGoal | undefined {
  return events.filter(isTrackedGoal).find(({ id }) => id === eventId);
}
