import type { Match } from '../match/match.ts';
import { NEWS_GROUPS } from '../match/news.ts';
import { type FollowOutcome, hearsAlike } from '../subscriptions/follow-target.ts';
import type { FollowTarget, Hearing } from '../subscriptions/subscription.ts';
import { compose, type Select } from './compose.ts';
import { clean, plain } from './escape.ts';
import { channelMention } from './following-message.ts';
import { roleMention, settingsLine } from './hearing-line.ts';
import { LIMITS } from './limits.ts';
import type { MessageBody } from './message.ts';
import { fixtureLine } from './score-line.ts';
import type { Grant } from './texts/hearing-texts.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/** Something that a channel follows, how it hears of it, and what came of asking; no outcome where it was only changed. */
export interface FollowedTarget {
  readonly target: FollowTarget;
  readonly name: string;
  readonly hearing: Hearing;
  readonly outcome?: FollowOutcome;
}

export interface FollowAnswer {
  readonly channelId: string;
  readonly followed: readonly FollowedTarget[];
  /** Matches of what is followed that are being played. */
  readonly live: readonly Match[];
  /** What Tifo was not granted in the channel. */
  readonly missing: readonly Grant[];
  /** A role was just chosen that nobody may ping, as far as is known. */
  readonly roleIsMuted: boolean;
}

/** What a channel will be told of what it follows, with a menu for each target to choose its news. */
export function followMessage(
  { channelId, followed, live, missing, roleIsMuted }: FollowAnswer,
  view: View,
): MessageBody {
  const say = texts(view.locale);
  const channel = channelMention(channelId);
  // What is heard alike is explained once.
  const paragraphs: FollowedTarget[][] = [];
  for (const one of followed) {
    const last = paragraphs.at(-1);
    if (last?.[0] && hearsAlike(last[0].hearing, one.hearing)) last.push(one);
    else paragraphs.push([one]);
  }
  const lines = paragraphs.flatMap((alike) => [
    ...alike.map((one) => outcomeLine(one, channel, say)),
    ...(alike[0] ? hearingLines(alike[0].hearing, say) : []),
  ]);
  const playing = live.map((match) => say.follow.live(fixtureLine(match, say)));
  const pings = followed.some(({ hearing }) => hearing.pingRole !== undefined);
  return compose({
    content: [...lines, ...playing, ...hintLines(followed, missing, roleIsMuted, say)].join('\n'),
    selects: followed.map((one) => newsMenu(one, followed, say)),
    ...(pings && { buttons: [{ id: componentId('quiet', followed), label: say.buttons.stopPinging }] }),
  });
}

function outcomeLine({ outcome, target, name }: FollowedTarget, channel: string, { follow }: Texts): string {
  const what = { kind: target.kind, label: plain(name) };
  switch (outcome?.kind) {
    case undefined:
      return follow.setting(what, channel);
    case 'added':
      return follow.added(what, channel);
    case 'changed':
      return follow.changed(what, channel);
    case 'unchanged':
      return follow.already(what, channel);
    case 'resumed':
      return follow.resumed(what, channel, outcome.why);
  }
}

function hearingLines(heard: Hearing, say: Texts): readonly string[] {
  const { hearing } = say;
  const means = [heard.delayMs > 0 && hearing.lateMeans, heard.spoilers === 'hide' && hearing.coveredMeans];
  const explained = means.filter(Boolean).join(' ');
  return [hearing.posts(heard.hears), `${settingsLine(heard, say)}${explained && `. ${explained}`}`];
}

/** What was wished for and will not come, for want of a permission. */
function hintLines(
  followed: readonly FollowedTarget[],
  missing: readonly Grant[],
  roleIsMuted: boolean,
  { hearing }: Texts,
): readonly string[] {
  const lacking = (...grants: readonly Grant[]) => grants.filter((grant) => missing.includes(grant));
  const [threads, pin, events] = [lacking('threads', 'send-in-threads'), lacking('pin'), lacking('events')];
  const role = followed[0]?.hearing.pingRole;
  const wants = (wish: (hearing: Hearing) => boolean) => followed.some((one) => wish(one.hearing));
  return [
    ...(threads.length > 0 && wants(({ thread }) => thread) ? [hearing.noThreads(threads)] : []),
    ...(pin.length > 0 && wants(({ hears }) => hears.includes('card')) ? [hearing.noPin(pin)] : []),
    ...(events.length > 0 ? [hearing.noEvents(events)] : []),
    ...(roleIsMuted && role !== undefined ? [hearing.noPing(roleMention(role), ['mention'])] : []),
  ];
}

function newsMenu(one: FollowedTarget, all: readonly FollowedTarget[], { hearing }: Texts): Select {
  return {
    id: componentId('hears', [one, ...all.filter((other) => other !== one)]),
    placeholder: hearing.choose(clean(one.name)),
    options: NEWS_GROUPS.map((group) => ({
      value: group,
      label: hearing.groups[group].label,
      description: hearing.groups[group].what,
      chosen: one.hearing.hears.includes(group),
    })),
    min: 0,
    max: NEWS_GROUPS.length,
  };
}

/**
 * `follow:hears:<kind>:<id>…`: the target that is meant, then those that stand in the same message, so that it can be
 * composed anew. Where all of them are too long for an id, they are left out.
 */
function componentId(what: string, [first, ...others]: readonly FollowedTarget[]): string {
  const idOf = (targets: readonly FollowedTarget[]) =>
    ['follow', what, ...targets.flatMap(({ target }) => [target.kind, target.id])].join(':');
  const alone = first ? [first] : [];
  const whole = idOf([...alone, ...others]);
  return whole.length <= LIMITS.customId ? whole : idOf(alone);
}
