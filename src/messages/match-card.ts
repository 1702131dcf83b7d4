import type { APIEmbed } from 'discord-api-types/v10';
import type { MatchEvent } from '../match/event.ts';
import { isBeforeKickOff, isLive, type Phase, phaseOrder } from '../match/phase.ts';
import { type MatchState, standing } from '../match/state.ts';
import { colourOf } from './colour.ts';
import { plain } from './escape.ts';
import { atMinute, eventSentence } from './event-sentence.ts';
import { competitionLine, formatScore, scoreLine } from './score-line.ts';
import { goalsOf, scorerLines } from './scorers.ts';
import { stamp } from './stamp.ts';
import type { Texts } from './texts.ts';

/** All that matters of a match, as an embed: where and when, who scored, what else decided it, half-time. */
export function matchCard(state: MatchState, texts: Texts): APIEmbed {
  const { match, phase } = state.snapshot;
  const lines = [
    ...(isOnThePitch(phase) ? [...scorerLines(match, goalsOf(state), texts), ...turningPoints(state, texts)] : []),
    isOnThePitch(phase) && halfTime(state, texts),
    phase === 'full-time' && statistics(state, texts),
    isLive(phase) && texts.card.heard(stamp(state.seenAt, 'R')),
  ].filter(Boolean);
  const place = matchPlace(state, texts);
  return { ...place, description: [place.description, ...lines].join('\n') };
}

/** Only which match it is, where and when: nothing of it grows old. */
export function matchPlace(state: MatchState, texts: Texts): APIEmbed {
  const { match, phase } = state.snapshot;
  return {
    title: plain(competitionLine(match, texts), 200),
    description: placeAndTime(state, texts),
    color: colourOf(phase),
  };
}

/** Whether what happened in play made the score; of an awarded match it did not. */
function isOnThePitch(phase: Phase): boolean {
  return !isBeforeKickOff(phase) && phase !== 'awarded';
}

function placeAndTime({ snapshot: { match, phase } }: MatchState, { card }: Texts): string {
  const kickOff = stamp(match.kickOff, 'f');
  const when = phase === 'scheduled' ? card.kicksOff(kickOff) : phase === 'postponed' ? card.wasDue(kickOff) : kickOff;
  return match.venue ? `${plain(match.venue.name)} · ${when}` : when;
}

/** Missed penalties and sendings-off: what a score alone does not tell. */
function turningPoints(state: MatchState, texts: Texts): readonly string[] {
  const { match } = state.snapshot;
  return standing(state)
    .filter(isTurningPoint)
    .map((event) => atMinute(event.minute, eventSentence(event, match, scoreLine(match, state.score), texts)));
}

function isTurningPoint(event: MatchEvent): boolean {
  return event.kind === 'missed-penalty' || (event.kind === 'card' && event.colour !== 'yellow');
}

function halfTime({ snapshot: { halfTime, phase } }: MatchState, { card }: Texts): string | undefined {
  const isPast = phaseOrder(phase) > phaseOrder('half-time');
  return halfTime && isPast ? card.halfTime(formatScore(halfTime)) : undefined;
}

function statistics({ snapshot: { statistics } }: MatchState, { card }: Texts): string | undefined {
  if (!statistics) return undefined;
  const counts = (['possession', 'shots', 'shotsOnTarget', 'corners', 'fouls'] as const).flatMap((name) => {
    const pair = statistics[name];
    return pair ? [`${card.statistics[name]} ${pair[0]}–${pair[1]}`] : [];
  });
  return counts.length > 0 ? `-# ${counts.join(' · ')}` : undefined;
}
