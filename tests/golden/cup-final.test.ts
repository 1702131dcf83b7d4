import { describe } from 'vitest';
import { MINUTE, SECOND } from '../../src/match/instant.ts';
import { readsRight } from './reads-right.ts';
import { recordingFrom } from './sources.ts';

const at = (time: string) => Date.parse(`2025-05-24T${time}Z`);

const moments = [
  { title: 'after kick-off', at: at('18:33:00') },
  { title: 'after the first goal', at: at('18:55:00') },
  { title: 'at half-time', at: at('19:21:00') },
  { title: 'while VAR looks at it', at: at('19:42:00') },
  { title: 'after the VAR decision', at: at('19:45:30') },
  { title: 'after ninety minutes', at: at('20:27:00') },
  { title: 'in extra time', at: at('20:40:00') },
  { title: 'at the end of extra time', at: at('21:07:00') },
  { title: 'in the shoot-out', at: at('21:15:00') },
  { title: 'at the end', at: at('21:30:00') },
];

describe('the cup final, with VAR, extra time and a shoot-out', () => {
  const recording = recordingFrom('tests/fixtures/matches/cup-final.json');
  readsRight(
    'cup-final',
    { recording, round: 'Final', moments },
    {
      it: { locale: 'it' },
      'without-spoilers': { spoilers: 'hide' },
      'held-back': { delayMs: 4 * MINUTE + 10 * SECOND },
    },
  );
});
