import type { Instant } from '../match/instant.ts';
import type { QuizStanding } from '../quiz/game.ts';
import type { Leaderboard } from '../quiz/quiz-store.ts';
import { SETTLED } from './colour.ts';
import { compose } from './compose.ts';
import type { MessageBody } from './message.ts';
import { standingWords } from './quiz-standings.ts';
import { stamp } from './stamp.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/** A server's leaderboard; `since` is when the week began. */
export interface LeaderboardView extends Leaderboard {
  readonly when: 'week' | 'all-time';
  readonly since: Instant;
}

/** A server's best, and beneath them the reader himself where he is not among them. */
export function quizLeaderboardMessage({ when, since, top, own }: LeaderboardView, reader: View): MessageBody {
  const say = texts(reader.locale);
  const began = when === 'week' ? stamp(since, 'R') : undefined;
  const [first] = top;
  if (!first) return compose({ content: say.quiz.topEmpty(began) });
  const isAmong = top.some(({ userId }) => userId === own?.userId);
  const lines = top.map((standing) => line(standing, say));
  if (own && !isAmong) lines.push('…', line(own, say));
  const leader = say.quiz.standing(standingWords(first, first.answered));
  return compose({
    content: first.points > 0 ? `${say.quiz.top(began)}: ${leader}` : say.quiz.top(began),
    embed: { description: lines.join('\n'), color: SETTLED },
  });
}

function line(standing: QuizStanding, { quiz }: Texts): string {
  return quiz.topLine(standingWords(standing, standing.answered), standing.streak);
}
