import type { Locale } from '../src/locale.ts';
import { DAY, type Instant, SECOND } from '../src/match/instant.ts';
import { quizLeaderboardMessage } from '../src/messages/quiz-leaderboard-message.ts';
import { quizNotice } from '../src/messages/quiz-notice.ts';
import { texts } from '../src/messages/texts.ts';
import type { QuizMode } from '../src/quiz/game.ts';
import { latestFireTime } from '../src/schedule/fire-times.ts';
import { type Answer, privately, refuse, reply, type Wish } from './answer.ts';
import type { Context } from './context.ts';
import { named } from './names.ts';
import { postingPlace } from './posting-place.ts';

interface PlayWish {
  readonly about?: string;
  readonly questions?: number;
  readonly answers?: QuizMode;
  readonly seconds?: number;
  readonly language?: Locale;
}

const QUESTIONS = 5;
const SECONDS = 20;
/** Lines of a leaderboard. */
const TOP = 10;
/** Monday at midnight. */
const WEEKLY = '0 0 * * 1';

export async function playQuiz(context: Context, wish: PlayWish): Promise<Answer> {
  const { quiz, reader } = context;
  const { errors } = texts(reader.locale);
  const place = postingPlace(context);
  if (!place.ok) return refuse(place.problem);
  const about =
    wish.about === undefined
      ? undefined
      : named(wish.about, quiz.clubs, (...unknown) => errors.unknown('club', ...unknown));
  if (about && !about.ok) return refuse(about.problem);
  const wanted = {
    ...place.found,
    locale: wish.language ?? place.found.locale,
    mode: wish.answers ?? 'buttons',
    limitMs: (wish.seconds ?? SECONDS) * SECOND,
    startedBy: reader.userId,
    count: wish.questions ?? QUESTIONS,
    ...(about && { about: about.found.value }),
  };
  const started = await quiz.start(wanted, context.takeTime);
  if (started.ok) return reply(quizNotice({ kind: 'started', game: started.game }, reader), {});
  if (started.reason === 'running') return privately(quizNotice({ kind: 'running', ...started.running }, reader));
  return privately(quizNotice({ kind: 'nothing-to-ask' }, reader));
}

/** Whoever started a game may end it, and so may whoever manages the server; a question of the day, only he. */
export async function stopQuiz({ quiz, place, reader }: Context): Promise<Answer> {
  const { errors } = texts(reader.locale);
  if (!place.server) return refuse(errors.notInServer);
  const running = await quiz.running(place.channelId);
  if (!running || running.game.guildId !== place.server.id) {
    return privately(quizNotice({ kind: 'nothing-runs' }, reader));
  }
  const isHis = running.game.startedBy === reader.userId;
  if (!isHis && !reader.canManageServer) return privately(quizNotice({ kind: 'not-yours' }, reader));
  const ended = await quiz.end(running.game.id);
  return ended
    ? reply(quizNotice({ kind: 'stopped' }, reader), {})
    : privately(quizNotice({ kind: 'nothing-runs' }, reader));
}

export async function topOfQuiz(
  context: Context,
  wish: Wish & { readonly when?: 'week' | 'all-time' },
): Promise<Answer> {
  const { quiz, place, reader } = context;
  if (!place.server) return refuse(texts(reader.locale).errors.notInServer);
  const when = wish.when ?? 'week';
  const since = when === 'week' ? await weekStart(context, place.server.id) : 0;
  const board = await quiz.leaderboard(place.server.id, since, TOP, reader.userId);
  return reply(quizLeaderboardMessage({ when, since, ...board }, reader), wish);
}

/** Monday at midnight, where the server's question of the day is at home; else in UTC. */
async function weekStart({ schedules, now }: Context, guildId: string): Promise<Instant> {
  const daily = (await schedules.inGuild(guildId)).find(({ kind }) => kind === 'quiz');
  return latestFireTime(WEEKLY, daily?.timeZone ?? 'UTC', now - 8 * DAY, now) ?? now - 7 * DAY;
}
