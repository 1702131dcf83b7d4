import { addressOfId } from '../facts/engine/fact-id.ts';
import type { Moment } from '../facts/engine/moment.ts';
import { type Fact, isComputed } from '../facts/fact.ts';
import { fits, occasionsOf } from '../facts/occasion.ts';
import type { News } from '../match/news.ts';
import type { Score } from '../match/score.ts';
import type { MatchState } from '../match/state.ts';
import { isFalseWhistle } from '../messages/phase-post.ts';

/**
 * Whether a fact that followed a piece of news may still stand beneath it: not where the goal was taken back, turned out
 * to be another man's, where the whistle was not the last, or where the match ended otherwise after all.
 */
export function stillAnswers(fact: Fact, news: News, state: MatchState): boolean {
  const now = asKnownNow(news, state);
  if (!now) return false;
  const moment = isComputed(fact) ? fact.moment : addressOfId(fact.computation ?? '')?.moment;
  if (moment && isAsOf(moment, now.score)) return true;
  const answers = isComputed(fact) ? [] : (fact.answers ?? []);
  return occasionsOf(now).some((occasion) => answers.some((answering) => fits(answering, occasion, now)));
}

/** The news as it would be told now; undefined where it would not be. */
export function asKnownNow(news: News, state: MatchState): News | undefined {
  switch (news.kind) {
    case 'full-time':
    case 'result':
      return isFalseWhistle(news, state) ? undefined : { ...news, score: state.score };
    case 'goal': {
      const { stands, event } = trackedOf(news, state);
      return stands ? { ...news, goal: event?.kind === 'goal' ? event : news.goal } : undefined;
    }
    case 'missed-penalty': {
      const { stands, event } = trackedOf(news, state);
      return stands ? { ...news, event: event?.kind === 'missed-penalty' ? event : news.event } : undefined;
    }
    case 'card': {
      const { stands, event } = trackedOf(news, state);
      return stands ? { ...news, event: event?.kind === 'card' ? event : news.event } : undefined;
    }
    default:
      return news;
  }
}

function trackedOf({ eventId }: { readonly eventId: string }, { events }: MatchState) {
  return events.find(({ id }) => id === eventId) ?? { stands: true, event: undefined };
}

/** Whether it is the match's kick-off, or its end with this score. */
function isAsOf({ match }: Moment, { home, away }: Score): boolean {
  return match?.score === undefined || (match.score.home === home && match.score.away === away);
}
