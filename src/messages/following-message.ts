import type { Instant } from '../match/instant.ts';
import type { PauseReason } from '../subscriptions/subscription.ts';
import { SETTLED } from './colour.ts';
import { compose } from './compose.ts';
import { plain } from './escape.ts';
import { groupBy } from './group-by.ts';
import type { MessageBody } from './message.ts';
import { stamp } from './stamp.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/** What a server follows. `label` is what people call the target; `time` is `09:00`, absent where it is not once a day. */
export interface Following {
  readonly subscriptions: readonly {
    readonly label: string;
    readonly channelId: string;
    readonly paused?: PauseReason;
  }[];
  readonly schedules: readonly {
    readonly channelId: string;
    readonly time?: string;
    readonly timeZone: string;
    readonly nextRun?: Instant;
    readonly paused?: PauseReason;
  }[];
}

/** What a server follows and where, with what is paused and why. */
export function followingMessage({ subscriptions, schedules }: Following, view: View): MessageBody {
  const say = texts(view.locale);
  if (subscriptions.length + schedules.length === 0) return compose({ content: say.follow.nothingYet });
  const followed = groupBy(subscriptions, ({ channelId }) => channelId).map((group) =>
    [
      channelMention(group[0]?.channelId ?? ''),
      ...group.map((one) => `- ${plain(one.label)}${pause(one.paused, '`/follow`', say)}`),
    ].join('\n'),
  );
  const scheduled = schedules.map(({ channelId, time, timeZone, nextRun, paused }) => {
    const next = nextRun !== undefined && !paused ? stamp(nextRun, 'R') : undefined;
    return `${channelMention(channelId)}: ${say.schedule.line(time, plain(timeZone), next)}${pause(paused, '`/facts schedule`', say)}`;
  });
  return compose({
    content: say.follow.title,
    embed: {
      ...(followed.length > 0 && { description: followed.join('\n') }),
      ...(scheduled.length > 0 && { fields: [{ name: say.follow.schedules, value: scheduled.join('\n') }] }),
      color: SETTLED,
    },
  });
}

/** A channel as Discord shows it, a link of its own. */
export function channelMention(channelId: string): string {
  return `<#${channelId}>`;
}

function pause(reason: PauseReason | undefined, again: string, say: Texts): string {
  return reason ? ` · ${say.follow.paused(reason, again)}` : '';
}
