import { expect, it } from 'vitest';
import { DAY, HOUR, type Instant, MINUTE } from '../../src/match/instant.ts';
import { fireTimes } from '../../src/schedule/fire-times.ts';
import { countTried } from '../support/cases.ts';

const FROM = Date.UTC(2024, 0, 1);
const UNTIL = Date.UTC(2028, 0, 1);

/** Clocks are put from one offset to another at an instant. */
interface Change {
  readonly at: Instant;
  readonly before: number;
  readonly after: number;
}

/** What a zone's wall clock shows, asked of Intl by another way than the code's. */
function wallIn(timeZone: string): (instant: Instant) => number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (instant) => Date.parse(`${format.format(instant).replace(' ', 'T')}Z`);
}

/** Every change of a zone's clocks in these years, to the minute. */
function changesOf(wall: (instant: Instant) => number): readonly Change[] {
  const offset = (instant: Instant) => wall(instant) - instant;
  const changes: Change[] = [];
  for (let day = FROM; day < UNTIL; day += DAY) {
    if (offset(day) === offset(day + DAY)) continue;
    let [low, high] = [day, day + DAY];
    while (high - low > MINUTE) {
      const middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE;
      if (offset(middle) === offset(low)) low = middle;
      else high = middle;
    }
    changes.push({ at: high, before: offset(low), after: offset(high) });
  }
  return changes;
}

/** Times of day around a change, in minutes, and some far from it. */
function timesAround({ at, before, after }: Change): readonly number[] {
  const shown = [at + before, at + after].map((wall) => wall % DAY);
  const near = shown.flatMap((time) =>
    [-HOUR, -15 * MINUTE, -MINUTE, 0, MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR].map((off) => time + off),
  );
  const far = [0, MINUTE, 12 * HOUR, 23 * HOUR, DAY - MINUTE];
  return [...new Set([...near, ...far].map((time) => ((time + DAY) % DAY) / MINUTE))];
}

/** What is wrong with a daily schedule over six days with a change in their middle: nothing, in words. */
function wrongAt(timeZone: string, wall: (instant: Instant) => number, change: Change, minutes: number): string {
  const cron = `${minutes % 60} ${Math.floor(minutes / 60)} * * *`;
  const time = minutes * MINUTE;
  const fires = [...fireTimes(cron, timeZone, change.at - 3 * DAY, change.at + 3 * DAY)];
  // Where clocks go forward before midnight, what is skipped comes on the next day, and is still its own day's.
  const days = fires.map((fire) => Math.floor((wall(fire) - time) / DAY));
  const isDaily = days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);
  const isEarly = fires.some((fire, index) => {
    const asked = (days[index] ?? 0) * DAY + time;
    const shownAt = [asked - change.before, asked - change.after].filter((instant) => wall(instant) === asked);
    return fire !== (shownAt.length > 0 ? Math.min(...shownAt) : asked - change.before);
  });
  const isWhole = fires.length >= 5 && fires.length <= 7;
  if (isDaily && isWhole && !isEarly) return '';
  return `${timeZone}, ${cron}: ${fires.map((fire) => new Date(fire).toISOString()).join(' ')}`;
}

it('a daily schedule comes once a local day, in every zone there is, around every change of its clocks in four years', () => {
  const wrong: string[] = [];
  let changes = 0;
  for (const timeZone of Intl.supportedValuesOf('timeZone')) {
    const wall = wallIn(timeZone);
    for (const change of changesOf(wall)) {
      changes += 1;
      const times = timesAround(change);
      countTried({ cases: times.length });
      wrong.push(...times.map((minutes) => wrongAt(timeZone, wall, change, minutes)).filter((text) => text !== ''));
    }
  }
  expect(wrong).toEqual([]);
  // Half of the world changes its clocks twice a year.
  expect(changes).toBeGreaterThan(500);
});
