import { NEWS_GROUPS } from '../src/match/news.ts';
import { type FollowedTarget, followMessage } from '../src/messages/follow-message.ts';
import { texts } from '../src/messages/texts.ts';
import { sameTarget } from '../src/subscriptions/audience.ts';
import { hearingFor } from '../src/subscriptions/follow-target.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';
import { type Answer, inPlace, privately, refuse } from './answer.ts';
import { FOR_ADMINS } from './availability.ts';
import { command } from './command.ts';
import type { Context } from './context.ts';
import { HEARING_OPTIONS, wishedHearing } from './hearing-options.ts';
import { liveAmong } from './live-among.ts';
import { choicesFor } from './names.ts';
import type { Payload } from './options.ts';
import { postingPlace } from './posting-place.ts';
import { namedTargets, TARGET_OPTIONS, targetName, targetNames, targetsOfComponent } from './targets.ts';

const data = {
  name: 'follow',
  description: 'Post goals, results and more in this channel: of a club, a competition or a match',
  description_localizations: {
    it: 'Pubblica in questo canale gol, risultati e altro di una squadra, un torneo o una partita',
  },
  ...FOR_ADMINS,
  options: [...TARGET_OPTIONS, ...HEARING_OPTIONS],
} as const satisfies Payload;

export const follow = command({
  data,

  async run(context, options) {
    const { follows, reader, now } = context;
    const place = postingPlace(context);
    if (!place.ok) return refuse(place.problem);
    const { guildId, channelId, locale } = place.found;
    // The role that everybody has bears the server's own id.
    if (options.ping === guildId) return refuse(texts(reader.locale).errors.everyoneRole);
    const named = await namedTargets(context, options);
    if (!named.ok) return refuse(named.problem);

    const before = await follows.inChannel(channelId);
    const followed: FollowedTarget[] = [];
    for (const { target, name } of named.found) {
      const hearing = hearingFor(wishedHearing(options), target, before, locale);
      const outcome = await follows.follow({ guildId, channelId, target, ...hearing, createdAt: now });
      followed.push({ target, name, hearing, outcome });
    }
    return privately(await followAnswer(followed, context, options.ping));
  },

  async complete(context, { option, typed }) {
    return choicesFor(typed, await targetNames(option, context));
  },

  /** The news of a target were chosen. */
  async choose(context, values, what, ...argument) {
    const { reader, place, follows } = context;
    const [target, ...others] = targetsOfComponent(argument);
    const { errors } = texts(reader.locale);
    if (!reader.canManageServer) return refuse(errors.needsManageServer);
    const hears = NEWS_GROUPS.filter((group) => values.includes(group));
    const heard = what === 'hears' && target && (await follows.hear(place.channelId, target, hears));
    return heard ? settings(context, [target, ...others]) : refuse(errors.buttonTooOld);
  },

  /** The role is to be pinged no more. */
  async press(context, what, ...argument) {
    const { reader, place, follows } = context;
    const targets = targetsOfComponent(argument);
    const { errors } = texts(reader.locale);
    if (!reader.canManageServer) return refuse(errors.needsManageServer);
    if (what !== 'quiet') return refuse(errors.buttonTooOld);
    for (const { id, paused, pingRole, ...quiet } of await follows.inChannel(place.channelId))
      if (targets.some((target) => sameTarget(target, quiet.target))) await follows.follow(quiet);
    return settings(context, targets);
  },
});

/** How the channel hears of these targets now; those that it follows no more are left out. */
async function settings(context: Context, targets: readonly Subscription['target'][]): Promise<Answer> {
  const inChannel = await context.follows.inChannel(context.place.channelId);
  const followed = await Promise.all(
    inChannel
      .filter((each) => targets.some((target) => sameTarget(target, each.target)))
      .map(async (hearing) => ({
        target: hearing.target,
        name: await targetName(hearing.target, context),
        hearing,
      })),
  );
  if (followed.length === 0) return refuse(texts(context.reader.locale).errors.buttonTooOld);
  return inPlace(await followAnswer(followed, context));
}

async function followAnswer(followed: readonly FollowedTarget[], context: Context, ping?: string) {
  const { place, reader } = context;
  return followMessage(
    {
      channelId: place.channelId,
      followed,
      live: await liveAmong(
        followed.map(({ target }) => target),
        context,
      ),
      missing: place.missing,
      roleIsMuted: ping !== undefined && !place.mentionableRoles.includes(ping) && place.missing.includes('mention'),
    },
    reader,
  );
}
