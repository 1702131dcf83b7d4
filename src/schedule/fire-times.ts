import { createTask, parse } from 'node-cron';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../match/instant.ts';
import { dayInZone, type WallTime, wallTimeAt } from './wall-time.ts';

/**
 * When a cron expression fires in a zone, after one instant and up to another, earliest first. The expression is
 * node-cron's, read on the zone's wall clock; on the nights when clocks change, see `dayInZone`: node-cron itself leaves
 * out a time that is skipped, while here every time of day fires once a day.
 */
export function* fireTimes(
  cron: string,
  timeZone: string,
  after: Instant,
  until: Instant,
): Generator<Instant, undefined> {
  const firesOn = dayMatcher(cron);
  const times = timesOfDay(cron);
  // A skipped time may land on the day after its own, hence a day more at the start.
  const firstDay = midnightBefore(wallTimeAt(after, timeZone)) - DAY;
  const lastDay = wallTimeAt(until, timeZone);
  let last = after;
  for (let midnight = firstDay; midnight <= lastDay; midnight += DAY) {
    if (!firesOn(midnight)) continue;
    const instantOf = dayInZone(midnight, timeZone);
    const instants = times.map((time) => instantOf(midnight + time)).sort((a, b) => a - b);
    for (const instant of instants) {
      if (instant <= last || instant > until) continue;
      last = instant;
      yield instant;
    }
  }
}

/** The latest time it fired after one instant and up to another. */
export function latestFireTime(cron: string, timeZone: string, after: Instant, until: Instant): Instant | undefined {
  return [...fireTimes(cron, timeZone, after, until)].at(-1);
}

/** When it fires next after an instant; undefined when it does not within four years. */
export function nextFireTime(cron: string, timeZone: string, after: Instant): Instant | undefined {
  return fireTimes(cron, timeZone, after, after + 4 * 366 * DAY).next().value;
}

/** The times of day, as milliseconds since midnight. */
function timesOfDay(cron: string): readonly number[] {
  const { hour, minute, second } = parse(cron);
  return hour.flatMap((h) => minute.flatMap((m) => second.map((s) => h * HOUR + m * MINUTE + s * SECOND)));
}

/** Asks node-cron itself whether a day is one of an expression's, on a clock that never changes. */
function dayMatcher(cron: string): (midnight: WallTime) => boolean {
  const [aTime = 0] = timesOfDay(cron);
  const task = createTask(cron, () => {}, { timezone: 'UTC' });
  // Only its pattern is wanted; destroyed, node-cron does not keep it.
  task.destroy();
  return (midnight) => task.match(new Date(midnight + aTime));
}

function midnightBefore(wall: WallTime): WallTime {
  return Math.floor(wall / DAY) * DAY;
}
