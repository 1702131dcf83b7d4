import { describe } from 'vitest';
import { readsRight } from './reads-right.ts';
import { recordingFrom } from './sources.ts';

const at = (time: string) => Date.parse(`2025-10-18T${time}Z`);

const moments = [
  { title: 'after kick-off', at: at('16:02:30') },
  { title: 'at half-time', at: at('16:50:00') },
  { title: 'while it is suspended', at: at('17:30:00') },
  { title: 'after it went on', at: at('17:52:00') },
  { title: 'after it was abandoned', at: at('18:05:00') },
];

describe('a match that is suspended, goes on and is abandoned', () => {
  readsRight('abandoned', { recording: recordingFrom('tests/fixtures/matches/abandoned.json'), moments });
});
