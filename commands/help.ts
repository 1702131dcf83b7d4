import { helpMessage } from '../src/messages/help-message.ts';
import { privately } from './answer.ts';
import { EVERYWHERE } from './availability.ts';
import { command } from './command.ts';
import type { Payload } from './options.ts';

const data = {
  name: 'help',
  description: 'What Tifo does, and every command',
  description_localizations: { it: 'Che cosa fa Tifo, e tutti i comandi' },
  ...EVERYWHERE,
} as const satisfies Payload;

export const help = command({
  data,
  run: async ({ reader }) => privately(helpMessage(reader)),
});
