import { lineupsMessage } from '../src/messages/lineups-message.ts';
import { reply } from './answer.ts';
import { matchCommand } from './match-command.ts';

export const lineups = matchCommand({
  name: 'lineups',
  description: 'Who plays, who came on, the coaches and the officials',
  description_localizations: { it: 'Chi gioca, chi è entrato, gli allenatori e gli arbitri' },
  show: (state, { reader }, wish) => reply(lineupsMessage(state, reader), wish),
});
