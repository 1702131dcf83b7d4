import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { pointsRaceMessage, tableAsText, tableInWords, tableMessage } from '../src/messages/table-message.ts';
import { texts } from '../src/messages/texts.ts';
import { privately, refuse, reply } from './answer.ts';
import { askedTable, momentOf, noTable, seasonNames } from './asked-table.ts';
import { EVERYWHERE } from './availability.ts';
import { command } from './command.ts';
import { PRIVATE_OPTION } from './common-options.ts';
import { choicesFor } from './names.ts';
import type { Payload } from './options.ts';
import { picturedAt } from './pictured-at.ts';

const data = {
  name: 'table',
  description: 'The table of a season: now, after so many games, or on a day',
  description_localizations: { it: 'La classifica di una stagione: adesso, dopo tante partite o in un giorno' },
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'competition',
      name_localizations: { it: 'torneo' },
      description: 'Which competition; without one, that of the match that matters now',
      description_localizations: { it: 'Quale torneo; se manca, quello della partita che conta adesso' },
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'season',
      name_localizations: { it: 'stagione' },
      description: 'Which season, for instance 2021-22',
      description_localizations: { it: 'Quale stagione, per esempio 2021-22' },
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'after',
      name_localizations: { it: 'dopo' },
      description: 'After how many games each, for instance 12, or on which day, for instance 2021-11-07',
      description_localizations: { it: 'Dopo quante partite a testa, per esempio 12, o in che giorno: 2021-11-07' },
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'view',
      name_localizations: { it: 'vista' },
      description: 'The table, or how the leaders came to their points',
      description_localizations: { it: 'La classifica, o come le prime sono arrivate ai loro punti' },
      choices: [
        { name: 'Table', name_localizations: { it: 'Classifica' }, value: 'table' },
        { name: 'Points race', name_localizations: { it: 'Corsa ai punti' }, value: 'race' },
      ],
    },
    PRIVATE_OPTION,
  ],
} as const satisfies Payload;

/** More lines than these, and the marked clubs', nobody tells apart. */
const RACING = 5;

export const table = command({
  data,

  async run(context, { private: alone = false, view = 'table', ...asked }) {
    const { tables, reader, place, now } = context;
    const wanted = await askedTable(asked, context);
    if (!wanted.ok) return refuse(wanted.problem);
    const { request, marked } = wanted.found;
    const find = await tables.table(request, now);
    if (!find.ok) return refuse(noTable(find, request, context));
    const shown = { ...find.table, marked };
    if (view === 'race') {
      const leaders = shown.rows.slice(0, RACING).map(({ club }) => club);
      const racers = tables.pointsOver(shown, [...leaders, ...marked]);
      return reply(picturedAt(place, pointsRaceMessage(shown, racers, reader)), { private: alone });
    }
    return reply(picturedAt(place, tableMessage(shown, reader)), { private: alone });
  },

  async complete(context, { option, typed, filled }) {
    if (option === 'competition') return choicesFor(typed, context.tables.competitions);
    return choicesFor(typed, await seasonNames(filled['competition'], context));
  },

  /**
   * `table:words:<competition>:<season>[:<games or day>[:<home>:<away>]]` says the same table in sentences,
   * `table:text[~<club>…]:…` in columns, clubs marked.
   */
  async press({ tables, reader, now }, asked = '', competition = '', season = '', typed, home, away) {
    const { errors } = texts(reader.locale);
    const moment = typed === undefined ? ({ kind: 'latest' } as const) : momentOf(typed);
    const [what, ...marked] = asked.split('~');
    const message = what === 'text' ? tableAsText : what === 'words' ? tableInWords : undefined;
    if (!message || !moment) return refuse(errors.buttonTooOld);
    const without = home !== undefined && away !== undefined ? { home, away } : undefined;
    const then = moment.kind === 'day' && without ? { ...moment, without } : moment;
    const find = await tables.table({ competition, season, moment: then }, now);
    return find.ok ? privately(message({ ...find.table, marked }, reader)) : refuse(errors.buttonTooOld);
  },
});
