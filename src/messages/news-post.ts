import type { Substitution } from '../match/event.ts';
import type { News, SubstitutionsNews } from '../match/news.ts';
import type { MatchState } from '../match/state.ts';
import { eventPost } from './event-post.ts';
import { substitutionLines } from './event-sentence.ts';
import { goalPost, goalReply } from './goal-post.ts';
import { lineupsPost } from './lineups-message.ts';
import { phasePost } from './phase-post.ts';
import type { Post } from './post.ts';
import type { Texts } from './texts.ts';

/** What a piece of news says, by what is known now. */
export function newsPost(news: News, state: MatchState, say: Texts): Post {
  switch (news.kind) {
    case 'goal':
      return goalPost(news, state, say);
    case 'goal-disallowed':
    case 'goal-reinstated':
      return goalReply(news, state, say);
    case 'missed-penalty':
    case 'card':
    case 'chance':
    case 'shoot-out-kick':
      return eventPost(news, state, say);
    case 'substitutions':
      return { content: substitutionLines(asKnownNow(news, state), state.snapshot.match, say).join('\n') };
    case 'line-ups':
      return lineupsPost(state, say);
    default:
      return phasePost(news, state, say);
  }
}

/** Feeds turn a substitution round, or name its players late. */
function asKnownNow({ substitutions, eventIds = [] }: SubstitutionsNews, { events }: MatchState): Substitution[] {
  return substitutions.map((told, index) => {
    const event = events.find(({ id }) => id === eventIds[index])?.event;
    return event?.kind === 'substitution' ? event : told;
  });
}

/** The same in a line: what was struck through says why after it. */
export function newsLine(news: News, state: MatchState, say: Texts): string {
  const { content, embed, isStruck } = newsPost(news, state, say);
  return [content.replaceAll('\n', ' · '), ...(isStruck && embed?.title ? [embed.title] : [])].join(' · ');
}
