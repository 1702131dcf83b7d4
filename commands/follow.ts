import { channelMention } from '../src/messages/following-message.ts';
import { noticeMessage } from '../src/messages/notice-message.ts';
import { texts } from '../src/messages/texts.ts';
import type { FollowOutcome } from '../src/subscriptions/follow-target.ts';
import { privately, refuse } from './answer.ts';
import { FOR_ADMINS } from './availability.ts';
import { command } from './command.ts';
import { LANGUAGE_OPTION } from './common-options.ts';
import { choicesFor } from './names.ts';
import type { Payload } from './options.ts';
import { postingPlace } from './posting-place.ts';
import { type NamedTarget, namedTargets, TARGET_OPTIONS, targetNames } from './targets.ts';

const data = {
  name: 'follow',
  description: 'Post goals and final results in this channel: of a club, a competition or a match',
  description_localizations: {
    it: 'Pubblica in questo canale gol e risultati finali di una squadra, un torneo o una partita',
  },
  ...FOR_ADMINS,
  options: [...TARGET_OPTIONS, LANGUAGE_OPTION],
} as const satisfies Payload;

export const follow = command({
  data,

  async run(context, { language, ...typed }) {
    const { follows, reader, now } = context;
    const say = texts(reader.locale).follow;
    const place = postingPlace(context);
    if (!place.ok) return refuse(place.problem);
    const targets = await namedTargets(context, typed);
    if (!targets.ok) return refuse(targets.problem);

    const { guildId, channelId, locale } = place.found;
    const channel = channelMention(channelId);
    const lines: string[] = [];
    for (const { target, what } of targets.found) {
      const wish = { guildId, channelId, target, locale: language ?? locale, createdAt: now };
      lines.push(outcomeLine(await follows.follow(wish), what));
    }
    return privately(noticeMessage(lines.join('\n')));

    function outcomeLine(outcome: FollowOutcome, what: NamedTarget['what']): string {
      switch (outcome.kind) {
        case 'added':
          return say.added(what, channel);
        case 'unchanged':
          return say.already(what, channel);
        case 'resumed':
          return say.resumed(what, channel, outcome.why);
      }
    }
  },

  async complete(context, { option, typed }) {
    return choicesFor(typed, await targetNames(option, context));
  },
});
