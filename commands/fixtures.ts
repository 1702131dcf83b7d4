import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { fixturesMessage } from '../src/messages/fixtures-message.ts';
import { texts } from '../src/messages/texts.ts';
import { refuse, reply } from './answer.ts';
import { EVERYWHERE } from './availability.ts';
import { command } from './command.ts';
import { PRIVATE_OPTION } from './common-options.ts';
import { choicesFor, named } from './names.ts';
import type { Payload } from './options.ts';

const data = {
  name: 'fixtures',
  description: 'What is next, for all or for one club',
  description_localizations: { it: 'Le prossime partite, di tutti o di una squadra' },
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'club',
      name_localizations: { it: 'squadra' },
      description: 'Which club',
      description_localizations: { it: 'Quale squadra' },
      autocomplete: true,
    },
    PRIVATE_OPTION,
  ],
} as const satisfies Payload;

export const fixtures = command({
  data,

  async run({ matches, clubs, reader, now }, { club: typed, ...wish }) {
    const { errors } = texts(reader.locale);
    if (typed === undefined) return reply(fixturesMessage(await matches.fixtures(undefined, now), reader), wish);
    const club = named(typed, clubs, (...unknown) => errors.unknown('club', ...unknown));
    if (!club.ok) return refuse(club.problem);
    return reply(fixturesMessage(await matches.fixtures(club.found.value, now), reader), wish);
  },

  async complete({ clubs }, { typed }) {
    return choicesFor(typed, clubs);
  },
});
