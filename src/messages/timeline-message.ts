import { formatMinute, periodOf } from '../match/minute.ts';
import type { PhaseNewsKind } from '../match/news.ts';
import { isBeforeKickOff, type Phase } from '../match/phase.ts';
import { scoreAfter } from '../match/running-score.ts';
import { kickPlace, NIL_NIL, type Score } from '../match/score.ts';
import type { MatchState, TrackedEvent } from '../match/state.ts';
import { colourOf } from './colour.ts';
import { compose } from './compose.ts';
import { atMinute, eventSentence, substitutionLines } from './event-sentence.ts';
import { groupBy } from './group-by.ts';
import { halfTimeScore, matchLine, scoreNow } from './match-line.ts';
import type { MessageBody } from './message.ts';
import { clubName, scoreLine } from './score-line.ts';
import { type Texts, texts } from './texts.ts';
import type { View } from './view.ts';

/** A line of the timeline, at its place in the match: the period first, then the minute. */
interface Entry {
  readonly place: readonly [period: number, base: number, added: number];
  readonly line: string;
}

/** Everything that happened in a match, in order. */
export function timelineMessage(state: MatchState, view: View): MessageBody {
  const say = texts(view.locale);
  const entries = [...eventEntries(state, say), ...whistles(state, say)].sort(byPlace);
  return compose({
    content: say.timeline.title(matchLine(state, scoreNow(state), say).line),
    embed: {
      description: entries.map((entry) => entry.line).join('\n') || say.timeline.nothingYet,
      color: colourOf(state.snapshot.phase),
    },
  });
}

function eventEntries(state: MatchState, say: Texts): readonly Entry[] {
  const told = state.events.filter(({ event, stands }) => stands || event.kind === 'goal');
  // Substitutions of one minute are one line a club.
  const groups = groupBy(told, ({ id, event }) =>
    event.kind === 'substitution' ? `${event.side} ${event.minute && formatMinute(event.minute)}` : id,
  );
  return groups.flatMap((group) =>
    group[0] ? [{ place: placeOf(group[0]), line: eventLine(group[0], group, state, say) }] : [],
  );
}

function eventLine(first: TrackedEvent, group: readonly TrackedEvent[], state: MatchState, say: Texts): string {
  const { match } = state.snapshot;
  const { id, event, stands, byVar = false } = first;
  if (event.kind === 'substitution') {
    const made = group.flatMap(({ event }) => (event.kind === 'substitution' ? [event] : []));
    return substitutionLines(made, match, say).join('\n');
  }
  if (event.kind !== 'goal') return atMinute(event.minute, eventSentence(event, match, '', say));
  const line = stands ? scoreLine(match, scoreAfter(id, state)) : clubName(match, event.side);
  const sentence = atMinute(event.minute, eventSentence(event, match, line, say));
  return stands ? `**${sentence}**` : `~~${sentence}~~ ${say.disallowed.title(byVar)}`;
}

/** What has no minute stands at the end, the kicks of a shoot-out in the order in which they were taken. */
function placeOf({ event }: TrackedEvent): Entry['place'] {
  if (event.kind === 'shoot-out-kick') return [END, 0, kickPlace(event)];
  const { minute } = event;
  return minute ? [periodOf(minute), minute.base, minute.added ?? 0] : [END, 0, 0];
}

/** Later than any period of play. */
const END = 5;

/** The moments that are no event of any player's: kick-off, half-time and how it ended. */
function whistles(state: MatchState, say: Texts): readonly Entry[] {
  const { phase, halfTime } = state.snapshot;
  const told = (kind: PhaseNewsKind, score: Score, place: Entry['place']): Entry => ({
    place,
    line: say.phaseNews[kind](matchLine(state, score, say)),
  });
  const end = ENDS[phase];
  return [
    ...(isBeforeKickOff(phase) || phase === 'awarded' ? [] : [told('kick-off', NIL_NIL, [1, -1, 0])]),
    ...(halfTime ? [told('half-time', halfTimeScore(state), [2, -1, 0])] : []),
    ...(end ? [told(end, scoreNow(state), [END, 1, 0])] : []),
  ];
}

const ENDS: Readonly<Partial<Record<Phase, PhaseNewsKind>>> = {
  'full-time': 'result',
  postponed: 'postponed',
  cancelled: 'cancelled',
  suspended: 'suspended',
  abandoned: 'abandoned',
  awarded: 'awarded',
};

function byPlace({ place: a }: Entry, { place: b }: Entry): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
