import { followingMessage } from '../src/messages/following-message.ts';
import { texts } from '../src/messages/texts.ts';
import { nextFireTime } from '../src/schedule/fire-times.ts';
import type { Schedule } from '../src/schedule/schedule.ts';
import { timeOfCron } from '../src/schedule/time-of-day.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';
import { refuse, reply } from './answer.ts';
import { IN_SERVERS } from './availability.ts';
import { command } from './command.ts';
import { PRIVATE_OPTION } from './common-options.ts';
import type { Context } from './context.ts';
import type { Payload } from './options.ts';
import { followedInServer, targetName } from './targets.ts';

const data = {
  name: 'following',
  description: 'What this server follows, where and how, and what is paused',
  description_localizations: { it: 'Che cosa segue questo server, dove e come, e che cosa è in pausa' },
  ...IN_SERVERS,
  options: [PRIVATE_OPTION],
} as const satisfies Payload;

export const following = command({
  data,

  async run(context, wish) {
    const { schedules, feed, place, reader, now } = context;
    if (!place.server) return refuse(texts(reader.locale).errors.notInServer);
    const followed = await followedInServer(context);
    const scheduled = await schedules.inGuild(place.server.id);
    const list = {
      subscriptions: await Promise.all(followed.map((subscription) => followedLine(subscription, context))),
      schedules: scheduled.map((schedule) => scheduleLine(schedule, now)),
      sources: feed.status(),
    };
    return reply(followingMessage(list, reader), wish);
  },
});

async function followedLine(subscription: Subscription, context: Context) {
  const { target, channelId, paused } = subscription;
  const label = await targetName(target, context);
  return { label, channelId, hearing: subscription, ...(paused && { paused: paused.reason }) };
}

function scheduleLine({ kind, channelId, cron, timeZone, paused }: Schedule, now: number) {
  const time = timeOfCron(cron);
  const nextRun = nextFireTime(cron, timeZone, now);
  return {
    kind,
    channelId,
    timeZone,
    ...(time !== undefined && { time }),
    ...(nextRun !== undefined && { nextRun }),
    ...(paused && { paused: paused.reason }),
  };
}
