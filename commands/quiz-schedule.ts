import { channelMention } from '../src/messages/following-message.ts';
import { noticeMessage } from '../src/messages/notice-message.ts';
import { texts } from '../src/messages/texts.ts';
import { type Answer, privately, refuse } from './answer.ts';
import type { Context } from './context.ts';
import { type ScheduleWish, wishedSchedule } from './schedule-time.ts';

/** Has the channel be asked a question a day. */
export async function scheduleQuiz(context: Context, wish: ScheduleWish): Promise<Answer> {
  const { schedules, reader } = context;
  const say = texts(reader.locale).quiz;
  const wished = await wishedSchedule(context, 'quiz', wish);
  if (!wished.ok) return refuse(wished.problem);
  const { schedule, replaces, time, timeZone, next } = wished.found;
  await schedules.set(schedule);
  const words = replaces ? say.rescheduled : say.scheduled;
  return privately(noticeMessage(words(channelMention(schedule.channelId), time, timeZone, next)));
}

export async function unscheduleQuiz({ schedules, place, reader }: Context): Promise<Answer> {
  const { errors, quiz: say } = texts(reader.locale);
  if (!place.server) return refuse(errors.notInServer);
  if (!reader.canManageServer) return refuse(errors.needsManageServer);
  const channel = channelMention(place.channelId);
  const stopped = await schedules.remove(place.channelId, 'quiz');
  return privately(noticeMessage(stopped ? say.unscheduled(channel) : say.nothingScheduled(channel)));
}
