import type { FactCheck, FactSource } from '../../facts/fact.ts';
import type { PauseReason } from '../../subscriptions/subscription.ts';
import type { Plain } from '../escape.ts';
import { granted, hearingTexts } from './en-hearing.ts';
import type { Asked, ServiceTexts } from './service-texts.ts';

const pause: Readonly<Record<PauseReason, string>> = {
  'channel-gone': 'the channel is gone',
  'server-gone': 'I am no longer in the server',
  'no-access': 'I could not see the channel',
  'no-permission': 'I was not allowed to write there',
  refused: 'Discord refused what I posted',
};

/** What ends a pause; `again` is the command that started it all. */
const cure: Readonly<Record<PauseReason, (again: string) => string>> = {
  'channel-gone': (again) => `Use ${again} in another channel.`,
  'server-gone': (again) => `Invite me again, then use ${again}.`,
  'no-access': (again) => `Give me View Channel there, then use ${again} once more.`,
  'no-permission': (again) => `Give me Send Messages and Embed Links there, then use ${again} once more.`,
  refused: (again) => `Use ${again} once more to give it another try.`,
};

export const serviceTexts: ServiceTexts = {
  buttons: {
    timeline: 'Timeline',
    lineups: 'Line-ups',
    report: 'What it means',
    facts: 'Facts',
    moreFacts: 'More facts',
    previous: 'Previous',
    next: 'Next',
    stopPinging: 'Stop pinging',
  },

  facts: {
    title: (about) => (about ? `Facts about ${about}` : 'Facts'),
    page: (page, pages) => `page ${page} of ${pages}`,
    none: (about) => (about ? `I have no fact about ${about} yet.` : 'I have no facts yet.'),
    scope: (scope) => `Scope: ${scope}`,
    check: (source, check, dispute) =>
      check === 'disputed' ? `Disputed: ${dispute ?? 'sources differ'}` : checks[source](check),
    asOf: (day) => `as of ${day}`,
  },

  follow: {
    added: (what, channel) => `Now following **${what.label}** in ${channel}.`,
    already: (what, channel) => `${channel} follows **${what.label}** already.`,
    changed: (what, channel) => `Changed for **${what.label}** in ${channel}.`,
    setting: (what, channel) => `**${what.label}** in ${channel}:`,
    live: (fixture) => `${fixture} is on right now: you hear what happens from here on.`,
    resumed: (what, channel, why) =>
      `Following **${what.label}** in ${channel} again.${why ? ` It was paused because ${pause[why]}.` : ''}`,
    stopped: (what, channel) => `No longer following **${what.label}** in ${channel}.`,
    nothingToStop: (what, channel) => `${channel} does not follow **${what.label}**, so there is nothing to stop.`,
    title: 'What this server follows',
    nothingYet: 'Nothing is followed here yet. Start with `/follow club:Milan`.',
    schedules: 'Facts on a schedule',
    paused: (reason, again) => `Paused: ${pause[reason]}. ${cure[reason](again)}`,
    source: (name, every, budget) =>
      `Source: ${name} · a look every ${every}${budget ? ` · ${budget.left} of ${budget.ofDay} calls left today` : ''}`,
    trouble: (problem) => ` · not well: ${problem}`,
  },

  hearing: hearingTexts,

  replay: {
    started: (fixture, speed, thread) =>
      `${fixture}, ${speed === 1 ? 'in real time' : `${speed} times as fast`}: it plays in ${thread}, for you alone.`,
    nothing: 'There is no recorded match to replay yet.',
    tooMany: 'You may have one replay at a time, and a server three. Wait until one is over, then try again.',
    refused: 'Discord did not let me open a thread here. Try it in an ordinary text channel.',
  },

  schedule: {
    set: (channel, time, timeZone, nextRun) =>
      `A fact a day in ${channel} at ${time} (${timeZone}). The first one comes ${nextRun}.`,
    replaced: (channel, time, timeZone, nextRun) =>
      `Changed: a fact a day in ${channel} at ${time} (${timeZone}). The next one comes ${nextRun}.`,
    stopped: (channel) => `No more daily facts in ${channel}.`,
    nothingToStop: (channel) => `${channel} has no daily facts, so there is nothing to stop.`,
    line: (time, timeZone, nextRun) =>
      `${time ? `every day at ${time} (${timeZone})` : 'more than once a day'}${nextRun ? `, next ${nextRun}` : ''}`,
  },

  pause,

  errors: {
    unknown: (what, typed, suggestions) =>
      `I don't know ${called[what](typed)}. ${suggestions.length > 0 ? `Did you mean ${anyOf(suggestions)}?` : 'Start typing and pick one from the list.'}`,
    noMatchYet: 'There is no match to show yet. Follow a club with `/follow`, or name a match.',
    noReport: (fixture) => `${fixture} is not over yet: ask again after the final whistle.`,
    noTable: (fixture) => `I don't have the results around ${fixture}, so I cannot say what it meant.`,
    nothingNamed: 'Name a club, a competition or a match, for instance `club:Milan`.',
    impossibleTime: (typed) => `“${typed}” is not a time of day. Write hours and minutes, for instance 09:00 or 21:30.`,
    unknownZone: (typed, suggestions) =>
      `I don't know the time zone “${typed}”. ${suggestions.length > 0 ? `Did you mean ${anyOf(suggestions)}?` : 'Write it as Europe/Rome, or name a big city.'}`,
    incompleteSchedule: (command, { time, timeZone }) => {
      const example = `for instance \`${command} time:${time ?? '09:00'} timezone:${timeZone ?? 'Milan'}\`.`;
      if (time) return `The time zone is missing. Name one, or a big city in it, ${example}`;
      if (timeZone) return `The time is missing. Write it too, ${example}`;
      return `I need both the time and the time zone, ${example}`;
    },
    needsManageServer: 'Only members with **Manage Server** can change this. Ask an admin of this server.',
    everyoneRole: 'I never ping a whole server. Choose another role for `ping`.',
    nothingInChannel: 'I follow nothing in that channel of this server. Choose one from the list.',
    botLacks: (missing, channel) =>
      `I need ${granted(missing)} in ${channel}. Grant ${missing.length === 1 ? 'it' : 'them'} in the channel's permissions, then try again.`,
    notInServer: 'This works in a server only. Invite me to yours, then try there.',
    buttonTooOld: 'What this button led to is no longer here.',
    notUnderstood: "I don't know what to do with that. Type `/help` to see what I can do.",
    misfit: (option) =>
      `**${option}** is not filled in as this command needs it. Choose the command from the list again; if that doesn't help, reload Discord (Ctrl-R).`,
    feedSilent: 'I cannot reach my source of match news right now. Try again in a few minutes.',
    ourSide: 'Something went wrong on our side. Please try again in a moment.',
  },

  help: {
    title: 'What Tifo does',
    intro:
      'I bring football matches into your server: goals as they fall, the final result exactly once, and facts worth knowing.',
    groups: [
      {
        title: 'The match',
        commands: [
          ['/score', 'the score, who scored and when'],
          ['/timeline', 'everything that happened'],
          ['/lineups', 'who plays, and who came on'],
          ['/report', 'what the result means'],
          ['/fixtures', 'what is next'],
          ['/replay', 'a recorded match, played once more in a thread of your own'],
        ],
      },
      {
        title: 'Tables and records',
        commands: [
          ['/table', 'the table of a season: now, after so many games, or on a day'],
          ['/h2h', 'what two clubs made of each other'],
        ],
      },
      {
        title: 'Facts',
        commands: [
          ['/facts next', 'a fact nobody has seen here yet'],
          ['/facts about', 'facts about a player, club or topic'],
          ['/facts list', 'all of them, page by page'],
        ],
      },
      {
        title: 'Quiz',
        commands: [
          ['/quiz play', 'questions made from the results: with buttons, or typed'],
          ['/quiz stop', 'end the one that you started'],
          ['/quiz top', 'who leads in this server, this week or of all time'],
        ],
      },
      {
        title: 'For admins (Manage Server)',
        commands: [
          ['/follow', 'post a club, competition or match in a channel: which news, how late, spoilers, threads'],
          ['/unfollow', 'stop that'],
          ['/following', 'see what is followed and how, what is paused, and how the source is doing'],
          ['/facts schedule', 'a fact a day, at your time'],
          ['/facts stop', 'no more daily facts'],
          ['/quiz schedule', 'a question a day, at your time'],
          ['/quiz unschedule', 'no more daily questions'],
        ],
      },
    ],
    tip: 'Without a match, a command takes the one that matters now. Add private: true to keep an answer to yourself.',
  },
};

const checks: Readonly<Record<FactSource, (check: Exclude<FactCheck, 'disputed'>) => string>> = {
  results: () => 'Computed from results since 1993–94',
  'match-records': () => 'Confirmed by independent match records',
  opta: (check) => `Opta, ${how[check]}`,
  press: (check) => `Press, ${how[check]}`,
};

const how: Readonly<Record<Exclude<FactCheck, 'disputed'>, string>> = {
  computed: 'recomputed from results since 1993–94',
  confirmed: 'confirmed by match records',
  reported: 'as reported',
};

const called: Readonly<Record<Asked, (typed: Plain) => string>> = {
  match: (typed) => `the match “${typed}”`,
  club: (typed) => `a club called “${typed}”`,
  competition: (typed) => `a competition called “${typed}”`,
  subject: (typed) => `a player, club or topic called “${typed}”`,
};

function anyOf(options: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(options);
}
