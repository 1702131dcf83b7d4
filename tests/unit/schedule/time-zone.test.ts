import { describe, expect, it } from 'vitest';
import { findTimeZone, timeZones } from '../../../src/schedule/time-zone.ts';

describe('a time zone', () => {
  it.each([
    ['Europe/Rome', 'Europe/Rome'],
    [' europe/ROME ', 'Europe/Rome'],
    ['america/new york', 'America/New_York'],
    ['utc', 'UTC'],
  ])('is found from %j', (text, zone) => {
    expect(findTimeZone(text)).toBe(zone);
  });

  it('is found by a name that is no longer, or not yet, the usual one', () => {
    expect(findTimeZone('Asia/Calcutta')).toBe(findTimeZone('asia/kolkata'));
    expect(findTimeZone('asia/kolkata')).toBeDefined();
  });

  it.each(['', 'Europe/Milan', '+01:00', 'GMT+1 or so', '../etc/passwd', 'Mars/Olympus'])(
    'does not exist as %j',
    (text) => {
      expect(findTimeZone(text)).toBeUndefined();
    },
  );

  it('is one of a list without doubles, in which each finds itself', () => {
    const zones = timeZones();
    expect(zones).toContain('Europe/Rome');
    expect(new Set(zones).size).toBe(zones.length);
    expect(zones.filter((zone) => findTimeZone(zone) !== zone)).toEqual([]);
  });
});
