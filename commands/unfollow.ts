import { channelMention } from '../src/messages/following-message.ts';
import { noticeMessage } from '../src/messages/notice-message.ts';
import { texts } from '../src/messages/texts.ts';
import { privately, refuse } from './answer.ts';
import { FOR_ADMINS } from './availability.ts';
import { command } from './command.ts';
import { choicesFor } from './names.ts';
import type { Payload } from './options.ts';
import { namedTargets, TARGET_OPTIONS, targetNames } from './targets.ts';

const data = {
  name: 'unfollow',
  description: 'Stop posting about a club, a competition or a match in this channel',
  description_localizations: { it: 'Smetti di pubblicare in questo canale su una squadra, un torneo o una partita' },
  ...FOR_ADMINS,
  options: [...TARGET_OPTIONS],
} as const satisfies Payload;

export const unfollow = command({
  data,

  async run(context, typed) {
    const { follows, place, reader } = context;
    const say = texts(reader.locale).follow;
    const targets = await namedTargets(context, typed);
    if (!targets.ok) return refuse(targets.problem);
    const channel = channelMention(place.channelId);
    const lines: string[] = [];
    for (const { target, what } of targets.found) {
      const stopped = await follows.unfollow(place.channelId, target);
      lines.push(stopped ? say.stopped(what, channel) : say.nothingToStop(what, channel));
    }
    return privately(noticeMessage(lines.join('\n')));
  },

  /** Only what the channel follows. */
  async complete(context, { option, typed }) {
    const followed = await context.follows.inChannel(context.place.channelId);
    const names = await targetNames(option, context);
    return choicesFor(
      typed,
      names.filter(({ value }) => followed.some(({ target }) => target.kind === option && target.id === value)),
    );
  },
});
