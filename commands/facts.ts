import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { factMessage } from '../src/messages/fact-message.ts';
import { texts } from '../src/messages/texts.ts';
import { withdrawnMessage, workingMessage } from '../src/messages/working-message.ts';
import { type Answer, inPlace, privately, refuse, reply, type Wish } from './answer.ts';
import { EVERYWHERE } from './availability.ts';
import { command } from './command.ts';
import { LANGUAGE_OPTION, PRIVATE_OPTION, TIME_ZONE_OPTION } from './common-options.ts';
import type { Context } from './context.ts';
import { factPage, factSubjects, factsAbout, type Shelf } from './fact-pages.ts';
import { scheduleFacts, stopFacts } from './fact-schedule.ts';
import { choicesFor } from './names.ts';
import type { Payload } from './options.ts';
import { zoneNames } from './schedule-time.ts';

const data = {
  name: 'facts',
  description: 'Facts worth knowing, each with its scope and its source',
  description_localizations: { it: 'Curiosità che vale la pena sapere, con ambito e fonte' },
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'next',
      description: 'A fact that has not been shown here yet',
      description_localizations: { it: 'Una curiosità che qui non si è ancora vista' },
      options: [PRIVATE_OPTION],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'about',
      description: 'Facts about a player, a club, a topic or a match',
      description_localizations: { it: 'Curiosità su un giocatore, una squadra, un tema o una partita' },
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'about',
          name_localizations: { it: 'tema' },
          description: 'Who or what',
          description_localizations: { it: 'Chi o che cosa' },
          required: true,
          autocomplete: true,
        },
        PRIVATE_OPTION,
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'list',
      description: 'All facts, page by page',
      description_localizations: { it: 'Tutte le curiosità, pagina per pagina' },
      options: [PRIVATE_OPTION],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'schedule',
      description: 'Post a fact a day in this channel (needs Manage Server)',
      description_localizations: { it: 'Pubblica una curiosità al giorno in questo canale (serve Gestisci server)' },
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'time',
          name_localizations: { it: 'ora' },
          description: 'When, for instance 09:00',
          description_localizations: { it: 'Quando, per esempio 09:00' },
        },
        TIME_ZONE_OPTION,
        LANGUAGE_OPTION,
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'stop',
      description: 'No more daily facts in this channel (needs Manage Server)',
      description_localizations: { it: 'Niente più curiosità quotidiane in questo canale (serve Gestisci server)' },
    },
  ],
} as const satisfies Payload;

export const facts = command({
  data,

  async run(context, options) {
    switch (options.subcommand) {
      case 'next':
        return nextFact(context, options);
      case 'about': {
        const subject = await factsAbout(options.about, context);
        if (!subject.ok) return refuse(subject.problem);
        return reply(factPage(subject.found, 1, context), options);
      }
      case 'list':
        return reply(factPage(await everything(context), 1, context), options);
      case 'schedule':
        return scheduleFacts(context, options);
      case 'stop':
        return stopFacts(context);
    }
  },

  async complete(context, { option, typed }) {
    return choicesFor(typed, option === 'timezone' ? zoneNames() : await factSubjects(context));
  },

  /**
   * `facts:match:<about>` shows the facts of a match (or of anything else), `facts:list:<page>[:<about>]` turns to a page,
   * `facts:working:<fact>` shows what a fact was computed from.
   */
  async press(context, which, argument = '', ...more) {
    const tooOld = refuse(texts(context.reader.locale).errors.buttonTooOld);
    switch (which) {
      case 'match': {
        const subject = await factsAbout([argument, ...more].join(':'), context);
        return subject.ok ? privately(factPage(subject.found, 1, context)) : tooOld;
      }
      case 'list': {
        const about = more.join(':');
        if (about === '') return inPlace(factPage(await everything(context), Number(argument), context));
        const subject = await factsAbout(about, context);
        return subject.ok ? inPlace(factPage(subject.found, Number(argument), context)) : tooOld;
      }
      case 'working':
        return showWorking(argument, context);
      default:
        return tooOld;
    }
  },

  /** `facts:working`: one of several facts was chosen. */
  async choose(context, [factId = ''], which) {
    return which === 'working'
      ? showWorking(factId, context)
      : refuse(texts(context.reader.locale).errors.buttonTooOld);
  },
});

/** From the channel's own deck; a reader who asks privately has a deck of his own, and takes nothing from the others'. */
async function nextFact({ facts, place, reader, now }: Context, wish: Wish): Promise<Answer> {
  const fact = await facts.next(wish.private ? reader.userId : place.channelId, place.server?.id, now);
  return fact ? reply(factMessage(fact, reader), wish) : refuse(texts(reader.locale).facts.none(undefined));
}

async function everything({ facts, place }: Context): Promise<Shelf> {
  return { facts: await facts.deck(place.server?.id) };
}

function showWorking(factId: string, { facts, reader }: Context): Answer {
  const found = facts.working(factId);
  if (found === 'withdrawn') return privately(withdrawnMessage(reader));
  return found === 'none' ? refuse(texts(reader.locale).working.none) : privately(workingMessage(found, reader));
}
