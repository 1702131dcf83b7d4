import type { Player } from '../match/event.ts';
import type { News } from '../match/news.ts';
import { comparePlayers } from '../match/same-player.ts';
import { leader, type Score } from '../match/score.ts';

/** What a fact may answer. A `draw` is a result too, and is answered rather than any result. */
export const OCCASIONS = [
  'kick-off',
  'goal',
  'missed-penalty',
  'red-card',
  'half-time',
  'full-time',
  'draw',
  'result',
] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** What a fact that was written by hand answers in its match: only where it is of this player, and at this score. */
export interface Answering {
  readonly on: Occasion;
  /** Who scored, missed or was sent off. */
  readonly player?: string;
  /** The score once it has happened. */
  readonly score?: Score;
}

/** What a piece of news is an occasion for, the rather answered first; nothing for most. */
export function occasionsOf(news: News): readonly Occasion[] {
  switch (news.kind) {
    case 'kick-off':
    case 'goal':
    case 'missed-penalty':
    case 'half-time':
    case 'full-time':
      return [news.kind];
    case 'card':
      return news.event.colour === 'yellow' ? [] : ['red-card'];
    case 'result':
      return leader(news.score) === null ? ['draw', 'result'] : ['result'];
    default:
      return [];
  }
}

/** Whether this is what the fact was written to answer, on one of the news' occasions. */
export function fits({ on, player, score }: Answering, occasion: Occasion, news: News): boolean {
  if (on !== occasion) return false;
  if (score && (score.home !== news.score.home || score.away !== news.score.away)) return false;
  return player === undefined || comparePlayers({ name: player }, whoseNews(news)) === 'same';
}

function whoseNews(news: News): Player | undefined {
  if (news.kind === 'goal') return news.goal.scorer;
  return news.kind === 'missed-penalty' || news.kind === 'card' ? news.event.player : undefined;
}
