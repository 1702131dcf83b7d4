import { type Instant, MINUTE, SECOND } from '../../../src/match/instant.ts';
import { NEWS_GROUPS } from '../../../src/match/news.ts';
import { almanac } from '../facts/almanac.ts';
import { factsOf } from './facts-of.ts';
import type { Played } from './play.ts';
import { recordingFrom } from './sources.ts';
import type { CardMoment } from './transcript.ts';

/** A match whose texts are stored, and the channels that hear it in a way of their own. */
export interface Golden {
  readonly name: string;
  readonly played: Omit<Played, 'channels'>;
  readonly channels: Played['channels'];
}

/** A match that is suspended, goes on and is abandoned. */
export const ABANDONED: Golden = {
  name: 'abandoned',
  played: {
    recording: recordingFrom('tests/fixtures/matches/abandoned.json'),
    moments: momentsOf('2025-10-18', {
      'after kick-off': '16:02:30',
      'at half-time': '16:50:00',
      'while it is suspended': '17:30:00',
      'after it went on': '17:52:00',
      'after it was abandoned': '18:05:00',
    }),
  },
  channels: {},
};

/** A cup final with VAR, extra time and a shoot-out. */
export const CUP_FINAL: Golden = {
  name: 'cup-final',
  played: {
    recording: recordingFrom('tests/fixtures/matches/cup-final.json'),
    round: 'Final',
    moments: momentsOf('2025-05-24', {
      'after kick-off': '18:33:00',
      'after the first goal': '18:55:00',
      'at half-time': '19:21:00',
      'while VAR looks at it': '19:42:00',
      'after the VAR decision': '19:45:30',
      'after ninety minutes': '20:27:00',
      'in extra time': '20:40:00',
      'at the end of extra time': '21:07:00',
      'in the shoot-out': '21:15:00',
      'at the end': '21:30:00',
    }),
  },
  channels: {
    it: { locale: 'it' },
    'without-spoilers': { spoilers: 'hide' },
    'held-back': { delayMs: 4 * MINUTE + 10 * SECOND },
  },
};

/** The derby, with facts for who wishes for them. */
export const DERBY: Golden = {
  name: 'derby',
  played: {
    recording: recordingFrom('data/matches/2021-11-07-milan-inter.json'),
    facts: factsOf(almanac),
    moments: momentsOf('2021-11-07', {
      'after kick-off': '19:47:00',
      'after both goals': '20:04:00',
      'at half-time': '20:33:30',
      'before the end': '21:29:00',
      'at the end': '21:45:00',
    }),
  },
  channels: {
    'with-facts': { hears: NEWS_GROUPS },
    'with-facts.it': { hears: NEWS_GROUPS, locale: 'it' },
    'with-facts.without-spoilers': { hears: NEWS_GROUPS, spoilers: 'hide' },
  },
};

function momentsOf(day: string, times: Readonly<Record<string, string>>): readonly CardMoment[] {
  const instant = (time: string): Instant => Date.parse(`${day}T${time}Z`);
  return Object.entries(times).map(([title, time]) => ({ title, at: instant(time) }));
}
