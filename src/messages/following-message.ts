import { type Instant, MINUTE, SECOND } from '../match/instant.ts';
import type { Hearing, PauseReason } from '../subscriptions/subscription.ts';
import { SETTLED } from './colour.ts';
import { compose } from './compose.ts';
import { clean, plain } from './escape.ts';
import { groupBy } from './group-by.ts';
import { newsLine, settingsLine } from './hearing-line.ts';
import type { MessageBody } from './message.ts';
import { stamp } from './stamp.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/** How a source of news is doing. `problem` is what went wrong last, in its own words. */
export interface SourceStatus {
  readonly name: string;
  readonly problem?: string;
  /** How many calls it may still make today, where its provider counts them. */
  readonly budget?: { readonly left: number; readonly ofDay: number };
  readonly lookEveryMs: number;
}

/** What a server follows. `label` is what people call the target; `time` is `09:00`, absent where it is not once a day. */
export interface Following {
  readonly subscriptions: readonly {
    readonly label: string;
    readonly channelId: string;
    readonly hearing: Hearing;
    readonly paused?: PauseReason;
  }[];
  readonly schedules: readonly {
    readonly kind: 'fact' | 'quiz';
    readonly channelId: string;
    readonly time?: string;
    readonly timeZone: string;
    readonly nextRun?: Instant;
    readonly paused?: PauseReason;
  }[];
  readonly sources: readonly SourceStatus[];
}

/** Longer than any sentence a source has to say for itself. */
const LONGEST_PROBLEM = 150;

/** What a server follows, where and how, with what is paused and why, and how the sources of news are doing. */
export function followingMessage({ subscriptions, schedules, sources }: Following, view: View): MessageBody {
  const say = texts(view.locale);
  const footer = sources.length > 0 && {
    footer: { text: sources.map((source) => sourceLine(source, say)).join('\n') },
  };
  if (subscriptions.length + schedules.length === 0) {
    return compose({ content: say.follow.nothingYet, ...(footer && { embed: { ...footer, color: SETTLED } }) });
  }
  const followed = groupBy(subscriptions, ({ channelId }) => channelId).map((group) =>
    [
      channelMention(group[0]?.channelId ?? ''),
      ...group.map(({ label, hearing, paused }) =>
        [
          `- ${plain(label)}`,
          settingsLine(hearing, say),
          newsLine(hearing, say),
          paused && say.follow.paused(paused, '`/follow`'),
        ]
          .filter(Boolean)
          .join(' · '),
      ),
    ].join('\n'),
  );
  const scheduled = [
    { name: say.follow.schedules, lines: scheduleLines(schedules, 'fact', say) },
    { name: say.quiz.questionOfTheDay, lines: scheduleLines(schedules, 'quiz', say) },
  ].filter(({ lines }) => lines.length > 0);
  return compose({
    content: say.follow.title,
    embed: {
      ...(followed.length > 0 && { description: followed.join('\n') }),
      ...(scheduled.length > 0 && { fields: scheduled.map(({ name, lines }) => ({ name, value: lines.join('\n') })) }),
      ...footer,
      color: SETTLED,
    },
  });
}

/** The channels that hear something every day: when, and what ends a pause. */
function scheduleLines(
  schedules: Following['schedules'],
  kind: Following['schedules'][number]['kind'],
  say: Texts,
): readonly string[] {
  const again = kind === 'fact' ? '`/facts schedule`' : '`/quiz schedule`';
  return schedules
    .filter((schedule) => schedule.kind === kind)
    .map(({ channelId, time, timeZone, nextRun, paused }) => {
      const next = nextRun !== undefined && !paused ? stamp(nextRun, 'R') : undefined;
      const pause = paused ? ` · ${say.follow.paused(paused, again)}` : '';
      return `${channelMention(channelId)}: ${say.schedule.line(time, plain(timeZone), next)}${pause}`;
    });
}

/** A channel as Discord shows it, a link of its own. */
export function channelMention(channelId: string): string {
  return `<#${channelId}>`;
}

/** Stands in a footer, where Discord reads no markup. */
function sourceLine({ name, problem, budget, lookEveryMs }: SourceStatus, { follow }: Texts): string {
  const trouble = problem === undefined ? '' : follow.trouble(clean(problem, LONGEST_PROBLEM));
  return `${follow.source(clean(name), spell(lookEveryMs), budget)}${trouble}`;
}

/** `80 s`, `5 min`: the same in every language. */
function spell(ms: number): string {
  return ms < 3 * MINUTE ? `${Math.max(1, Math.round(ms / SECOND))} s` : `${Math.round(ms / MINUTE)} min`;
}
