import type { NewsGroup } from '../../match/news.ts';
import { allOf } from './english.ts';
import type { Grant, HearingTexts, NewsGroupTexts } from './hearing-texts.ts';

const groups: Readonly<Record<NewsGroup, NewsGroupTexts>> = {
  goals: { label: 'Goals', what: 'Every goal, and those that are taken away', within: 'goals' },
  penalties: { label: 'Penalties', what: 'Missed penalties, and the shoot-out', within: 'missed penalties' },
  'red-cards': { label: 'Red cards', what: 'Second yellows among them', within: 'red cards' },
  'yellow-cards': { label: 'Yellow cards', what: 'Every booking', within: 'yellow cards' },
  substitutions: { label: 'Substitutions', what: 'Who comes on for whom', within: 'substitutions' },
  chances: { label: 'Chances', what: 'Shots saved, blocked, against the woodwork', within: 'chances' },
  phases: {
    label: 'Kick-off and breaks',
    what: 'Kick-off, half-time, extra time, full-time',
    within: 'kick-off and breaks',
  },
  'line-ups': { label: 'Line-ups', what: 'As soon as they are out', within: 'line-ups' },
  facts: { label: 'Facts', what: 'What is worth knowing, beneath what happens', within: 'facts about what happens' },
  card: { label: 'Live card', what: 'One message that always shows how the match stands', within: 'a live card' },
};

export const hearingTexts: HearingTexts = {
  groups,
  choose: (label) => `What to post about ${label}`,
  posts: (chosen) =>
    `${chosen.length > 0 ? `I post ${allOf(chosen.map((group) => groups[group].within))}. ` : ''}Always posted: the result, and that a match is postponed, cancelled or abandoned.`,
  news: (chosen) =>
    chosen.length > 0 ? `posts ${allOf(chosen.map((group) => groups[group].within))}` : 'results only',
  late: (seconds) => `${seconds} s late`,
  lateMeans: 'A goal that is taken back within the delay is never shown.',
  covered: 'spoilers hidden',
  coveredMeans: 'Scores stay covered until a reader asks for them.',
  threads: 'a thread for each match',
  pings: (role) => `pings ${role} for goals, kick-off and result`,
  noThreads: (missing) =>
    `There are no threads until I have ${granted(missing)} here; until then I post in the channel.`,
  noPin: (missing) => `The live card stays unpinned until I have ${granted(missing)} here.`,
  noEvents: (missing) => `Matches are missing from the server's events until I have ${granted(missing)}.`,
  noPing: (role, missing) =>
    `${role} may not ring: let anyone mention that role in its settings, or give me ${granted(missing)}.`,
};

const grants: Readonly<Record<Grant, string>> = {
  view: 'View Channel',
  send: 'Send Messages',
  embed: 'Embed Links',
  attach: 'Attach Files',
  threads: 'Create Public Threads',
  'private-threads': 'Create Private Threads',
  'send-in-threads': 'Send Messages in Threads',
  pin: 'Pin Messages',
  events: 'Create Events',
  mention: 'Mention @everyone, @here, and All Roles',
};

/** Permissions by the names that Discord gives them, in bold. */
export function granted(missing: readonly Grant[]): string {
  return allOf(missing.map((grant) => `**${grants[grant]}**`));
}
