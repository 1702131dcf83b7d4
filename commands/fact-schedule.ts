import { channelMention } from '../src/messages/following-message.ts';
import { noticeMessage } from '../src/messages/notice-message.ts';
import { texts } from '../src/messages/texts.ts';
import { type Answer, privately, refuse } from './answer.ts';
import type { Context } from './context.ts';
import { type ScheduleWish, wishedSchedule } from './schedule-time.ts';

/** Has the channel hear a fact a day. */
export async function scheduleFacts(context: Context, wish: ScheduleWish): Promise<Answer> {
  const { facts, schedules, reader } = context;
  const say = texts(reader.locale);
  const wished = await wishedSchedule(context, 'fact', wish);
  if (!wished.ok) return refuse(wished.problem);
  if ((await facts.deck(context.place.server?.id)).length === 0) return refuse(say.facts.none(undefined));
  const { schedule, replaces, time, timeZone, next } = wished.found;
  await schedules.set(schedule);
  const words = replaces ? say.schedule.replaced : say.schedule.set;
  return privately(noticeMessage(words(channelMention(schedule.channelId), time, timeZone, next)));
}

export async function stopFacts({ schedules, place, reader }: Context): Promise<Answer> {
  const say = texts(reader.locale);
  if (!place.server) return refuse(say.errors.notInServer);
  if (!reader.canManageServer) return refuse(say.errors.needsManageServer);
  const channel = channelMention(place.channelId);
  const stopped = await schedules.remove(place.channelId, 'fact');
  return privately(noticeMessage(stopped ? say.schedule.stopped(channel) : say.schedule.nothingToStop(channel)));
}
