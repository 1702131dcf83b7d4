import { timelineMessage } from '../src/messages/timeline-message.ts';
import { reply } from './answer.ts';
import { matchCommand } from './match-command.ts';

export const timeline = matchCommand({
  name: 'timeline',
  description: 'Everything that happened in a match, minute by minute',
  description_localizations: { it: 'Tutto quello che è successo in una partita, minuto per minuto' },
  show: (state, { reader }, wish) => reply(timelineMessage(state, reader), wish),
});
