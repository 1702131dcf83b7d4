import { type APIApplicationCommandStringOption, ApplicationCommandOptionType } from 'discord-api-types/v10';
import { findSeason } from '../src/facts/season.ts';
import { plain } from '../src/messages/escape.ts';
import { headToHeadMessage } from '../src/messages/head-to-head-message.ts';
import { texts } from '../src/messages/texts.ts';
import { refuse, reply } from './answer.ts';
import { noSeason, seasonNames } from './asked-table.ts';
import { EVERYWHERE } from './availability.ts';
import { command } from './command.ts';
import { PRIVATE_OPTION } from './common-options.ts';
import { choicesFor, named } from './names.ts';
import type { Payload } from './options.ts';
import { picturedAt } from './pictured-at.ts';

const VENUE_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'venue',
  name_localizations: { it: 'campo' },
  description: 'Where, seen from the first club; without one, everywhere',
  description_localizations: { it: 'Dove, visto dalla prima squadra; se manca, ovunque' },
  choices: [
    { name: 'At home', name_localizations: { it: 'In casa' }, value: 'home' },
    { name: 'Away', name_localizations: { it: 'In trasferta' }, value: 'away' },
  ],
} as const satisfies APIApplicationCommandStringOption;

const data = {
  name: 'h2h',
  description: 'What two clubs made of each other: wins, goals, last meetings, runs',
  description_localizations: { it: 'I precedenti fra due squadre: vittorie, gol, ultimi incontri, serie' },
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'club',
      name_localizations: { it: 'squadra' },
      description: 'The first club',
      description_localizations: { it: 'La prima squadra' },
      required: true,
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'opponent',
      name_localizations: { it: 'avversaria' },
      description: 'The other club',
      description_localizations: { it: "L'altra squadra" },
      required: true,
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'since',
      name_localizations: { it: 'dal' },
      description: 'The first season that counts, for instance 2010-11; without one, all there are',
      description_localizations: { it: 'La prima stagione che conta, per esempio 2010-11; se manca, tutte' },
      autocomplete: true,
    },
    VENUE_OPTION,
    PRIVATE_OPTION,
  ],
} as const satisfies Payload;

export const h2h = command({
  data,

  async run(context, { club, opponent, since, venue, ...wish }) {
    const { clubs, tables, reader, place, now } = context;
    const { errors, headToHead, table } = texts(reader.locale);
    const clubNamed = (typed: string) => named(typed, clubs, (...unknown) => errors.unknown('club', ...unknown));
    const [a, b] = [clubNamed(club), clubNamed(opponent)];
    if (!a.ok) return refuse(a.problem);
    if (!b.ok) return refuse(b.problem);
    if (a.found.value === b.found.value) return refuse(headToHead.sameClub(plain(a.found.label)));

    const [competition] = tables.competitions;
    const seasons = competition ? await tables.seasons(competition.value, now) : [];
    const season = since === undefined ? undefined : findSeason(since, seasons);
    if (since !== undefined && !season) return refuse(noSeason(since, seasons, competition?.label ?? '', context));
    const found = await tables.meetings(
      {
        clubs: [a.found.value, b.found.value],
        ...(season && { since: season.name }),
        ...(venue !== undefined && { venue }),
      },
      now,
    );
    if (!found) return refuse(table.nothing);
    const message = headToHeadMessage(found, reader);
    return found.balance.played > 0 ? reply(picturedAt(place, message), wish) : refuse(message.content);
  },

  async complete(context, { option, typed, filled }) {
    if (option === 'since') return choicesFor(typed, await seasonNames(undefined, context));
    // Once one club is chosen it is no opponent of itself.
    const other = filled[option === 'club' ? 'opponent' : 'club'];
    return choicesFor(
      typed,
      context.clubs.filter(({ value }) => value !== other),
    );
  },
});
