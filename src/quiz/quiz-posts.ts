import { HOUR, type Instant, MINUTE, SECOND } from '../match/instant.ts';
import type { QuizGame } from './game.ts';
import type { QuizDelivery } from './quiz-store.ts';

/** How long a question's post may take to be seen before it is passed over; a daily one has time. */
const SEEN_WITHIN = MINUTE;
const DAILY_SEEN_WITHIN = 6 * HOUR;
/** The relay tries a post for this long; one that it began to send at the last moment is still awaited. */
const SENDING_TAKES = 30 * SECOND;
/** Nobody cares for the end of a game hours later. */
const END_WITHIN = HOUR;

/** What a post of a quiz is of: a question by its place, or the end of the game. */
export type QuizPart = number | 'end';

/** When a question that is asked at `from` is given up for unseen. */
export function unseenAt({ isDaily }: QuizGame, from: Instant): Instant {
  return from + (isDaily ? DAILY_SEEN_WITHIN : SEEN_WITHIN);
}

/** The key of the post, and what follows the kind in it is the subject's id. */
export function postKey(gameId: string, part: QuizPart): string {
  return `quiz:${subjectId(gameId, part)}`;
}

export function postSubject(gameId: string, part: QuizPart): QuizDelivery['subject'] {
  return { kind: 'quiz', id: subjectId(gameId, part) };
}

/** The game and the part of it that a subject's id names; undefined for anything else. */
export function partOfSubject(id: string): { readonly gameId: string; readonly part: QuizPart } | undefined {
  const [, gameId, part] = /^([^/]+)\/(\d{1,2}|end)$/.exec(id) ?? [];
  if (gameId === undefined || part === undefined) return undefined;
  return { gameId, part: part === 'end' ? part : Number(part) };
}

/** The post that asks a question, from `from` on. */
export function questionPost(game: QuizGame, at: number, from: Instant): QuizDelivery {
  return { ...post(game, at, from), expiresAt: unseenAt(game, from) - SENDING_TAKES };
}

/**
 * The post that ends a game. A daily question is too old by then to be edited: it is shown again, with its answer, and its
 * first post goes.
 */
export function endPost(game: QuizGame, from: Instant): QuizDelivery {
  return {
    ...post(game, 'end', from),
    expiresAt: from + END_WITHIN,
    ...(game.isDaily && { replaces: postKey(game.id, 0) }),
  };
}

function post({ id, channelId, locale }: QuizGame, part: QuizPart, notBefore: Instant) {
  return {
    key: postKey(id, part),
    channelId,
    subject: postSubject(id, part),
    variant: { locale, spoilers: 'show', delayMs: 0 } as const,
    notBefore,
  };
}

function subjectId(gameId: string, part: QuizPart): string {
  return `${gameId}/${part}`;
}
