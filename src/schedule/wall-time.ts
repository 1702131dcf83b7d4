import { DAY, type Instant, SECOND } from '../match/instant.ts';

/** What a clock on a wall shows, as the instant at which a clock in UTC would show the same. */
export type WallTime = number;

/** What a clock in the zone shows at an instant, to the second. */
export function wallTimeAt(instant: Instant, timeZone: string): WallTime {
  return instant + offsetAt(instant, timeZone);
}

/**
 * When clocks in the zone show a time of one day (given as that day's midnight on the wall). A time that comes twice, on
 * the night clocks go back, is its first; one that is skipped, on the night they go forward, is when it would have been
 * had they not: 02:30 is then 03:30. So every time of day comes once a day.
 */
export function dayInZone(midnight: WallTime, timeZone: string): (wall: WallTime) => Instant {
  const before = offsetAt(midnight - DAY, timeZone);
  const after = offsetAt(midnight + 2 * DAY, timeZone);
  if (before === after) return (wall) => wall - before;
  return (wall) => {
    const shown = [wall - before, wall - after].filter((instant) => wallTimeAt(instant, timeZone) === wall);
    return shown.length > 0 ? Math.min(...shown) : wall - before;
  };
}

function offsetAt(instant: Instant, timeZone: string): number {
  const second = Math.floor(instant / SECOND) * SECOND;
  const parts = clockOf(timeZone).formatToParts(second);
  const shown = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const month = shown('month') - 1;
  return Date.UTC(shown('year'), month, shown('day'), shown('hour'), shown('minute'), shown('second')) - second;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** A formatter is costly to make and is kept. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(timeZone, clock);
  return clock;
}
