import {
  type APIApplicationCommandBooleanOption,
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';

/** Options that several commands have, so that they are named and explained the same everywhere. */

export const MATCH_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'match',
  name_localizations: { it: 'partita' },
  description: 'Which match; without one, the match that matters now',
  description_localizations: { it: 'Quale partita; se manca, quella che conta adesso' },
  autocomplete: true,
} as const satisfies APIApplicationCommandStringOption;

export const PRIVATE_OPTION = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'private',
  name_localizations: { it: 'privato' },
  description: 'Show the answer to you alone',
  description_localizations: { it: 'Mostra la risposta solo a te' },
} as const satisfies APIApplicationCommandBooleanOption;

/** The language of what is posted; the server's own unless said. */
export const LANGUAGE_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'language',
  name_localizations: { it: 'lingua' },
  description: "The language of the posts; without one, the server's",
  description_localizations: { it: 'La lingua dei messaggi; se manca, quella del server' },
  choices: [
    { name: 'English', value: 'en' },
    { name: 'Italiano', value: 'it' },
  ],
} as const satisfies APIApplicationCommandStringOption;

/** In which zone a time of day is meant. */
export const TIME_ZONE_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'timezone',
  name_localizations: { it: 'fuso' },
  description: 'In which time zone or big city, for instance Europe/Rome or Milan',
  description_localizations: { it: 'In quale fuso orario o grande città, per esempio Europe/Rome o Milano' },
  autocomplete: true,
} as const satisfies APIApplicationCommandStringOption;
