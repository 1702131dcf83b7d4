import { type APIApplicationCommandStringOption, ApplicationCommandOptionType } from 'discord-api-types/v10';
import { plain } from '../src/messages/escape.ts';
import { channelMention } from '../src/messages/following-message.ts';
import { noticeMessage } from '../src/messages/notice-message.ts';
import { texts } from '../src/messages/texts.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';
import { privately, refuse } from './answer.ts';
import { FOR_ADMINS } from './availability.ts';
import { type AnyOptions, command } from './command.ts';
import type { Context } from './context.ts';
import { channelNames } from './followed-channels.ts';
import { choicesFor } from './names.ts';
import type { Payload } from './options.ts';
import {
  followedInServer,
  type NamedTarget,
  namedTargets,
  TARGET_OPTIONS,
  targetName,
  targetNames,
} from './targets.ts';

const CHANNEL_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'channel',
  name_localizations: { it: 'canale' },
  description: 'Another channel than this one, for instance one that is gone',
  description_localizations: { it: 'Un canale diverso da questo, per esempio uno che non esiste più' },
  autocomplete: true,
} as const satisfies APIApplicationCommandStringOption;

const data = {
  name: 'unfollow',
  description: 'Stop posting about a club, a competition or a match in a channel',
  description_localizations: { it: 'Smetti di pubblicare in un canale su una squadra, un torneo o una partita' },
  ...FOR_ADMINS,
  options: [...TARGET_OPTIONS, CHANNEL_OPTION],
} as const satisfies Payload;

export const unfollow = command({
  data,

  async run(context, options) {
    const { follows, place, reader } = context;
    const { errors, follow: say } = texts(reader.locale);
    if (!place.server) return refuse(errors.notInServer);
    const elsewhere = channelIn(options);
    const followed = await followedIn(elsewhere ?? place.channelId, context);
    // Whatever is typed, only this server's own channels are touched.
    if (elsewhere !== undefined && followed.length === 0) return refuse(errors.nothingInChannel);
    const targets = await namedTargets(context, options, await namesOf(followed, context));
    if (!targets.ok) return refuse(targets.problem);
    const channelId = elsewhere ?? place.channelId;
    const lines: string[] = [];
    for (const { target, name } of targets.found) {
      const what = { kind: target.kind, label: plain(name) };
      const stopped = await follows.unfollow(channelId, target);
      lines.push((stopped ? say.stopped : say.nothingToStop)(what, channelMention(channelId)));
    }
    return privately(noticeMessage(lines.join('\n')));
  },

  /** Only what the channel follows, and only channels that follow something. */
  async complete(context, { option, typed, filled }) {
    if (option === 'channel') return choicesFor(typed, await channelNames(context));
    const followed = await namesOf(await followedIn(channelIn(filled) ?? context.place.channelId, context), context);
    const ours = followed.filter(({ target }) => target.kind === option);
    const known = await targetNames(option, context);
    return choicesFor(
      typed,
      ours.map(({ target: { id }, name }) => known.find(({ value }) => value === id) ?? { value: id, label: name }),
    );
  },
});

/** The channel that was chosen from the list, or typed as a mention or an id. */
function channelIn({ channel }: AnyOptions): string | undefined {
  return typeof channel === 'string' ? channel.replace(/^<#(\d+)>$/, '$1').trim() : undefined;
}

async function followedIn(channelId: string, context: Context): Promise<readonly Subscription[]> {
  return (await followedInServer(context)).filter((subscription) => subscription.channelId === channelId);
}

function namesOf(followed: readonly Subscription[], context: Context): Promise<readonly NamedTarget[]> {
  return Promise.all(followed.map(async ({ target }) => ({ target, name: await targetName(target, context) })));
}
