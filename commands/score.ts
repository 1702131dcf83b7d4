import { scoreMessage } from '../src/messages/score-message.ts';
import { reply } from './answer.ts';
import { matchCommand } from './match-command.ts';

export const score = matchCommand({
  name: 'score',
  description: 'The score of a match, who scored and when',
  description_localizations: { it: 'Il punteggio di una partita, chi ha segnato e quando' },
  show: (state, { reader }, wish) => reply(scoreMessage(state, reader), wish),
});
