import { expect, it } from 'vitest';
import { playerSide } from '../../../src/match/event.ts';
import { compareMinutes, formatMinute, minutesApart, periodOf } from '../../../src/match/minute.ts';
import { leader, scoreOf, shootOutOf } from '../../../src/match/score.ts';
import { goal } from '../../support/match/build.ts';

it('the score counts goals for the side credited and nothing else', () => {
  const score = scoreOf([
    goal(11, 'away', 'Çalhanoğlu', { manner: 'penalty' }),
    goal(17, 'home', 'de Vrij', { manner: 'own-goal' }),
    { kind: 'missed-penalty', minute: { base: 27 }, side: 'away', outcome: 'saved' },
    { kind: 'shoot-out-kick', side: 'away', scored: true },
  ]);
  expect(score).toEqual({ home: 1, away: 1 });
  expect(leader(score)).toBeNull();
});

it('the score keeps the kicks of a shoot-out apart', () => {
  expect(
    shootOutOf([
      { kind: 'shoot-out-kick', side: 'away', scored: true },
      { kind: 'shoot-out-kick', side: 'home', scored: false },
      goal(90, 'home'),
    ]),
  ).toEqual({ home: 0, away: 1 });
});

it('an own goal stands under the side it counts for, while its player is of the other', () => {
  const own = goal(17, 'home', 'de Vrij', { manner: 'own-goal' });
  expect(own.side).toBe('home');
  expect(playerSide(own)).toBe('away');
});

it('a minute shows added time beside the base', () => {
  expect([formatMinute({ base: 11 }), formatMinute({ base: 45, added: 2 })]).toEqual(["11'", "45+2'"]);
});

it('a minute sorts added time of the first half before the second half', () => {
  expect(compareMinutes({ base: 45, added: 3 }, { base: 46 })).toBeLessThan(0);
  expect([
    periodOf({ base: 45, added: 3 }),
    periodOf({ base: 46 }),
    periodOf({ base: 91 }),
    periodOf({ base: 106 }),
  ]).toEqual([1, 2, 3, 4]);
  expect(minutesApart({ base: 45, added: 2 }, { base: 50 })).toBe(3);
});
