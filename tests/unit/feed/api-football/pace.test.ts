import { expect, it } from 'vitest';
import { paceOf } from '../../../../src/feed/api-football/pace.ts';
import type { Watched } from '../../../../src/feed/api-football/watched.ts';
import { MINUTE, SECOND } from '../../../../src/match/instant.ts';
import { DERBY, KICK_OFF } from './given.ts';

const MIDDLE = KICK_OFF + 25 * MINUTE;

function watched(now: number, more: Partial<Watched> = {}): Watched {
  const heard = { phase: 'first-half', heardAt: now, phaseSince: KICK_OFF, seenLive: true } as const;
  return { fixtureId: 7, code: 135, match: DERBY, ...heard, ...more };
}

const pace = (now: number, left: number, ...all: Watched[]) => paceOf({ now, left, watched: all });

it('is slower at half-time than in play, and faster after a goal and when the last whistle is near', () => {
  const played = pace(MIDDLE, 40, watched(MIDDLE)).liveEveryMs;
  const breakAt = KICK_OFF + 50 * MINUTE;
  expect(pace(breakAt, 40, watched(breakAt, { phase: 'half-time', phaseSince: breakAt })).liveEveryMs).toBeGreaterThan(
    1.5 * played,
  );
  expect(pace(MIDDLE, 40, watched(MIDDLE, { scoredAt: MIDDLE - MINUTE })).liveEveryMs).toBeLessThan(0.7 * played);
  const late = KICK_OFF + 112 * MINUTE;
  const ending = watched(late, { phase: 'second-half', mayEndAt: late - 3 * MINUTE });
  expect(pace(late, 14, ending).liveEveryMs).toBeLessThanOrEqual(90 * SECOND);
});

it('is a look within a minute and a half for a goal that has no name yet, though few calls are left', () => {
  const scored = { scoredAt: MIDDLE };
  const named = pace(MIDDLE, 20, watched(MIDDLE, scored)).liveEveryMs;
  expect(named).toBeGreaterThan(2 * MINUTE);
  expect(pace(MIDDLE, 20, watched(MIDDLE, { ...scored, hasUnnamed: true })).liveEveryMs).toBe(90 * SECOND);
});

it('goes on to the end by the clock where nobody could be asked since', () => {
  const late = KICK_OFF + 114 * MINUTE;
  const unheard = watched(MIDDLE, { heardAt: MIDDLE });
  expect(pace(late, 12, unheard).liveEveryMs).toBeLessThanOrEqual(90 * SECOND);
});

it('waits a minute for a kick-off, unless there are calls enough', () => {
  const waiting = watched(KICK_OFF, { phase: 'scheduled', seenLive: false });
  expect(pace(KICK_OFF, 90, waiting).liveEveryMs).toBe(Number.POSITIVE_INFINITY);
  expect(pace(KICK_OFF, 7_000, waiting).liveEveryMs).toBe(15 * SECOND);
  expect(pace(KICK_OFF + MINUTE, 90, waiting).liveEveryMs).toBeLessThanOrEqual(90 * SECOND);
});

it('is not held up for hours by a match that the provider has forgotten to end', () => {
  const night = KICK_OFF + 3 * 60 * MINUTE;
  const forgotten = watched(night, { phase: 'second-half', mayEndAt: KICK_OFF + 110 * MINUTE });
  expect(pace(night, 14, forgotten).liveEveryMs).toBeGreaterThan(2 * MINUTE);
});

it('is short when only the calls for ends are left', () => {
  expect(pace(MIDDLE, 3, watched(MIDDLE))).toMatchObject({ isShort: true, liveEveryMs: Number.POSITIVE_INFINITY });
  expect(pace(MIDDLE, 60, watched(MIDDLE)).isShort).toBe(false);
});
