import type { Locale } from '../src/locale.ts';
import type { NameCandidate } from '../src/match/name-search.ts';
import { searchNames } from '../src/match/name-search.ts';
import { plain } from '../src/messages/escape.ts';
import { channelMention } from '../src/messages/following-message.ts';
import { noticeMessage } from '../src/messages/notice-message.ts';
import { stamp } from '../src/messages/stamp.ts';
import { texts } from '../src/messages/texts.ts';
import { nextFireTime } from '../src/schedule/fire-times.ts';
import { parseTimeOfDay } from '../src/schedule/time-of-day.ts';
import { findTimeZone, timeZones } from '../src/schedule/time-zone.ts';
import { type Answer, privately, refuse } from './answer.ts';
import type { Context } from './context.ts';
import { postingPlace } from './posting-place.ts';

/** When a fact is to be posted every day, as a reader typed it. */
export interface ScheduleWish {
  readonly time?: string;
  readonly timezone?: string;
  readonly language?: Locale;
}

/** Zones that most servers of this bot are in, offered before anybody has typed. */
const LIKELY_ZONES = ['Europe/Rome', 'Europe/London', 'America/New_York', 'America/Sao_Paulo', 'Asia/Tokyo', 'UTC'];

/** Every time zone, to choose from. */
export function zoneNames(): readonly NameCandidate[] {
  return [...new Set([...LIKELY_ZONES, ...timeZones()])].map((zone) => ({ value: zone, label: zone }));
}

/** Has the channel hear a fact a day. Discord cannot keep a single subcommand for admins, so it is checked here. */
export async function scheduleFacts(context: Context, wish: ScheduleWish): Promise<Answer> {
  const { facts, schedules, reader, now } = context;
  const say = texts(reader.locale);
  const place = postingPlace(context);
  if (!place.ok) return refuse(place.problem);
  if (!reader.canManageServer) return refuse(say.errors.needsManageServer);
  if (facts.all.length === 0) return refuse(say.facts.none(undefined));

  const { guildId, channelId, locale } = place.found;
  const before = await schedules.inChannel(channelId);
  const zone = wish.timezone ?? before?.timeZone;
  if (wish.time === undefined || zone === undefined) return refuse(say.errors.emptySchedule);
  const time = parseTimeOfDay(wish.time);
  if (!time.ok) return refuse(say.errors.impossibleTime(plain(wish.time)));
  const timeZone = findTimeZone(zone);
  if (!timeZone) return refuse(say.errors.unknownZone(plain(zone), zonesLike(zone)));

  const { cron } = time;
  await schedules.set({ guildId, channelId, cron, timeZone, locale: wish.language ?? locale, createdAt: now });
  const next = stamp(nextFireTime(cron, timeZone, now) ?? now, 'F');
  const words = before ? say.schedule.replaced : say.schedule.set;
  return privately(noticeMessage(words(channelMention(channelId), time.time, plain(timeZone), next)));
}

export async function stopFacts({ schedules, place, reader }: Context): Promise<Answer> {
  const say = texts(reader.locale);
  if (!place.server) return refuse(say.errors.notInServer);
  if (!reader.canManageServer) return refuse(say.errors.needsManageServer);
  const channel = channelMention(place.channelId);
  const stopped = await schedules.remove(place.channelId);
  return privately(noticeMessage(stopped ? say.schedule.stopped(channel) : say.schedule.nothingToStop(channel)));
}

function zonesLike(typed: string) {
  return searchNames(typed, zoneNames(), 3).map(({ label }) => plain(label));
}
