import type { Locale } from '../src/locale.ts';
import type { NameCandidate } from '../src/match/name-search.ts';
import { searchNames } from '../src/match/name-search.ts';
import { type Plain, plain } from '../src/messages/escape.ts';
import { stamp } from '../src/messages/stamp.ts';
import { texts } from '../src/messages/texts.ts';
import { nextFireTime } from '../src/schedule/fire-times.ts';
import type { Schedule, ScheduleKind } from '../src/schedule/schedule.ts';
import { parseTimeOfDay } from '../src/schedule/time-of-day.ts';
import { citiesIn, findTimeZone, timeZones } from '../src/schedule/time-zone.ts';
import type { Context } from './context.ts';
import type { Named } from './names.ts';
import { postingPlace } from './posting-place.ts';

/** When something is to be posted every day, as a reader typed it. */
export interface ScheduleWish {
  readonly time?: string;
  readonly timezone?: string;
  readonly language?: Locale;
}

/** What a wish comes to: the schedule, and how it is told. */
export interface WishedSchedule {
  readonly schedule: Omit<Schedule, 'id' | 'lastRun' | 'paused'>;
  readonly replaces: boolean;
  /** `09:00` */
  readonly time: string;
  readonly timeZone: Plain;
  /** `<t:…:F>` */
  readonly next: string;
}

/** Zones that most servers of this bot are in, offered before anybody has typed. */
const LIKELY_ZONES = ['Europe/Rome', 'Europe/London', 'America/New_York', 'America/Sao_Paulo', 'Asia/Tokyo', 'UTC'];

/** Every time zone, to choose from by its name or a city in it. */
export function zoneNames(): readonly NameCandidate[] {
  return [...new Set([...LIKELY_ZONES, ...timeZones()])].map((zone) => ({
    value: zone,
    label: zone,
    aliases: citiesIn(zone),
  }));
}

/** The subcommand that sets a schedule of a kind. */
const SETS: Readonly<Record<ScheduleKind, string>> = { fact: '/facts schedule', quiz: '/quiz schedule' };

/**
 * The schedule that a reader wishes for the channel. Discord cannot keep a single subcommand for admins, so it is checked
 * here who asks.
 */
export async function wishedSchedule(
  { schedules, reader, place, now }: Context,
  kind: ScheduleKind,
  wish: ScheduleWish,
): Promise<Named<WishedSchedule>> {
  const { errors } = texts(reader.locale);
  const where = postingPlace({ place, reader });
  if (!where.ok) return where;
  if (!reader.canManageServer) return { ok: false, problem: errors.needsManageServer };
  const { guildId, channelId, locale } = where.found;
  const before = await schedules.inChannel(channelId, kind);
  const zone = wish.timezone ?? before?.timeZone;
  const time = wish.time === undefined ? undefined : parseTimeOfDay(wish.time);
  if (time && !time.ok) return { ok: false, problem: errors.impossibleTime(plain(wish.time ?? '')) };
  const timeZone = zone === undefined ? undefined : findTimeZone(zone);
  if (zone !== undefined && !timeZone) return { ok: false, problem: errors.unknownZone(plain(zone), zonesLike(zone)) };
  if (!time || !timeZone) {
    const has = { ...(time && { time: time.time }), ...(timeZone && { timeZone }) };
    return { ok: false, problem: errors.incompleteSchedule(SETS[kind], has) };
  }
  const { cron } = time;
  return {
    ok: true,
    found: {
      schedule: { kind, guildId, channelId, cron, timeZone, locale: wish.language ?? locale, createdAt: now },
      replaces: before !== undefined,
      time: time.time,
      timeZone: plain(timeZone),
      next: stamp(nextFireTime(cron, timeZone, now) ?? now, 'F'),
    },
  };
}

function zonesLike(typed: string) {
  return searchNames(typed, zoneNames(), 3).map(({ label }) => plain(label));
}
