import type { Card, Goal, MatchEvent, Substitution } from './event.ts';
import { type Find, placeOf, placeOfKick } from './find.ts';
import type { GoalNews, News } from './news.ts';
import { scoreAfter, scoreAt } from './running-score.ts';
import type { Score } from './score.ts';
import type { MatchState, TrackedEvent } from './state.ts';
import type { Tracking } from './track-events.ts';

/** What events that are new, and goals that were taken back or stand again, are worth telling. */
export function eventFinds(state: MatchState, tracking: Tracking): Find[] {
  const phase = state.snapshot.phase;
  const finds: Find[] = [];
  for (const { id, event, around } of tracking.fresh) {
    switch (event.kind) {
      case 'goal':
        finds.push(goalFind('goal', id, event, placeOf(event.minute ?? around, phase), scoreAfter(id, state)));
        break;
      case 'missed-penalty':
      case 'card':
      case 'chance':
      case 'shoot-out-kick':
        finds.push(eventFind(id, event, state));
        break;
      case 'substitution':
      case 'penalty-awarded':
      case 'var-decision':
        break;
    }
  }
  for (const { id, event } of tracking.sentOff) {
    if (event.kind === 'card') finds.push(eventFind(id, event, state, event.colour));
  }
  // Either may happen to a goal more than once.
  const again = `/${state.snapshot.at}`;
  for (const { id, event } of tracking.takenBack) {
    finds.push(goalFind('goal-disallowed', `${id}${again}`, event, placeOf(undefined, phase), state.score, id));
  }
  for (const { id, event } of tracking.reinstated) {
    finds.push(goalFind('goal-reinstated', `${id}${again}`, event, placeOf(undefined, phase), state.score, id));
  }
  finds.push(...substitutionFinds(state, tracking.fresh));
  return finds;
}

function goalFind(
  kind: GoalNews['kind'],
  id: string,
  goal: Goal,
  place: Find['place'],
  score: Score,
  eventId: string = id,
): Find {
  return { place, tell: (frame) => ({ ...frame, id: `${frame.matchId}/${kind}/${id}`, kind, eventId, goal, score }) };
}

/** News of an event, or of what it `became` later, which is told beside what it was. */
function eventFind(eventId: string, event: ToldEvent['event'], state: MatchState, became?: Card['colour']): Find {
  return {
    place: event.kind === 'shoot-out-kick' ? placeOfKick(event) : placeOf(event.minute, state.snapshot.phase),
    tell: (frame) => {
      const id = `${frame.matchId}/${event.kind}/${eventId}`;
      const told = { ...frame, id, eventId, score: scoreAt(event.minute, state) };
      return toldEvent(became ? { ...told, id: `${id}/${became}`, replaces: id } : told, event);
    },
  };
}

type ToldEvent = Extract<News, { event: MatchEvent }>;

function toldEvent(told: Omit<ToldEvent, 'kind' | 'event'>, event: ToldEvent['event']): News {
  switch (event.kind) {
    case 'missed-penalty':
      return { ...told, kind: event.kind, event };
    case 'card':
      return { ...told, kind: event.kind, event };
    case 'chance':
      return { ...told, kind: event.kind, event };
    case 'shoot-out-kick':
      return { ...told, kind: event.kind, event };
  }
}

/** Substitutions of one minute are one piece of news, whichever side makes them. */
function substitutionFinds(state: MatchState, fresh: readonly TrackedEvent[]): Find[] {
  const groups = new Map<string, { id: string; substitution: Substitution }[]>();
  for (const { id, event } of fresh) {
    if (event.kind !== 'substitution') continue;
    const key = event.minute ? `${event.minute.base}+${event.minute.added ?? 0}` : 'unknown';
    groups.set(key, [...(groups.get(key) ?? []), { id, substitution: event }]);
  }
  return [...groups.values()].map((group) => {
    const minute = group[0]?.substitution.minute;
    return {
      place: placeOf(minute, state.snapshot.phase),
      tell: (frame) => ({
        ...frame,
        id: `${frame.matchId}/substitutions/${group[0]?.id}`,
        kind: 'substitutions',
        substitutions: group.map(({ substitution }) => substitution),
        eventIds: group.map(({ id }) => id),
        score: scoreAt(minute, state),
      }),
    };
  });
}
