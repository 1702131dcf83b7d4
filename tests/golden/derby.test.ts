import { describe } from 'vitest';
import { NEWS_GROUPS } from '../../src/match/news.ts';
import { almanac } from '../unit/data/almanac.ts';
import { factsOf } from '../unit/live/facts-of.ts';
import { readsRight } from './reads-right.ts';
import { recordingFrom } from './sources.ts';

const at = (time: string) => Date.parse(`2021-11-07T${time}Z`);

const moments = [
  { title: 'after kick-off', at: at('19:47:00') },
  { title: 'after both goals', at: at('20:04:00') },
  { title: 'at half-time', at: at('20:33:30') },
  { title: 'before the end', at: at('21:29:00') },
  { title: 'at the end', at: at('21:45:00') },
];

describe('the derby', () => {
  const recording = recordingFrom('data/matches/2021-11-07-milan-inter.json');
  readsRight(
    'derby',
    { recording, moments, facts: factsOf(almanac) },
    {
      'with-facts': { hears: NEWS_GROUPS },
      'with-facts.it': { hears: NEWS_GROUPS, locale: 'it' },
      'with-facts.without-spoilers': { hears: NEWS_GROUPS, spoilers: 'hide' },
    },
  );
});
