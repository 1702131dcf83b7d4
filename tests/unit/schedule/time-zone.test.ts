import { expect, it } from 'vitest';
import { CITIES } from '../../../src/schedule/cities.ts';
import { citiesIn, findTimeZone, timeZones } from '../../../src/schedule/time-zone.ts';

it.each([
  ['Europe/Rome', 'Europe/Rome'],
  [' europe/ROME ', 'Europe/Rome'],
  ['america/new york', 'America/New_York'],
  ['utc', 'UTC'],
  ['Milan', 'Europe/Rome'],
  ['milano', 'Europe/Rome'],
  ['Rome', 'Europe/Rome'],
  ['New York', 'America/New_York'],
  ['london', 'Europe/London'],
  ['São Paulo', 'America/Sao_Paulo'],
  ['Zürich', 'Europe/Zurich'],
  ['NYC', 'America/New_York'],
])('a time zone is found from %j', (text, zone) => {
  expect(findTimeZone(text)).toBe(zone);
});

it('a time zone is found by a name that is no longer, or not yet, the usual one', () => {
  expect(findTimeZone('Asia/Calcutta')).toBe(findTimeZone('asia/kolkata'));
  expect(findTimeZone('asia/kolkata')).toBeDefined();
});

it('a time zone of a city is one that there is, and no city lies in two', () => {
  const zones = timeZones();
  const names = zones.flatMap((zone) => citiesIn(zone).map((city) => [city, findTimeZone(city)] as const));
  expect(names.length).toBeGreaterThan(100);
  for (const zone of zones) for (const city of citiesIn(zone)) expect(findTimeZone(city), city).toBe(zone);
  expect(CITIES.filter(([zone]) => !zones.includes(findTimeZone(zone) ?? ''))).toEqual([]);
});

it.each(['', 'Europe/Milan', '+01:00', 'GMT+1 or so', '../etc/passwd', 'Mars/Olympus'])(
  'a time zone does not exist as %j',
  (text) => {
    expect(findTimeZone(text)).toBeUndefined();
  },
);

it('a time zone is one of a list without doubles, in which each finds itself', () => {
  const zones = timeZones();
  expect(zones).toContain('Europe/Rome');
  expect(new Set(zones).size).toBe(zones.length);
  expect(zones.filter((zone) => findTimeZone(zone) !== zone)).toEqual([]);
});
