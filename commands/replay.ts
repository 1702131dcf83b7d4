import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { channelMention } from '../src/messages/following-message.ts';
import { noticeMessage } from '../src/messages/notice-message.ts';
import { fixtureLine } from '../src/messages/score-line.ts';
import type { Grant } from '../src/messages/texts/hearing-texts.ts';
import { texts } from '../src/messages/texts.ts';
import { privately, refuse } from './answer.ts';
import { IN_SERVERS } from './availability.ts';
import { command } from './command.ts';
import { MATCH_OPTION } from './common-options.ts';
import type { Context } from './context.ts';
import { matchNames } from './match-names.ts';
import { choicesFor, named } from './names.ts';
import type { Payload } from './options.ts';
import { lacking } from './posting-place.ts';
import type { ReplayStart } from './services.ts';

/** What a private thread in a channel takes. */
const NEEDED: readonly Grant[] = ['view', 'embed', 'private-threads', 'send-in-threads'];

/** A match of two hours in two minutes. */
const USUAL_SPEED = 60;

const data = {
  name: 'replay',
  description: 'Play a recorded match once more, in a private thread of your own',
  description_localizations: { it: 'Rigioca una partita registrata, in un thread privato tutto tuo' },
  ...IN_SERVERS,
  options: [
    {
      ...MATCH_OPTION,
      description: 'Which recorded match; without one, the first in the list',
      description_localizations: { it: "Quale partita registrata; se manca, la prima dell'elenco" },
    },
    {
      type: ApplicationCommandOptionType.Integer,
      name: 'speed',
      name_localizations: { it: 'velocità' },
      description: 'How fast; 60 times unless you say',
      description_localizations: { it: 'Quanto veloce; se manca, 60 volte' },
      choices: [
        { name: '1× (real time)', name_localizations: { it: '1× (tempo reale)' }, value: 1 },
        { name: '10×', value: 10 },
        { name: '60× (about two minutes)', name_localizations: { it: '60× (circa due minuti)' }, value: 60 },
        { name: '600×', value: 600 },
      ],
    },
  ],
} as const satisfies Payload;

export const replay = command({
  data,

  async run(context, { match: typed, speed = USUAL_SPEED }) {
    const { replays, place, reader } = context;
    const say = texts(reader.locale);
    if (!place.server) return refuse(say.errors.notInServer);
    const missing = lacking(place, NEEDED);
    if (missing.length > 0) return refuse(say.errors.botLacks(missing, channelMention(place.channelId)));
    const recorded = replays.recorded();
    if (recorded.length === 0) return refuse(say.replay.nothing);
    const names = matchNames(recorded, reader.locale);
    const name =
      typed === undefined ? undefined : named(typed, names, (...what) => say.errors.unknown('match', ...what));
    if (name && !name.ok) return refuse(name.problem);
    const match = name ? recorded.find(({ id }) => id === name.found.value) : recorded[0];
    if (!match) return refuse(say.replay.nothing);

    const { id: guildId } = place.server;
    const { channelId } = place;
    const { userId, locale } = reader;
    const start = await replays.start({ guildId, channelId, userId, matchId: match.id, speed, locale });
    if (!start.ok) return refuse(refusal(start.reason, context));
    const thread = channelMention(start.threadId);
    return privately(noticeMessage(say.replay.started(fixtureLine(match, say), speed, thread)));
  },

  async complete({ replays, reader }, { typed }) {
    return choicesFor(typed, matchNames(replays.recorded(), reader.locale));
  },
});

function refusal(reason: Extract<ReplayStart, { ok: false }>['reason'], { place, reader }: Context): string {
  const { errors, replay } = texts(reader.locale);
  switch (reason) {
    case 'no-permission':
      return errors.botLacks(['private-threads', 'send-in-threads'], channelMention(place.channelId));
    case 'too-many':
      return replay.tooMany;
    case 'refused':
      return replay.refused;
  }
}
