import type { Fact } from '../facts/fact.ts';
import { asKnown } from '../match/as-known.ts';
import type { Clock } from '../match/instant.ts';
import type { News } from '../match/news.ts';
import { hasEnded, type MatchState } from '../match/state.ts';
import { cardMessage } from '../messages/card-message.ts';
import { factMessage } from '../messages/fact-message.ts';
import { newsMessage } from '../messages/news-message.ts';
import { type ReportView, withReport } from '../messages/report-message.ts';
import { roundupMessage } from '../messages/roundup-message.ts';
import { threadOpener } from '../messages/thread-opener.ts';
import type { Subject, Variant } from '../outbox/delivery.ts';
import type { Compose, Composed } from '../outbox/variants.ts';
import { partsOfFact } from './answer-with-facts.ts';
import { matchOfCard } from './cards.ts';
import { composeQuiz, type QuizComposerOptions } from './compose-quiz.ts';
import type { MatchStore } from './match-store.ts';
import { stillAnswers } from './still-answers.ts';

export interface ComposerOptions {
  readonly matches: MatchStore;
  readonly factById: (id: string) => Fact | undefined;
  readonly clock: Clock;
  /** What a result meant; undefined where the results around it are not known. */
  readonly reportOf?: (state: MatchState) => ReportView | undefined;
  readonly quiz?: QuizComposerOptions['quiz'];
}

/**
 * Composes what a delivery refers to, as it should read now. Null when there is nothing to say any more: the news was
 * pruned, the fact withdrawn, or the goal taken back before the channel saw it.
 */
export function postComposer({ matches, factById, clock, reportOf, quiz }: ComposerOptions): Compose {
  return async (subject, variant, stands) => {
    switch (subject.kind) {
      case 'fact':
        return composeFact(subject.id, variant, stands);
      case 'news':
        return composeNews(subject.id, variant, stands);
      case 'card':
        return composeCard(matchOfCard(subject.id), variant, stands);
      case 'thread': {
        const state = await matches.state(subject.id);
        if (!state) return null;
        const { message, name } = threadOpener(state.snapshot.match, variant);
        return { message, thread: name };
      }
      case 'quiz':
        return quiz ? composeQuiz(subject.id, variant, stands, { quiz, factById }) : null;
      case 'thread-end':
      case 'card-end':
        return null;
    }
  };

  async function composeFact(id: Subject['id'], variant: Variant, stands: boolean): Promise<Composed | null> {
    const { factId, newsId } = partsOfFact(id);
    const fact = factById(factId);
    if (!fact) return null;
    const message = factMessage(fact, variant);
    const followed = newsId === undefined ? undefined : await withState(newsId);
    if (!followed || stillAnswers(fact, followed.news, followed.state)) return { message };
    return stands ? { message: { ...message, content: `~~${message.content}~~` } } : null;
  }

  async function composeNews(id: Subject['id'], variant: Variant, stands: boolean): Promise<Composed | null> {
    const told = await matches.news(id);
    if (!told) return null;
    if (told.kind === 'roundup') {
      const items = await Promise.all(told.newsIds.map(withState));
      const known = items.filter((item) => item !== undefined);
      const worth = stands ? known : known.filter(({ news, state }) => stillStands(news, state));
      return worth.length > 0 ? { message: roundupMessage(told, worth, variant) } : null;
    }
    const state = await matches.state(told.matchId);
    if (!state || (!stands && !stillStands(told, state))) return null;
    const message = newsMessage(told, state, variant);
    const report =
      told.kind === 'result' && hasEnded(state) && variant.spoilers === 'show' ? reportOf?.(state) : undefined;
    return { message: report ? withReport(message, report, variant) : message };
  }

  async function withState(id: string): Promise<{ news: News; state: MatchState } | undefined> {
    const news = await matches.news(id);
    if (!news || news.kind === 'roundup') return undefined;
    const state = await matches.state(news.matchId);
    return state && { news, state };
  }

  async function composeCard(matchId: string, variant: Variant, stands: boolean): Promise<Composed | null> {
    const latest = await matches.state(matchId);
    if (!latest) return null;
    const { delayMs } = variant;
    const then = delayMs > 0 ? await matches.stateAt(matchId, clock.now() - delayMs) : latest;
    const state = then ? asKnown(then, latest) : latest;
    const isOver = hasEnded(state);
    // Whoever comes when it is over has the result.
    if (isOver && !stands) return null;
    return { message: cardMessage(state, { ...variant, delayMs }), pinned: !isOver };
  }
}

/** Whether what was told has not been taken back. */
function stillStands(news: News, { events }: MatchState): boolean {
  if (!('eventId' in news) || news.kind === 'goal-disallowed') return true;
  return events.find(({ id }) => id === news.eventId)?.stands ?? true;
}
