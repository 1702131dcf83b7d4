import {
  type APIApplicationCommandBooleanOption,
  type APIApplicationCommandIntegerOption,
  type APIApplicationCommandRoleOption,
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import { SECOND } from '../src/match/instant.ts';
import { type Hearing, LONGEST_DELAY } from '../src/subscriptions/subscription.ts';
import { LANGUAGE_OPTION } from './common-options.ts';
import type { OptionsOf } from './options.ts';

const DELAY_OPTION = {
  type: ApplicationCommandOptionType.Integer,
  name: 'delay',
  name_localizations: { it: 'ritardo' },
  description: 'Hold posts back so many seconds, for those whose stream lags',
  description_localizations: { it: 'Trattieni i messaggi per tanti secondi, per chi guarda in differita' },
  min_value: 0,
  max_value: LONGEST_DELAY / SECOND,
} as const satisfies APIApplicationCommandIntegerOption;

const SPOILERS_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'spoilers',
  name_localizations: { it: 'spoiler' },
  description: 'Show scores at once, or keep them covered until a reader asks',
  description_localizations: { it: 'Mostra subito i punteggi, o tienili coperti finché qualcuno non li chiede' },
  choices: [
    { name: 'Show', name_localizations: { it: 'Mostra' }, value: 'show' },
    { name: 'Hide until asked', name_localizations: { it: 'Nascondi finché non li si chiede' }, value: 'hide' },
  ],
} as const satisfies APIApplicationCommandStringOption;

const THREAD_OPTION = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'thread',
  name_localizations: { it: 'thread' },
  description: 'Give each match a thread of its own',
  description_localizations: { it: 'Apri un thread per ogni partita' },
} as const satisfies APIApplicationCommandBooleanOption;

const PING_OPTION = {
  type: ApplicationCommandOptionType.Role,
  name: 'ping',
  name_localizations: { it: 'menzione' },
  description: 'A role to ping for goals, kick-off and the result',
  description_localizations: { it: "Un ruolo da menzionare per i gol, l'inizio e il risultato" },
} as const satisfies APIApplicationCommandRoleOption;

/** How a channel wishes to hear. What is left out stays as it was. */
export const HEARING_OPTIONS = [DELAY_OPTION, SPOILERS_OPTION, THREAD_OPTION, PING_OPTION, LANGUAGE_OPTION] as const;

/** As much of a hearing as a reader filled in. */
export function wishedHearing({
  delay,
  spoilers,
  thread,
  ping,
  language,
}: OptionsOf<{ readonly options: typeof HEARING_OPTIONS }>): Partial<Hearing> {
  return {
    ...(delay !== undefined && { delayMs: delay * SECOND }),
    ...(spoilers !== undefined && { spoilers }),
    ...(thread !== undefined && { thread }),
    ...(ping !== undefined && { pingRole: ping }),
    ...(language !== undefined && { locale: language }),
  };
}
