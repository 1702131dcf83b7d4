import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../src/match/instant.ts';
import { fireTimes, latestFireTime, nextFireTime } from '../../../src/schedule/fire-times.ts';
import { timeZones } from '../../../src/schedule/time-zone.ts';
import { cases } from '../../support/cases.ts';

const at = (iso: string) => Date.parse(iso);
const between = (cron: string, zone: string, after: string, until: string) =>
  [...fireTimes(cron, zone, at(after), at(until))].map((instant) => new Date(instant).toISOString().slice(0, 16));

describe('fire times', () => {
  it('fire times are those of the zone’s wall clock, after the first instant and up to the last', () => {
    const daily = between('0 9 * * *', 'Europe/Rome', '2021-11-06T08:00Z', '2021-11-08T08:00Z');
    expect(daily).toEqual(['2021-11-07T08:00', '2021-11-08T08:00']);
  });

  it('fire times come once on the night clocks go forward, when they would have come had they not', () => {
    const spring = between('30 2 * * *', 'Europe/Rome', '2025-03-28T12:00Z', '2025-03-31T12:00Z');
    expect(spring).toEqual(['2025-03-29T01:30', '2025-03-30T01:30', '2025-03-31T00:30']);
  });

  it('fire times come once on the night clocks go back, the first time', () => {
    const autumn = between('30 2 * * *', 'Europe/Rome', '2025-10-25T12:00Z', '2025-10-27T12:00Z');
    expect(autumn).toEqual(['2025-10-26T00:30', '2025-10-27T01:30']);
    const newYork = between('30 1 * * *', 'America/New_York', '2025-11-01T12:00Z', '2025-11-03T12:00Z');
    expect(newYork).toEqual(['2025-11-02T05:30', '2025-11-03T06:30']);
  });

  it('fire times follow the rest of the expression as node-cron reads it', () => {
    const sundays = between('0 9,21 * * sun', 'Europe/Rome', '2021-11-01T00:00Z', '2021-11-14T12:00Z');
    expect(sundays).toEqual(['2021-11-07T08:00', '2021-11-07T20:00', '2021-11-14T08:00']);
    expect(between('0 0 L * *', 'UTC', '2024-02-01T00:00Z', '2024-03-15T00:00Z')).toEqual(['2024-02-29T00:00']);
    expect(between('*/20 * * * *', 'UTC', '2024-02-01T00:00Z', '2024-02-01T01:00Z')).toHaveLength(3);
  });

  it('fire times have a latest and a next', () => {
    const now = at('2021-11-07T19:45Z');
    expect(latestFireTime('0 9 * * *', 'Europe/Rome', now - DAY, now)).toBe(at('2021-11-07T08:00Z'));
    expect(latestFireTime('0 9 * * *', 'Europe/Rome', now - HOUR, now)).toBeUndefined();
    expect(nextFireTime('0 9 * * *', 'Europe/Rome', now)).toBe(at('2021-11-08T08:00Z'));
    expect(nextFireTime('0 9 29 2 *', 'UTC', now)).toBe(at('2024-02-29T09:00Z'));
  });

  const zone = fc.constantFrom(...timeZones());
  const minuteOfDay = fc.integer({ min: 0, max: 24 * 60 - 1 });
  const instant = fc.integer({ min: at('2024-01-01T00:00Z'), max: at('2028-01-01T00:00Z') });
  const daily = (minutes: number) => `${minutes % 60} ${Math.floor(minutes / 60)} * * *`;

  it('fire times come a day late where 23:00 is skipped, and once all the same', () => {
    const spring = between('0 23 * * *', 'America/Godthab', '2024-03-30T12:00Z', '2024-04-01T12:00Z');
    expect(spring).toEqual(['2024-03-31T01:00', '2024-04-01T00:00']);
  });

  it('fire times of a daily schedule come once a local day, in every zone, at the wall clock’s time wherever it shows it', () => {
    fc.assert(
      fc.property(zone, minuteOfDay, instant, (timeZone, minutes, from) => {
        const fires = [...fireTimes(daily(minutes), timeZone, from, from + 200 * DAY)];
        // Where clocks go forward before midnight, what is skipped comes on the next day, and is still its own day's.
        const isOfTheDayBefore = (fire: number) => minutesOf(wallClock(fire, timeZone)) < minutes;
        const dayOf = (fire: number) => wallClock(isOfTheDayBefore(fire) ? fire - DAY : fire, timeZone).slice(0, 10);
        const days = new Set(fires.map(dayOf));
        expect(fires.length - 200).toBeGreaterThanOrEqual(-1);
        expect(fires.length - 200).toBeLessThanOrEqual(1);
        expect(days.size).toBe(fires.length);
        for (const fire of fires) {
          const wall = wallClock(fire, timeZone);
          const asked = `${wall.slice(0, 11)}${new Date(minutes * MINUTE).toISOString().slice(11, 16)}`;
          if (wall !== asked) expect(isEverShown(asked, timeZone)).toBe(false);
        }
      }),
      cases(12),
    );
  });

  it('fire times are the same wherever a restart falls', () => {
    fc.assert(
      fc.property(zone, minuteOfDay, instant, fc.nat(20 * DAY), (timeZone, minutes, from, restart) => {
        const cron = daily(minutes);
        const until = from + 20 * DAY;
        const before = [...fireTimes(cron, timeZone, from, from + restart)];
        const after = [...fireTimes(cron, timeZone, from + restart, until)];
        expect([...before, ...after]).toEqual([...fireTimes(cron, timeZone, from, until)]);
      }),
      cases(12),
    );
  });
});

/** `2025-03-30T02:30`, by another way than the code's. */
function wallClock(instant: number, timeZone: string): string {
  return new Date(instant).toLocaleString('sv-SE', { timeZone }).slice(0, 16).replace(' ', 'T');
}

function minutesOf(wall: string): number {
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
}

function isEverShown(wall: string, timeZone: string): boolean {
  const asUtc = Date.parse(`${wall}Z`);
  const offsets = Array.from({ length: 29 * 4 }, (_, quarter) => (quarter - 14 * 4) * 15 * MINUTE);
  return offsets.some((offset) => wallClock(asUtc - offset, timeZone) === wall);
}
