import type { Fact } from '../facts/fact.ts';
import type { Locale } from '../locale.ts';
import { factMessage } from '../messages/fact-message.ts';
import type { MessageBody } from '../messages/message.ts';
import { newsMessage } from '../messages/news-message.ts';
import type { Subject } from '../outbox/delivery.ts';
import type { MatchStore } from './match-store.ts';

/**
 * Composes what a delivery refers to, in one language. Null when there is nothing to say any more: the news was pruned,
 * or the fact withdrawn.
 */
export function postComposer(matches: MatchStore, factById: (id: string) => Fact | undefined) {
  return async (subject: Subject, locale: Locale): Promise<MessageBody | null> => {
    switch (subject.kind) {
      case 'fact': {
        const fact = factById(subject.id);
        return fact ? factMessage(fact, { locale }) : null;
      }
      case 'news': {
        const news = await matches.news(subject.id);
        const state = news && (await matches.state(news.matchId));
        return news && state ? newsMessage(news, state, { locale }) : null;
      }
    }
  };
}
