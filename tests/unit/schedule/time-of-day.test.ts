import { expect, it } from 'vitest';
import { parseTimeOfDay, timeOfCron } from '../../../src/schedule/time-of-day.ts';

it('a time of day is unknown for an expression that fires otherwise', () => {
  expect(['* * * * *', '0 9 * * 1', '0 9,21 * * *'].map(timeOfCron)).toEqual([undefined, undefined, undefined]);
});

it.each([
  ['09:00', '09:00', '0 9 * * *'],
  ['9:00', '09:00', '0 9 * * *'],
  ['9.30', '09:30', '30 9 * * *'],
  [' 21h05 ', '21:05', '5 21 * * *'],
  ['9', '09:00', '0 9 * * *'],
  ['9 am', '09:00', '0 9 * * *'],
  ['21.30', '21:30', '30 21 * * *'],
  ['21h', '21:00', '0 21 * * *'],
  ['0930', '09:30', '30 9 * * *'],
  ['00:00', '00:00', '0 0 * * *'],
  ['23:59', '23:59', '59 23 * * *'],
  ['7pm', '19:00', '0 19 * * *'],
  ['7:30 PM', '19:30', '30 19 * * *'],
  ['7 a.m.', '07:00', '0 7 * * *'],
  ['12am', '00:00', '0 0 * * *'],
  ['12:15pm', '12:15', '15 12 * * *'],
])('a time of day is read from %j as %s', (text, time, cron) => {
  expect(parseTimeOfDay(text)).toEqual({ ok: true, time, cron });
  expect(timeOfCron(cron)).toBe(time);
});

it.each(['', '24:00', '9:60', '25', '13pm', '0am', 'soon', '-1:00', '9:0', '9:00:00', '0 9 * * *', '٩:٠٠'])(
  'a time of day is impossible as %j',
  (text) => {
    expect(parseTimeOfDay(text)).toEqual({ ok: false, reason: 'impossible-time' });
  },
);
